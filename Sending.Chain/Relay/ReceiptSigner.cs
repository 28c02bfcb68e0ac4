using Sending.Chain.Deployments;
using Sending.Chain.Formats;
using Sending.Chain.Relay.Wire;

namespace Sending.Chain.Relay;

/// <summary>Signs the receipts that an Edge asks for, as far as the journal has counted.</summary>
/// <param name="deployment">Chain and contracts, of the client's own knowledge.</param>
/// <param name="edge">Owner of the Edge's node, likewise.</param>
/// <param name="account">Who signs, and who pays; somebody must.</param>
/// <param name="journal">What was sent, acknowledged and signed.</param>
public sealed class ReceiptSigner(Deployment deployment, string edge, EdgeAccount account, IRelayJournal journal)
{
    private readonly TypedDataDomain _domain = TypedDataDomain.OfWork(deployment.ChainId, deployment.Contracts.WorkProofs);

    // Two answers of the Edge at a time must not be signed for twice.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Who pays whom by whose receipts.</summary>
    public RelayLine Line { get; } = new(edge, (account.Payer ?? throw new ArgumentException("Nobody pays.", nameof(account))).Address, account.Address);

    /// <summary>The receipts to hand over, the oldest epoch first; none when nothing is due, or what is due was not asked for here.</summary>
    public async Task<IReadOnlyList<SignedReceipt>> SignAsync(AccountStatus status, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var receipts = new List<SignedReceipt>();
            foreach (var due in status.Due.Where(due => due.Units > due.Receipted).OrderBy(due => due.Epoch))
            {
                var units = await journal.SignAsync(Line, due, ProvenBy(due), cancellationToken);
                if (units > 0)
                {
                    receipts.Add(new SignedReceipt(Line.Payer, due.Epoch, units, Receipt(due.Epoch, units).Sign(_domain, account.Key)));
                }
            }

            return receipts;
        }
        finally
        {
            _turn.Release();
        }
    }

    private long ProvenBy(DueReceipt due)
        => due is { Signature: { } signature, Receipted: > 0 } && Receipt(due.Epoch, due.Receipted).RecoverSigner(_domain, signature) == Line.Signer ? due.Receipted : 0;

    private RelayReceipt Receipt(long epoch, long units) => new(Line.Edge, Line.Payer, (ulong)epoch, (ulong)units);
}
