using Sending.Chain.Errors;

namespace Sending.Chain.Rpc;

/// <summary>JSON-RPC endpoints of one chain, the preferred one first. As text they are masked, since many providers put the API key into the URL.</summary>
public sealed class RpcUrls
{
    /// <param name="urls">At least one, http or https.</param>
    public RpcUrls(IReadOnlyList<Uri> urls)
    {
        ArgumentOutOfRangeException.ThrowIfZero(urls.Count, nameof(urls));
        All = [.. urls.Distinct()];
    }

    /// <summary>The endpoints in the user's order, each once.</summary>
    public IReadOnlyList<Uri> All { get; }

    /// <summary>One endpoint.</summary>
    public static implicit operator RpcUrls?(Uri? url) => url is null ? null : new RpcUrls([url]);

    /// <summary>Reads one URL or several with commas between them.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: one of them is no http or https URL.</exception>
    public static RpcUrls Parse(string text)
        => new([.. text.Split(',', StringSplitOptions.TrimEntries).Select(ParseOne)]);

    /// <summary>
    /// An endpoint without what may be secret: user and password always; path and query too unless the host is this machine.
    /// </summary>
    public static string Mask(Uri url)
    {
        var user = url.UserInfo.Length == 0 ? "" : "***@";
        var rest = url.IsLoopback || url.PathAndQuery == "/" ? url.PathAndQuery : "/***";
        return $"{url.Scheme}://{user}{url.Authority}{rest}";
    }

    /// <summary>A text that should be one URL or several with commas between them, masked alike even where it is none.</summary>
    public static string Mask(string text)
        => string.Join(", ", text.Split(',', StringSplitOptions.TrimEntries).Select(part => TryParse(part) is { } url ? Mask(url) : MaskOther(part)));

    /// <summary>The masked endpoints with commas between them.</summary>
    public override string ToString() => string.Join(", ", All.Select(Mask));

    private static Uri ParseOne(string text)
        => TryParse(text)
            ?? throw new SendingException(ErrorCode.InvalidInput, $"'{MaskOther(text)}' is not an RPC URL: write http://host:port or https://host.");

    private static Uri? TryParse(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static string MaskOther(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var end = text.IndexOfAny(['/', '?'], start);
        var host = end < 0 ? text : text[..end] + "/***";
        return host.LastIndexOf('@') is var user and >= 0 ? host[..start] + "***" + host[user..] : host;
    }
}
