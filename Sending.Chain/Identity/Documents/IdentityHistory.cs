using System.Numerics;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;

namespace Sending.Chain.Identity.Documents;

/// <summary>
/// An identity's changes, one after the other, made into what a document of it says at one moment. Memory grows with the document, not with the
/// number of changes.
/// </summary>
/// <param name="identity">EIP-55 address of the identity.</param>
/// <param name="now">The moment, in Unix seconds: what was valid until then or later is in the document.</param>
internal sealed class IdentityHistory(string identity, long now)
{
    private const string Nobody = "0x0000000000000000000000000000000000000000";

    private readonly InsertionOrder<(IdentityChangeKind, string, string), DocumentEntry> _entries = new();
    private readonly InsertionOrder<(IdentityChangeKind, string, string), DocumentEntry> _agreements = new();
    private int _keys;
    private int _services;

    /// <summary>EIP-55 address of the owner.</summary>
    public string Owner { get; private set; } = identity;

    /// <summary>Whether the identity has ended.</summary>
    public bool Deactivated { get; private set; }

    /// <summary>Block of the first change; null when there was none.</summary>
    public IndexedBlock? First { get; private set; }

    /// <summary>Block of the last change; null when there was none.</summary>
    public IndexedBlock? Last { get; private set; }

    /// <summary>Block of the first change that is not in the document because it came later.</summary>
    public IndexedBlock? Next { get; private set; }

    /// <summary>Last second (Unix) in which the document is as it is now, if nothing is changed; null when time alone changes nothing.</summary>
    public BigInteger? ValidUntil { get; private set; }

    /// <summary>Keys and services, in the document's order.</summary>
    public IEnumerable<DocumentEntry> Entries => _entries.Values;

    /// <summary>Keys that were ever given for key agreement and had not expired, those that were revoked among them.</summary>
    public IEnumerable<DocumentEntry> EverForAgreement => _agreements.Values;

    /// <summary>Reads changes until one comes too late.</summary>
    /// <param name="events">All changes, the oldest first.</param>
    /// <param name="isLater">Whether a block comes after what is asked for.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public void Read(IEnumerable<DidEvent> events, Func<IndexedBlock, bool> isLater, CancellationToken cancellationToken)
    {
        foreach (var each in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AttributeName.Text(each.Name) is not { } name)
            {
                continue;
            }

            if (isLater(each.Source.Block))
            {
                Next = each.Source.Block;
                return;
            }

            First ??= each.Source.Block;
            Last = each.Source.Block;
            Apply(each, name);
        }
    }

    private void Apply(DidEvent change, string name)
    {
        if (change.Kind == IdentityChangeKind.Owner)
        {
            Owner = change.Account!;
            Deactivated = Owner == Nobody;
            return;
        }

        var key = (change.Kind, name, change.Account ?? Convert.ToHexString(change.Value));
        if (change.ValidTo.IsZero || change.ValidTo < now)
        {
            Count(change.Kind, name);
            _entries.Remove(key);
            return;
        }

        ValidUntil = ValidUntil is { } until ? BigInteger.Min(until, change.ValidTo) : change.ValidTo;
        if (change.Kind == IdentityChangeKind.Delegate)
        {
            _keys++;
            if (name is AttributeName.Authentication or AttributeName.Assertion)
            {
                _entries.Set(key, new DocumentEntry(DocumentEntryKind.Delegate, _keys, new AttributeName(string.Empty, name, null), change.Account, []));
            }
        }
        else if (AttributeName.Find(name) is { } parts)
        {
            Count(change.Kind, name);
            var isKey = name.StartsWith(AttributeName.KeyPrefix, StringComparison.Ordinal);
            var entry = new DocumentEntry(isKey ? DocumentEntryKind.Key : DocumentEntryKind.Service, isKey ? _keys : _services, parts, null, change.Value);
            _entries.Set(key, entry);
            if (isKey && parts.Purpose == AttributeName.KeyAgreement)
            {
                _agreements.Set(key, entry);
            }
        }
    }

    /// <summary>Numbers are never used twice, so that a fragment means the same key for ever; what has ended is counted too.</summary>
    private void Count(IdentityChangeKind kind, string name)
    {
        if (kind == IdentityChangeKind.Delegate || name.StartsWith(AttributeName.KeyPrefix, StringComparison.Ordinal))
        {
            _keys++;
        }
        else if (name.StartsWith(AttributeName.ServicePrefix, StringComparison.Ordinal))
        {
            _services++;
        }
    }
}
