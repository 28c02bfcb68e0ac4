using System.Numerics;
using System.Text.Json;
using Sending.Chain.Contracts.SendGovernor.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Events.Storage;
using static Sending.Chain.Events.Storage.Word;

namespace Sending.Chain.Events.Projection;

/// <summary>Proposals and votes.</summary>
internal static class GovernanceTables
{
    public const string Schema = """
        CREATE TABLE proposals (
          id BLOB PRIMARY KEY, proposer BLOB NOT NULL, description TEXT NOT NULL,
          calls TEXT NOT NULL, -- JSON: an array of {target, value, data}
          vote_start INTEGER NOT NULL, vote_end INTEGER NOT NULL, eta INTEGER, executed_at INTEGER, cancelled_at INTEGER
        ) STRICT;
        CREATE TABLE votes (
          proposal BLOB NOT NULL, voter BLOB NOT NULL, support INTEGER NOT NULL, weight BLOB NOT NULL, reason TEXT NOT NULL, cast_at INTEGER NOT NULL,
          PRIMARY KEY (proposal, voter)
        ) STRICT;
        """;

    public static readonly string[] Names = ["proposals", "votes"];

    private const string Contract = nameof(ContractAddresses.SendGovernor);

    public static EventHandlers AddGovernance(this EventHandlers handlers) => handlers
        .On<ProposalCreatedEventDTO>(Contract, Propose)
        .On<ProposalExtendedEventDTO>(Contract, (session, _, e) => Set(session, "vote_end", e.ProposalId, (long)e.ExtendedDeadline))
        .On<ProposalQueuedEventDTO>(Contract, (session, _, e) => Set(session, "eta", e.ProposalId, (long)e.EtaSeconds))
        .On<ProposalExecutedEventDTO>(Contract, (session, at, e) => Set(session, "executed_at", e.ProposalId, at.Block.Time.ToUnixTimeSeconds()))
        .On<ProposalCanceledEventDTO>(Contract, (session, at, e) => Set(session, "cancelled_at", e.ProposalId, at.Block.Time.ToUnixTimeSeconds()))
        .On<VoteCastEventDTO>(Contract, (session, at, e) => Vote(session, at, e.ProposalId, e.Voter, e.Support, e.Weight, e.Reason))
        .On<VoteCastWithParamsEventDTO>(Contract, (session, at, e) => Vote(session, at, e.ProposalId, e.Voter, e.Support, e.Weight, e.Reason));

    private static void Propose(IProjectionSession session, ChainEvent at, ProposalCreatedEventDTO e)
    {
        var calls = e.Targets.Select((target, place) => new Dictionary<string, string>
        {
            ["target"] = target,
            ["value"] = $"{e.Values[place]}",
            ["data"] = "0x" + Convert.ToHexStringLower(e.Calldatas[place]),
        });
        session.Execute(
            "INSERT INTO proposals VALUES ($id, $proposer, $description, $calls, $start, $end, NULL, NULL, NULL)",
            ("$id", Of(e.ProposalId)),
            ("$proposer", Bytes(e.Proposer)),
            ("$description", e.Description),
            ("$calls", JsonSerializer.Serialize(calls)),
            ("$start", (long)e.VoteStart),
            ("$end", (long)e.VoteEnd));
    }

    private static void Set(IProjectionSession session, string column, BigInteger proposal, long value)
        => session.Execute($"UPDATE proposals SET {column} = $value WHERE id = $id", ("$value", value), ("$id", Of(proposal)));

    private static void Vote(IProjectionSession session, ChainEvent at, BigInteger proposal, string voter, byte support, BigInteger weight, string reason)
        => session.Execute(
            "INSERT INTO votes VALUES ($proposal, $voter, $support, $weight, $reason, $now)",
            ("$proposal", Of(proposal)),
            ("$voter", Bytes(voter)),
            ("$support", (long)support),
            ("$weight", Of(weight)),
            ("$reason", reason),
            ("$now", at.Block.Time.ToUnixTimeSeconds()));
}
