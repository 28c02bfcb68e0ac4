using System.Numerics;

namespace Sending.Chain.Transactions;

/// <summary>How transactions are priced and waited for.</summary>
public sealed record TransactionOptions
{
    /// <summary>Gas beyond the estimate, in percent: the state may move before the transaction is mined.</summary>
    public int GasHeadroomPercent { get; init; } = 25;

    /// <summary>Tip in wei per unit of gas when the node suggests none.</summary>
    public BigInteger FallbackTip { get; init; } = 1_000_000_000;

    /// <summary>Longest wait for a receipt; the transaction stays out afterwards.</summary>
    public TimeSpan ReceiptTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>First pause between two looks for a receipt; it grows to <see cref="LongestPoll"/>.</summary>
    public TimeSpan ShortestPoll { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Longest pause between two looks for a receipt.</summary>
    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(1);
}
