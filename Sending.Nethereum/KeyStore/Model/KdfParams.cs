using Newtonsoft.Json;

namespace Nethereum.KeyStore.Model;

/// <summary>What the key derivation functions have in common.</summary>
public class KdfParams
{
    /// <summary>The length of the derived key in bytes; at least 32.</summary>
    [JsonProperty("dklen")]
    public int Dklen { get; set; }

    /// <summary>Hexadecimal digits.</summary>
    [JsonProperty("salt")]
    public string Salt { get; set; }
}
