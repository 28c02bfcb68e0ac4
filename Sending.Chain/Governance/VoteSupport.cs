namespace Sending.Chain.Governance;

/// <summary>What a vote says; numbered as in OpenZeppelin's GovernorCountingSimple.</summary>
public enum VoteSupport : byte
{
    /// <summary>No.</summary>
    Against,

    /// <summary>Yes.</summary>
    For,

    /// <summary>Neither, but counted for the quorum.</summary>
    Abstain,
}
