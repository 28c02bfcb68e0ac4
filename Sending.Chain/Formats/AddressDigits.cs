using System.Diagnostics.CodeAnalysis;

namespace Sending.Chain.Formats;

/// <summary>An address as DIDs and user ids write it: 40 lower-case hexadecimal digits without prefix.</summary>
internal static class AddressDigits
{
    private const string HexPrefix = "0x";

    public static string Of(string address) => address[HexPrefix.Length..].ToLowerInvariant();

    public static bool TryRead(ReadOnlySpan<char> digits, [NotNullWhen(true)] out string? address)
    {
        address = digits.Length == 2 * AddressBytes.Length && !digits.ContainsAnyExcept("0123456789abcdef") ? HexPrefix + digits.ToString() : null;
        return address is not null;
    }
}
