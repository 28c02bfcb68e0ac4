using System.Numerics;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Http.Problems;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Storage;
using Sending.Chain.Work;
using Sending.Edge.Storage;

namespace Sending.Edge.Receipts;

/// <summary>
/// Who was served how much in which epoch, and the best receipt for it. Work is counted in the transaction that takes or ends an envelope; a receipt
/// is on the disk before it is answered.
/// </summary>
public sealed class ReceiptLedger
{
    private readonly EdgeStore _store;
    private readonly ChainTerms _terms;
    private readonly TypedDataDomain _domain;
    private readonly LedgerOptions _options;

    internal ReceiptLedger(EdgeStore store, ChainTerms terms, TypedDataDomain domain, LedgerOptions options)
        => (_store, _terms, _domain, _options) = (store, terms, domain, options);

    /// <summary>The last epoch whose books are closed; -1 while none is.</summary>
    public long ClosedThrough => _store.Read(connection => connection.Scalar<long>("SELECT closed_through FROM books"));

    /// <summary>Epochs up to <paramref name="through"/> that have receipts and are not closed, the oldest first.</summary>
    public IReadOnlyList<long> ListOpenEpochs(long through) => _store.Read(connection => connection.Query(
        "SELECT DISTINCT epoch FROM accounts, books WHERE epoch > closed_through AND epoch <= $through AND receipted > 0 ORDER BY epoch",
        row => row.GetInt64(0),
        ("$through", through)));

    /// <summary>
    /// Closes the books of an epoch, and of all before it: from then on no receipt of it is taken, so that what is returned is what can be committed. What
    /// was served and not signed for is due in <paramref name="current"/>. Again, it returns the same.
    /// </summary>
    /// <param name="epoch">An epoch that is over.</param>
    /// <param name="current">The epoch that runs.</param>
    /// <param name="cancellationToken">Gives up before it is begun.</param>
    /// <returns>The best receipts of the epoch, ascending by client and signer; none when nothing was signed.</returns>
    public Task<IReadOnlyList<SignedLeaf>> CloseAsync(long epoch, long current, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(epoch, current);
        return _store.WriteAsync<IReadOnlyList<SignedLeaf>>(
            statements =>
            {
                var rows = new LedgerRows(statements);
                if (rows.ClosedThrough is var closed && closed < epoch)
                {
                    rows.CarryOver(closed, epoch, current);
                    rows.SetClosedThrough(epoch);
                }

                return rows.ListLeaves(epoch);
            },
            cancellationToken);
    }

    /// <summary>How a payer stands.</summary>
    internal async Task<AccountStatus> GetAsync(string payer, string signer, CancellationToken cancellationToken)
    {
        var terms = await _terms.OfAsync(payer, signer, cancellationToken);
        return _store.Read(connection =>
        {
            using var statements = new PreparedStatements(connection);
            return StatusOf(new LedgerRows(statements), terms);
        });
    }

    /// <summary>Takes a receipt.</summary>
    /// <param name="payer">Who pays in the session that brings it.</param>
    /// <param name="signer">Whose receipts count there.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="cancellationToken">Gives up before it is begun.</param>
    /// <exception cref="RefusalException">It does not count; nothing is changed.</exception>
    internal async Task<AccountStatus> TakeAsync(string payer, string signer, SignedReceipt receipt, CancellationToken cancellationToken)
    {
        if (receipt.Client != payer)
        {
            throw LedgerRefusals.WrongClient(receipt.Client, payer);
        }

        var terms = await _terms.OfAsync(payer, signer, cancellationToken);
        var actual = new RelayReceipt(_terms.Edge, receipt.Client, (ulong)receipt.Epoch, (ulong)receipt.Units).RecoverSigner(_domain, receipt.Signature);
        if (actual != signer)
        {
            throw LedgerRefusals.WrongSigner(actual, signer);
        }

        if (!(receipt.Epoch == terms.Epoch ? terms.MaySign : _terms.MaySign(payer, signer, receipt.Epoch)))
        {
            throw LedgerRefusals.NotAPayerKey(payer, signer);
        }

        return await _store.WriteAsync(statements => Take(new LedgerRows(statements), terms, receipt), cancellationToken);
    }

    /// <summary>Counts work that its payer asks for, in the transaction of the caller.</summary>
    /// <exception cref="RefusalException">It is not served; the caller's transaction must be undone.</exception>
    internal AccountStatus Charge(LedgerRows rows, PayerTerms terms, long units)
    {
        var status = StatusOf(rows, terms);
        RequireServed(terms, status, units);
        return Use(rows, terms, units);
    }

    /// <summary>Counts work that was done: the recipient has it, so that only what comes next can be refused.</summary>
    internal AccountStatus ChargeDone(LedgerRows rows, PayerTerms terms, long units) => units == 0 ? StatusOf(rows, terms) : Use(rows, terms, units);

    /// <summary>Units that would be served now, as one or as many.</summary>
    internal static long AllowanceOf(PayerTerms terms, AccountStatus status)
    {
        var free = BigInteger.Max(status.Credit, 0) / BigInteger.Max(terms.Fees(status.Epoch), 1);
        var limit = terms.SignerLimit is { } most ? BigInteger.Max(most - UsedNow(status), 0) : long.MaxValue;
        var window = Math.Max(status.Window - status.Outstanding, 0);
        return terms.MaySign ? (long)BigInteger.Min(BigInteger.Min(free, limit), window) : 0;
    }

    /// <summary>Whether so much more would be served.</summary>
    /// <exception cref="RefusalException">It would not.</exception>
    internal static void RequireServed(PayerTerms terms, AccountStatus status, long units)
    {
        if (!terms.MaySign)
        {
            throw LedgerRefusals.NotAPayerKey(terms.Payer, terms.Signer);
        }

        if (status.Credit < units * terms.Fees(status.Epoch))
        {
            throw LedgerRefusals.CreditExhausted(terms, status.Credit, units * terms.Fees(status.Epoch));
        }

        if (terms.SignerLimit is { } limit && UsedNow(status) + units > limit)
        {
            throw LedgerRefusals.SignerLimit(terms, UsedNow(status));
        }

        if (status.Outstanding + units > status.Window)
        {
            throw LedgerRefusals.PaymentRequired(status, units);
        }
    }

    private static long UsedNow(AccountStatus status) => status.Due.Where(due => due.Epoch == status.Epoch).Sum(due => due.Units);

    private AccountStatus Use(LedgerRows rows, PayerTerms terms, long units)
    {
        rows.Use(Word.Bytes(terms.Payer), Word.Bytes(terms.Signer), EpochOf(rows, terms), units);
        return StatusOf(rows, terms);
    }

    private AccountStatus Take(LedgerRows rows, PayerTerms terms, SignedReceipt receipt)
    {
        var (payer, signer) = (Word.Bytes(terms.Payer), Word.Bytes(terms.Signer));
        var closed = rows.ClosedThrough;
        if (receipt.Epoch <= closed)
        {
            throw LedgerRefusals.EpochClosed(receipt.Epoch);
        }

        if (receipt.Epoch > Math.Max(terms.Epoch, closed + 1))
        {
            throw LedgerRefusals.EpochToCome(receipt.Epoch, terms.Epoch);
        }

        var held = rows.ListOpen(payer, signer, closed).FirstOrDefault(due => due.Epoch == receipt.Epoch);
        if (held is null || receipt.Units > held.Units)
        {
            throw LedgerRefusals.BeyondService(receipt.Units, held?.Units ?? 0);
        }

        if (receipt.Units < held.Receipted)
        {
            throw LedgerRefusals.Shrinking(receipt.Units, held.Receipted);
        }

        // The same again changes nothing, whatever other signature the signer can make of it.
        if (receipt.Units > held.Receipted)
        {
            rows.SetReceipt(payer, signer, receipt.Epoch, receipt.Units, receipt.Signature);
        }

        return StatusOf(rows, terms);
    }

    private AccountStatus StatusOf(LedgerRows rows, PayerTerms terms)
    {
        var payer = Word.Bytes(terms.Payer);
        var due = rows.ListOpen(payer, Word.Bytes(terms.Signer), rows.ClosedThrough);
        return new AccountStatus(
            terms.Payer,
            terms.Signer,
            _terms.Edge,
            EpochOf(rows, terms),
            _options.Window,
            terms.FreeAfter(rows.ListSpent(payer, terms.Charged.ThroughEpoch)),
            due);
    }

    /// <summary>Work of an epoch that is closed already, since the index is behind, counts to the next.</summary>
    private static long EpochOf(LedgerRows rows, PayerTerms terms) => Math.Max(terms.Epoch, rows.ClosedThrough + 1);
}
