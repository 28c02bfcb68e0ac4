using System.Numerics;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Work;

namespace Sending.Chain.Challenges;

/// <summary>Challenges of commitments, from the index.</summary>
/// <param name="connection">The node.</param>
/// <param name="index">The protocol's state as indexed.</param>
public sealed class ChallengeReader(ChainConnection connection, ProtocolIndex index)
{
    /// <summary>Commitments of an epoch, or of all, and of an Edge, or of all, by epoch; with what was challenged of them.</summary>
    /// <param name="epoch">The epoch; null for every one.</param>
    /// <param name="edge">Owner of the Edge; null for every one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<TrialView>> ListAsync(long? epoch, string? edge, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        var commitments = epoch is { } wanted ? state.Work.ListCommitments(wanted) : state.Work.ListCommitments();
        return
        [
            .. commitments
                .Where(commitment => edge is null || commitment.Edge.Equals(edge, StringComparison.OrdinalIgnoreCase))
                .Select(commitment => View(state, commitment.Epoch, commitment.Edge, commitment)),
        ];
    }

    /// <summary>Where the commitment of an Edge stands, if it has made one.</summary>
    public async Task<TrialView> GetAsync(long epoch, string edge, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        return View(state, epoch, edge, FindCommitment(state, epoch, edge));
    }

    /// <summary>What WorkProofs may take from an account.</summary>
    public async Task<BigInteger> GetAllowanceAsync(string account, CancellationToken cancellationToken)
        => await connection.Token.AllowanceQueryAsync(account, connection.Deployment.Contracts.WorkProofs).WaitAsync(cancellationToken);

    /// <summary>Base URLs where the leaves of a commitment may be had: its Edge's first, then the guardians'.</summary>
    public async Task<IReadOnlyList<Uri>> ListSourcesAsync(string edge, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        return LeafSources.Of(state, edge);
    }

    private static IndexedCommitment? FindCommitment(ProtocolState state, long epoch, string edge)
        => state.Work.ListCommitments(epoch).SingleOrDefault(commitment => commitment.Edge.Equals(edge, StringComparison.OrdinalIgnoreCase));

    private static TrialView View(ProtocolState state, long epoch, string edge, IndexedCommitment? commitment) => new(
        epoch,
        edge,
        commitment,
        state.Work.ListChallenges(epoch, edge),
        state.Parameters.ValueAt(ProtocolParameter.ChallengeBond, epoch),
        state.Clock,
        state.Block.Time);
}
