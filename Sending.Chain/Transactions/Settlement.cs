using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>
/// Looks up what became of intents: mined, by the receipt of any attempt; final, when the block is deep enough; lost, when the chain no longer has
/// the block; and robbed of the nonce, when that is proven.
/// </summary>
internal sealed class Settlement(SenderContext context)
{
    private readonly NonceProof _proof = new(context.Chain);
    private readonly Dictionary<long, string?> _blocks = [];
    private long? _finalHeight;

    /// <summary>Brings the intents that are out up to date.</summary>
    public async Task<List<OutboxEntry>> SettleAsync(IReadOnlyList<OutboxEntry> open, SenderView view, CancellationToken cancellationToken)
    {
        _blocks.Clear();
        _finalHeight = null;
        var settled = new List<OutboxEntry>(open.Count);
        foreach (var entry in open)
        {
            settled.Add(entry.State switch
            {
                OutboxState.Mined => await ConfirmAsync(entry, view.Head, cancellationToken),
                OutboxState.Signed or OutboxState.Sent when entry.Nonce < view.Count => await FindAsync(entry, view.Head, cancellationToken),
                _ => entry,
            });
        }

        return settled;
    }

    /// <summary>The nonce is used up: by which transaction?</summary>
    private async Task<OutboxEntry> FindAsync(OutboxEntry entry, ChainHead head, CancellationToken cancellationToken)
    {
        foreach (var attempt in entry.Attempts.Reverse())
        {
            if (await context.Chain.FindReceiptAsync(attempt.Hash, cancellationToken) is { } receipt)
            {
                context.At(OutboxPoint.ReceiptSeen);
                return Store(entry, attempt.Hash, receipt);
            }
        }

        if (await _proof.IsUsedByAnotherAsync(entry, await FinalHeightAsync(head, cancellationToken), cancellationToken))
        {
            context.WatchOf(entry).StartAnew();
            return context.Report(entry.Failure is { } failure
                ? context.Store.End(context.Store.Release(entry), failure) ?? entry
                : context.Store.Release(entry));
        }

        return context.Note(
            entry,
            OutboxWait.Nonce,
            $"Nonce {entry.Nonce} of {context.Sender} is used up and no receipt is found. Should another wallet have used it, it is sent again when that is final.");
    }

    /// <summary>It was mined: is the block still there, and deep enough?</summary>
    private async Task<OutboxEntry> ConfirmAsync(OutboxEntry entry, ChainHead head, CancellationToken cancellationToken)
    {
        var outcome = entry.Outcome!;
        if (await BlockHashAsync(outcome.BlockNumber, cancellationToken) != outcome.BlockHash)
        {
            if (await context.Chain.FindReceiptAsync(outcome.Hash, cancellationToken) is { } receipt)
            {
                // With the same block the node contradicts itself, as one does that lags behind its neighbour.
                return receipt.BlockHash == outcome.BlockHash ? entry : Store(entry, outcome.Hash, receipt);
            }

            context.WatchOf(entry).StartAnew();
            var note = new OutboxNote(OutboxWait.Reorganisation, $"Block {outcome.BlockNumber} is no longer of the chain; the transaction is sent again.");
            return context.Report(context.Store.Unsettle(entry, note));
        }

        return outcome.BlockNumber > await FinalHeightAsync(head, cancellationToken) ? entry : context.Report(context.Store.Settle(entry, outcome, isFinal: true));
    }

    private OutboxEntry Store(OutboxEntry entry, string hash, TransactionReceipt receipt)
    {
        var outcome = new OutboxOutcome(
            hash,
            (long)receipt.BlockNumber.Value,
            receipt.BlockHash,
            receipt.Status.Value.IsOne,
            receipt.GasUsed.Value,
            receipt.EffectiveGasPrice?.Value ?? 0);

        // With a finality of its own the block is looked at again, when it is deep enough.
        var settled = context.Store.Settle(entry, outcome, isFinal: context.Options.Finality == Finality.Latest);
        context.At(OutboxPoint.Settled);
        return context.Report(settled);
    }

    private async Task<long> FinalHeightAsync(ChainHead head, CancellationToken cancellationToken)
        => _finalHeight ??= await context.Chain.FinalHeightAsync(context.Options.Finality, head, cancellationToken);

    private async Task<string?> BlockHashAsync(long number, CancellationToken cancellationToken)
    {
        if (!_blocks.TryGetValue(number, out var hash))
        {
            _blocks[number] = hash = (await context.Chain.FindBlockAsync(number, cancellationToken))?.BlockHash;
        }

        return hash;
    }
}
