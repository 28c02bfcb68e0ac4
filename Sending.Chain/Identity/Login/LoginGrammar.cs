using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Sending.Chain.Identity.Login;

/// <summary>The parts of an EIP-4361 message, each by the grammar that the EIP names: RFC 3986, RFC 3339, RFC 5234.</summary>
internal static partial class LoginGrammar
{
    private const string Unreserved = @"A-Za-z0-9\-._~";
    private const string SubDelims = "!$&'()*+,;=";
    private const string Escaped = "%[0-9A-Fa-f]{2}";
    private const string PathChar = $"(?:[{Unreserved}{SubDelims}:@]|{Escaped})";
    private const string Authority = $@"(?:(?:[{Unreserved}{SubDelims}:]|{Escaped})*@)?(?:\[(?<literal>[^\[\]]*)\]|(?:[{Unreserved}{SubDelims}]|{Escaped})*)(?::[0-9]*)?";

    /// <summary>Longest message; far above what any use needs.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>A scheme of RFC 3986.</summary>
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+\-.]*\z")]
    public static partial Regex Scheme();

    /// <summary>What the statement may be made of: reserved and unreserved characters of RFC 3986, and spaces.</summary>
    [GeneratedRegex($@"\A[{Unreserved}{SubDelims}:/?#\[\]@ ]+\z")]
    public static partial Regex Statement();

    /// <summary>A nonce: at least eight letters and digits.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9]{8,}\z")]
    public static partial Regex Nonce();

    /// <summary>A request id: <c>*pchar</c>.</summary>
    [GeneratedRegex($@"\A{PathChar}*\z")]
    public static partial Regex RequestId();

    /// <summary>An address.</summary>
    [GeneratedRegex(@"\A0x[0-9a-fA-F]{40}\z")]
    public static partial Regex Address();

    /// <summary>A chain id.</summary>
    [GeneratedRegex(@"\A[0-9]{1,78}\z")]
    public static partial Regex ChainId();

    /// <summary>An authority of RFC 3986 that is not empty.</summary>
    public static bool IsAuthority(string text) => text.Length > 0 && AuthorityPattern().Match(text) is { Success: true } match && IsLiteral(match);

    /// <summary>A URI of RFC 3986; it begins with its scheme.</summary>
    public static bool IsUri(string text) => UriPattern().Match(text) is { Success: true } match && IsLiteral(match);

    /// <summary>A <c>date-time</c> of RFC 3339; null when it is none, or on no calendar. Parts of a second beyond 100 ns do not count.</summary>
    public static DateTimeOffset? Time(string text)
    {
        var match = TimePattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value;
        var shortened = $"{match.Groups["date"].Value}T{match.Groups["time"].Value}.{(fraction.Length > 7 ? fraction[..7] : fraction.PadRight(7, '0'))}{match.Groups["zone"].Value.ToUpperInvariant()}";
        return DateTimeOffset.TryParseExact(shortened, "yyyy-MM-dd'T'HH:mm:ss.fffffffK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    private static bool IsLiteral(Match match)
    {
        var literal = match.Groups["literal"];
        return !literal.Success
            || FutureAddress().IsMatch(literal.Value)
            || (!literal.Value.Contains('%', StringComparison.Ordinal) && !literal.Value.Contains('/', StringComparison.Ordinal)
                && IPAddress.TryParse(literal.Value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6);
    }

    [GeneratedRegex($@"\A{Authority}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex AuthorityPattern();

    [GeneratedRegex($@"\A[A-Za-z][A-Za-z0-9+\-.]*:(?://{Authority}(?:/{PathChar}*)*|/(?:{PathChar}+(?:/{PathChar}*)*)?|{PathChar}+(?:/{PathChar}*)*)?(?:\?(?:{PathChar}|[/?])*)?(?:#(?:{PathChar}|[/?])*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex UriPattern();

    [GeneratedRegex($@"\A[vV][0-9A-Fa-f]+\.[{Unreserved}{SubDelims}:]+\z")]
    private static partial Regex FutureAddress();

    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.(?<fraction>[0-9]+))?(?<zone>[Zz]|[+\-][0-9]{2}:[0-9]{2})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TimePattern();
}
