using System.Globalization;

namespace Nethereum.Hex.HexConvertors.Extensions;

/// <summary>Bytes to hexadecimal text and back. Text is lower case; the prefix is <c>0x</c>.</summary>
public static class HexByteConvertorExtensions
{
    private const string Prefix = "0x";

    /// <summary>Two lower-case digits a byte, with <c>0x</c> in front when <paramref name="prefix"/> is set.</summary>
    public static string ToHex(this byte[] value, bool prefix = false) =>
        prefix ? Prefix + Convert.ToHexStringLower(value) : Convert.ToHexStringLower(value);

    /// <summary>Whether the text starts with <c>0x</c>.</summary>
    public static bool HasHexPrefix(this string value) => value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether what follows an optional prefix is hexadecimal digits alone (no digit at all counts as hexadecimal).</summary>
    public static bool IsHex(this string value)
    {
        foreach (var digit in value.Digits())
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text without its <c>0x</c>, if it has one.</summary>
    public static string RemoveHexPrefix(this string value) => value.HasHexPrefix() ? value[Prefix.Length..] : value;

    /// <summary>Whether both say the same, whatever their case and prefix.</summary>
    public static bool IsTheSameHex(this string first, string second) =>
        first.Digits().Equals(second.Digits(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The text with <c>0x</c> in front; null stays null.</summary>
    public static string EnsureHexPrefix(this string value) => value is null || value.HasHexPrefix() ? value : Prefix + value;

    /// <summary>Hexadecimal digits without leading zeros.</summary>
    public static string ToHexCompact(this byte[] value) => value.ToHex().TrimStart('0');

    /// <summary>The bytes of hexadecimal text, with or without <c>0x</c>. An odd number of digits is read as if a zero were in front.</summary>
    /// <exception cref="FormatException">The text holds something else than hexadecimal digits.</exception>
    public static byte[] HexToByteArray(this string value)
    {
        var digits = value.Digits();
        try
        {
            return digits.Length % 2 == 0 ? Convert.FromHexString(digits) : Convert.FromHexString("0" + digits.ToString());
        }
        catch (FormatException error)
        {
            var shown = value.Length <= 80 ? value : value[..80] + "...";
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{shown}' is not hexadecimal."), error);
        }
    }

    /// <summary>What follows an optional prefix.</summary>
    internal static ReadOnlySpan<char> Digits(this string value) => value.HasHexPrefix() ? value.AsSpan(Prefix.Length) : value;
}
