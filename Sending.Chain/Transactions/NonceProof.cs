using Nethereum.JsonRpc.Client;

namespace Sending.Chain.Transactions;

/// <summary>
/// Proves that a nonce was used up by a transaction that is none of an intent's: another wallet sent one for the same account. Only then may the
/// intent be signed with another nonce, for only then can nothing of it still be mined.
/// </summary>
internal sealed class NonceProof(SenderChain chain)
{
    /// <summary>Looks for the block in which the intent's nonce was used up, and into it.</summary>
    /// <param name="entry">An intent with a nonce, of whose attempts none has a receipt.</param>
    /// <param name="finalHeight">The newest block that is deep enough.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when that block is deep enough and holds none of the attempts; false when it is not proven (yet).</returns>
    public async Task<bool> IsUsedByAnotherAsync(OutboxEntry entry, long finalHeight, CancellationToken cancellationToken)
    {
        try
        {
            if (await FindBlockAsync(entry, finalHeight, cancellationToken) is not { } number || await chain.FindBlockAsync(number, cancellationToken) is not { } block)
            {
                return false;
            }

            // A node that lags behind the one that was asked before has no receipts, but cannot hide them now.
            return !block.TransactionHashes.Any(hash => entry.Attempts.Any(attempt => attempt.Hash.Equals(hash, StringComparison.OrdinalIgnoreCase)))
                && !await HasReceiptAsync(entry, cancellationToken);
        }
        catch (RpcResponseException)
        {
            // Nodes that keep no history of states cannot prove it; another may.
            return false;
        }
    }

    private async Task<long?> FindBlockAsync(OutboxEntry entry, long finalHeight, CancellationToken cancellationToken)
    {
        var nonce = entry.Nonce!.Value;
        if (finalHeight < 0 || await chain.CountAtAsync(finalHeight, cancellationToken) <= nonce)
        {
            return null;
        }

        // The nonce was free when it was signed; but a reorganisation may have used it up further down since.
        var free = Math.Min(finalHeight, entry.Attempts.Where(attempt => attempt.Nonce == nonce).Min(attempt => attempt.SignedAtBlock));
        for (var step = 1L; free > 0 && await chain.CountAtAsync(free, cancellationToken) > nonce; step *= 2)
        {
            free = Math.Max(0, free - step);
        }

        var used = finalHeight;
        while (used - free > 1)
        {
            var middle = free + ((used - free) / 2);
            if (await chain.CountAtAsync(middle, cancellationToken) > nonce)
            {
                used = middle;
            }
            else
            {
                free = middle;
            }
        }

        return used;
    }

    private async Task<bool> HasReceiptAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        foreach (var attempt in entry.Attempts)
        {
            if (await chain.FindReceiptAsync(attempt.Hash, cancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
