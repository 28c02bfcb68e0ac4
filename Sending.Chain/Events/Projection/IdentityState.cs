using System.Numerics;
using Microsoft.Data.Sqlite;
using Sending.Chain.Events.Storage;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>Identities that were ever changed; all others own themselves and have nothing.</summary>
public sealed class IdentityState
{
    private const string Columns = "SELECT identity, owner, deactivated_at, changed, legacy_signatures_disabled FROM identities";

    private readonly SqliteConnection _connection;

    internal IdentityState(SqliteConnection connection) => _connection = connection;

    /// <summary>Every identity.</summary>
    public IReadOnlyList<IndexedIdentity> List() => _connection.Query($"{Columns} ORDER BY rowid", Read);

    /// <summary>One identity; null when it was never changed.</summary>
    public IndexedIdentity? Find(string identity)
        => _connection.Query($"{Columns} WHERE identity = $identity", Read, ("$identity", Word.Bytes(identity))).SingleOrDefault();

    /// <summary>Delegates, those that have ended included; deactivation ends all of them.</summary>
    public IReadOnlyList<IndexedDelegate> ListDelegates(string identity) => _connection.Query(
        """
        SELECT d.type, d.delegate, d.valid_to, i.deactivated_at FROM delegates d JOIN identities i ON i.identity = d.identity
        WHERE d.identity = $identity ORDER BY d.rowid
        """,
        row => new IndexedDelegate(
            row.Hash(0),
            row.Address(1),
            ValidTo(row, 2)),
        ("$identity", Word.Bytes(identity)));

    /// <summary>Until when an account is a delegate, in Unix seconds; deactivation ends it. 0 when it never was one.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="type">The delegate's type, 32 bytes.</param>
    /// <param name="account">The delegate.</param>
    public BigInteger DelegateValidTo(string identity, byte[] type, string account) => _connection
        .Query(
            """
            SELECT d.valid_to, i.deactivated_at FROM delegates d JOIN identities i ON i.identity = d.identity
            WHERE d.identity = $identity AND d.type = $type AND d.delegate = $delegate
            """,
            row => ValidTo(row, 0),
            ("$identity", Word.Bytes(identity)),
            ("$type", type),
            ("$delegate", Word.Bytes(account)))
        .SingleOrDefault();

    /// <summary>Attributes as last set, in the order in which they were; those that have ended included.</summary>
    public IReadOnlyList<IndexedAttribute> ListAttributes(string identity) => _connection.Query(
        "SELECT name, value, valid_to FROM attributes WHERE identity = $identity ORDER BY event",
        row => new IndexedAttribute(row.Hash(0), row.Blob(1), row.Number(2)),
        ("$identity", Word.Bytes(identity)));

    /// <summary>Every change of the identity's document, the oldest first.</summary>
    public IReadOnlyList<IndexedIdentityChange> ListChanges(string identity) => _connection.Query(
        "SELECT event, kind, previous_change FROM identity_changes WHERE identity = $identity ORDER BY event",
        row => new IndexedIdentityChange(row.GetInt64(0), (IdentityChangeKind)row.GetInt64(1), row.GetInt64(2)),
        ("$identity", Word.Bytes(identity)));

    /// <summary>The newest change of the identity's document with its block's hash, which no other history of it has; null when there was none.</summary>
    public (long EventId, string BlockHash)? FindLastChange(string identity) => _connection
        .Query<(long, string)?>(
            """
            SELECT c.event, b.hash FROM identity_changes c JOIN blocks b ON b.number = c.event >> 20
            WHERE c.identity = $identity ORDER BY c.event DESC LIMIT 1
            """,
            row => (row.GetInt64(0), row.Hash(1)),
            ("$identity", Word.Bytes(identity)))
        .SingleOrDefault();

    /// <summary>What was granted, in a column that the identity's end follows.</summary>
    private static BigInteger ValidTo(SqliteDataReader row, int column)
        => row.IsDBNull(column + 1) ? row.Number(column) : BigInteger.Min(row.Number(column), row.GetInt64(column + 1) - 1);

    private static IndexedIdentity Read(SqliteDataReader row)
        => new(row.Address(0), row.Address(1), row.TimeOrNull(2), row.GetInt64(3), row.GetInt64(4) != 0);
}

/// <summary>An identity.</summary>
/// <param name="Identity">Its address.</param>
/// <param name="Owner">Who may change it; the zero address once it is deactivated.</param>
/// <param name="DeactivatedAt">When it was.</param>
/// <param name="Changed">Block of the last change of its document; 0 when there was none.</param>
/// <param name="LegacySignaturesDisabled">Whether signatures without chain id and deadline are refused.</param>
public sealed record IndexedIdentity(string Identity, string Owner, DateTimeOffset? DeactivatedAt, long Changed, bool LegacySignaturesDisabled);

/// <summary>A delegate.</summary>
/// <param name="Type">32 bytes, usually text padded with zeros.</param>
/// <param name="Delegate">Who.</param>
/// <param name="ValidTo">Until when, in Unix seconds; may be past the end of time.</param>
public sealed record IndexedDelegate(string Type, string Delegate, BigInteger ValidTo);

/// <summary>An attribute.</summary>
/// <param name="Name">32 bytes, usually text padded with zeros.</param>
/// <param name="Value">Its value.</param>
/// <param name="ValidTo">Until when, in Unix seconds; 0 when it was revoked.</param>
public sealed record IndexedAttribute(string Name, byte[] Value, BigInteger ValidTo);

/// <summary>A change of an identity's document.</summary>
/// <param name="EventId">The event, see <see cref="ChainEvent.Id"/>.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="PreviousChange">Block of the change before; 0 for the first.</param>
public sealed record IndexedIdentityChange(long EventId, IdentityChangeKind Kind, long PreviousChange);
