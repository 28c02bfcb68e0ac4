using System.Collections.Concurrent;
using System.Numerics;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Staking;
using Sending.Chain.Work;

namespace Sending.Edge.Receipts;

/// <summary>What the newest indexed block says about those who pay; read once for each of them and block.</summary>
/// <param name="source">The protocol's state.</param>
/// <param name="edge">Owner of the Edge's node.</param>
/// <param name="charged">What settlements have charged.</param>
internal sealed class ChainTerms(IProtocolSource source, string edge, IChargedSoFar charged)
{
    private volatile Known? _known;

    /// <summary>Owner of the Edge's node.</summary>
    public string Edge { get; } = edge;

    /// <summary>The terms of now.</summary>
    /// <exception cref="SendingException">Nothing of the chain is read yet.</exception>
    public async ValueTask<PayerTerms> OfAsync(string payer, string signer, CancellationToken cancellationToken)
    {
        var known = await NewestAsync(cancellationToken);
        return known.Payers.TryGetValue((payer, signer), out var terms) ? terms : known.Payers.GetOrAdd((payer, signer), Read(known, payer, signer));
    }

    /// <summary>The epoch of the newest indexed block.</summary>
    public async ValueTask<long> EpochAsync(CancellationToken cancellationToken) => (await NewestAsync(cancellationToken)).Epoch;

    /// <summary>The fee of a unit now.</summary>
    public async ValueTask<BigInteger> FeeAsync(CancellationToken cancellationToken)
    {
        var known = await NewestAsync(cancellationToken);
        return Fee(known, known.Epoch);
    }

    /// <summary>Whether a signer's receipts of an epoch count, by the newest indexed block.</summary>
    public bool MaySign(string payer, string signer, long epoch)
    {
        using var state = Open();
        return ReceiptRight.MaySign(state, payer, signer, epoch);
    }

    private async ValueTask<Known> NewestAsync(CancellationToken cancellationToken)
    {
        var block = await source.RefreshAsync(TimeSpan.Zero, cancellationToken);
        if (_known is { } known && known.Block == block)
        {
            return known;
        }

        using var state = Open();
        return _known = new Known(block, state.Epoch);
    }

    private PayerTerms Read(Known known, string payer, string signer)
    {
        using var state = Open();
        var epoch = state.Epoch;
        var line = state.Credit.ListLinesOf(payer).SingleOrDefault(found => found.Edge == Edge);
        return new PayerTerms(
            payer,
            signer,
            epoch,
            ReceiptRight.MaySign(state, payer, signer, epoch),
            line?.Balance ?? 0,
            line is { Requested.IsZero: false } && line.RequestEpoch < epoch ? line.Requested : 0,
            line?.ChargedAtLeast ?? 0,
            charged.Of(payer),
            payer == signer ? null : state.Credit.SignerLimitAt(payer, epoch),
            each => Fee(known, each));
    }

    private BigInteger Fee(Known known, long epoch)
    {
        if (known.Fees.TryGetValue(epoch, out var fee))
        {
            return fee;
        }

        using var state = Open();
        return known.Fees[epoch] = state.Parameters.ValueAt(ProtocolParameter.FeePerUnit, epoch);
    }

    private ProtocolState Open() => source.Open() ?? throw new SendingException(ErrorCode.StateUnusable, "The index is being made anew. Try again.");

    private sealed record Known(IndexedBlock Block, long Epoch)
    {
        public ConcurrentDictionary<(string Payer, string Signer), PayerTerms> Payers { get; } = new();

        public ConcurrentDictionary<long, BigInteger> Fees { get; } = new();
    }
}
