using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sending.Chain.Duties;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Projection;
using Sending.Chain.Http.Problems;

namespace Sending.Chain.Http.Hosting;

/// <summary>
/// Tells this machine how the duties stand, and at which block: <c>chainTime</c> and <c>block</c> are of the oldest block that a duty saw last, and missing
/// while one has not run.
/// </summary>
internal sealed class DutiesEndpoint(DutyLoop loop, IProtocolSource index)
{
    public const string Path = "/v1/duties";

    private const string MediaType = "application/json";

    public Task AnswerAsync(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            return new Refusal(StatusCodes.Status403Forbidden, ProblemCode.LoopbackOnly, "Only this machine may ask", "Ask from the machine that the service runs on.").WriteAsync(context);
        }

        var statuses = loop.Statuses;
        var oldest = loop.AllHaveRun ? statuses.MinBy(status => status.Block) : null;
        using var state = index.Open();
        return Answers.WriteAsync(context, StatusCodes.Status200OK, MediaType, Answers.Bytes(new JsonObject
        {
            ["chainTime"] = oldest is null ? null : ChainTime.FormatIso(oldest.ChainTime),
            ["block"] = oldest?.Block,
            ["epoch"] = oldest is null || state is null ? null : state.Clock.EpochAt(oldest.ChainTime),
            ["duties"] = new JsonArray([.. statuses.Select(Json)]),
        }));
    }

    private static JsonNode Json(DutyStatus status) => new JsonObject
    {
        ["name"] = status.Name,
        ["epoch"] = status.Report.Epoch,
        ["state"] = status.Report.State.ToString().ToLowerInvariant(),
        ["note"] = status.Report.Note,
        ["until"] = status.Report.Until is { } until ? ChainTime.FormatIso(until) : null,
        ["goesOn"] = status.Report.GoesOn is { } goesOn ? ChainTime.FormatIso(goesOn) : null,
        ["block"] = status.Block,
    };
}
