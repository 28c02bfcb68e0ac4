using Nethereum.Hex.HexConvertors.Extensions;
using Newtonsoft.Json;

namespace Nethereum.Hex.HexTypes;

/// <summary>Text that JSON-RPC carries as the hexadecimal form of its UTF-8 bytes.</summary>
[JsonConverter(typeof(HexRPCTypeJsonConverter<HexUTF8String, string>))]
public class HexUTF8String : HexRPCType<string>
{
    /// <summary>From the text itself.</summary>
    public HexUTF8String(string value)
        : this() => Value = value;

    private HexUTF8String()
        : base(HexStringUTF8ConvertorExtensions.ToHexUTF8, HexStringUTF8ConvertorExtensions.HexToUTF8String)
    {
    }

    /// <summary>From the hexadecimal form.</summary>
    public static HexUTF8String CreateFromHex(string hex) => new() { HexValue = hex };
}
