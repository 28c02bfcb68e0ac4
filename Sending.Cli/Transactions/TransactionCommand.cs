using System.Text.Json.Nodes;
using Sending.Chain.Transactions;
using Sending.Cli.Commands;
using Sending.Cli.Output;

namespace Sending.Cli.Transactions;

/// <summary>A command that changes the chain's state: check, show, ask, send, wait, tell.</summary>
internal abstract class TransactionCommand(string name, string description) : CliCommand(name, description)
{
    /// <summary>Checks the request and simulates its transaction; nothing is sent.</summary>
    /// <exception cref="CliException">It cannot be done; the failure names the wrong number and the cure.</exception>
    protected abstract Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken);

    public sealed override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        Validate(invocation);
        TransactionResult? result = null;
        try
        {
            using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
            if (await InsteadAsync(session, invocation, cancellationToken).ConfigureAwait(false) is { } other)
            {
                return other;
            }

            if (!invocation.DryRun)
            {
                await Leftovers.SettleAsync(session, invocation, cancellationToken).ConfigureAwait(false);
            }

            var change = await PrepareAsync(session, invocation, cancellationToken).ConfigureAwait(false);
            var name = (await session.ActingAsync(cancellationToken).ConfigureAwait(false)).Account.Name;
            if (invocation.DryRun)
            {
                return Preview("Dry run, nothing was sent. " + change.Intent, change, name).Add("dryRun", null, Value.Of(true)).Warn(change.Warnings);
            }

            await AskAsync(Preview(change.Intent, change, name), change.Warnings, invocation, cancellationToken).ConfigureAwait(false);
            var account = await session.UnlockAsync(cancellationToken).ConfigureAwait(false);
            using (await session.TakeTurnAsync(account.Address, cancellationToken).ConfigureAwait(false))
            {
                var outbox = await session.OutboxAsync(cancellationToken).ConfigureAwait(false);
                Task<TransactionResult> SendAsync(TransactionPlan plan, string what) => invocation.Progress
                    .DuringAsync(what, update => outbox.SendAsync(plan.ToIntent(), account, new Stages(update), cancellationToken));

                if (change.ThenAsync is { } thenAsync)
                {
                    result = await SendAsync(change.Plan, "Sending the first of two transactions").ConfigureAwait(false);
                    if (await thenAsync(result, cancellationToken).ConfigureAwait(false) is { } plan)
                    {
                        result = await SendAsync(plan, "Sending the second").ConfigureAwait(false);
                    }
                }
                else
                {
                    result = await SendAsync(change.Plan, "Sending the transaction").ConfigureAwait(false);
                }
            }

            var report = await change.CompleteAsync(result, cancellationToken).ConfigureAwait(false);

            // People have read the warnings before they agreed.
            return report.Add(Outcome(result)).Warn(invocation.Json ? change.Warnings : []);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw result is null
                ? new CliException(ExitCode.Interrupted, "interrupted", "Interrupted; nothing was sent.")
                : new CliException(ExitCode.Interrupted, "interrupted", $"Interrupted, but the transaction {result.Hash} is mined.", new JsonObject { ["transactionHash"] = result.Hash });
        }
    }

    /// <summary>What the command does where nothing has to be sent; null to send.</summary>
    protected virtual Task<Report?> InsteadAsync(Session session, Invocation invocation, CancellationToken cancellationToken) => Task.FromResult<Report?>(null);

    /// <summary>Refuses arguments that are wrong whatever the chain says, before anything is connected or unlocked.</summary>
    protected virtual void Validate(Invocation invocation)
    {
    }

    /// <summary>Shows what will happen and, where somebody sits, asks whether it shall.</summary>
    private static async Task AskAsync(Report preview, IReadOnlyList<string> warnings, Invocation invocation, CancellationToken cancellationToken)
    {
        var somebody = invocation.Prompter.Possible;
        if (!invocation.Json || somebody)
        {
            invocation.Progress.Say(HumanText.Success(preview, somebody && invocation.Terminal.Colours));
            foreach (var warning in warnings)
            {
                invocation.Progress.Say("Warning: " + warning);
            }
        }

        if (somebody && !invocation.Yes && !await invocation.Prompter.ConfirmAsync("Send it?", cancellationToken).ConfigureAwait(false))
        {
            throw new CliException(ExitCode.Cancelled, "cancelled", "Cancelled by you; nothing was sent.");
        }
    }

    private static Report Preview(string headline, Change change, string account) =>
        new Report(headline)
            .Add("account", "Account", Value.Account(change.Plan.Call.From, account))
            .Add(change.Preview)
            .Add("gasEstimate", "Gas", Value.Of(change.Plan.GasEstimate))
            .Add("expectedFee", "Gas cost", Value.Eth(change.Plan.ExpectedFee))
            .Add("maxFee", "At most", Value.Eth(change.Plan.MaxFee));

    private static IEnumerable<Field> Outcome(TransactionResult result) =>
    [
        new("transactionHash", "Transaction", Value.Of(result.Hash)),
        new("blockNumber", "Block", Value.Id(result.BlockNumber)),
        new("gasUsed", "Gas", Value.Of(result.GasUsed)),
        new("fee", "Gas cost", Value.Eth(result.Fee)),
    ];
}
