using System.Numerics;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Storage;
using static Sending.Chain.Events.Storage.Word;

namespace Sending.Chain.Events.Projection;

/// <summary>Nodes, positions, unstake requests and slashes. Stakes are kept as shares, as the contract does: amounts follow from the price.</summary>
internal static class StakingTables
{
    public const string Schema = """
        CREATE TABLE nodes (
          owner BLOB PRIMARY KEY, role INTEGER NOT NULL, idx INTEGER NOT NULL, registered_at INTEGER NOT NULL,
          operator BLOB NOT NULL, endpoint TEXT,
          commission INTEGER NOT NULL, next_commission INTEGER, next_commission_at INTEGER,
          suspended INTEGER NOT NULL, tombstoned INTEGER NOT NULL, last_seen_epoch INTEGER NOT NULL,
          share_price INTEGER NOT NULL,
          bonded_shares BLOB NOT NULL, own_shares BLOB NOT NULL, unbonding_shares BLOB NOT NULL, own_unbonding_shares BLOB NOT NULL,
          weight BLOB NOT NULL, -- as last recorded
          rewards BLOB NOT NULL, owner_rewards BLOB NOT NULL -- distributed so far, and of it at once to the owner
        ) STRICT;
        CREATE TABLE operators (event INTEGER PRIMARY KEY, node BLOB NOT NULL, operator BLOB NOT NULL, since INTEGER NOT NULL) STRICT;
        CREATE INDEX operators_by_operator ON operators (operator);
        CREATE INDEX operators_by_node ON operators (node);
        CREATE TABLE weights (node BLOB NOT NULL, since INTEGER NOT NULL, weight BLOB NOT NULL, PRIMARY KEY (node, since)) STRICT;
        CREATE TABLE positions (
          node BLOB NOT NULL, account BLOB NOT NULL, shares BLOB NOT NULL, next_request INTEGER NOT NULL,
          claimed BLOB NOT NULL, restaked BLOB NOT NULL, PRIMARY KEY (node, account)
        ) STRICT;
        CREATE INDEX positions_by_account ON positions (account);
        CREATE TABLE requests (
          node BLOB NOT NULL, account BLOB NOT NULL, id INTEGER NOT NULL, amount BLOB NOT NULL, shares BLOB NOT NULL,
          requested_at INTEGER NOT NULL, available_at INTEGER NOT NULL,
          outcome INTEGER NOT NULL, closed_at INTEGER, paid BLOB, PRIMARY KEY (node, account, id)
        ) STRICT;
        CREATE INDEX requests_by_account ON requests (account);
        CREATE TABLE slashes (
          event INTEGER PRIMARY KEY, node BLOB NOT NULL, reporter BLOB NOT NULL, bps INTEGER NOT NULL,
          bonded BLOB NOT NULL, unbonding BLOB NOT NULL, to_reporter BLOB NOT NULL, share_price INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX slashes_by_node ON slashes (node);
        CREATE TABLE staking_totals (id INTEGER PRIMARY KEY CHECK (id = 1), fund_owed BLOB NOT NULL, undistributed BLOB NOT NULL) STRICT;
        """;

    /// <summary>Price of a share of a node that was never slashed; prices are fractions of it.</summary>
    public const long PriceOne = 100_000_000_000_000;

    public static readonly string[] Names = ["nodes", "operators", "weights", "positions", "requests", "slashes", "staking_totals"];

    private const string Contract = nameof(ContractAddresses.NodeStaking);

    public static EventHandlers AddStaking(this EventHandlers handlers, EpochClock clock) => handlers
        .On<NodeRegisteredEventDTO>(Contract, (session, at, e) => Register(session, at, e, clock.EpochAt(at.Block.Time)))
        .On<EndpointSetEventDTO>(Contract, (session, _, e) => session.Execute(
            "UPDATE nodes SET endpoint = $endpoint WHERE owner = $node",
            ("$endpoint", e.Endpoint.Length == 0 ? null : e.Endpoint),
            ("$node", Bytes(e.Node))))
        .On<OperatorSetEventDTO>(Contract, (session, at, e) => SetOperator(session, at, e.Node, e.Operator))
        .On<CommissionSetEventDTO>(Contract, SetCommission)
        .On<StakedEventDTO>(Contract, (session, _, e) => Bond(session, e.Node, e.Account, e.Shares, e.Weight))
        .On<RewardsRestakedEventDTO>(Contract, Restake)
        .On<UnstakeRequestedEventDTO>(Contract, Request)
        .On<UnstakeCancelledEventDTO>(Contract, Cancel)
        .On<WithdrawnEventDTO>(Contract, Withdraw)
        .On<RewardsDepositedEventDTO>(Contract, (session, _, e) => AddTotals(session, fundOwed: 0, undistributed: e.Amount))
        .On<RewardsDistributedEventDTO>(Contract, Distribute)
        .On<RewardsClaimedEventDTO>(Contract, (session, _, e) => session.Execute(
            "UPDATE positions SET claimed = word_add(claimed, $amount) WHERE node = $node AND account = $account",
            ("$amount", Of(e.Amount)),
            ("$node", Bytes(e.Node)),
            ("$account", Bytes(e.Account))))
        .On<SlashedEventDTO>(Contract, Slash)
        .On<FundOwedPaidEventDTO>(Contract, (session, _, _) => session.Execute("UPDATE staking_totals SET fund_owed = $none", ("$none", Of(0))))
        .On<TombstonedEventDTO>(Contract, (session, _, e) => session.Execute("UPDATE nodes SET tombstoned = 1 WHERE owner = $node", ("$node", Bytes(e.Node))))
        .On<GuardianSuspendedEventDTO>(Contract, (session, _, e) => session.Execute(
            "UPDATE nodes SET suspended = 1, weight = $none WHERE owner = $node",
            ("$none", Of(0)),
            ("$node", Bytes(e.Node))))
        .On<GuardianResumedEventDTO>(Contract, (session, at, e) => session.Execute(
            "UPDATE nodes SET suspended = 0, weight = $weight, last_seen_epoch = $epoch WHERE owner = $node",
            ("$weight", Of(e.Weight)),
            ("$epoch", clock.EpochAt(at.Block.Time)),
            ("$node", Bytes(e.Node))))
        .On<RevealRecordedEventDTO>(Contract, (session, _, e) => session.Execute(
            "UPDATE nodes SET last_seen_epoch = $epoch WHERE owner = $node",
            ("$epoch", (long)e.Epoch),
            ("$node", Bytes(e.Node))))
        .On<WeightUpdatedEventDTO>(Contract, (session, _, e) => SetWeight(session, e.Node, e.Weight))
        .On<DelegateVotesChangedEventDTO>(Contract, (session, at, e) => session.Execute(
            "INSERT INTO weights VALUES ($node, $since, $weight) ON CONFLICT DO UPDATE SET weight = excluded.weight",
            ("$node", Bytes(e.Delegate)),
            ("$since", at.Block.Time.ToUnixTimeSeconds()),
            ("$weight", Of(e.NewVotes))));

    private static void Register(IProjectionSession session, ChainEvent at, NodeRegisteredEventDTO e, long epoch)
    {
        session.Execute(
            """
            INSERT INTO nodes VALUES ($owner, $role, $index, $at, $operator, NULL, $commission, NULL, NULL, 0, 0, $seen, $price, $none, $none, $none, $none, $none, $none, $none)
            """,
            ("$owner", Bytes(e.Owner)),
            ("$role", (long)e.Role),
            ("$index", (long)e.Index),
            ("$at", at.Block.Time.ToUnixTimeSeconds()),
            ("$operator", Bytes(e.Operator)),
            ("$commission", (long)e.Commission),
            ("$seen", e.Role == (byte)Staking.NodeRole.Guardian ? epoch : 0),
            ("$price", PriceOne),
            ("$none", Of(0)));
        SetOperator(session, at, e.Owner, e.Operator);
    }

    private static void SetOperator(IProjectionSession session, ChainEvent at, string node, string key)
    {
        session.Execute("UPDATE nodes SET operator = $operator WHERE owner = $node", ("$operator", Bytes(key)), ("$node", Bytes(node)));
        session.Execute(
            "INSERT INTO operators VALUES ($event, $node, $operator, $since)",
            ("$event", at.Id),
            ("$node", Bytes(node)),
            ("$operator", Bytes(key)),
            ("$since", at.Block.Time.ToUnixTimeSeconds()));
    }

    /// <summary>As the contract does: a change that has matured is settled first; the commission in force, asked for again, cancels one that waits.</summary>
    private static void SetCommission(IProjectionSession session, ChainEvent at, CommissionSetEventDTO e) => session.Execute(
        """
        WITH settled AS (
          SELECT CASE WHEN next_commission_at <= $now THEN next_commission ELSE commission END AS current FROM nodes WHERE owner = $node)
        UPDATE nodes SET commission = settled.current,
          next_commission = CASE WHEN settled.current = $next THEN NULL ELSE $next END,
          next_commission_at = CASE WHEN settled.current = $next THEN NULL ELSE $at END
        FROM settled WHERE owner = $node
        """,
        ("$now", at.Block.Time.ToUnixTimeSeconds()),
        ("$next", (long)e.Commission),
        ("$at", (long)e.EffectiveAt),
        ("$node", Bytes(e.Node)));

    private static void Bond(IProjectionSession session, string node, string account, BigInteger shares, BigInteger weight)
    {
        session.Execute(
            """
            INSERT INTO positions VALUES ($node, $account, $shares, 0, $none, $none)
            ON CONFLICT DO UPDATE SET shares = word_add(shares, excluded.shares)
            """,
            ("$node", Bytes(node)),
            ("$account", Bytes(account)),
            ("$shares", Of(shares)),
            ("$none", Of(0)));
        session.Execute(
            """
            UPDATE nodes SET bonded_shares = word_add(bonded_shares, $shares),
              own_shares = CASE WHEN owner = $account THEN word_add(own_shares, $shares) ELSE own_shares END,
              weight = $weight
            WHERE owner = $node
            """,
            ("$shares", Of(shares)),
            ("$account", Bytes(account)),
            ("$weight", Of(weight)),
            ("$node", Bytes(node)));
    }

    private static void Restake(IProjectionSession session, ChainEvent at, RewardsRestakedEventDTO e)
    {
        Bond(session, e.Node, e.Account, e.Shares, e.Weight);
        session.Execute(
            "UPDATE positions SET restaked = word_add(restaked, $amount) WHERE node = $node AND account = $account",
            ("$amount", Of(e.Amount)),
            ("$node", Bytes(e.Node)),
            ("$account", Bytes(e.Account)));
    }

    private static void Request(IProjectionSession session, ChainEvent at, UnstakeRequestedEventDTO e)
    {
        session.Execute(
            "INSERT INTO requests VALUES ($node, $account, $id, $amount, $shares, $now, $availableAt, 0, NULL, NULL)",
            ("$node", Bytes(e.Node)),
            ("$account", Bytes(e.Account)),
            ("$id", (long)e.RequestId),
            ("$amount", Of(e.Amount)),
            ("$shares", Of(e.Shares)),
            ("$now", at.Block.Time.ToUnixTimeSeconds()),
            ("$availableAt", (long)e.AvailableAt));
        session.Execute(
            "UPDATE positions SET shares = word_sub(shares, $shares), next_request = $id + 1 WHERE node = $node AND account = $account",
            ("$shares", Of(e.Shares)),
            ("$id", (long)e.RequestId),
            ("$node", Bytes(e.Node)),
            ("$account", Bytes(e.Account)));
        session.Execute(
            """
            UPDATE nodes SET bonded_shares = word_sub(bonded_shares, $shares), unbonding_shares = word_add(unbonding_shares, $shares),
              own_shares = CASE WHEN owner = $account THEN word_sub(own_shares, $shares) ELSE own_shares END,
              own_unbonding_shares = CASE WHEN owner = $account THEN word_add(own_unbonding_shares, $shares) ELSE own_unbonding_shares END,
              weight = $weight
            WHERE owner = $node
            """,
            ("$shares", Of(e.Shares)),
            ("$account", Bytes(e.Account)),
            ("$weight", Of(e.Weight)),
            ("$node", Bytes(e.Node)));
    }

    private static void Cancel(IProjectionSession session, ChainEvent at, UnstakeCancelledEventDTO e)
    {
        var shares = Close(session, at, e.Node, e.Account, e.RequestId, RequestOutcome.Cancelled, e.Amount);
        Bond(session, e.Node, e.Account, Number(shares), e.Weight);
    }

    private static void Withdraw(IProjectionSession session, ChainEvent at, WithdrawnEventDTO e)
        => Close(session, at, e.Node, e.Account, e.RequestId, RequestOutcome.Withdrawn, e.Amount);

    /// <returns>The request's shares, which are not unbonding any more.</returns>
    private static byte[] Close(
        IProjectionSession session,
        ChainEvent at,
        string node,
        string account,
        BigInteger id,
        RequestOutcome outcome,
        BigInteger amount)
    {
        (byte[] nodeBytes, byte[] accountBytes) = (Bytes(node), Bytes(account));
        var shares = session.Scalar<byte[]>(
            "SELECT shares FROM requests WHERE node = $node AND account = $account AND id = $id",
            ("$node", nodeBytes),
            ("$account", accountBytes),
            ("$id", (long)id)) ?? throw new InvalidOperationException($"The request {id} of {account} at {node} is not known.");
        session.Execute(
            "UPDATE requests SET outcome = $outcome, closed_at = $now, paid = $paid WHERE node = $node AND account = $account AND id = $id",
            ("$outcome", (long)outcome),
            ("$now", at.Block.Time.ToUnixTimeSeconds()),
            ("$paid", Of(amount)),
            ("$node", nodeBytes),
            ("$account", accountBytes),
            ("$id", (long)id));
        session.Execute(
            """
            UPDATE nodes SET unbonding_shares = word_sub(unbonding_shares, $shares),
              own_unbonding_shares = CASE WHEN owner = $account THEN word_sub(own_unbonding_shares, $shares) ELSE own_unbonding_shares END
            WHERE owner = $node
            """,
            ("$shares", shares),
            ("$account", accountBytes),
            ("$node", nodeBytes));
        return shares;
    }

    private static void Distribute(IProjectionSession session, ChainEvent at, RewardsDistributedEventDTO e)
    {
        session.Execute(
            "UPDATE staking_totals SET undistributed = word_sub(undistributed, $amount)",
            ("$amount", Of(e.Amount)));
        session.Execute(
            "UPDATE nodes SET rewards = word_add(rewards, $amount), owner_rewards = word_add(owner_rewards, $toOwner) WHERE owner = $node",
            ("$amount", Of(e.Amount)),
            ("$toOwner", Of(e.ToOwner)),
            ("$node", Bytes(e.Node)));
    }

    private static void Slash(IProjectionSession session, ChainEvent at, SlashedEventDTO e)
    {
        session.Execute(
            "INSERT INTO slashes VALUES ($event, $node, $reporter, $bps, $bonded, $unbonding, $toReporter, $price)",
            ("$event", at.Id),
            ("$node", Bytes(e.Node)),
            ("$reporter", Bytes(e.Reporter)),
            ("$bps", (long)BigInteger.Min(e.Bps, long.MaxValue)),
            ("$bonded", Of(e.Bonded)),
            ("$unbonding", Of(e.Unbonding)),
            ("$toReporter", Of(e.ToReporter)),
            ("$price", (long)e.SharePrice));
        session.Execute(
            "UPDATE nodes SET share_price = $price, weight = $weight WHERE owner = $node",
            ("$price", (long)e.SharePrice),
            ("$weight", Of(e.Weight)),
            ("$node", Bytes(e.Node)));
        AddTotals(session, fundOwed: e.Bonded + e.Unbonding - e.ToReporter, undistributed: 0);
    }

    private static void SetWeight(IProjectionSession session, string node, BigInteger weight)
        => session.Execute("UPDATE nodes SET weight = $weight WHERE owner = $node", ("$weight", Of(weight)), ("$node", Bytes(node)));

    private static void AddTotals(IProjectionSession session, BigInteger fundOwed, BigInteger undistributed) => session.Execute(
        """
        INSERT INTO staking_totals VALUES (1, $owed, $undistributed)
        ON CONFLICT DO UPDATE SET fund_owed = word_add(fund_owed, excluded.fund_owed), undistributed = word_add(undistributed, excluded.undistributed)
        """,
        ("$owed", Of(fundOwed)),
        ("$undistributed", Of(undistributed)));
}

/// <summary>What became of an unstake request.</summary>
public enum RequestOutcome
{
    /// <summary>It waits.</summary>
    Open,

    /// <summary>It was paid out.</summary>
    Withdrawn,

    /// <summary>It was bonded again.</summary>
    Cancelled,
}
