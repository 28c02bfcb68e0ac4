using Newtonsoft.Json;

namespace Nethereum.KeyStore.Model;

/// <summary>The parameters of PBKDF2 (RFC 8018).</summary>
public class Pbkdf2Params : KdfParams
{
    /// <summary>The number of iterations.</summary>
    [JsonProperty("c")]
    public int Count { get; set; }

    /// <summary>The pseudorandom function; <c>hmac-sha256</c> is the only one there is.</summary>
    [JsonProperty("prf")]
    public string Prf { get; set; }
}
