using Sending.Chain.Duties;
using Sending.Chain.Work;

namespace Sending.Guardian.Leaves;

/// <summary>
/// Fetches and checks the leaves of every commitment of the epoch that has ended, from when it is committed until T+W4.
/// </summary>
/// <param name="auditor">Does it.</param>
internal sealed class AuditDuty(LeafAuditor auditor) : IDuty
{
    /// <inheritdoc/>
    public string Name => "audit-leaves";

    /// <inheritdoc/>
    public async Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        var epoch = moment.Epoch - 1;
        var until = epoch < 0 ? moment.ChainTime : moment.EndOf(epoch) + moment.Clock.W4;
        if (moment.ChainTime >= until)
        {
            return DutyReport.Nothing;
        }

        var counts = new int[Enum.GetValues<LeafVerdictKind>().Length];
        string? problem = null;
        var commitments = moment.State.Work.ListCommitments(epoch).Where(commitment => !commitment.Convicted).ToList();

        // One Edge that is slow to give its leaves keeps no other's from being checked in time.
        var wanted = commitments.Where(commitment => auditor.Find(commitment) is not { Kind: not LeafVerdictKind.Withheld })
            .Select(commitment => (Header: LeafAuditor.HeaderOf(commitment), Sources: LeafSources.Of(moment.State, commitment.Edge)))
            .ToList();
        await Task.WhenAll(wanted.Select(each => auditor.ObtainAsync(each.Header, each.Sources, cancellationToken)));
        foreach (var commitment in commitments)
        {
            var verdict = await auditor.AuditAsync(moment.State, commitment, cancellationToken);
            counts[(int)verdict.Kind]++;
            problem ??= verdict.Kind == LeafVerdictKind.Held ? null : $"{commitment.Edge}: {verdict.Note}";
        }

        var withheld = counts[(int)LeafVerdictKind.Withheld];
        var text = FormattableString.Invariant($"{counts[(int)LeafVerdictKind.Held]} sound, {counts[(int)LeafVerdictKind.Faulty]} faulty, {withheld} not given.");
        return new DutyReport(withheld > 0 ? DutyState.Waiting : DutyState.Done, epoch, problem is null ? text : $"{text} {problem}", until);
    }
}
