using Newtonsoft.Json;

namespace Nethereum.KeyStore.Model;

/// <summary>An encrypted key as in its file (Web3 Secret Storage Definition, version 3).</summary>
public class KeyStore<TKdfParams>
    where TKdfParams : KdfParams
{
    [JsonProperty("crypto")]
    public CryptoInfo<TKdfParams> Crypto { get; set; }

    /// <summary>A random UUID.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }

    /// <summary>The key's address, usually without prefix. Files may lack it.</summary>
    [JsonProperty("address")]
    public string Address { get; set; }

    [JsonProperty("version")]
    public int Version { get; set; }
}
