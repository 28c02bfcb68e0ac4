using System.Numerics;
using Nethereum.RPC.Accounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Transactions;

/// <summary>
/// Helps along what is out and not mined: hands it over again when the node has lost it, replaces it when fees have moved on, and uses the nonce up
/// when the intent is given up.
/// </summary>
internal sealed class Upkeep(SenderContext context, Courier courier)
{
    public async Task<List<OutboxEntry>> HelpAsync(List<OutboxEntry> open, SenderView view, Lazy<Task<FeeMarket>> market, CancellationToken cancellationToken)
    {
        var helped = new List<OutboxEntry>(open.Count);
        foreach (var entry in open)
        {
            var pending = entry.State == OutboxState.Signed || (entry.State == OutboxState.Sent && entry.Nonce >= view.Count);
            helped.Add(pending ? await HelpAsync(entry, open, view, market, cancellationToken) : entry);
        }

        return helped;
    }

    private async Task<OutboxEntry> HelpAsync(
        OutboxEntry entry,
        List<OutboxEntry> open,
        SenderView view,
        Lazy<Task<FeeMarket>> market,
        CancellationToken cancellationToken)
    {
        if (entry.State == OutboxState.Signed && entry.Failure is null)
        {
            entry = await CheckAsync(entry, view, cancellationToken);
        }

        if (entry is { State: OutboxState.Signed, Failure: { } failure } && IsHighest(entry, open))
        {
            return Withdraw(entry, failure);
        }

        if (entry is { Failure: not null, Newest.IsFiller: false })
        {
            return await FillAsync(entry, view, await market.Value, cancellationToken);
        }

        var watch = context.WatchOf(entry);
        if (!watch.Underpriced)
        {
            entry = await ResendAsync(entry, view, cancellationToken);
        }

        return entry.State == OutboxState.Sent && (watch.Underpriced || (watch.IsLate(view.Head.Number) && OfferOf(entry).IsBehind(await market.Value)))
            ? await ReplaceAsync(entry, view, await market.Value, cancellationToken)
            : entry;
    }

    /// <summary>Ends an intent whose bytes no node has seen; its nonce is free again.</summary>
    public OutboxEntry Withdraw(OutboxEntry entry, SendingException failure)
        => context.Report(context.Store.End(context.Store.Release(entry), failure) ?? entry);

    /// <summary>Whether giving the nonce back leaves no hole.</summary>
    public static bool IsHighest(OutboxEntry entry, IEnumerable<OutboxEntry> open) => open.All(other => other.Nonce is null || other.Nonce <= entry.Nonce);

    private static FeeOffer OfferOf(OutboxEntry entry) => new(entry.Newest!.MaxFeePerGas, entry.Newest.Tip);

    private async Task<OutboxEntry> ResendAsync(OutboxEntry entry, SenderView view, CancellationToken cancellationToken)
    {
        var watch = context.WatchOf(entry);
        if (watch.Begun && !watch.LookIsDue)
        {
            return entry;
        }

        var head = view.Head.Number;
        if (entry.State == OutboxState.Sent && await context.Chain.KnowsAsync(entry.Newest!.Hash, cancellationToken))
        {
            watch.Arrived(head);
            return courier.Arrived(entry);
        }

        // Something else may have happened while it was away: what would fail now is not sent again.
        if (!watch.Begun || watch.Accepted)
        {
            entry = await CheckAsync(entry, view, cancellationToken);
            if (entry.Failure is not null && !entry.Newest!.IsFiller)
            {
                return entry;
            }
        }

        if (entry.State == OutboxState.Signed)
        {
            if (context.Store.MarkSent([entry]) is not [var marked])
            {
                return entry;
            }

            entry = marked;
        }

        return GiveUpIfUnpaid((await courier.HandOverAsync(entry, head, cancellationToken)).Entry, watch);
    }

    /// <summary>Simulates again. An intent that is first in line and would fail is given up; one behind others may wait for what they do.</summary>
    private async Task<OutboxEntry> CheckAsync(OutboxEntry entry, SenderView view, CancellationToken cancellationToken)
    {
        if (entry.Failure is not null)
        {
            return entry;
        }

        try
        {
            await context.Simulation.TryAsync(entry.Call, entry.Newest!.GasLimit, cancellationToken);
            return entry;
        }
        catch (SendingException error) when (error.Code == ErrorCode.Reverted && entry.Nonce == view.Count)
        {
            return context.Report(context.Store.GiveUp(entry, error));
        }
        catch (SendingException error) when (error.Code is ErrorCode.Reverted or ErrorCode.NodeRefused)
        {
            // Its bytes are what they are; the node judges them when they arrive.
            return entry;
        }
    }

    private async Task<OutboxEntry> ReplaceAsync(OutboxEntry entry, SenderView view, FeeMarket market, CancellationToken cancellationToken)
    {
        if (context.Account is not { } account)
        {
            return context.Note(entry, OutboxWait.Account, $"It is stuck, and waits for its account {context.Sender} to be unlocked, to be replaced with a higher fee.");
        }

        var cap = entry.Newest!.IsFiller ? context.Options.FeeCap : context.CapOf(entry);
        if (OfferOf(entry).Raise(market, cap) is not { } offer)
        {
            context.WatchOf(entry).Underpriced = false;
            return context.Note(entry, OutboxWait.Fees, $"It is stuck at the most that it may cost ({cap} wei per gas); it keeps waiting for lower fees (base fee {market.BaseFee}).");
        }

        var call = entry.Newest.IsFiller ? Nothing() : entry.Call;
        return await SignAndSendAsync(entry, account, call, offer, entry.Newest.GasLimit, view, entry.Newest.IsFiller, cancellationToken);
    }

    /// <summary>Uses the nonce of a given-up intent up, so that later ones are not stuck behind it.</summary>
    private async Task<OutboxEntry> FillAsync(OutboxEntry entry, SenderView view, FeeMarket market, CancellationToken cancellationToken)
    {
        var seen = entry.State == OutboxState.Sent;
        if (context.Account is not { } account)
        {
            return context.Note(entry, OutboxWait.Account, $"It is given up; its account {context.Sender} is to be unlocked, to use its nonce up.");
        }

        if ((seen ? OfferOf(entry).Raise(market, context.Options.FeeCap) : FeeOffer.First(market, context.Options.FeeCap)) is not { } offer)
        {
            return context.Note(entry, OutboxWait.Fees, $"It is given up; using its nonce up waits for lower fees (base fee {market.BaseFee}).");
        }

        try
        {
            var gas = GasHeadroom.Limit(await context.Simulation.EstimateAsync(Nothing(), cancellationToken), context.Options.GasHeadroomPercent);
            return await SignAndSendAsync(entry, account, Nothing(), offer, gas, view, filler: true, cancellationToken);
        }
        catch (SendingException error) when (error.Code is ErrorCode.Reverted or ErrorCode.NodeRefused)
        {
            return context.Note(entry, OutboxWait.Funds, $"It is given up, but its nonce cannot be used up yet: {error.Message}");
        }
    }

    private TransactionCall Nothing() => TransactionCall.Transfer(context.Sender, context.Sender, 0);

    private async Task<OutboxEntry> SignAndSendAsync(
        OutboxEntry entry,
        IAccount account,
        TransactionCall call,
        FeeOffer offer,
        BigInteger gasLimit,
        SenderView view,
        bool filler,
        CancellationToken cancellationToken)
    {
        var attempt = await TransactionSigning.SignAsync(account, context.ChainId, call, entry.Nonce!.Value, offer, gasLimit, view.Head.Number, filler);
        entry = context.Store.Replace(entry, attempt);
        context.At(OutboxPoint.Replaced);
        if (entry.State == OutboxState.Signed && context.Store.MarkSent([entry]) is [var marked])
        {
            entry = marked;
        }

        context.WatchOf(entry).StartAnew();
        return (await courier.HandOverAsync(context.Report(entry), view.Head.Number, cancellationToken)).Entry;
    }

    /// <summary>An account that cannot pay for this one blocks all that come after it, until this one is given up.</summary>
    private OutboxEntry GiveUpIfUnpaid(OutboxEntry entry, Watch watch)
        => entry is { Note: { Reason: OutboxWait.Funds } note, Failure: null } && watch.LastsTooLong() && context.Store.ListOpen(context.Sender).Any(other => other.Id > entry.Id)
            ? context.Report(context.Store.GiveUp(entry, new SendingException(ErrorCode.CheckFailed, note.Text, new Dictionary<string, string> { ["check"] = "gas" })))
            : entry;
}
