using System.Numerics;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Events.Storage;
using static Sending.Chain.Events.Storage.Word;

namespace Sending.Chain.Events.Projection;

/// <summary>Settlements, claims of earnings, equivocations.</summary>
internal static class RewardTables
{
    public const string Schema = """
        CREATE TABLE settlements (
          epoch INTEGER PRIMARY KEY, digest BLOB NOT NULL, previous BLOB NOT NULL, first_epoch INTEGER NOT NULL,
          earnings_root BLOB NOT NULL, earned BLOB NOT NULL, charges_root BLOB NOT NULL, charged BLOB NOT NULL,
          cumulative_earned BLOB NOT NULL, cumulative_charged BLOB NOT NULL,
          fund BLOB NOT NULL, submitted_at INTEGER NOT NULL, final_at INTEGER NOT NULL, cancelled_at INTEGER, executed_at INTEGER
        ) STRICT;
        CREATE TABLE claims (node BLOB PRIMARY KEY, cumulative BLOB NOT NULL, claimed_at INTEGER NOT NULL) STRICT;
        CREATE TABLE equivocations (
          guardian BLOB NOT NULL, epoch BLOB NOT NULL, -- whatever was signed
          reporter BLOB NOT NULL, slashed BLOB NOT NULL, PRIMARY KEY (guardian, epoch)
        ) STRICT;
        CREATE TABLE reward_totals (
          id INTEGER PRIMARY KEY CHECK (id = 1), contributed BLOB NOT NULL, collected BLOB NOT NULL, deposited BLOB NOT NULL,
          endowment BLOB NOT NULL
        ) STRICT;
        """;

    public static readonly string[] Names = ["settlements", "claims", "equivocations", "reward_totals"];

    private const string Contract = nameof(ContractAddresses.RewardPool);

    public static EventHandlers AddRewards(this EventHandlers handlers) => handlers
        .On<SettlementSubmittedEventDTO>(Contract, Submit)
        .On<SettlementCancelledEventDTO>(Contract, (session, at, e) => session.Execute(
            "UPDATE settlements SET cancelled_at = $now WHERE epoch = $epoch",
            ("$now", at.Block.Time.ToUnixTimeSeconds()),
            ("$epoch", (long)e.Epoch)))
        .On<SettlementExecutedEventDTO>(Contract, Execute)
        .On<EarningsClaimedEventDTO>(Contract, (session, at, e) => session.Execute(
            "INSERT INTO claims VALUES ($node, $cumulative, $now) ON CONFLICT DO UPDATE SET cumulative = excluded.cumulative, claimed_at = excluded.claimed_at",
            ("$node", Bytes(e.Node)),
            ("$cumulative", Of(e.Cumulative)),
            ("$now", at.Block.Time.ToUnixTimeSeconds())))
        .On<FundedEventDTO>(Contract, (session, _, e) => AddTotals(session, e.Amount, 0, 0, 0))
        .On<EndowedEventDTO>(Contract, (session, _, e) => AddTotals(session, e.Amount, 0, 0, e.Amount))
        .On<EquivocationProvenEventDTO>(Contract, (session, _, e) => session.Execute(
            "INSERT INTO equivocations VALUES ($guardian, $epoch, $reporter, $slashed)",
            ("$guardian", Bytes(e.Guardian)),
            ("$epoch", Of(e.Epoch)),
            ("$reporter", Bytes(e.Reporter)),
            ("$slashed", Of(e.Slashed))));

    /// <summary>It builds on the last one that was not cancelled, which is final: none is submitted while one is pending.</summary>
    private static void Submit(IProjectionSession session, ChainEvent at, SettlementSubmittedEventDTO e)
    {
        var settlement = e.Settlement;
        var none = Of(0);
        var earned = session.Scalar<byte[]>("SELECT cumulative_earned FROM settlements WHERE cancelled_at IS NULL ORDER BY epoch DESC LIMIT 1") ?? none;
        var charged = session.Scalar<byte[]>("SELECT cumulative_charged FROM settlements WHERE cancelled_at IS NULL ORDER BY epoch DESC LIMIT 1") ?? none;
        session.Execute(
            """
            INSERT INTO settlements VALUES ($epoch, $digest, $previous, $first, $earningsRoot, $earned, $chargesRoot, $charged,
              word_add($earnedBefore, $earned), word_add($chargedBefore, $charged), $fund, $now, $finalAt, NULL, NULL)
            """,
            ("$epoch", (long)e.Epoch),
            ("$digest", e.Digest),
            ("$previous", settlement.Previous),
            ("$first", (long)e.FirstEpoch),
            ("$earningsRoot", settlement.EarningsRoot),
            ("$earned", Of(settlement.TotalEarned)),
            ("$chargesRoot", settlement.ChargesRoot),
            ("$charged", Of(settlement.TotalCharged)),
            ("$earnedBefore", earned),
            ("$chargedBefore", charged),
            ("$fund", Of(e.Fund)),
            ("$now", at.Block.Time.ToUnixTimeSeconds()),
            ("$finalAt", (long)e.FinalAt));
    }

    /// <summary>It moves the money of this settlement and of all before it.</summary>
    private static void Execute(IProjectionSession session, ChainEvent at, SettlementExecutedEventDTO e)
    {
        session.Execute(
            "UPDATE settlements SET executed_at = $now WHERE epoch <= $epoch AND cancelled_at IS NULL AND executed_at IS NULL",
            ("$now", at.Block.Time.ToUnixTimeSeconds()),
            ("$epoch", (long)e.Epoch));
        AddTotals(session, 0, e.Charged, e.Earned, 0);
    }

    private static void AddTotals(IProjectionSession session, BigInteger contributed, BigInteger collected, BigInteger deposited, BigInteger endowment)
        => session.Execute(
            """
            INSERT INTO reward_totals VALUES (1, $contributed, $collected, $deposited, $endowment)
            ON CONFLICT DO UPDATE SET contributed = word_add(contributed, excluded.contributed), collected = word_add(collected, excluded.collected),
              deposited = word_add(deposited, excluded.deposited), endowment = word_add(endowment, excluded.endowment)
            """,
            ("$contributed", Of(contributed)),
            ("$collected", Of(collected)),
            ("$deposited", Of(deposited)),
            ("$endowment", Of(endowment)));
}
