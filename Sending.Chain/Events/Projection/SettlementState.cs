using System.Numerics;
using Microsoft.Data.Sqlite;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Storage;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>Settlements, and which epochs are closed by them or by the clock.</summary>
public sealed class SettlementState
{
    private const int MaxCancellations = 2;

    private readonly SqliteConnection _connection;
    private readonly EpochClock _clock;
    private readonly DateTimeOffset _now;
    private readonly Lazy<List<IndexedSettlement>> _all;

    internal SettlementState(SqliteConnection connection, EpochClock clock, DateTimeOffset now)
    {
        (_connection, _clock, _now) = (connection, clock, now);
        _all = new(Read);
    }

    /// <summary>Every settlement ever submitted, by epoch.</summary>
    public IReadOnlyList<IndexedSettlement> All => _all.Value;

    /// <summary>The newest one that is final; null while none is.</summary>
    public IndexedSettlement? LastFinal => All.LastOrDefault(settlement => settlement.Stage == SettlementStage.Final);

    /// <summary>The one that can still be cancelled; null when none is pending.</summary>
    public IndexedSettlement? Pending => All.LastOrDefault(settlement => settlement.Stage == SettlementStage.Pending);

    /// <summary>The one with this digest; null when there is none.</summary>
    public IndexedSettlement? Find(string digest) => All.SingleOrDefault(settlement => settlement.Digest == digest);

    /// <summary>The one of this epoch; null when none was submitted.</summary>
    public IndexedSettlement? Find(long epoch) => All.SingleOrDefault(settlement => settlement.Epoch == epoch);

    /// <summary>The one that covers this epoch and was not cancelled; null when there is none.</summary>
    public IndexedSettlement? FindCovering(long epoch)
        => All.SingleOrDefault(settlement => settlement.Stage != SettlementStage.Cancelled && settlement.FirstEpoch <= epoch && epoch <= settlement.Epoch);

    /// <summary>First epoch whose settlement can still be submitted.</summary>
    public long NextEpoch => All.Count == 0 ? 0 : All[^1].Epoch + 1;

    /// <summary>How many more times the council can cancel before another settlement is final.</summary>
    public int CancellationsLeft => MaxCancellations
        - All.Count(settlement => settlement.Stage == SettlementStage.Cancelled && settlement.Epoch > (LastFinal?.Epoch ?? -1));

    /// <summary>All that ever came into the fund from outside.</summary>
    public BigInteger Contributed => Total("contributed");

    /// <summary>What the fund of the epochs before the first settlement is; 0 while the founder has not given it.</summary>
    public BigInteger Endowment => Total("endowment");

    /// <summary>Charges that are submitted and not collected yet.</summary>
    public BigInteger SetAside => (All.LastOrDefault(settlement => settlement.Stage != SettlementStage.Cancelled)?.CumulativeCharged ?? 0) - Total("collected");

    /// <summary>Covered by a final settlement, or lapsed: nothing can be charged for it any more.</summary>
    public bool IsClosed(long epoch)
    {
        if (epoch <= (LastFinal?.Epoch ?? -1))
        {
            return true;
        }

        if (_now < _clock.LapseOf(epoch))
        {
            return false;
        }

        return Pending is not { } pending || epoch > pending.Epoch || epoch + _clock.MaxLag < pending.Epoch;
    }

    /// <summary>When an epoch is closed at the earliest and at the latest, if no settlement is cancelled; null when it is.</summary>
    public (DateTimeOffset Earliest, DateTimeOffset Latest)? ClosingOf(long epoch)
    {
        if (IsClosed(epoch))
        {
            return null;
        }

        if (Pending is { } pending && pending.FirstEpoch <= epoch && epoch <= pending.Epoch)
        {
            return (pending.FinalAt, pending.FinalAt);
        }

        var settled = _clock.StartOf(epoch + 1) + _clock.W4;
        return ((settled > _now ? settled : _now) + _clock.SettlementDelay, _clock.LapseOf(epoch));
    }

    /// <summary>What each node has claimed, cumulatively.</summary>
    public IReadOnlyList<(string Node, BigInteger Cumulative)> ListClaims()
        => _connection.Query("SELECT node, cumulative FROM claims ORDER BY rowid", row => (row.Address(0), row.Number(1)));

    /// <summary>What a node has claimed last; null when it never has.</summary>
    public IndexedClaim? FindClaim(string node) => _connection
        .Query("SELECT cumulative, claimed_at FROM claims WHERE node = $node", row => new IndexedClaim(row.Number(0), row.Time(1)), ("$node", Word.Bytes(node)))
        .SingleOrDefault();

    private BigInteger Total(string column) => Word.Number(_connection.Scalar<byte[]>($"SELECT {column} FROM reward_totals") ?? []);

    private List<IndexedSettlement> Read() => _connection.Query(
        """
        SELECT epoch, digest, previous, first_epoch, earnings_root, earned, charges_root, charged, cumulative_earned, cumulative_charged,
          fund, submitted_at, final_at, cancelled_at, executed_at FROM settlements ORDER BY epoch
        """,
        row => new IndexedSettlement(
            row.GetInt64(0),
            row.Hash(1),
            row.Hash(2),
            row.GetInt64(3),
            row.Hash(4),
            row.Number(5),
            row.Hash(6),
            row.Number(7),
            row.Number(8),
            row.Number(9),
            row.Number(10),
            row.Time(11),
            row.Time(12),
            !row.IsDBNull(13) ? SettlementStage.Cancelled : row.Time(12) <= _now ? SettlementStage.Final : SettlementStage.Pending,
            row.TimeOrNull(14)));
}

/// <summary>What a node has claimed.</summary>
/// <param name="Cumulative">All of it, in the smallest unit of SEND.</param>
/// <param name="ClaimedAt">When it claimed last.</param>
public sealed record IndexedClaim(BigInteger Cumulative, DateTimeOffset ClaimedAt);

/// <summary>Where a settlement stands.</summary>
public enum SettlementStage
{
    /// <summary>It can still be cancelled.</summary>
    Pending,

    /// <summary>It pays, charges and lets claim.</summary>
    Final,

    /// <summary>It counts as never submitted.</summary>
    Cancelled,
}

/// <summary>A settlement.</summary>
/// <param name="Epoch">The last epoch that it covers.</param>
/// <param name="Digest">What guardians signed.</param>
/// <param name="Previous">Digest of the final one that it builds on.</param>
/// <param name="FirstEpoch">The first epoch that it covers.</param>
/// <param name="EarningsRoot">Root of the tree of cumulative earnings.</param>
/// <param name="Earned">Earned in the epochs covered.</param>
/// <param name="ChargesRoot">Root of the tree of cumulative charges.</param>
/// <param name="Charged">Charged in the epochs covered.</param>
/// <param name="CumulativeEarned">The same with all before it.</param>
/// <param name="CumulativeCharged">The same with all before it.</param>
/// <param name="Fund">What budgets of the epochs after it are parts of.</param>
/// <param name="SubmittedAt">When.</param>
/// <param name="FinalAt">When it became or becomes final, unless it is cancelled.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="ExecutedAt">When its money was moved.</param>
public sealed record IndexedSettlement(
    long Epoch,
    string Digest,
    string Previous,
    long FirstEpoch,
    string EarningsRoot,
    BigInteger Earned,
    string ChargesRoot,
    BigInteger Charged,
    BigInteger CumulativeEarned,
    BigInteger CumulativeCharged,
    BigInteger Fund,
    DateTimeOffset SubmittedAt,
    DateTimeOffset FinalAt,
    SettlementStage Stage,
    DateTimeOffset? ExecutedAt);
