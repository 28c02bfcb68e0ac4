using System.Numerics;

namespace Sending.Edge.Receipts;

/// <summary>What final settlements have charged to the lines at this Edge. Settlements tell the chain only the root of it.</summary>
public interface IChargedSoFar
{
    /// <summary>What is known of a payer's line.</summary>
    ChargedSoFar Of(string payer);
}

/// <summary>What a line was charged.</summary>
/// <param name="ThroughEpoch">Every epoch up to this one is in it; -1 when none is.</param>
/// <param name="Cumulative">All charges of those epochs, in the smallest unit of SEND.</param>
public sealed record ChargedSoFar(long ThroughEpoch, BigInteger Cumulative)
{
    /// <summary>Nothing is known.</summary>
    public static ChargedSoFar Unknown { get; } = new(-1, 0);
}

/// <summary>Knows of no settlement: everything that was ever served then counts as still to be charged, so that it is never too generous.</summary>
public sealed class NothingKnownCharged : IChargedSoFar
{
    /// <inheritdoc/>
    public ChargedSoFar Of(string payer) => ChargedSoFar.Unknown;
}
