using Sending.Chain.Transactions;
using Sending.Cli.Output;

namespace Sending.Cli.Transactions;

/// <summary>A change of the chain's state that was checked and simulated, and not sent.</summary>
/// <param name="Intent">What it does, as a request: "Stake 25,000 SEND on node 0x…".</param>
/// <param name="Plan">The simulated transaction.</param>
/// <param name="CompleteAsync">Tells the effect, from the mined transaction.</param>
internal sealed record Change(string Intent, TransactionPlan Plan, Func<TransactionResult, CancellationToken, Task<Report>> CompleteAsync)
{
    /// <summary>What will happen, for the user to judge before it does.</summary>
    public IReadOnlyList<Field> Preview { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>
    /// What is sent when <see cref="Plan"/> is mined, which lets it be, so that it can be simulated no sooner. It gets the outcome of that, and returns null
    /// when there is nothing more to do. Null for a single transaction.
    /// </summary>
    public Func<TransactionResult, CancellationToken, Task<TransactionPlan?>>? ThenAsync { get; init; }
}
