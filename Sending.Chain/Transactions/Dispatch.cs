using System.Numerics;
using Nethereum.RPC.Accounts;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>Sends what is recorded for the first time: simulates it, gives it a nonce, signs and stores it, and hands it over.</summary>
internal sealed class Dispatch(SenderContext context, Courier courier)
{
    private sealed record Candidate(OutboxEntry Entry, FeeOffer Offer, BigInteger GasLimit);

    /// <returns>The intents after it, in the same order.</returns>
    public async Task SendAsync(List<OutboxEntry> open, SenderView view, Lazy<Task<FeeMarket>> market, CancellationToken cancellationToken)
    {
        if (!open.Exists(entry => entry.State == OutboxState.Recorded))
        {
            return;
        }

        var prices = await market.Value;
        var ready = open.Where(entry => entry.State == OutboxState.Recorded && IsReady(entry, view, prices)).ToList();
        var unmined = open.Count(entry => entry.State is OutboxState.Signed or OutboxState.Sent);
        if (context.Account is not { } account || ready.Count == 0 || unmined >= context.Options.MaxInFlight)
        {
            return;
        }

        var batch = await SimulateAsync(ready.Take(context.Options.MaxInFlight - unmined), unmined > 0, prices, cancellationToken);
        batch = await AffordableAsync(batch, open, cancellationToken);
        if (batch.Count > 0 && await NoncesAsync(batch.Count, open, view, cancellationToken) is { } nonces)
        {
            await SendAsync(batch, nonces, account, view, cancellationToken);
        }
    }

    /// <summary>Whether deadline and fees let it go now.</summary>
    private bool IsReady(OutboxEntry entry, SenderView view, FeeMarket prices)
    {
        var (intent, now) = (entry.Intent, view.Head.Time);
        if (intent.Deadline is { } deadline && now > deadline)
        {
            End(entry, new SendingException(ErrorCode.DeadlinePassed, $"The transaction {entry.Call.Function} was not sent by its deadline; nothing was sent."));
            return false;
        }

        if (intent.Fees.CheaperThan is { } limit && prices.BaseFee >= limit)
        {
            if (intent.Fees.CheaperUntil is not { } until || now <= until)
            {
                context.Note(entry, OutboxWait.Fees, $"It waits for a base fee below {limit} wei per gas.");
                return false;
            }

            if (!intent.Fees.SendAnyway)
            {
                End(entry, new SendingException(ErrorCode.DeadlinePassed, $"The base fee did not fall below {limit} wei per gas in time; nothing was sent."));
                return false;
            }
        }

        if (FeeOffer.First(prices, context.CapOf(entry)) is null)
        {
            context.Note(entry, OutboxWait.Fees, $"It waits for a base fee below the most that it may cost, {context.CapOf(entry)} wei per gas.");
            return false;
        }

        return true;
    }

    /// <summary>Tries all at once, on the state as it is now.</summary>
    private async Task<List<Candidate>> SimulateAsync(IEnumerable<OutboxEntry> ready, bool othersAreOut, FeeMarket prices, CancellationToken cancellationToken)
    {
        var entries = ready.ToList();
        var results = await entries.ReadAllAsync(TryAsync, cancellationToken);
        var batch = new List<Candidate>();
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, (limit, error)) = (entries[i], results[i]);
            if (error is null)
            {
                batch.Add(new Candidate(entry, FeeOffer.First(prices, context.CapOf(entry))!, limit));
            }
            else if (error.Code != ErrorCode.Reverted)
            {
                context.Note(entry, OutboxWait.Refused, error.Message);
            }
            else if (othersAreOut || batch.Count > 0)
            {
                context.Note(entry, OutboxWait.Earlier, "It would fail now, and is tried again when the transactions before it are mined.");
            }
            else
            {
                End(entry, error);
            }
        }

        return batch;
    }

    private async Task<(BigInteger Limit, SendingException? Error)> TryAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            if (entry.Intent.GasLimit is { } given)
            {
                await context.Simulation.TryAsync(entry.Call, given, cancellationToken);
                return (given, null);
            }

            return (GasHeadroom.Limit(await context.Simulation.EstimateAsync(entry.Call, cancellationToken), context.Options.GasHeadroomPercent), null);
        }
        catch (SendingException error) when (error.Code is ErrorCode.Reverted or ErrorCode.NodeRefused)
        {
            return (0, error);
        }
    }

    /// <summary>Leaves out what the account cannot pay besides what is out already; it takes no nonce, so that it stands in nobody's way.</summary>
    private async Task<List<Candidate>> AffordableAsync(List<Candidate> batch, List<OutboxEntry> open, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return batch;
        }

        var balance = await context.Chain.BalanceAsync(cancellationToken);
        var left = open.Where(entry => entry.State is OutboxState.Signed or OutboxState.Sent)
            .Aggregate(balance, (sum, entry) => sum - (entry.Newest!.GasLimit * entry.Newest.MaxFeePerGas) - (entry.Newest.IsFiller ? 0 : entry.Call.Value));
        var affordable = new List<Candidate>();
        foreach (var candidate in batch)
        {
            var cost = (candidate.GasLimit * candidate.Offer.MaxFee) + candidate.Entry.Call.Value;
            if (cost <= left)
            {
                left -= cost;
                affordable.Add(candidate);
            }
            else
            {
                context.Note(candidate.Entry, OutboxWait.Funds, TransactionPlanner.CannotPay(context.Sender, BigInteger.Max(left, 0), cost).Message);
            }
        }

        return affordable;
    }

    /// <summary>
    /// The lowest nonces that are free: neither mined, nor of an intent that is out, nor, as the node tells, of another wallet's that waits in its pool.
    /// </summary>
    /// <returns>Null while the node is behind what this outbox knows to be mined.</returns>
    private async Task<List<long>?> NoncesAsync(int count, List<OutboxEntry> open, SenderView view, CancellationToken cancellationToken)
    {
        if (context.Store.FindHighestMined(context.Sender) is { } highest
            && highest.Nonce >= view.Count
            && (highest.State == OutboxState.Mined || await context.Chain.FindReceiptAsync(highest.Outcome!.Hash, cancellationToken) is not null))
        {
            return null;
        }

        var pending = await context.Chain.CountPendingAsync(cancellationToken);
        var used = open.Where(entry => entry.Nonce is not null).Select(entry => entry.Nonce!.Value).ToHashSet();
        var nonces = new List<long>(count);
        for (var nonce = view.Count; nonces.Count < count; nonce++)
        {
            if (!used.Contains(nonce) && nonce >= pending)
            {
                nonces.Add(nonce);
            }
        }

        return nonces;
    }

    private async Task SendAsync(List<Candidate> batch, List<long> nonces, IAccount account, SenderView view, CancellationToken cancellationToken)
    {
        var signed = new List<(OutboxEntry, OutboxAttempt)>();
        foreach (var (candidate, nonce) in batch.Zip(nonces))
        {
            var attempt = await TransactionSigning.SignAsync(
                account, context.ChainId, candidate.Entry.Call, nonce, candidate.Offer, candidate.GasLimit, view.Head.Number, filler: false);
            signed.Add((candidate.Entry, attempt));
        }

        context.At(OutboxPoint.Signing);
        var stored = context.Store.Sign(signed);
        stored.ForEach(entry => context.Report(entry));
        context.At(OutboxPoint.Signed);

        // The last moment to turn back.
        cancellationToken.ThrowIfCancellationRequested();
        var marked = context.Store.MarkSent(stored);
        context.At(OutboxPoint.Marked);
        foreach (var entry in marked)
        {
            // Those that a lost connection keeps here are looked for, and handed over, next time.
            if (!(await courier.HandOverAsync(entry, view.Head.Number, cancellationToken)).Reached)
            {
                return;
            }
        }
    }

    private void End(OutboxEntry entry, SendingException failure)
    {
        if (context.Store.End(entry, failure) is { } ended)
        {
            context.Report(ended);
        }
    }
}
