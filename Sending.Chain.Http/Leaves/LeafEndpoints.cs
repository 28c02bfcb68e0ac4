using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Sending.Chain.Http.Identifiers;
using Sending.Chain.Http.Problems;
using Sending.Chain.Work;

namespace Sending.Chain.Http.Leaves;

/// <summary>
/// The leaves of work commitments, by root, to anybody: <c>GET /v1/leaves/{root}?from=&amp;limit=</c> and <c>GET /v1/leaves/{root}/proof?unit=</c>. What
/// belongs to a root never changes.
/// </summary>
/// <param name="store">Keeps the leaves.</param>
public sealed partial class LeafEndpoints(ILeafStore store)
{
    private const string Root = "root";
    private const string Json = "application/json";

    private readonly LeafTrees _trees = new(store);

    /// <summary>Serves them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        IEnumerable<string> reading = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/v1/leaves/{" + Root + "}", reading, Requests.Guard(ListAsync));
        app.MapMethods("/v1/leaves/{" + Root + "}/proof", reading, Requests.Guard(ProveAsync));
    }

    private async Task ListAsync(HttpContext context)
    {
        var root = RootOf(context);
        var from = (int)NumberOf(context, "from", 0, 0, int.MaxValue);
        var limit = (int)NumberOf(context, "limit", LeafPage.MaxLeaves, 1, LeafPage.MaxLeaves);
        var page = await LeafPage.ReadAsync(store, root, from, limit, context.RequestAborted) ?? throw Unknown(root);
        await AnswerAsync(context, root, page.ToJson);
    }

    private async Task ProveAsync(HttpContext context)
    {
        var root = RootOf(context);
        var unit = NumberOf(context, "unit", null, 0, ulong.MaxValue);
        var header = await store.FindAsync(root, context.RequestAborted) ?? throw Unknown(root);
        var evidence = await _trees.ProveAsync(header, unit, context.RequestAborted) ?? throw Unknown(root);
        await AnswerAsync(context, root, () => evidence.ToJson(unit));
    }

    private static async Task AnswerAsync(HttpContext context, string root, Func<byte[]> write)
    {
        var tag = new EntityTagHeaderValue($"\"{root}\"");
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = Caching.Forever;
        if (Caching.IsKnown(context.Request.GetTypedHeaders(), tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await Answers.WriteAsync(context, StatusCodes.Status200OK, Json, write());
    }

    private static string RootOf(HttpContext context)
    {
        var root = ((string)context.Request.RouteValues[Root]!).ToLowerInvariant();
        return RootPattern().IsMatch(root) ? root : throw new RefusalException(Refusal.Malformed("A root is 0x and 64 hexadecimal digits."));
    }

    private static ulong NumberOf(HttpContext context, string name, ulong? otherwise, ulong least, ulong most)
    {
        var given = context.Request.Query[name];
        return given switch
        {
            [] when otherwise is { } number => number,
            [{ } text] when ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
            _ => throw new RefusalException(Refusal.Malformed($"\"{name}\" is a whole number from {least} to {most}, given once.")),
        };
    }

    private static RefusalException Unknown(string root) => new(new Refusal(
        StatusCodes.Status404NotFound, ProblemCode.UnknownRoot, "No leaves of this root are kept here", $"The leaves of {root} are not kept here, or not any more. Ask the Edge that committed to it, or a guardian."));

    [GeneratedRegex(@"\A0x[0-9a-f]{64}\z")]
    private static partial Regex RootPattern();
}
