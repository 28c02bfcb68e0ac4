using System.Numerics;
using Microsoft.Data.Sqlite;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Storage;
using Sending.Chain.Staking;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>Work commitments, challenges and scores.</summary>
public sealed class WorkState
{
    private readonly SqliteConnection _connection;
    private readonly EpochClock _clock;
    private readonly DateTimeOffset _now;
    private readonly ParameterState _parameters;

    internal WorkState(SqliteConnection connection, EpochClock clock, DateTimeOffset now, ParameterState parameters)
        => (_connection, _clock, _now, _parameters) = (connection, clock, now, parameters);

    /// <summary>Every commitment, by epoch.</summary>
    public IReadOnlyList<IndexedCommitment> ListCommitments() => Commitments("1", 0);

    /// <summary>The commitments of an epoch.</summary>
    public IReadOnlyList<IndexedCommitment> ListCommitments(long epoch) => Commitments("epoch = $epoch", epoch);

    /// <summary>Every challenge of a commitment, by unit.</summary>
    public IReadOnlyList<IndexedChallenge> ListChallenges(long epoch, string edge) => _connection.Query(
        "SELECT unit, state, challenger, bond, answerer FROM challenges WHERE epoch = $epoch AND edge = $edge ORDER BY unit",
        row => new IndexedChallenge(row.GetInt64(0), (ChallengeState)row.GetInt64(1), row.Address(2), row.Number(3), row.AddressOrNull(4)),
        ("$epoch", epoch),
        ("$edge", Word.Bytes(edge)));

    /// <summary>What guardians committed to and revealed in an epoch, in the order of their commitments.</summary>
    public IReadOnlyList<IndexedScores> ListScores(long epoch) => _connection.Query(
        "SELECT guardian, hash, committed_at, scores, held, revealed_at FROM scores WHERE epoch = $epoch ORDER BY rowid",
        row => new IndexedScores(
            row.Address(0),
            row.Hash(1),
            row.Time(2),
            row.IsDBNull(3) ? null : row.Blob(3),
            row.IsDBNull(4) ? null : row.Blob(4),
            row.TimeOrNull(5)),
        ("$epoch", epoch));

    /// <summary>Whether a node has committed work, or revealed scores, of an epoch up to this one: nothing else earns.</summary>
    /// <param name="node">The node's owner.</param>
    /// <param name="until">The last epoch that counts.</param>
    public bool HasWorked(string node, long until) => _connection.Scalar<long>(
        """
        SELECT EXISTS (SELECT 1 FROM commitments WHERE edge = $node AND epoch <= $until)
          OR EXISTS (SELECT 1 FROM scores WHERE guardian = $node AND epoch <= $until AND revealed_at IS NOT NULL)
        """,
        ("$node", Word.Bytes(node)),
        ("$until", until)) != 0;

    /// <summary>Fees of an epoch's commitments, without those that are challenged or convicted.</summary>
    public BigInteger ValueOf(long epoch)
    {
        var fee = _parameters.ValueAt(ProtocolParameter.FeePerUnit, epoch);
        return ListCommitments(epoch)
            .Where(commitment => commitment.Unanswered == 0 && !commitment.Convicted)
            .Aggregate(BigInteger.Zero, (sum, commitment) => sum + (commitment.Units * fee));
    }

    private List<IndexedCommitment> Commitments(string where, long epoch) => _connection.Query(
        $"SELECT epoch, edge, root, units, committed_at, unanswered, convicted, reporter, slashed FROM commitments WHERE {where} ORDER BY epoch, rowid",
        row =>
        {
            var (of, unanswered, convicted) = (row.GetInt64(0), row.GetInt64(5), row.GetInt64(6) != 0);
            return new IndexedCommitment(
                of,
                row.Address(1),
                row.Hash(2),
                row.GetInt64(3),
                row.Time(4),
                unanswered,
                convicted,
                convicted || (unanswered > 0 && _now >= _clock.StartOf(of + 1) + _clock.W4),
                row.AddressOrNull(7),
                row.IsDBNull(8) ? null : row.Number(8));
        },
        ("$epoch", epoch));
}

/// <summary>An Edge's commitment to its work of an epoch.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Edge">The node's owner.</param>
/// <param name="Root">Root of the Merkle-sum tree of its leaves.</param>
/// <param name="Units">What it claims.</param>
/// <param name="CommittedAt">When.</param>
/// <param name="Unanswered">Challenges without an answer, whether or not their bonds went back.</param>
/// <param name="Convicted">Whether it was proven wrong.</param>
/// <param name="Rejected">Whether it is not paid for: convicted, or challenged without an answer in time.</param>
/// <param name="Reporter">Who got it convicted.</param>
/// <param name="Slashed">What the node lost.</param>
public sealed record IndexedCommitment(
    long Epoch,
    string Edge,
    string Root,
    long Units,
    DateTimeOffset CommittedAt,
    long Unanswered,
    bool Convicted,
    bool Rejected,
    string? Reporter,
    BigInteger? Slashed);

/// <summary>A challenged unit.</summary>
public sealed record IndexedChallenge(long Unit, ChallengeState State, string Challenger, BigInteger Bond, string? Answerer);

/// <summary>A guardian's scores of an epoch; null what it has not revealed.</summary>
/// <param name="Guardian">The node's owner.</param>
/// <param name="Hash">What it committed to.</param>
/// <param name="CommittedAt">When.</param>
/// <param name="Scores">One byte for each Edge index, 255 for no opinion.</param>
/// <param name="Held">Bitmap over Edge indices, least significant bit first.</param>
/// <param name="RevealedAt">When.</param>
public sealed record IndexedScores(string Guardian, string Hash, DateTimeOffset CommittedAt, byte[]? Scores, byte[]? Held, DateTimeOffset? RevealedAt);
