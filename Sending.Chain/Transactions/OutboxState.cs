namespace Sending.Chain.Transactions;

/// <summary>How far an intent has come. The numbers are stored; those from <see cref="Final"/> on are ends.</summary>
public enum OutboxState
{
    /// <summary>Recorded; it has no nonce, and nothing is signed.</summary>
    Recorded = 0,

    /// <summary>Nonce taken, signed bytes stored; no node has seen them.</summary>
    Signed = 1,

    /// <summary>Handed to a node at least once, or about to be: it may be mined at any time.</summary>
    Sent = 2,

    /// <summary>Mined, succeeded or reverted; a reorganisation may still undo it.</summary>
    Mined = 3,

    /// <summary>Mined for good.</summary>
    Final = 4,

    /// <summary>The contract refuses, or it cannot be paid; nothing of it happened.</summary>
    Refused = 5,

    /// <summary>Withdrawn before it was sent.</summary>
    Cancelled = 6,

    /// <summary>Its deadline passed, or it did not get cheap enough, before it was sent.</summary>
    Expired = 7,
}
