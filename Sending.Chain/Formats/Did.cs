using System.Diagnostics.CodeAnalysis;
using Nethereum.Util;

namespace Sending.Chain.Formats;

/// <summary>A decentralized identifier of the network: <c>did:sdn:</c> and the 40 lower-case hexadecimal digits of an account.</summary>
public sealed record Did
{
    private const string Prefix = "did:sdn:";

    /// <param name="address">The identity's account, in any case.</param>
    /// <exception cref="ArgumentException">It is no address.</exception>
    public Did(string address) => Address = AddressBytes.Of(address).ConvertToEthereumChecksumAddress();

    /// <summary>EIP-55 address of the identity.</summary>
    public string Address { get; }

    /// <summary>Reads a DID. There is one way to write each.</summary>
    /// <exception cref="FormatException">The text is no DID of the network.</exception>
    public static Did Parse(string text) => TryParse(text, out var did)
        ? did
        : throw new FormatException($"\"{text}\" is not a DID of the network: {Prefix} and 40 lower-case hexadecimal digits.");

    /// <summary>Reads a DID. There is one way to write each.</summary>
    /// <returns>False when the text is none of the network.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Did? did)
    {
        did = text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) && AddressDigits.TryRead(text.AsSpan(Prefix.Length), out var address)
            ? new Did(address)
            : null;
        return did is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Prefix + AddressDigits.Of(Address);
}
