using System.Numerics;
using Microsoft.Data.Sqlite;
using Sending.Chain.Events.Storage;
using Sending.Chain.Staking;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>Nodes, positions, unstake requests and slashes.</summary>
public sealed class StakingState
{
    private const string NodeColumns = """
        SELECT owner, role, idx, registered_at, operator, endpoint, commission, next_commission, next_commission_at, suspended, tombstoned,
          last_seen_epoch, share_price, bonded_shares, own_shares, unbonding_shares, own_unbonding_shares, weight, rewards, owner_rewards FROM nodes
        """;

    private readonly SqliteConnection _connection;
    private readonly DateTimeOffset _now;
    private readonly long _epoch;
    private readonly ParameterState _parameters;

    internal StakingState(SqliteConnection connection, DateTimeOffset now, long epoch, ParameterState parameters)
        => (_connection, _now, _epoch, _parameters) = (connection, now, epoch, parameters);

    /// <summary>Slashed tokens that wait for the reward fund.</summary>
    public BigInteger FundOwed => Total("fund_owed");

    /// <summary>Tokens that the reward pool has deposited and that are not distributed yet.</summary>
    public BigInteger UndistributedRewards => Total("undistributed");

    /// <summary>All nodes, or those of one role, in the order of their registration.</summary>
    public IReadOnlyList<IndexedNode> ListNodes(NodeRole? role = null) => role is { } wanted
        ? _connection.Query($"{NodeColumns} WHERE role = $role ORDER BY rowid", ReadNode, ("$role", (long)wanted))
        : _connection.Query($"{NodeColumns} ORDER BY rowid", ReadNode);

    /// <summary>The node of <paramref name="owner"/>; null when there is none.</summary>
    public IndexedNode? FindNode(string owner)
        => _connection.Query($"{NodeColumns} WHERE owner = $owner", ReadNode, ("$owner", Word.Bytes(owner))).SingleOrDefault();

    /// <summary>The node that an operator key belongs to, now or formerly; null when it is free.</summary>
    public string? FindNodeOfOperator(string key)
        => _connection.Scalar<byte[]>("SELECT node FROM operators WHERE operator = $key LIMIT 1", ("$key", Word.Bytes(key))) is { } node ? Word.Address(node) : null;

    /// <summary>The operators that a node has had, the newest last.</summary>
    public IReadOnlyList<IndexedOperator> ListOperators(string node) => _connection.Query(
        "SELECT operator, since FROM operators WHERE node = $node ORDER BY event",
        row => new IndexedOperator(row.Address(0), row.Time(1)),
        ("$node", Word.Bytes(node)));

    /// <summary>Votes of a guardian after the last block with a timestamp before <paramref name="time"/>.</summary>
    public BigInteger WeightBefore(string guardian, DateTimeOffset time) => Word.Number(
        _connection.Scalar<byte[]>(
            "SELECT weight FROM weights WHERE node = $node AND since < $time ORDER BY since DESC LIMIT 1",
            ("$node", Word.Bytes(guardian)),
            ("$time", time.ToUnixTimeSeconds())) ?? []);

    /// <summary>Every position; those that are empty now included.</summary>
    public IReadOnlyList<IndexedPosition> ListPositions() => Positions("1", []);

    /// <summary>The positions of an account, in the order in which it took them; those that are empty now included.</summary>
    public IReadOnlyList<IndexedPosition> ListPositionsOf(string account) => Positions("p.account = $account", Word.Bytes(account));

    /// <summary>The positions at a node.</summary>
    public IReadOnlyList<IndexedPosition> ListPositionsAt(string node) => Positions("p.node = $account", Word.Bytes(node));

    /// <summary>Every request there was.</summary>
    public IReadOnlyList<IndexedRequest> ListRequests() => Requests("1", []);

    /// <summary>The requests of an account that are not withdrawn or cancelled.</summary>
    public IReadOnlyList<IndexedRequest> ListOpenRequests(string account) => Requests("r.outcome = 0 AND r.account = $account", Word.Bytes(account));

    /// <summary>What a node was slashed, the newest last.</summary>
    public IReadOnlyList<IndexedSlash> ListSlashes(string node) => _connection.Query(
        """
        SELECT s.event, b.time, s.reporter, s.bps, s.bonded, s.unbonding, s.to_reporter FROM slashes s JOIN blocks b ON b.number = s.event >> 20
        WHERE s.node = $node ORDER BY s.event
        """,
        row => new IndexedSlash(
            ChainEvent.BlockOf(row.GetInt64(0)), row.Time(1), row.Address(2), row.GetInt64(3), row.Number(4), row.Number(5), row.Number(6)),
        ("$node", Word.Bytes(node)));

    private static BigInteger Value(BigInteger shares, long price) => shares * price / StakingTables.PriceOne;

    private IndexedNode ReadNode(SqliteDataReader row)
    {
        var price = row.GetInt64(12);
        var role = (NodeRole)row.GetInt64(1);
        var changes = !row.IsDBNull(8) && row.Time(8) <= _now;
        var (own, bonded) = (Value(row.Number(14), price), Value(row.Number(13), price));
        var (suspended, tombstoned) = (row.GetInt64(9) != 0, row.GetInt64(10) != 0);
        var active = !suspended && !tombstoned && own >= _parameters.ValueAt(MinimumOf(role), _epoch);
        return new IndexedNode(
            row.Address(0),
            role,
            row.GetInt64(2),
            row.Time(3),
            row.Address(4),
            row.TextOrNull(5),
            changes ? row.GetInt64(7) : row.GetInt64(6),
            row.IsDBNull(8) || changes ? null : new CommissionChange(row.GetInt64(7), row.Time(8)),
            active,
            suspended,
            tombstoned,
            row.GetInt64(11),
            price,
            bonded,
            own,
            Value(row.Number(15), price),
            Value(row.Number(16), price),
            role == NodeRole.Guardian ? row.Number(17) : active ? Weight(row, price, own) : 0,
            row.Number(18),
            row.Number(19));
    }

    /// <summary>Of nodes other than guardians the contract records none: it follows from the stake and the epoch's parameters.</summary>
    private BigInteger Weight(SqliteDataReader row, long price, BigInteger own)
    {
        var delegated = Value(row.Number(13) - row.Number(14), price);
        return own + BigInteger.Min(delegated, own * _parameters.ValueAt(ProtocolParameter.MaxDelegationRatio, _epoch));
    }

    private static ProtocolParameter MinimumOf(NodeRole role) => role switch
    {
        NodeRole.Guardian => ProtocolParameter.MinStakeGuardian,
        NodeRole.WatchDog => ProtocolParameter.MinStakeWatchDog,
        _ => ProtocolParameter.MinStakeEdge,
    };

    private List<IndexedPosition> Positions(string where, byte[] account) => _connection.Query(
        $"""
        SELECT p.node, p.account, p.shares, p.next_request, p.claimed, p.restaked, n.share_price FROM positions p JOIN nodes n ON n.owner = p.node
        WHERE {where} ORDER BY p.rowid
        """,
        row => new IndexedPosition(
            row.Address(0), row.Address(1), row.Number(2), Value(row.Number(2), row.GetInt64(6)), row.GetInt64(3), row.Number(4), row.Number(5)),
        ("$account", account));

    private List<IndexedRequest> Requests(string where, byte[] account) => _connection.Query(
        $"""
        SELECT r.node, r.account, r.id, r.amount, r.shares, r.requested_at, r.available_at, r.outcome, r.closed_at, r.paid, n.share_price
        FROM requests r JOIN nodes n ON n.owner = r.node WHERE {where} ORDER BY r.rowid
        """,
        row =>
        {
            var outcome = (RequestOutcome)row.GetInt64(7);
            return new IndexedRequest(
                row.Address(0),
                row.Address(1),
                row.GetInt64(2),
                row.Number(3),
                outcome == RequestOutcome.Open ? Value(row.Number(4), row.GetInt64(10)) : row.Number(9),
                row.Number(4),
                row.Time(5),
                row.Time(6),
                outcome,
                row.TimeOrNull(8));
        },
        ("$account", account));

    private BigInteger Total(string column) => Word.Number(_connection.Scalar<byte[]>($"SELECT {column} FROM staking_totals") ?? []);
}

/// <summary>A node. <see cref="NodeView"/> explains what is not explained here.</summary>
/// <param name="RegisteredAt">When it was registered.</param>
/// <param name="SharePrice">Tokens a share is worth, in units of 10^-14.</param>
/// <param name="Rewards">All that was ever distributed to it.</param>
/// <param name="OwnerRewards">Of that, what its owner got at once: commission, and all where nobody held shares.</param>
public sealed record IndexedNode(
    string Owner,
    NodeRole Role,
    long Index,
    DateTimeOffset RegisteredAt,
    string Operator,
    string? Endpoint,
    long Commission,
    CommissionChange? NextCommission,
    bool Active,
    bool Suspended,
    bool Tombstoned,
    long LastSeenEpoch,
    long SharePrice,
    BigInteger Bonded,
    BigInteger OwnBonded,
    BigInteger Unbonding,
    BigInteger OwnUnbonding,
    BigInteger Weight,
    BigInteger Rewards,
    BigInteger OwnerRewards);

/// <summary>A hot key of a node, and since when.</summary>
public sealed record IndexedOperator(string Operator, DateTimeOffset Since);

/// <summary>An account's part of a node.</summary>
/// <param name="Node">The node's owner.</param>
/// <param name="Account">Whose part it is.</param>
/// <param name="Shares">Its bonded shares.</param>
/// <param name="Bonded">What they are worth.</param>
/// <param name="NextRequest">Number that its next unstake request gets.</param>
/// <param name="Claimed">Rewards paid out so far.</param>
/// <param name="Restaked">Rewards bonded so far.</param>
public sealed record IndexedPosition(
    string Node,
    string Account,
    BigInteger Shares,
    BigInteger Bonded,
    long NextRequest,
    BigInteger Claimed,
    BigInteger Restaked);

/// <summary>An unstake request.</summary>
/// <param name="Node">The node's owner.</param>
/// <param name="Account">Who asked.</param>
/// <param name="Id">Its number among the account's requests at this node.</param>
/// <param name="Requested">What was asked for.</param>
/// <param name="Amount">What it pays now, or paid.</param>
/// <param name="Shares">The shares that it holds or held.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="AvailableAt">From when on it can be withdrawn.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="ClosedAt">And when.</param>
public sealed record IndexedRequest(
    string Node,
    string Account,
    long Id,
    BigInteger Requested,
    BigInteger Amount,
    BigInteger Shares,
    DateTimeOffset RequestedAt,
    DateTimeOffset AvailableAt,
    RequestOutcome Outcome,
    DateTimeOffset? ClosedAt);

/// <summary>What a node lost at once.</summary>
/// <param name="Block">In which block.</param>
/// <param name="Time">When.</param>
/// <param name="Reporter">Who proved it.</param>
/// <param name="Bps">Part of the stake, in basis points.</param>
/// <param name="Bonded">Taken from bonded stake.</param>
/// <param name="Unbonding">Taken from unbonding stake.</param>
/// <param name="ToReporter">Paid to the reporter out of both.</param>
public sealed record IndexedSlash(
    long Block,
    DateTimeOffset Time,
    string Reporter,
    long Bps,
    BigInteger Bonded,
    BigInteger Unbonding,
    BigInteger ToReporter);
