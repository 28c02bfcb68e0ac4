using System.Text;
using Sending.Chain.Errors;

namespace Sending.Chain.Staking;

/// <summary>The public base URL of a node's HTTP service.</summary>
public static class NodeEndpoint
{
    /// <summary>Most bytes of UTF-8 that NodeStaking emits.</summary>
    public const int MaxLength = 256;

    /// <summary>Checks an endpoint: an absolute http or https URL without user, query or fragment, at most 256 bytes.</summary>
    /// <returns>The text without surrounding spaces and trailing slash.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static string Parse(string text)
    {
        var trimmed = text.Trim();
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            throw Invalid(text, "write an absolute URL such as https://edge.example.org");
        }

        if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            throw Invalid(text, "it must not carry a user, a query or a fragment");
        }

        var endpoint = trimmed.TrimEnd('/');
        var length = Encoding.UTF8.GetByteCount(endpoint);
        return length <= MaxLength ? endpoint : throw Invalid(text, $"it is {length} bytes long; at most {MaxLength} are allowed");
    }

    private static SendingException Invalid(string text, string why)
        => new(
            ErrorCode.InvalidInput,
            $"\"{text}\" is not an endpoint: {why}.",
            new Dictionary<string, string> { ["endpoint"] = text });
}
