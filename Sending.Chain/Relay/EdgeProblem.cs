using System.Globalization;
using Sending.Chain.Errors;
using Sending.Chain.Wire;

namespace Sending.Chain.Relay;

/// <summary>What an Edge does not grant, or that it is not there.</summary>
internal static class EdgeProblem
{
    public const string Detail = "problem";

    private const int FirstServerError = 500;
    private const string Unauthenticated = "unauthenticated";

    /// <summary>A problem that the Edge tells (RFC 9457).</summary>
    public static SendingException Of(Uri url, int status, ReadOnlyMemory<byte> problem)
    {
        try
        {
            return Of(url, WireObject.Read(problem, EdgeRefusal.Read) with { Status = status });
        }
        catch (FormatException)
        {
            return Of(url, new EdgeRefusal(status, "unknown", string.Create(CultureInfo.InvariantCulture, $"It answers {status}, and no reason that can be read.")));
        }
    }

    public static SendingException Of(Uri url, EdgeRefusal refusal)
    {
        var isTrouble = refusal.Status >= FirstServerError;
        return new SendingException(
            isTrouble ? ErrorCode.EdgeUnreachable : ErrorCode.EdgeRefused,
            $"The Edge at {url} {(isTrouble ? "cannot serve just now" : "refuses")}: {refusal.Detail}",
            new Dictionary<string, string> { ["edge"] = url.ToString(), [Detail] = refusal.Code, ["status"] = refusal.Status.ToString(CultureInfo.InvariantCulture) });
    }

    public static SendingException LoggedOut(Uri url) => Of(url, new EdgeRefusal(401, Unauthenticated, "The bearer token is not known, or has ended."));

    public static SendingException Unreachable(Uri url, string why, Exception? cause = null) => new(
        ErrorCode.EdgeUnreachable,
        $"The Edge at {url} cannot be used: {why}. Try again, or use another Edge.",
        new Dictionary<string, string> { ["edge"] = url.ToString() },
        cause);

    /// <summary>Whether an Edge refused for this reason.</summary>
    public static bool Is(this SendingException error, string code) => error.Code == ErrorCode.EdgeRefused && error.Details.GetValueOrDefault(Detail) == code;

    /// <summary>Whether an Edge refused because the token is not known, or not any more.</summary>
    public static bool IsLoggedOut(this SendingException error) => error.Is(Unauthenticated);
}
