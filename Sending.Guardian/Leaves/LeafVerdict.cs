using Sending.Chain.Work;

namespace Sending.Guardian.Leaves;

/// <summary>What a guardian knows of a commitment's leaves.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="Set">The leaves, when something is wrong with them that they show.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Note">In words for a person.</param>
internal sealed record LeafVerdict(LeafVerdictKind Kind, LeafSet? Set, IReadOnlyList<LeafFault> Faults, string Note)
{
    /// <summary>The fault that convicts by itself; null when there is none.</summary>
    public LeafFault? Proof => Faults.FirstOrDefault(fault => fault.Kind is LeafFaultKind.InvalidReceipt or LeafFaultKind.Disorder);
}

/// <summary>How a commitment's leaves were found.</summary>
internal enum LeafVerdictKind
{
    /// <summary>They are here, and sound.</summary>
    Held,

    /// <summary>They are here, and something is wrong.</summary>
    Faulty,

    /// <summary>Nobody has given them yet.</summary>
    Withheld,
}
