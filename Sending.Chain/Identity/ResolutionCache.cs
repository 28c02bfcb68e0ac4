using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Identity.Documents;

namespace Sending.Chain.Identity;

/// <summary>
/// Resolutions that were made, for as long as they are right: until the identity is changed or its last change is taken back, which shows in the
/// event and its block's hash, and until time alone changes the document. What was used least lately goes first.
/// </summary>
internal sealed class ResolutionCache
{
    /// <summary>Most keys and services that all documents have together, each about a kilobyte of memory.</summary>
    private const long Capacity = 50_000;

    /// <summary>What a document without any is worth in them.</summary>
    private const long LeastWeight = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<ResolutionKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();
    private long _weight;

    /// <summary>The resolution, when it was found right at this very block.</summary>
    public DidResolution? Find(ResolutionKey key, IndexedBlock block, DateTimeOffset now)
    {
        lock (_lock)
        {
            return Get(key, now) is { } entry && entry.RightAt == block.Hash ? entry.Resolution : null;
        }
    }

    /// <summary>The resolution, when the identity's last change is the same as then.</summary>
    public DidResolution? Find(ResolutionKey key, ProtocolState state, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (Get(key, now) is null)
            {
                return null;
            }
        }

        var change = state.Identities.FindLastChange(key.Subject.Address);
        lock (_lock)
        {
            if (Get(key, now) is not { } entry || entry.LastChange != change)
            {
                return null;
            }

            entry.RightAt = state.Block.Hash;
            return entry.Resolution;
        }
    }

    /// <summary>Keeps a resolution that was made from a state.</summary>
    /// <returns>The same.</returns>
    public DidResolution Add(ResolutionKey key, ProtocolState state, DateTimeOffset asOf, DidResolution resolution, IdentityHistory history)
    {
        var change = state.Identities.FindLastChange(key.Subject.Address);
        if (!IsCovered(key.Version, change))
        {
            return resolution;
        }

        var isNewest = key.Version == DidVersion.Newest;
        var until = isNewest && history.ValidUntil is { } last && last < DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? (long)last : long.MaxValue;
        var weight = LeastWeight + ((resolution.Document?["verificationMethod"]?.AsArray().Count ?? 0) + (resolution.Document?["service"]?.AsArray().Count ?? 0));
        var entry = new Entry(key, resolution, change, isNewest ? asOf.ToUnixTimeSeconds() : long.MinValue, until, weight) { RightAt = state.Block.Hash };
        lock (_lock)
        {
            Remove(key);
            _entries.Add(key, _byUse.AddFirst(entry));
            _weight += weight;
            while (_weight > Capacity)
            {
                Remove(_byUse.Last!.Value.Key);
            }
        }

        return resolution;
    }

    /// <summary>
    /// A version by block is fixed by the identity's last change only when it is not after it: a later block can be taken back, and come again
    /// with another time, while the identity stays as it is.
    /// </summary>
    private static bool IsCovered(DidVersion version, (long EventId, string BlockHash)? change)
        => version.Block is not { } block || (change is { } last && block <= ChainEvent.BlockOf(last.EventId));

    private Entry? Get(ResolutionKey key, DateTimeOffset now)
    {
        var second = now.ToUnixTimeSeconds();
        if (!_entries.TryGetValue(key, out var node) || second < node.Value.From || second > node.Value.Until)
        {
            return null;
        }

        _byUse.Remove(node);
        _byUse.AddFirst(node);
        return node.Value;
    }

    private void Remove(ResolutionKey key)
    {
        if (_entries.Remove(key, out var node))
        {
            _byUse.Remove(node);
            _weight -= node.Value.Weight;
        }
    }

    private sealed record Entry(ResolutionKey Key, DidResolution Resolution, (long EventId, string BlockHash)? LastChange, long From, long Until, long Weight)
    {
        /// <summary>Hash of the newest block at which it was found right.</summary>
        public required string RightAt { get; set; }
    }
}
