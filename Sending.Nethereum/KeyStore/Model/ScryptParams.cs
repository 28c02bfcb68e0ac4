using Newtonsoft.Json;

namespace Nethereum.KeyStore.Model;

/// <summary>The parameters of scrypt (RFC 7914). It takes 128 * N * r bytes of memory.</summary>
public class ScryptParams : KdfParams
{
    /// <summary>The cost; a power of two.</summary>
    [JsonProperty("n")]
    public int N { get; set; }

    /// <summary>The block size.</summary>
    [JsonProperty("r")]
    public int R { get; set; }

    /// <summary>The number of independent runs.</summary>
    [JsonProperty("p")]
    public int P { get; set; }
}
