namespace Sending.Chain.Work;

/// <summary>What is wrong with a set of leaves.</summary>
public enum LeafFaultKind
{
    /// <summary>They have not the root that is committed: these are not the commitment's leaves. Nothing can be proven with them; challenge a unit.</summary>
    WrongRoot,

    /// <summary>The root's sum is not what is committed, or sums do not fit 64 bits. No unit can be proven to the contract; challenge one.</summary>
    WrongSum,

    /// <summary>Two leaves whose keys are equal or out of order: <c>proveDisorder</c> convicts.</summary>
    Disorder,

    /// <summary>A leaf that is no valid receipt, or has no units: <c>proveInvalid</c> convicts.</summary>
    InvalidReceipt,
}

/// <summary>A fault.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="First">Place of the leaf that is wrong, or of the one to the left; 0 when the whole set is.</param>
/// <param name="Second">Place of the other leaf of a disorder; else the same.</param>
/// <param name="Reason">Why, for a person.</param>
public sealed record LeafFault(LeafFaultKind Kind, int First, int Second, string Reason);

/// <summary>What a check found.</summary>
/// <param name="Faults">What is wrong, the first <see cref="LeafSetCheck.MaxFaults"/>; empty when every leaf is a valid receipt.</param>
public sealed record LeafSetReport(IReadOnlyList<LeafFault> Faults)
{
    /// <summary>Whether a guardian may say that it holds the set.</summary>
    public bool IsSound => Faults.Count == 0;
}
