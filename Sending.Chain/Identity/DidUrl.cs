using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Sending.Chain.Identity;

/// <summary>A DID, or a DID with path, query and fragment (DID Core 1.0, sections 3.1 and 3.2). Nothing is decoded.</summary>
/// <param name="Did">The DID alone.</param>
/// <param name="Method">Name of its method, such as <c>sdn</c>.</param>
/// <param name="MethodId">What follows the method's name and its colon.</param>
/// <param name="Path">Begins with a slash, or is empty.</param>
/// <param name="Query">What follows the question mark; null without one.</param>
/// <param name="Fragment">What follows the number sign; null without one.</param>
public sealed partial record DidUrl(string Did, string Method, string MethodId, string Path, string? Query, string? Fragment)
{
    /// <summary>Whether it is a DID with nothing behind it.</summary>
    public bool IsDid => Path.Length == 0 && Query is null && Fragment is null;

    /// <summary>Reads a DID or DID URL.</summary>
    /// <returns>False when the text is neither.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DidUrl? url)
    {
        url = null;
        if (text is null || Syntax().Match(text) is not { Success: true } match)
        {
            return false;
        }

        string? Optional(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        url = new DidUrl(match.Groups["did"].Value, match.Groups["method"].Value, match.Groups["id"].Value, match.Groups["path"].Value, Optional("query"), Optional("fragment"));
        return true;
    }

    /// <summary>Whether the text begins with a DID, whatever follows it.</summary>
    public static bool BeginsWithDid(string text) => Beginning().IsMatch(text);

    /// <summary>The query's parameters in their order, decoded.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        foreach (var pair in (Query ?? string.Empty).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0
                ? (Uri.UnescapeDataString(pair), string.Empty)
                : (Uri.UnescapeDataString(pair[..equals]), Uri.UnescapeDataString(pair[(equals + 1)..]));
        }
    }

    // No two alternatives of a repetition begin alike, so the time is linear in the text's length.
    [GeneratedRegex(
        """
        \A(?<did>did:(?<method>[a-z0-9]+):(?<id>(?:(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})*:)*(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+))
        (?<path>(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)
        (?:\?(?<query>(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*))?
        (?:\#(?<fragment>(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*))?\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Syntax();

    [GeneratedRegex(@"\Adid:[a-z0-9]+:(?:[A-Za-z0-9._:-]|%[0-9A-Fa-f]{2})*(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})[/?#]", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
