using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Work;

namespace Sending.Chain.Settlements;

/// <summary>Computes settlements out of the index, leaves, and the figures of the settlement before.</summary>
/// <param name="leaves">Sets of leaves whose roots are right.</param>
/// <param name="store">Settlements that are known; those that were final and had to be computed on the way are added.</param>
/// <param name="domain">See <see cref="TypedDataDomain.OfRewards"/>.</param>
/// <param name="elsewhere">Where a settlement's document may be had when it is not kept: it is checked here. Null for nowhere.</param>
public sealed class SettlementComputer(
    ILeafStore leaves,
    SettlementStore store,
    TypedDataDomain domain,
    Func<IndexedSettlement, CancellationToken, Task<SettlementDocument?>>? elsewhere = null)
{
    /// <summary>Computes the settlement of an epoch on top of the last final one.</summary>
    /// <param name="state">Of a block at or after the epoch's T+W4.</param>
    /// <param name="epoch">The settlement's epoch, after that of the last one submitted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.CheckFailed"/>: too early, or one is pending; <see cref="ErrorCode.LeavesMissing"/>; <see cref="ErrorCode.SettlementMismatch"/>: a
    /// final settlement before is not what its inputs give.
    /// </exception>
    public Task<SettlementResult> ComputeAsync(ProtocolState state, long epoch, CancellationToken cancellationToken)
    {
        if (state.Settlements.Pending is { } pending)
        {
            throw new SendingException(
                ErrorCode.CheckFailed,
                $"The settlement of epoch {pending.Epoch} is pending: what comes after it depends on whether it becomes final. Wait until then.",
                new Dictionary<string, string> { ["check"] = "pending" });
        }

        return ComputeAsync(state, epoch, state.Settlements.LastFinal, cancellationToken);
    }

    /// <summary>Computes once more what was submitted; whether it is the same, the caller sees.</summary>
    /// <inheritdoc cref="ComputeAsync(ProtocolState, long, CancellationToken)" path="/exception"/>
    public Task<SettlementResult> RecomputeAsync(ProtocolState state, IndexedSettlement submitted, CancellationToken cancellationToken)
        => ComputeAsync(state, submitted.Epoch, state.Settlements.Find(submitted.Previous), cancellationToken);

    /// <summary>The figures that a settlement on chain commits to: kept, given by somebody else, or computed.</summary>
    /// <inheritdoc cref="ComputeAsync(ProtocolState, long, CancellationToken)" path="/exception"/>
    public async Task<CumulativeFigures> FiguresOfAsync(ProtocolState state, IndexedSettlement settlement, CancellationToken cancellationToken)
    {
        if (store.Find(settlement.Digest) is { } kept)
        {
            return kept.Figures;
        }

        var document = elsewhere is null ? null : await elsewhere(settlement, cancellationToken);
        if (document is null || !document.Matches(settlement))
        {
            document = SettlementDocument.Of(await RecomputeAsync(state, settlement, cancellationToken), domain);
            RequireSame(document, settlement);
        }

        store.Save(document);
        return document.Figures;
    }

    /// <summary>The commitments whose leaves the settlement of an epoch needs, on top of the last final one.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: it is too early.</exception>
    public static IReadOnlyList<LeafSetHeader> Required(ProtocolState state, long epoch)
        => SettlementReader.Required(SettlementReader.Read(state, epoch, state.Settlements.LastFinal, CumulativeFigures.None));

    private static void RequireSame(SettlementDocument computed, IndexedSettlement settlement)
    {
        if (!computed.Matches(settlement))
        {
            throw new SendingException(
                ErrorCode.SettlementMismatch,
                $"The settlement of epoch {settlement.Epoch} on chain ({settlement.Digest}) is not what the events and leaves give ({computed.Digest}). "
                + $"Find out who is wrong: `sending-cli epoch verify {settlement.Epoch}`.",
                new Dictionary<string, string> { ["onChain"] = settlement.Digest, ["computed"] = computed.Digest });
        }
    }

    private async Task<SettlementResult> ComputeAsync(ProtocolState state, long epoch, IndexedSettlement? previous, CancellationToken cancellationToken)
    {
        var prior = previous is null ? CumulativeFigures.None : await FiguresOfAsync(state, previous, cancellationToken);
        var input = await SettlementReader.FillAsync(SettlementReader.Read(state, epoch, previous, prior), leaves, cancellationToken);
        return SettlementComputation.Compute(input);
    }
}
