using System.Numerics;
using Sending.Chain.Events.Projection;
using Sending.Chain.Settlements;
using Sending.Chain.Wire;

namespace Sending.Chain.Credit;

/// <summary>What a credit line was charged by settlements. Amounts in the smallest unit of SEND.</summary>
/// <param name="Settlement">The newest final settlement; null while none is final.</param>
/// <param name="Charged">Since the beginning, by it; null when nobody proves it.</param>
/// <param name="Proof">Proves it to the contract; null when nothing has to be proven, or nobody does.</param>
/// <param name="Failures">Who was asked for the proof, and did not give it.</param>
public sealed record ChargeView(IndexedSettlement? Settlement, BigInteger? Charged, ChargeProof? Proof, IReadOnlyList<ServiceFailure> Failures)
{
    /// <summary>What the Edge may still use, but for what it has served in epochs that are not closed; null when nobody proves what was charged.</summary>
    public BigInteger? FreeOf(CreditLineView line) => Charged is { } charged ? BigInteger.Max(0, line.Balance - charged - line.Requested) : null;

    /// <summary>What a withdrawal pays of what was asked back; null when nobody proves what was charged.</summary>
    public BigInteger? PayoutOf(CreditLineView line) => Charged is { } charged ? BigInteger.Min(line.Requested, BigInteger.Max(0, line.Balance - charged)) : null;

    /// <summary>Why it is not known what was charged, for a person; null when it is.</summary>
    public string? Doubt(string edge) => Charged is not null
        ? null
        : $"No guardian proves what the line at {edge} was charged by the settlement of epoch {Settlement!.Epoch} ({ServiceFailure.Describe(Failures, "none has an endpoint")}). Name one that has it by --from.";
}
