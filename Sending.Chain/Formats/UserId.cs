using System.Diagnostics.CodeAnalysis;
using Nethereum.Util;

namespace Sending.Chain.Formats;

/// <summary>A user with one of its home Edges: <c>@sdn_</c>, the digits of the user's account, a colon, the digits of the Edge's owner.</summary>
public sealed record UserId
{
    private const string Prefix = "@sdn_";
    private const char Separator = ':';

    /// <param name="user">The user's account, in any case.</param>
    /// <param name="homeEdge">Owner of the home Edge's node, in any case.</param>
    /// <exception cref="ArgumentException">One is no address.</exception>
    public UserId(string user, string homeEdge)
    {
        User = AddressBytes.Of(user).ConvertToEthereumChecksumAddress();
        HomeEdge = AddressBytes.Of(homeEdge).ConvertToEthereumChecksumAddress();
    }

    /// <summary>EIP-55 address of the user.</summary>
    public string User { get; }

    /// <summary>EIP-55 address of the home Edge's owner.</summary>
    public string HomeEdge { get; }

    /// <summary>The user's DID.</summary>
    public Did Did => new(User);

    /// <summary>Reads a user id. There is one way to write each.</summary>
    /// <exception cref="FormatException">The text is no user id.</exception>
    public static UserId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"\"{text}\" is not a user id: {Prefix}<user>:<home Edge>, each 40 lower-case hexadecimal digits.");

    /// <summary>Reads a user id. There is one way to write each.</summary>
    /// <returns>False when the text is none.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out UserId? id)
    {
        id = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var digits = text.AsSpan(Prefix.Length);
        var colon = digits.IndexOf(Separator);
        if (colon < 0 || !AddressDigits.TryRead(digits[..colon], out var user) || !AddressDigits.TryRead(digits[(colon + 1)..], out var homeEdge))
        {
            return false;
        }

        id = new UserId(user, homeEdge);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Prefix}{AddressDigits.Of(User)}{Separator}{AddressDigits.Of(HomeEdge)}";
}
