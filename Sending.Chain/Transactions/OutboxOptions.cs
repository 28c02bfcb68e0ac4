using System.Numerics;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>How an outbox prices, waits and judges.</summary>
public sealed record OutboxOptions
{
    /// <summary>Which block is deep enough.</summary>
    public Finality Finality { get; init; } = Finality.Finalized;

    /// <summary>The most to pay per unit of gas, tip included, unless an intent says otherwise; wei.</summary>
    public BigInteger FeeCap { get; init; } = 500_000_000_000;

    /// <summary>Gas beyond the estimate in percent, besides the allowance for fresh storage.</summary>
    public int GasHeadroomPercent { get; init; } = 25;

    /// <summary>Transactions of one account that are out at once; nodes keep 16 of them at least.</summary>
    public int MaxInFlight { get; init; } = 16;

    /// <summary>Not mined for so long although fees moved: replaced.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Not mined for so many blocks although fees moved: replaced.</summary>
    public int StuckAfterBlocks { get; init; } = 5;

    /// <summary>How long a hole below the outbox's nonces may stay, or an account without funds block later intents, before it is filled.</summary>
    public TimeSpan GapPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>First pause between two looks; it grows to <see cref="LongestPoll"/> while nothing happens.</summary>
    public TimeSpan ShortestPoll { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Longest pause between two looks.</summary>
    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For <see cref="Outbox.SendAsync"/>: longest wait until a node takes the transaction.</summary>
    public TimeSpan AcceptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For <see cref="Outbox.SendAsync"/> and <see cref="Outbox.SettleAsync"/>: longest wait until it is mined; it stays out afterwards.</summary>
    public TimeSpan ReceiptTimeout { get; init; } = TimeSpan.FromMinutes(3);
}
