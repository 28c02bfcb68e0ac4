using Sending.Chain.Events.Storage;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Storage;
using Sending.Chain.Work;

namespace Sending.Edge.Receipts;

/// <summary>The statements of the ledger, in a write.</summary>
internal sealed class LedgerRows(PreparedStatements statements)
{
    /// <summary>Receipts of this epoch and those before it are not taken any more; -1 while none is closed.</summary>
    public long ClosedThrough => statements.Scalar<long>("SELECT closed_through FROM books");

    public void SetClosedThrough(long epoch) => statements.Execute("UPDATE books SET closed_through = $epoch", ("$epoch", epoch));

    /// <summary>A signer's epochs that are open, the oldest first.</summary>
    public List<DueReceipt> ListOpen(byte[] payer, byte[] signer, long closedThrough) => statements.Query(
        "SELECT epoch, used, receipted, signature FROM accounts WHERE payer = $payer AND signer = $signer AND epoch > $closed ORDER BY epoch",
        row => new DueReceipt(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3)),
        ("$payer", payer),
        ("$signer", signer),
        ("$closed", closedThrough));

    /// <summary>What a payer was served after an epoch.</summary>
    public List<(long Epoch, long Units)> ListSpent(byte[] payer, long after) => statements.Query(
        "SELECT epoch, units FROM spent WHERE payer = $payer AND epoch > $after",
        row => (row.GetInt64(0), row.GetInt64(1)),
        ("$payer", payer),
        ("$after", after));

    /// <summary>Adds what was served; or takes it out.</summary>
    public void Use(byte[] payer, byte[] signer, long epoch, long units)
    {
        statements.Execute(
            "INSERT INTO accounts (payer, signer, epoch, used) VALUES ($payer, $signer, $epoch, $units) ON CONFLICT DO UPDATE SET used = used + excluded.used",
            ("$payer", payer),
            ("$signer", signer),
            ("$epoch", epoch),
            ("$units", units));
        Spend(payer, epoch, units);
    }

    public void SetReceipt(byte[] payer, byte[] signer, long epoch, long units, byte[] signature) => statements.Execute(
        "UPDATE accounts SET receipted = $units, signature = $signature WHERE payer = $payer AND signer = $signer AND epoch = $epoch",
        ("$payer", payer),
        ("$signer", signer),
        ("$epoch", epoch),
        ("$units", units),
        ("$signature", signature));

    /// <summary>Moves what was served up to an epoch, after the last that was closed, and not signed for, into another epoch.</summary>
    public void CarryOver(long closedThrough, long through, long into)
    {
        var unpaid = statements.Query(
            "SELECT payer, signer, epoch, used - receipted FROM accounts WHERE epoch > $closed AND epoch <= $through AND used > receipted",
            row => (Payer: row.GetFieldValue<byte[]>(0), Signer: row.GetFieldValue<byte[]>(1), Epoch: row.GetInt64(2), Units: row.GetInt64(3)),
            ("$closed", closedThrough),
            ("$through", through));
        foreach (var (payer, signer, epoch, units) in unpaid)
        {
            statements.Execute(
                "UPDATE accounts SET used = receipted WHERE payer = $payer AND signer = $signer AND epoch = $epoch",
                ("$payer", payer),
                ("$signer", signer),
                ("$epoch", epoch));
            Spend(payer, epoch, -units);
            Use(payer, signer, into, units);
        }
    }

    /// <summary>The best receipts of an epoch, in the order of leaves.</summary>
    public List<SignedLeaf> ListLeaves(long epoch) => statements.Query(
        "SELECT payer, signer, receipted, signature FROM accounts WHERE epoch = $epoch AND receipted > 0 ORDER BY payer, signer",
        row => new SignedLeaf(
            Word.Address(row.GetFieldValue<byte[]>(0)), Word.Address(row.GetFieldValue<byte[]>(1)), (ulong)row.GetInt64(2), row.GetFieldValue<byte[]>(3)),
        ("$epoch", epoch));

    private void Spend(byte[] payer, long epoch, long units) => statements.Execute(
        "INSERT INTO spent VALUES ($payer, $epoch, $units) ON CONFLICT DO UPDATE SET units = units + excluded.units",
        ("$payer", payer),
        ("$epoch", epoch),
        ("$units", units));
}
