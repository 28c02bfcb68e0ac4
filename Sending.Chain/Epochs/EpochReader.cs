using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Settlements;

namespace Sending.Chain.Epochs;

/// <summary>Tells how far epochs have come, out of the index.</summary>
public static class EpochReader
{
    /// <summary>An epoch that has begun.</summary>
    public static EpochView Read(ProtocolState state, long epoch)
    {
        var input = SettlementReader.ReadWork(state, epoch);
        var availability = new Availability(input.Guardians);
        var edges = input.Edges.ToDictionary(edge => edge.Edge, StringComparer.OrdinalIgnoreCase);
        var scores = state.Work.ListScores(epoch);
        var weighty = input.Guardians.Select(guardian => guardian.Guardian).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new EpochView(
            epoch,
            StageOf(state, epoch),
            state.Settlements.FindCovering(epoch),
            state.Settlements.ClosingOf(epoch),
            [
                .. state.Work.ListCommitments(epoch).Select(commitment =>
                {
                    var edge = edges[commitment.Edge];
                    return new CommitmentView(
                        commitment,
                        commitment.Units * input.Rates.FeePerUnit,
                        state.Work.ListChallenges(epoch, commitment.Edge).Count,
                        input.Guardians.Count(guardian => guardian.Held is { } held && HeldBitmap.Contains(held, edge.Index)),
                        StandingOf(state, commitment, availability.Stands(edge)));
                }),
            ],
            weighty.Count,
            scores.Count(entry => weighty.Contains(entry.Guardian)),
            input.Guardians.Count(guardian => guardian.Revealed));
    }

    private static EpochStage StageOf(ProtocolState state, long epoch)
    {
        var end = state.Clock.StartOf(epoch + 1);
        return state.Settlements.FindCovering(epoch)?.Stage switch
        {
            SettlementStage.Final => EpochStage.Settled,
            SettlementStage.Pending => EpochStage.Pending,
            _ when state.Settlements.IsClosed(epoch) => EpochStage.Lapsed,
            _ when state.Block.Time < end => EpochStage.Running,
            _ when state.Block.Time < end + state.Clock.W4 => EpochStage.Windows,
            _ => EpochStage.Unsettled,
        };
    }

    private static CommitmentStanding StandingOf(ProtocolState state, IndexedCommitment commitment, bool stands) => commitment switch
    {
        { Convicted: true } => CommitmentStanding.Convicted,
        { Rejected: true } => CommitmentStanding.Rejected,
        { Unanswered: > 0 } => CommitmentStanding.Challenged,
        _ when state.Block.Time < state.Clock.StartOf(commitment.Epoch + 1) + state.Clock.W2 => CommitmentStanding.Committed,
        _ => stands ? CommitmentStanding.Stands : CommitmentStanding.NotHeld,
    };
}
