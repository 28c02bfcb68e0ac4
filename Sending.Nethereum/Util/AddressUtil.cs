using System.Buffers;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Crypto;

namespace Nethereum.Util;

/// <summary>Addresses: 20 bytes, written as <c>0x</c> and 40 digits, whose case is a checksum (EIP-55).</summary>
public class AddressUtil
{
    public const string AddressEmptyAsHex = "0x0";
    public const string ZERO_ADDRESS = "0x0000000000000000000000000000000000000000";

    private const int Length = 20;

    /// <summary>A shared instance; it has no state.</summary>
    public static AddressUtil Current { get; } = new();

    /// <summary>The checksummed form of 20 bytes, or of the last 20 of a 32-byte word.</summary>
    /// <exception cref="ArgumentException">There are fewer than 20 bytes.</exception>
    public string ConvertToChecksumAddress(byte[] address)
    {
        if (address.Length < Length)
        {
            throw new ArgumentException($"An address has {Length} bytes, not {address.Length}.", nameof(address));
        }

        return ToChecksumAddress(address.AsSpan(address.Length - Length));
    }

    /// <summary>The checksummed form (EIP-55) of an address in any case.</summary>
    /// <exception cref="ArgumentException">The text is not 40 hexadecimal digits.</exception>
    public string ConvertToChecksumAddress(string address)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return address.Digits().Length == 2 * Length && Convert.FromHexString(address.Digits(), bytes, out _, out _) == OperationStatus.Done
            ? ToChecksumAddress(bytes)
            : throw new ArgumentException($"'{address}' is not an address: {2 * Length} hexadecimal digits are needed.", nameof(address));
    }

    /// <summary>The checksummed form of 20 bytes.</summary>
    internal static string ToChecksumAddress(ReadOnlySpan<byte> address)
    {
        Span<byte> digits = stackalloc byte[2 * Length];
        Convert.TryToHexStringLower(address, digits, out _);
        Span<byte> hash = stackalloc byte[Keccak256.HashLength];
        Keccak256.Hash(digits, hash);
        Span<char> text = stackalloc char[2 + (2 * Length)];
        "0x".CopyTo(text);
        for (var i = 0; i < digits.Length; i++)
        {
            var nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 0xf;
            text[2 + i] = nibble >= 8 ? char.ToUpperInvariant((char)digits[i]) : (char)digits[i];
        }

        return text.ToString();
    }

    /// <summary>The address with zeros put in front up to 20 bytes.</summary>
    /// <exception cref="ArgumentException">It is longer than that.</exception>
    public string ConvertToValid20ByteAddress(string address)
    {
        var digits = (address ?? "").RemoveHexPrefix();
        if (digits.Length > 2 * Length)
        {
            throw new ArgumentException($"'{address}' is longer than an address of {2 * Length} digits.", nameof(address));
        }

        return "0x" + digits.PadLeft(2 * Length, '0');
    }

    /// <summary>Whether the text is null, empty, blank, or <c>0x0</c>.</summary>
    public bool IsAnEmptyAddress(string address) => string.IsNullOrWhiteSpace(address) || address == AddressEmptyAsHex;

    /// <summary>Whether it is the address of twenty zero bytes.</summary>
    public bool IsZeroAddress(string address) => address == ZERO_ADDRESS;

    /// <summary>The opposite of <see cref="IsAnEmptyAddress"/>.</summary>
    public bool IsNotAnEmptyAddress(string address) => !IsAnEmptyAddress(address);

    /// <summary>The address, or <c>0x0</c> for an empty one.</summary>
    public string AddressValueOrEmpty(string address) => IsAnEmptyAddress(address) ? AddressEmptyAsHex : address;

    /// <summary>Whether both are the same address, whatever the case; all empty forms are equal.</summary>
    public bool AreAddressesTheSame(string address1, string address2) => IsAnEmptyAddress(address1) || IsAnEmptyAddress(address2)
        ? IsAnEmptyAddress(address1) && IsAnEmptyAddress(address2)
        : address1.IsTheSameHex(address2);

    /// <summary>Whether there are 40 digits after an optional prefix.</summary>
    public bool IsValidAddressLength(string address) => !string.IsNullOrEmpty(address) && address.RemoveHexPrefix().Length == 2 * Length;

    /// <summary>Whether it is <c>0x</c> and 40 hexadecimal digits, in any case.</summary>
    public bool IsValidEthereumAddressHexFormat(string address) =>
        !string.IsNullOrEmpty(address) && address.HasHexPrefix() && IsValidAddressLength(address) && address.IsHex();

    /// <summary>Whether the case of its letters is the checksum of EIP-55.</summary>
    public bool IsChecksumAddress(string address) =>
        IsValidAddressLength(address) && address.IsHex() && ConvertToChecksumAddress(address) == address.EnsureHexPrefix();
}
