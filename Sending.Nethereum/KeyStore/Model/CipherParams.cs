using Nethereum.Hex.HexConvertors.Extensions;
using Newtonsoft.Json;

namespace Nethereum.KeyStore.Model;

/// <summary>The parameters of AES-128-CTR.</summary>
public class CipherParams
{
    public CipherParams()
    {
    }

    public CipherParams(byte[] iv) => Iv = iv.ToHex();

    /// <summary>The counter's first value: 16 bytes, in hexadecimal digits.</summary>
    [JsonProperty("iv")]
    public string Iv { get; set; }
}
