using System.Numerics;
using Microsoft.Data.Sqlite;
using Sending.Chain.Events.Storage;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>Credit lines and signer limits.</summary>
public sealed class CreditState
{
    private readonly SqliteConnection _connection;

    internal CreditState(SqliteConnection connection) => _connection = connection;

    /// <summary>All tokens of credit lines, charged or not.</summary>
    public BigInteger Held => Word.Number(_connection.Scalar<byte[]>("SELECT held FROM credit_totals") ?? []);

    /// <summary>Every line.</summary>
    public IReadOnlyList<IndexedLine> ListLines() => Lines("1", []);

    /// <summary>The lines of a payer.</summary>
    public IReadOnlyList<IndexedLine> ListLinesOf(string payer) => Lines("payer = $key", Word.Bytes(payer));

    /// <summary>The lines at an Edge.</summary>
    public IReadOnlyList<IndexedLine> ListLinesAt(string edge) => Lines("edge = $key", Word.Bytes(edge));

    /// <summary>Names of the lines that were opened by the end of an epoch.</summary>
    public IReadOnlyList<(string Payer, string Edge)> ListOpened(long epoch) => _connection.Query(
        "SELECT payer, edge FROM lines WHERE opened_epoch <= $epoch ORDER BY rowid", row => (row.Address(0), row.Address(1)), ("$epoch", epoch));

    /// <summary>The lines at an Edge as they were after the last event before a time; those that were not opened yet are missing.</summary>
    public IReadOnlyList<IndexedLineMoment> ListLinesAt(string edge, DateTimeOffset before)
    {
        var last = _connection.Scalar<long?>("SELECT number FROM blocks WHERE time < $time ORDER BY number DESC LIMIT 1", ("$time", before.ToUnixTimeSeconds()));
        return last is null ? [] : _connection.Query(
            """
            SELECT h.payer, h.deposited, h.paid_out, h.requested, h.request_epoch FROM lines l
            JOIN line_history h ON h.edge = l.edge AND h.payer = l.payer AND h.event =
              (SELECT MAX(event) FROM line_history WHERE edge = l.edge AND payer = l.payer AND event < $end)
            WHERE l.edge = $edge ORDER BY l.rowid
            """,
            row => new IndexedLineMoment(row.Address(0), row.Number(1), row.Number(2), row.Number(3), row.GetInt64(4)),
            ("$edge", Word.Bytes(edge)),
            ("$end", ChainEvent.IdOf(last.Value + 1)));
    }

    /// <summary>Everybody who ever set a signer limit.</summary>
    public IReadOnlyList<string> ListLimitedPayers() => _connection.Query("SELECT DISTINCT payer FROM signer_limits ORDER BY payer", row => row.Address(0));

    /// <summary>Units charged at most for a delegate of <paramref name="payer"/>, Edge and epoch; null when there is no limit.</summary>
    public BigInteger? SignerLimitAt(string payer, long epoch)
    {
        var units = _connection.Scalar<byte[]>(
            "SELECT units FROM signer_limits WHERE payer = $payer AND from_epoch <= $epoch ORDER BY from_epoch DESC LIMIT 1",
            ("$payer", Word.Bytes(payer)),
            ("$epoch", epoch));
        return units is null || Word.Number(units) == ulong.MaxValue ? null : Word.Number(units);
    }

    private List<IndexedLine> Lines(string where, byte[] key) => _connection.Query(
        $"SELECT payer, edge, opened_epoch, balance, deposited, paid_out, requested, request_epoch, charged FROM lines WHERE {where} ORDER BY rowid",
        row => new IndexedLine(
            row.Address(0),
            row.Address(1),
            row.GetInt64(2),
            row.Number(3),
            row.Number(4),
            row.Number(5),
            row.Number(6),
            row.GetInt64(7),
            row.Number(8)),
        ("$key", key));
}

/// <summary>A credit line.</summary>
/// <param name="Payer">Whose it is.</param>
/// <param name="Edge">Owner of the Edge that it pays.</param>
/// <param name="OpenedEpoch">Settlements of this epoch and later ones have a leaf for it.</param>
/// <param name="Balance">Deposited less paid out; what was charged is not taken off.</param>
/// <param name="Deposited">All that ever came in.</param>
/// <param name="PaidOut">All that was withdrawn.</param>
/// <param name="Requested">To be withdrawn; no epoch after <paramref name="RequestEpoch"/> may use it.</param>
/// <param name="RequestEpoch">When that was requested; 0 when nothing is.</param>
/// <param name="ChargedAtLeast">The cumulative charge as proven at the last withdrawal; settlements commit to the present one.</param>
public sealed record IndexedLine(
    string Payer,
    string Edge,
    long OpenedEpoch,
    BigInteger Balance,
    BigInteger Deposited,
    BigInteger PaidOut,
    BigInteger Requested,
    long RequestEpoch,
    BigInteger ChargedAtLeast);

/// <summary>What a credit line was at some time.</summary>
/// <param name="Payer">Whose it is.</param>
/// <param name="Deposited">All that had come in.</param>
/// <param name="PaidOut">All that was withdrawn.</param>
/// <param name="Requested">To be withdrawn.</param>
/// <param name="RequestEpoch">When that was requested; 0 when nothing was.</param>
public sealed record IndexedLineMoment(string Payer, BigInteger Deposited, BigInteger PaidOut, BigInteger Requested, long RequestEpoch);
