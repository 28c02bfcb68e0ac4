using System.Globalization;
using Sending.Chain.Errors;
using Sending.Chain.Wire;

namespace Sending.Chain.Relay;

/// <summary>What an Edge does not grant, or that it is not there.</summary>
internal static class EdgeProblem
{
    public const string Detail = "problem";
    public const string Status = "status";

    private const int LongestText = 1_000;

    /// <summary>A problem that the Edge tells (RFC 9457).</summary>
    public static SendingException Of(Uri url, int status, ReadOnlyMemory<byte> problem)
    {
        var (code, text) = Parse(problem);
        var isTrouble = status >= 500;
        return new SendingException(
            isTrouble ? ErrorCode.EdgeUnreachable : ErrorCode.EdgeRefused,
            $"The Edge at {url} {(isTrouble ? "cannot serve just now" : "refuses")}: {text}",
            new Dictionary<string, string> { ["edge"] = url.ToString(), [Detail] = code, [Status] = status.ToString(CultureInfo.InvariantCulture) });
    }

    public static SendingException Unreachable(Uri url, string why, Exception? cause = null) => new(
        ErrorCode.EdgeUnreachable,
        $"The Edge at {url} cannot be used: {why}. Try again, or use another Edge.",
        new Dictionary<string, string> { ["edge"] = url.ToString() },
        cause);

    /// <summary>Whether an Edge refused for this reason.</summary>
    public static bool Is(this SendingException error, string code) => error.Code == ErrorCode.EdgeRefused && error.Details.GetValueOrDefault(Detail) == code;

    private static (string Code, string Text) Parse(ReadOnlyMemory<byte> problem)
    {
        try
        {
            return WireObject.Read(problem, json => (json.Text("code"), json.Text("detail") is var text && text.Length > LongestText ? text[..LongestText] : text));
        }
        catch (FormatException)
        {
            return ("unknown", "It gives no reason that can be read.");
        }
    }
}
