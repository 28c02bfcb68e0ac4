using System.Numerics;
using Microsoft.Data.Sqlite;
using Sending.Chain.Events.Storage;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>Proposals and votes.</summary>
public sealed class GovernanceState
{
    private readonly SqliteConnection _connection;

    internal GovernanceState(SqliteConnection connection) => _connection = connection;

    /// <summary>Every proposal, the oldest first.</summary>
    public IReadOnlyList<IndexedProposal> ListProposals() => _connection.Query(
        "SELECT id, proposer, description, calls, vote_start, vote_end, eta, executed_at, cancelled_at FROM proposals ORDER BY rowid",
        row => new IndexedProposal(
            row.Number(0),
            row.Address(1),
            row.GetString(2),
            row.GetString(3),
            row.Time(4),
            row.Time(5),
            row.TimeOrNull(6),
            row.TimeOrNull(7),
            row.TimeOrNull(8)));

    /// <summary>The votes on a proposal, in the order in which they were cast.</summary>
    public IReadOnlyList<IndexedVote> ListVotes(BigInteger proposal) => _connection.Query(
        "SELECT voter, support, weight, reason, cast_at FROM votes WHERE proposal = $proposal ORDER BY rowid",
        row => new IndexedVote(row.Address(0), (int)row.GetInt64(1), row.Number(2), row.GetString(3), row.Time(4)),
        ("$proposal", Word.Of(proposal)));
}

/// <summary>A proposal.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Proposer">Who proposed it.</param>
/// <param name="Description">His text.</param>
/// <param name="Calls">What it does: a JSON array of {target, value, data}.</param>
/// <param name="VoteStart">Votes count as of then.</param>
/// <param name="VoteEnd">Voting ends then.</param>
/// <param name="Eta">When it can be executed; null while it is not queued.</param>
/// <param name="ExecutedAt">When it was.</param>
/// <param name="CancelledAt">When it was taken back.</param>
public sealed record IndexedProposal(
    BigInteger Id,
    string Proposer,
    string Description,
    string Calls,
    DateTimeOffset VoteStart,
    DateTimeOffset VoteEnd,
    DateTimeOffset? Eta,
    DateTimeOffset? ExecutedAt,
    DateTimeOffset? CancelledAt);

/// <summary>A vote.</summary>
/// <param name="Voter">Who.</param>
/// <param name="Support">0 against, 1 for, 2 abstain.</param>
/// <param name="Weight">With how many votes.</param>
/// <param name="Reason">His text.</param>
/// <param name="CastAt">When.</param>
public sealed record IndexedVote(string Voter, int Support, BigInteger Weight, string Reason, DateTimeOffset CastAt);
