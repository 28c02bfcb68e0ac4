using System.Globalization;
using Sending.Chain.Duties;
using Sending.Chain.Staking;
using Sending.Chain.Wire;

namespace Sending.Guardian.Probes;

/// <summary>
/// Probes every active Edge at random times of the epoch that runs, so that each probe has ended when the epoch does. What an Edge refuses, or does not
/// bring back in time, is not answered; where there is no credit to probe with, nothing is counted.
/// </summary>
/// <param name="guardian">Which guardian it is.</param>
/// <param name="prober">Makes probes.</param>
/// <param name="credit">Pays for them.</param>
/// <param name="book">Counts them.</param>
/// <param name="options">How many, and how long they may take.</param>
/// <param name="metrics">Counts them for its operator.</param>
internal sealed class ProbeDuty(GuardianIdentity guardian, Prober prober, ProbeCredit credit, ProbeBook book, ProbeOptions options, ProbeMetrics metrics) : IDuty
{
    private const int MostNamed = 8;
    private const int SlackParts = 60;

    private static readonly TimeSpan s_longestSlack = TimeSpan.FromMinutes(1);

    private readonly ProbeSchedule _schedule = new();
    private readonly Lock _turn = new();
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "probe-edges";

    /// <inheritdoc/>
    public async Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        var (state, epoch) = (moment.State, moment.Epoch);
        var edges = state.Staking.ListNodes(NodeRole.Edge).Where(node => node.Active).ToList();
        if (edges.Count == 0 || state.Staking.FindNode(guardian.Owner) is not { Active: true })
        {
            return DutyReport.Nothing;
        }

        var (usable, trouble) = await credit.PrepareAsync(moment, [.. edges.Select(edge => edge.Owner)], cancellationToken);
        var slack = moment.Clock.EpochDuration / SlackParts;
        var closes = moment.EndOf(epoch) - options.Connecting - options.Limit - (slack < s_longestSlack ? slack : s_longestSlack);
        var services = ServiceDirectory.List(state, NodeRole.Edge).ToDictionary(service => service.Node, StringComparer.Ordinal);
        var counts = book.CountsOf(epoch);
        var probing = new List<Task>();
        foreach (var edge in edges.Where(edge => ProbeScores.IsKnown(state, edge, epoch)).Select(edge => edge.Owner))
        {
            var lines = usable.Where(line => line.Edge == edge).ToList();
            if (lines.Count > 0)
            {
                var due = _schedule.TakeDue(edge, epoch, moment.ChainTime, closes, options.Count - (int)(counts.GetValueOrDefault(edge)?.Sent ?? 0));
                probing.Add(ProbeAsync(epoch, edge, services.GetValueOrDefault(edge), lines, due, cancellationToken));
            }
        }

        await Task.WhenAll(probing);
        return Report(epoch, moment.ChainTime > closes ? null : closes, trouble);
    }

    private async Task ProbeAsync(long epoch, string edge, NodeService? service, List<ProbeLine> lines, int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            var result = new ProbeResult(false, TimeSpan.Zero, "it has told no endpoint");
            if (service is not null)
            {
                var line = lines[Random.Shared.Next(lines.Count)];
                book.Use(line, Prober.Units);
                result = await prober.ProbeAsync(service, line, cancellationToken);
            }

            if (result.Answered is { } answered)
            {
                book.Count(epoch, edge, answered);
            }

            metrics.Add(edge, result);
            lock (_turn)
            {
                _reasons[edge] = result.Reason ?? _reasons.GetValueOrDefault(edge, "");
            }
        }
    }

    private DutyReport Report(long epoch, DateTimeOffset? closes, string? trouble)
    {
        var counts = book.CountsOf(epoch).OrderBy(each => (double)each.Value.Answered / each.Value.Sent).ThenBy(each => each.Key, StringComparer.Ordinal).ToList();
        var edges = string.Join(", ", counts.Take(MostNamed).Select(each => Text(each.Key, each.Value))) + (counts.Count > MostNamed ? ", and others." : ".");
        var note = counts.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"Probed {counts.Count} {(counts.Count == 1 ? "Edge" : "Edges")}: {edges}");
        return trouble is not null ? new DutyReport(DutyState.Failed, epoch, $"{trouble}{(note is null ? "" : " " + note)}", closes)
            : closes is not null ? new DutyReport(DutyState.Waiting, epoch, note ?? "Edges are probed at random times.", closes)
            : new DutyReport(DutyState.Done, epoch, note ?? "No Edge was probed.");
    }

    private string Text(string edge, ProbeCount count)
    {
        var reason = count.Answered == count.Sent ? "" : _reasons.GetValueOrDefault(edge, "");
        return string.Create(CultureInfo.InvariantCulture, $"{edge} {count.Answered} of {count.Sent}{(reason.Length == 0 ? "" : $" (the last: {reason.TrimEnd('.')})")}");
    }
}
