using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Wire;
using Sending.Chain.Work;

namespace Sending.Chain.Settlements;

/// <summary>What became of verifying a settlement.</summary>
/// <param name="Settlement">On chain.</param>
/// <param name="Computed">Out of events and leaves.</param>
/// <param name="Leaves">The leaves that it was computed of.</param>
/// <param name="Differences">What is otherwise on chain.</param>
public sealed record SettlementVerdict(
    IndexedSettlement Settlement, SettlementDocument Computed, IReadOnlyList<LeafAudit> Leaves, IReadOnlyList<SettlementDifference> Differences)
{
    /// <summary>Whether the settlement is what everybody computes, of leaves that are sound.</summary>
    public bool IsRight => Differences.Count == 0 && Leaves.All(audit => audit.IsSound);
}

/// <summary>
/// Computes a settlement on chain once more, without any key: of the events, of leaves that have the committed roots, and of what the settlement before
/// committed to. Who gives leaves and documents need not be trusted.
/// </summary>
/// <param name="settlements">Asks guardians for settlements.</param>
/// <param name="leaves">Fetches leaves.</param>
/// <param name="leafStore">Keeps leaves meanwhile.</param>
/// <param name="store">Keeps settlements meanwhile.</param>
/// <param name="rewards">See <see cref="TypedDataDomain.OfRewards"/>.</param>
/// <param name="work">See <see cref="TypedDataDomain.OfWork"/>.</param>
public sealed class SettlementVerifier(
    SettlementClient settlements, LeafClient leaves, ILeafStore leafStore, SettlementStore store, TypedDataDomain rewards, TypedDataDomain work)
{
    /// <summary>Verifies a settlement.</summary>
    /// <param name="state">The protocol's state.</param>
    /// <param name="settlement">On chain, cancelled or not.</param>
    /// <param name="sources">Base URLs of who may have leaves and documents; null for the endpoints of Edges and guardians.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.LeavesMissing"/>: nobody gives leaves that it was computed of.</exception>
    public async Task<SettlementVerdict> VerifyAsync(ProtocolState state, IndexedSettlement settlement, IReadOnlyList<Uri>? sources, CancellationToken cancellationToken)
    {
        var audits = await ObtainAsync(state, settlement, sources, cancellationToken);
        var computed = SettlementDocument.Of(await new SettlementComputer(leafStore, store, rewards).RecomputeAsync(state, settlement, cancellationToken), rewards);
        var served = computed.Matches(settlement) ? null : (await settlements.FindAsync(settlement, sources ?? SettlementSources.Of(state), cancellationToken)).Found;
        return new SettlementVerdict(settlement, computed, audits, SettlementDifference.Find(settlement, computed, served));
    }

    /// <summary>Fetches the leaves that a settlement needs, and what the one before committed to; where nobody has that, its leaves too, and so on.</summary>
    private async Task<IReadOnlyList<LeafAudit>> ObtainAsync(ProtocolState state, IndexedSettlement settlement, IReadOnlyList<Uri>? sources, CancellationToken cancellationToken)
    {
        var previous = state.Settlements.Find(settlement.Previous);
        var audits = new List<LeafAudit>();
        foreach (var header in SettlementReader.Required(SettlementReader.Read(state, settlement.Epoch, previous, CumulativeFigures.None)))
        {
            var commitment = state.Work.ListCommitments(header.Epoch).Single(each => each.Edge.Equals(header.Edge, StringComparison.OrdinalIgnoreCase));
            var audit = await LeafAudit.RunAsync(state, commitment, leaves, sources, work, cancellationToken);
            await leafStore.SaveAsync(audit.Set ?? throw Missing(audit), cancellationToken);
            audits.Add(audit);
        }

        if (previous is not null)
        {
            if ((await settlements.FindAsync(previous, sources ?? SettlementSources.Of(state), cancellationToken)).Found is { } document)
            {
                store.Save(document);
            }
            else
            {
                await ObtainAsync(state, previous, sources, cancellationToken);
            }
        }

        return audits;
    }

    private static SendingException Missing(LeafAudit audit) => new(
        ErrorCode.LeavesMissing,
        $"The settlement pays for the work of {audit.Commitment.Edge} in epoch {audit.Commitment.Epoch} (root {audit.Commitment.Root}), and its leaves cannot be had: "
        + $"{ServiceFailure.Describe(audit.Failures, "neither the Edge nor a guardian has an endpoint")}. Name somebody who has them by --from.",
        new Dictionary<string, string> { ["edge"] = audit.Commitment.Edge, ["root"] = audit.Commitment.Root });
}
