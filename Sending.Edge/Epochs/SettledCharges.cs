using System.Numerics;
using Sending.Edge.Receipts;

namespace Sending.Edge.Epochs;

/// <summary>What the last final settlement that is known has charged to the lines at this Edge.</summary>
public sealed class SettledCharges : IChargedSoFar
{
    private volatile Known _known = new(-1, new Dictionary<string, BigInteger>());

    /// <inheritdoc/>
    public ChargedSoFar Of(string payer)
    {
        var known = _known;
        return new ChargedSoFar(known.ThroughEpoch, known.Cumulative.GetValueOrDefault(payer));
    }

    /// <summary>Takes what is known now in place of what was.</summary>
    /// <param name="throughEpoch">Nothing more is charged for this epoch and those before it.</param>
    /// <param name="cumulative">By payer (EIP-55), in the smallest unit of SEND; who is missing was charged nothing.</param>
    internal void Set(long throughEpoch, IReadOnlyDictionary<string, BigInteger> cumulative) => _known = new Known(throughEpoch, cumulative);

    private sealed record Known(long ThroughEpoch, IReadOnlyDictionary<string, BigInteger> Cumulative);
}
