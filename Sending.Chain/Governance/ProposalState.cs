namespace Sending.Chain.Governance;

/// <summary>Where a proposal stands; numbered as in OpenZeppelin's Governor.</summary>
public enum ProposalState
{
    /// <summary>Voting has not begun.</summary>
    Pending,

    /// <summary>Open to votes.</summary>
    Active,

    /// <summary>Taken back by its proposer.</summary>
    Canceled,

    /// <summary>Voted down, or the quorum was missed.</summary>
    Defeated,

    /// <summary>Agreed to; the next step is to queue it, or to execute it when it need not wait.</summary>
    Succeeded,

    /// <summary>Waits for its time.</summary>
    Queued,

    /// <summary>Its time has passed.</summary>
    Expired,

    /// <summary>Done.</summary>
    Executed,
}
