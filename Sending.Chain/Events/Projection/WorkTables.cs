using System.Numerics;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Events.Storage;
using static Sending.Chain.Events.Storage.Word;

namespace Sending.Chain.Events.Projection;

/// <summary>Work commitments, what became of challenged units, and scores.</summary>
internal static class WorkTables
{
    public const string Schema = """
        CREATE TABLE commitments (
          epoch INTEGER NOT NULL, edge BLOB NOT NULL, root BLOB NOT NULL, units INTEGER NOT NULL, committed_at INTEGER NOT NULL,
          unanswered INTEGER NOT NULL, -- challenges without an answer, whether or not their bonds went back
          convicted INTEGER NOT NULL, reporter BLOB, slashed BLOB,
          PRIMARY KEY (epoch, edge)
        ) STRICT;
        CREATE INDEX commitments_by_edge ON commitments (edge);
        CREATE TABLE challenges (
          epoch INTEGER NOT NULL, edge BLOB NOT NULL, unit INTEGER NOT NULL, state INTEGER NOT NULL,
          challenger BLOB NOT NULL, bond BLOB NOT NULL, answerer BLOB, PRIMARY KEY (epoch, edge, unit)
        ) STRICT;
        CREATE TABLE scores (
          epoch INTEGER NOT NULL, guardian BLOB NOT NULL, hash BLOB NOT NULL, committed_at INTEGER NOT NULL,
          scores BLOB, held BLOB, revealed_at INTEGER, PRIMARY KEY (epoch, guardian)
        ) STRICT;
        """;

    public static readonly string[] Names = ["commitments", "challenges", "scores"];

    private const string Contract = nameof(ContractAddresses.WorkProofs);

    public static EventHandlers AddWork(this EventHandlers handlers) => handlers
        .On<WorkCommittedEventDTO>(Contract, Commit)
        .On<ChallengedEventDTO>(Contract, Challenge)
        .On<AnsweredEventDTO>(Contract, Answer)
        .On<BondRefundedEventDTO>(Contract, (session, _, e) => session.Execute(
            "UPDATE challenges SET state = $state WHERE epoch = $epoch AND edge = $edge AND unit = $unit",
            ("$state", (long)ChallengeState.Refunded),
            ("$epoch", (long)e.Epoch),
            ("$edge", Bytes(e.Edge)),
            ("$unit", (long)e.Unit)))
        .On<ConvictedEventDTO>(Contract, (session, _, e) => session.Execute(
            "UPDATE commitments SET convicted = 1, reporter = $reporter, slashed = $slashed WHERE epoch = $epoch AND edge = $edge",
            ("$reporter", Bytes(e.Reporter)),
            ("$slashed", Of(e.Slashed)),
            ("$epoch", (long)e.Epoch),
            ("$edge", Bytes(e.Edge))))
        .On<ScoresCommittedEventDTO>(Contract, (session, at, e) => session.Execute(
            """
            INSERT INTO scores VALUES ($epoch, $guardian, $hash, $now, NULL, NULL, NULL)
            ON CONFLICT DO UPDATE SET hash = excluded.hash, committed_at = excluded.committed_at
            """,
            ("$epoch", (long)e.Epoch),
            ("$guardian", Bytes(e.Guardian)),
            ("$hash", e.Hash),
            ("$now", at.Block.Time.ToUnixTimeSeconds())))
        .On<ScoresRevealedEventDTO>(Contract, (session, at, e) => session.Execute(
            "UPDATE scores SET scores = $scores, held = $held, revealed_at = $now WHERE epoch = $epoch AND guardian = $guardian",
            ("$scores", e.Scores),
            ("$held", e.Held),
            ("$now", at.Block.Time.ToUnixTimeSeconds()),
            ("$epoch", (long)e.Epoch),
            ("$guardian", Bytes(e.Guardian))));

    private static void Commit(IProjectionSession session, ChainEvent at, WorkCommittedEventDTO e) => session.Execute(
        """
        INSERT INTO commitments VALUES ($epoch, $edge, $root, $units, $now, 0, 0, NULL, NULL)
        ON CONFLICT DO UPDATE SET root = excluded.root, units = excluded.units, committed_at = excluded.committed_at
        """,
        ("$epoch", (long)e.Epoch),
        ("$edge", Bytes(e.Edge)),
        ("$root", e.Root),
        ("$units", (long)e.Units),
        ("$now", at.Block.Time.ToUnixTimeSeconds()));

    private static void Challenge(IProjectionSession session, ChainEvent at, ChallengedEventDTO e)
    {
        session.Execute(
            "INSERT INTO challenges VALUES ($epoch, $edge, $unit, $state, $challenger, $bond, NULL)",
            ("$epoch", (long)e.Epoch),
            ("$edge", Bytes(e.Edge)),
            ("$unit", (long)e.Unit),
            ("$state", (long)ChallengeState.Open),
            ("$challenger", Bytes(e.Challenger)),
            ("$bond", Of(e.Bond)));
        AddUnanswered(session, e.Epoch, e.Edge, 1);
    }

    private static void Answer(IProjectionSession session, ChainEvent at, AnsweredEventDTO e)
    {
        session.Execute(
            "UPDATE challenges SET state = $state, answerer = $answerer WHERE epoch = $epoch AND edge = $edge AND unit = $unit",
            ("$state", (long)ChallengeState.Answered),
            ("$answerer", Bytes(e.Answerer)),
            ("$epoch", (long)e.Epoch),
            ("$edge", Bytes(e.Edge)),
            ("$unit", (long)e.Unit));
        AddUnanswered(session, e.Epoch, e.Edge, -1);
    }

    private static void AddUnanswered(IProjectionSession session, BigInteger epoch, string edge, long count) => session.Execute(
        "UPDATE commitments SET unanswered = unanswered + $count WHERE epoch = $epoch AND edge = $edge",
        ("$count", count),
        ("$epoch", (long)epoch),
        ("$edge", Bytes(edge)));
}

/// <summary>What became of a challenge; numbered as in the contract.</summary>
public enum ChallengeState
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It waits for an answer, or for its bond.</summary>
    Open,

    /// <summary>The unit was proven.</summary>
    Answered,

    /// <summary>It was not, and the bond went back.</summary>
    Refunded,
}
