using System.Numerics;
using Sending.Chain.Errors;

namespace Sending.Chain.Transactions;

/// <summary>An intent in the outbox, as it stands.</summary>
/// <param name="Id">Its number in this outbox, by the order of recording.</param>
/// <param name="Intent">What is wanted.</param>
/// <param name="State">How far it has come.</param>
/// <param name="RecordedAt">When it was recorded, by this machine's clock; to show, nothing is decided by it.</param>
public sealed record OutboxEntry(long Id, TransactionIntent Intent, OutboxState State, DateTimeOffset RecordedAt)
{
    /// <summary>The idempotency key.</summary>
    public string Key => Intent.Key;

    /// <summary>What it does.</summary>
    public TransactionCall Call => Intent.Call;

    /// <summary>The nonce it has now; null when it has none.</summary>
    public long? Nonce { get; init; }

    /// <summary>Everything that was signed for it, oldest first.</summary>
    public IReadOnlyList<OutboxAttempt> Attempts { get; init; } = [];

    /// <summary>Hash of the attempt that was mined, else of the newest that counts; null when there is none.</summary>
    public string? Hash => Outcome?.Hash ?? Newest?.Hash;

    /// <summary>Where it was mined; null when it is not.</summary>
    public OutboxOutcome? Outcome { get; init; }

    /// <summary>What it waits for, in words for a person; null when nothing is unusual.</summary>
    public OutboxNote? Note { get; init; }

    /// <summary>Why it ended without effect, or is about to; null otherwise.</summary>
    public SendingException? Failure { get; init; }

    /// <summary>Whether nothing more will happen.</summary>
    public bool Ended => State >= OutboxState.Final;

    /// <summary>Whether a node may have it.</summary>
    public bool Out => State is OutboxState.Sent or OutboxState.Mined;

    /// <summary>The attempt that is in play.</summary>
    internal OutboxAttempt? Newest => Attempts.LastOrDefault(attempt => !attempt.Dead);

    /// <summary>Whether a zero-value transfer to oneself has taken its place at its nonce.</summary>
    internal bool Filled => Outcome is { } outcome && Attempts.Any(attempt => attempt.Hash == outcome.Hash && attempt.IsFiller);
}

/// <summary>One signed transaction of an intent; several with the same nonce are replacements of each other.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Nonce">Its nonce.</param>
/// <param name="MaxFeePerGas">Wei per gas.</param>
/// <param name="Tip">Priority fee, wei per gas.</param>
/// <param name="GasLimit">Gas limit.</param>
/// <param name="IsFiller">Whether it only uses the nonce up, because the intent was given up: nothing to oneself.</param>
public sealed record OutboxAttempt(string Hash, long Nonce, BigInteger MaxFeePerGas, BigInteger Tip, BigInteger GasLimit, bool IsFiller)
{
    /// <summary>The signed bytes in hex.</summary>
    internal string Raw { get; init; } = "";

    /// <summary>Head of the chain when it was signed; the nonce was free there.</summary>
    internal long SignedAtBlock { get; init; }

    /// <summary>Whether it can never be mined: its nonce is used up by another transaction for good, or it never left and never will.</summary>
    internal bool Dead { get; init; }
}

/// <summary>Where and how an intent was mined.</summary>
/// <param name="Hash">The attempt that was mined.</param>
/// <param name="BlockNumber">Its block.</param>
/// <param name="BlockHash">Hash of that block.</param>
/// <param name="Succeeded">False when it reverted.</param>
/// <param name="GasUsed">Gas that it used.</param>
/// <param name="GasPrice">Wei paid per unit of gas.</param>
public sealed record OutboxOutcome(string Hash, long BlockNumber, string BlockHash, bool Succeeded, BigInteger GasUsed, BigInteger GasPrice);

/// <summary>Why an intent waits.</summary>
/// <param name="Reason">The kind of trouble.</param>
/// <param name="Text">The trouble in a sentence.</param>
public sealed record OutboxNote(OutboxWait Reason, string Text);

/// <summary>What an intent can wait for.</summary>
public enum OutboxWait
{
    /// <summary>Its account is not unlocked here.</summary>
    Account,

    /// <summary>The account cannot pay.</summary>
    Funds,

    /// <summary>Lower fees.</summary>
    Fees,

    /// <summary>Transactions before it are not mined yet.</summary>
    Earlier,

    /// <summary>The node cannot be reached.</summary>
    Unreachable,

    /// <summary>The node does not take it.</summary>
    Refused,

    /// <summary>Its nonce is used up by another transaction, which is not final yet.</summary>
    Nonce,

    /// <summary>Its block is no longer of the chain.</summary>
    Reorganisation,
}
