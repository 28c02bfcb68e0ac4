namespace Sending.Chain.Transactions;

/// <summary>Where a process can die with something done and the next thing not; tests let it die at each.</summary>
internal enum OutboxPoint
{
    /// <summary>The intent is recorded.</summary>
    Recorded,

    /// <summary>Nonce, bytes and hash are chosen and not stored.</summary>
    Signing,

    /// <summary>They are stored.</summary>
    Signed,

    /// <summary>It is marked as sent; no node has it.</summary>
    Marked,

    /// <summary>A node has it; nothing more is noted.</summary>
    HandedOver,

    /// <summary>A replacement is signed and stored; no node has it.</summary>
    Replaced,

    /// <summary>Its receipt was seen and is not stored.</summary>
    ReceiptSeen,

    /// <summary>The receipt is stored.</summary>
    Settled,
}
