using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Chain.Reverts;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>Sees one intent through for somebody who waits, and tells the outcome as a result or an exception.</summary>
internal sealed class OutboxErrand(
    Outbox outbox,
    OutboxStore store,
    ChainConnection connection,
    RevertDecoder reverts,
    OutboxOptions options,
    TimeProvider time)
{
    private const string GoOn = "See it through with: sending-cli tx resume";

    /// <summary>How long Ctrl-C waits for another process to finish its turn.</summary>
    private static readonly TimeSpan WithdrawalPatience = TimeSpan.FromSeconds(5);

    /// <inheritdoc cref="Outbox.SendAsync" path="/exception"/>
    public async Task<TransactionResult> RunAsync(string key, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        SendingException? trouble = null;
        try
        {
            for (var pause = options.ShortestPoll; ;)
            {
                var entry = store.Find(key)!;
                try
                {
                    if ((entry.Ended || entry.State == OutboxState.Mined) && await ResultAsync(entry, cancellationToken) is { } result)
                    {
                        return result;
                    }

                    await outbox.DeskOf(entry.Call.From).TakeTurnAsync(cancellationToken);
                    trouble = null;
                }
                catch (Exception error) when (error is not (OutboxVerdict or OperationCanceledException) && NodeFailure.Translate(error) is { } failure)
                {
                    trouble = failure;
                }

                var now = store.Find(key)!;
                if (now.State == entry.State && now.Attempts.Count == entry.Attempts.Count)
                {
                    await StopAtLimitsAsync(now, trouble, time.GetElapsedTime(started));
                    await Task.Delay(pause, time, cancellationToken);
                    pause = outbox.NextPause(pause, moved: false);
                }
            }
        }
        catch (OutboxVerdict verdict)
        {
            throw verdict.Outcome;
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            if (await WithdrawAsync(key))
            {
                throw;
            }

            var hash = store.Find(key)!.Hash;
            throw Out(ErrorCode.Interrupted, $"Stopped waiting, but the transaction is out and may still be mined: {hash}. {GoOn}", hash, error);
        }
    }

    /// <summary>What to tell of an intent that is mined or has ended; null while the node does not find its receipt.</summary>
    private async Task<TransactionResult?> ResultAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Failure is { } failure && (entry.Outcome is null || entry.Filled))
        {
            throw new OutboxVerdict(failure);
        }

        var outcome = entry.Outcome!;
        if (await new SenderChain(connection, entry.Call.From).FindReceiptAsync(outcome.Hash, cancellationToken) is not { } receipt)
        {
            return null;
        }

        var attempt = entry.Attempts.First(attempt => attempt.Hash == outcome.Hash);
        return outcome.Succeeded
            ? new TransactionResult(outcome.Hash, outcome.BlockNumber, outcome.GasUsed, outcome.GasPrice, receipt)
            : throw new OutboxVerdict(await new RevertDiagnosis(connection, reverts).ExplainAsync(entry.Call, attempt.GasLimit, receipt, cancellationToken));
    }

    /// <summary>Gives up what cannot go on without somebody's help, and what lasts too long.</summary>
    private async Task StopAtLimitsAsync(OutboxEntry entry, SendingException? trouble, TimeSpan elapsed)
    {
        var waiting = entry.Note;
        if (entry.State is OutboxState.Recorded or OutboxState.Signed)
        {
            var error = waiting switch
            {
                { Reason: OutboxWait.Funds } => new SendingException(ErrorCode.CheckFailed, waiting.Text, new Dictionary<string, string> { ["check"] = "gas", ["account"] = entry.Call.From }),
                _ when elapsed > options.AcceptTimeout && trouble is not null => trouble,
                { Reason: OutboxWait.Refused } when elapsed > options.AcceptTimeout => new SendingException(ErrorCode.NodeRefused, waiting.Text),
                _ when elapsed > options.ReceiptTimeout => new SendingException(ErrorCode.CheckFailed, $"{waiting?.Text ?? trouble?.Message} Nothing was sent."),
                _ => null,
            };
            if (error is not null && await WithdrawAsync(entry.Key))
            {
                throw new OutboxVerdict(error);
            }
        }
        else if (elapsed > options.AcceptTimeout && waiting is { Reason: OutboxWait.Unreachable or OutboxWait.Refused or OutboxWait.Funds })
        {
            throw new OutboxVerdict(Out(
                waiting.Reason == OutboxWait.Unreachable ? ErrorCode.NodeUnreachable : ErrorCode.NodeRefused,
                $"{waiting.Text} Whether the node has the transaction {entry.Hash} is unknown. {GoOn}",
                entry.Hash,
                trouble));
        }
        else if (elapsed > options.ReceiptTimeout)
        {
            throw new OutboxVerdict(Out(
                ErrorCode.ReceiptTimeout,
                $"The transaction {entry.Hash} is out, but was not mined within {Duration.Format(options.ReceiptTimeout)}. {(trouble?.Message ?? waiting?.Text) + " "}{GoOn}",
                entry.Hash,
                trouble));
        }
    }

    private async Task<bool> WithdrawAsync(string key)
    {
        using var patience = new CancellationTokenSource(WithdrawalPatience, time);
        try
        {
            return await outbox.CancelAsync(key, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static SendingException Out(ErrorCode code, string message, string? hash, Exception? cause)
        => new(code, message, hash is null ? null : new Dictionary<string, string> { ["transactionHash"] = hash }, cause);

    /// <summary>Carries the outcome past the handlers of trouble on the way.</summary>
    private sealed class OutboxVerdict(SendingException outcome) : Exception
    {
        public SendingException Outcome { get; } = outcome;
    }
}
