using System.Text;

namespace Nethereum.Hex.HexConvertors.Extensions;

/// <summary>Text to the hexadecimal form of its UTF-8 bytes and back.</summary>
public static class HexStringUTF8ConvertorExtensions
{
    /// <summary><c>0x</c> and the digits of the text's UTF-8 bytes.</summary>
    public static string ToHexUTF8(this string value) => Encoding.UTF8.GetBytes(value).ToHex(prefix: true);

    /// <summary>The text whose UTF-8 bytes these are.</summary>
    /// <exception cref="FormatException">The text is not hexadecimal.</exception>
    public static string HexToUTF8String(this string hex) => Encoding.UTF8.GetString(hex.HexToByteArray());
}
