using System.Numerics;

namespace Sending.Chain.Transactions;

/// <summary>A transaction that is wanted, for the outbox to bring about exactly once.</summary>
/// <param name="Key">
/// The idempotency key: what it is about, such as "commit-work/17". The same key is the same intent, for ever; text of at most
/// <see cref="MaxKeyLength"/> characters.
/// </param>
/// <param name="Call">What it does.</param>
public sealed record TransactionIntent(string Key, TransactionCall Call)
{
    /// <summary>Longest <see cref="Key"/>.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>The gas limit; null to estimate when it is sent.</summary>
    public BigInteger? GasLimit { get; init; }

    /// <summary>What it may cost.</summary>
    public FeePolicy Fees { get; init; } = new();

    /// <summary>
    /// The last moment to send it, by the chain's clock; null for none. An intent that has left is followed to its end whatever the time.
    /// </summary>
    public DateTimeOffset? Deadline { get; init; }
}

/// <summary>What may be paid per unit of gas, in wei (EIP-1559).</summary>
public sealed record FeePolicy
{
    /// <summary>The most, tip included, for replacements too; null for the outbox's own cap.</summary>
    public BigInteger? Cap { get; init; }

    /// <summary>Wait until the base fee is below this; null not to wait.</summary>
    public BigInteger? CheaperThan { get; init; }

    /// <summary>Until when <see cref="CheaperThan"/> is waited for, by the chain's clock; null for ever.</summary>
    public DateTimeOffset? CheaperUntil { get; init; }

    /// <summary>What happens when it did not get cheaper: sent all the same, or given up.</summary>
    public bool SendAnyway { get; init; }
}
