using System.Numerics;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Events.Storage;
using static Sending.Chain.Events.Storage.Word;

namespace Sending.Chain.Events.Projection;

/// <summary>Identities: who owns them, their delegates and attributes, and every change in order.</summary>
internal static class IdentityTables
{
    public const string Schema = """
        CREATE TABLE identities (
          identity BLOB PRIMARY KEY,
          owner BLOB NOT NULL, -- zero once it is deactivated
          deactivated_at INTEGER,
          changed INTEGER NOT NULL, -- block of the last change of its document; 0 when there was none
          legacy_signatures_disabled INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE delegates (
          identity BLOB NOT NULL, type BLOB NOT NULL, delegate BLOB NOT NULL, valid_to BLOB NOT NULL, PRIMARY KEY (identity, type, delegate)
        ) STRICT;
        CREATE TABLE attributes (
          identity BLOB NOT NULL, name BLOB NOT NULL, value BLOB NOT NULL, valid_to BLOB NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (identity, name, value)
        ) STRICT;
        CREATE TABLE identity_changes (event INTEGER PRIMARY KEY, identity BLOB NOT NULL, kind INTEGER NOT NULL, previous_change INTEGER NOT NULL) STRICT;
        CREATE INDEX identity_changes_by_identity ON identity_changes (identity);
        """;

    public static readonly string[] Names = ["identities", "delegates", "attributes", "identity_changes"];

    private const string Contract = nameof(ContractAddresses.DidRegistry);

    public static EventHandlers AddIdentities(this EventHandlers handlers) => handlers
        .On<DIDOwnerChangedEventDTO>(Contract, ChangeOwner)
        .On<DIDDelegateChangedEventDTO>(Contract, (session, at, e) =>
        {
            Link(session, at, e.Identity, IdentityChangeKind.Delegate, e.PreviousChange);
            session.Execute(
                "INSERT INTO delegates VALUES ($identity, $type, $delegate, $validTo) ON CONFLICT DO UPDATE SET valid_to = excluded.valid_to",
                ("$identity", Bytes(e.Identity)),
                ("$type", e.DelegateType),
                ("$delegate", Bytes(e.Delegate)),
                ("$validTo", Of(e.ValidTo)));
        })
        .On<DIDAttributeChangedEventDTO>(Contract, (session, at, e) =>
        {
            Link(session, at, e.Identity, IdentityChangeKind.Attribute, e.PreviousChange);
            session.Execute(
                """
                INSERT INTO attributes VALUES ($identity, $name, $value, $validTo, $event)
                ON CONFLICT DO UPDATE SET valid_to = excluded.valid_to, event = excluded.event
                """,
                ("$identity", Bytes(e.Identity)),
                ("$name", e.Name),
                ("$value", e.Value),
                ("$validTo", Of(e.ValidTo)),
                ("$event", at.Id));
        })
        .On<LegacySignaturesDisabledEventDTO>(Contract, (session, _, e) => session.Execute(
            "INSERT INTO identities VALUES ($identity, $identity, NULL, 0, 1) ON CONFLICT DO UPDATE SET legacy_signatures_disabled = 1",
            ("$identity", Bytes(e.Identity))));

    private static void ChangeOwner(IProjectionSession session, ChainEvent at, DIDOwnerChangedEventDTO e)
    {
        Link(session, at, e.Identity, IdentityChangeKind.Owner, e.PreviousChange);
        var owner = Bytes(e.Owner);
        session.Execute(
            "UPDATE identities SET owner = $owner, deactivated_at = $ended WHERE identity = $identity",
            ("$owner", owner),
            ("$ended", owner.AsSpan().ContainsAnyExcept((byte)0) ? null : at.Block.Time.ToUnixTimeSeconds()),
            ("$identity", Bytes(e.Identity)));
    }

    /// <summary>Every change names the block of the one before it: who has missed one finds out here.</summary>
    private static void Link(IProjectionSession session, ChainEvent at, string identity, IdentityChangeKind kind, BigInteger previousChange)
    {
        var key = Bytes(identity);
        var known = session.Scalar<long?>("SELECT changed FROM identities WHERE identity = $identity", ("$identity", key)) ?? 0;
        if (known != previousChange)
        {
            throw new SendingException(
                ErrorCode.NodeRefused,
                $"The node leaves events out: {identity} was changed in block {previousChange} before block {at.Block.Number}, but the last change that it told of is in block {known}. "
                + "Use another node, and rebuild the index with it.",
                new Dictionary<string, string> { ["identity"] = identity, ["block"] = $"{previousChange}" });
        }

        session.Execute(
            "INSERT INTO identities VALUES ($identity, $identity, NULL, $block, 0) ON CONFLICT DO UPDATE SET changed = excluded.changed",
            ("$identity", key),
            ("$block", at.Block.Number));
        session.Execute(
            "INSERT INTO identity_changes VALUES ($event, $identity, $kind, $previous)",
            ("$event", at.Id),
            ("$identity", key),
            ("$kind", (long)kind),
            ("$previous", (long)previousChange));
    }
}

/// <summary>What a change of an identity is about.</summary>
public enum IdentityChangeKind
{
    /// <summary>Its owner, or its end.</summary>
    Owner,

    /// <summary>A delegate.</summary>
    Delegate,

    /// <summary>An attribute.</summary>
    Attribute,
}
