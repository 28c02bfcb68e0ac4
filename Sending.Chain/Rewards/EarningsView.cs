using System.Numerics;
using Sending.Chain.Events.Projection;
using Sending.Chain.Settlements;
using Sending.Chain.Wire;

namespace Sending.Chain.Rewards;

/// <summary>What a node has earned by settlements, and what of that reached it. Amounts in the smallest unit of SEND.</summary>
/// <param name="Node">The node's owner.</param>
/// <param name="Settlement">The newest final settlement; null while none is final.</param>
/// <param name="Settled">All that the node has earned by it; null when nobody proves it.</param>
/// <param name="Collected">What of that reached the node.</param>
/// <param name="Proof">Proves it to the contract; null when nothing is earned, or nobody proves it.</param>
/// <param name="Failures">Who was asked for the proof, and did not give it.</param>
public sealed record EarningsView(
    string Node,
    IndexedSettlement? Settlement,
    BigInteger? Settled,
    BigInteger Collected,
    EarningsProof? Proof,
    IReadOnlyList<ServiceFailure> Failures)
{
    /// <summary>What can be collected; null when nobody proves it.</summary>
    public BigInteger? Collectable => Settled - Collected;

    /// <summary>Why it is not known what the node has earned, for a person; null when it is.</summary>
    /// <param name="node">What the person calls it.</param>
    public string? Doubt(string node) => Settled is not null
        ? null
        : $"No guardian proves what the node of {node} has earned by the settlement of epoch {Settlement!.Epoch}: it is nothing, or they do not have the settlement "
        + $"({ServiceFailure.Describe(Failures, "none has an endpoint")}). Name one that has it by --from.";
}
