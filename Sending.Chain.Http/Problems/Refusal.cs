using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Sending.Chain.Http.Problems;

/// <summary>Why a request is not granted: problem details (RFC 9457), whose type is <c>urn:sending:problem:</c> and the code.</summary>
/// <param name="Status">The HTTP status, 4xx unless it is the host's own trouble.</param>
/// <param name="Code">What is wrong, for programs.</param>
/// <param name="Title">What is wrong in general.</param>
/// <param name="Detail">What is wrong here, and what to do about it, in whole sentences.</param>
public sealed record Refusal(int Status, ProblemCode Code, string Title, string Detail)
{
    /// <summary>Begins each type.</summary>
    public const string TypePrefix = "urn:sending:problem:";

    /// <summary>Further members, made anew for each answer; null for none.</summary>
    public Func<IEnumerable<KeyValuePair<string, JsonNode?>>>? Members { get; init; }

    /// <summary>When to try again; null when waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A request that is not of the form that it must have.</summary>
    public static Refusal Malformed(string detail) => new(StatusCodes.Status400BadRequest, ProblemCode.Malformed, "The request is malformed", detail);

    /// <summary>The problem details.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = TypePrefix + Code.Text, ["title"] = Title, ["status"] = Status, ["detail"] = Detail, ["code"] = Code.Text };
        foreach (var (name, value) in Members?.Invoke() ?? [])
        {
            json[name] = value;
        }

        return json;
    }

    /// <summary>Answers a request with it.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        }

        return Answers.WriteAsync(context, Status, Answers.ProblemType, Answers.Bytes(ToJson()));
    }
}

/// <summary>Ends a request with a <see cref="Problems.Refusal"/>; see <see cref="Requests.Guard"/>.</summary>
public sealed class RefusalException(Refusal refusal) : Exception(refusal.Detail)
{
    /// <summary>What is answered.</summary>
    public Refusal Refusal { get; } = refusal;
}
