namespace Sending.Chain.Duties;

/// <summary>How a duty stands.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Epoch">The epoch that it is about; null when it is about none.</param>
/// <param name="Note">In words for a person, what it waits for or what came of it; null when there is nothing to say.</param>
/// <param name="Until">When its window closes, or what it waits for comes, by the chain's clock; null when nothing limits it.</param>
public sealed record DutyReport(DutyState State, long? Epoch = null, string? Note = null, DateTimeOffset? Until = null)
{
    /// <summary>When it goes on, where it waits for nothing but the chain's clock; else null.</summary>
    public DateTimeOffset? GoesOn { get; init; }

    /// <summary>There is nothing to do.</summary>
    public static DutyReport Nothing { get; } = new(DutyState.Nothing);
}

/// <summary>How a duty stands, of what it is about now.</summary>
public enum DutyState
{
    /// <summary>There is nothing to do.</summary>
    Nothing,

    /// <summary>Its time has not come, and nothing has to be done before.</summary>
    Waiting,

    /// <summary>Something has to be done in the window that is open, and is not on the chain yet.</summary>
    Pending,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>Its window has closed, and it was not done.</summary>
    Missed,

    /// <summary>It could not be done just now, and is tried again.</summary>
    Failed,
}

/// <summary>A duty's last report.</summary>
/// <param name="Name">The duty.</param>
/// <param name="Report">What it told.</param>
/// <param name="Block">Number of the block that it saw.</param>
/// <param name="ChainTime">That block's timestamp.</param>
public sealed record DutyStatus(string Name, DutyReport Report, long Block, DateTimeOffset ChainTime);
