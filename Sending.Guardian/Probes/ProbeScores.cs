using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Staking;
using Sending.Guardian.Scores;

namespace Sending.Guardian.Probes;

/// <summary>Scores by probes: of a hundred, how many were answered in time. Of an Edge's first epoch, and of too few probes, there is no opinion.</summary>
internal sealed class ProbeScores(ProbeBook book) : IScoreSource
{
    /// <inheritdoc/>
    public byte[] ScoresOf(ProtocolState state, long epoch)
    {
        var counts = book.CountsOf(epoch);
        var scores = new List<byte>();
        foreach (var node in state.Staking.ListNodes(NodeRole.Edge))
        {
            if (IsKnown(state, node, epoch) && counts.GetValueOrDefault(node.Owner) is { Sent: >= ProbeOptions.Fewest } count)
            {
                scores.AddRange(Enumerable.Repeat(AvailabilityScores.NoOpinion, Math.Max(0, (int)node.Index + 1 - scores.Count)));
                scores[(int)node.Index] = (byte)(AvailabilityScores.Highest * count.Answered / count.Sent);
            }
        }

        return [.. scores];
    }

    /// <summary>Whether an epoch is not an Edge's first.</summary>
    public static bool IsKnown(ProtocolState state, IndexedNode edge, long epoch) => state.Clock.EpochAt(edge.RegisteredAt) < epoch;
}
