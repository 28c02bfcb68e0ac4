using System.Text;
using System.Text.RegularExpressions;
using Sending.Chain.Formats;

namespace Sending.Chain.Identity.Documents;

/// <summary>
/// A name in the registry as <c>did:ethr</c> writes it: <c>did/pub/&lt;algorithm&gt;/&lt;purpose&gt;/&lt;encoding&gt;</c> or <c>did/svc/&lt;type&gt;</c>, in 32
/// bytes padded with zeros.
/// </summary>
/// <param name="Algorithm">The key's algorithm, or the service's type.</param>
/// <param name="Purpose">What the key is for, such as <c>veriKey</c>; null when the name does not say.</param>
/// <param name="Encoding">How a document writes the key, such as <c>base58</c>; null when the name does not say.</param>
internal sealed partial record AttributeName(string Algorithm, string? Purpose, string? Encoding)
{
    public const string KeyPrefix = "did/pub/";
    public const string ServicePrefix = "did/svc/";
    public const string Authentication = "sigAuth";
    public const string Assertion = "veriKey";
    public const string KeyAgreement = "enc";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a name.</summary>
    /// <returns>Null when the bytes are no UTF-8: the entry is no part of a document, but somebody's own use of the registry.</returns>
    public static string? Text(byte[] name) => StrictText(name)?.TrimEnd('\0');

    /// <summary>The 32 bytes of a name.</summary>
    /// <exception cref="ArgumentException">It is longer.</exception>
    public static byte[] Bytes(string text)
    {
        var name = new byte[Bytes32.Length];
        Strict.GetBytes(text, name);
        return name;
    }

    /// <summary>Bytes as text; null when they are no UTF-8.</summary>
    public static string? StrictText(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Takes an attribute's name apart; null when it is not of that form.</summary>
    public static AttributeName? Find(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            return null;
        }

        string? Optional(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        return new AttributeName(match.Groups["algorithm"].Value, Optional("purpose"), Optional("encoding"));
    }

    [GeneratedRegex(@"\Adid/(?:pub|svc)/(?<algorithm>[A-Za-z0-9_]+)(?:/(?<purpose>[A-Za-z0-9_]+))?(?:/(?<encoding>[A-Za-z0-9_]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
