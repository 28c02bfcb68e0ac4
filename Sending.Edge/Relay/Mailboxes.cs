using Sending.Chain.Formats;
using Sending.Chain.Relay.Wire;

namespace Sending.Edge.Relay;

/// <summary>Wakes those who wait for a recipient's envelopes, and tells them what was acknowledged by another of them.</summary>
internal sealed class Mailboxes
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, List<MailboxWatch>> _watches = new(StringComparer.Ordinal);

    /// <summary>Watches a recipient until it is disposed of.</summary>
    /// <param name="recipient">Who.</param>
    /// <param name="ended">What is told of envelopes that were acknowledged; null for nothing.</param>
    public MailboxWatch Watch(Did recipient, Action<IReadOnlyList<EnvelopeKey>>? ended = null)
    {
        var watch = new MailboxWatch(this, recipient, ended);
        lock (_turn)
        {
            if (!_watches.TryGetValue(recipient.Address, out var all))
            {
                _watches[recipient.Address] = all = [];
            }

            all.Add(watch);
        }

        return watch;
    }

    /// <summary>An envelope came.</summary>
    public void Tell(Did recipient) => Each(recipient, watch => watch.Wake());

    /// <summary>Envelopes were acknowledged.</summary>
    public void TellEnded(Did recipient, IReadOnlyList<EnvelopeKey> keys) => Each(recipient, watch => watch.End(keys));

    internal void Remove(MailboxWatch watch)
    {
        lock (_turn)
        {
            var all = _watches[watch.Recipient.Address];
            all.Remove(watch);
            if (all.Count == 0)
            {
                _watches.Remove(watch.Recipient.Address);
            }
        }
    }

    private void Each(Did recipient, Action<MailboxWatch> tell)
    {
        MailboxWatch[] all;
        lock (_turn)
        {
            all = _watches.TryGetValue(recipient.Address, out var found) ? [.. found] : [];
        }

        Array.ForEach(all, watch => tell(watch));
    }
}

/// <summary>One who waits for a recipient's envelopes.</summary>
internal sealed class MailboxWatch(Mailboxes mailboxes, Did recipient, Action<IReadOnlyList<EnvelopeKey>>? ended) : IDisposable
{
    private readonly SemaphoreSlim _changes = new(0, 1);
    private readonly Lock _turn = new();

    /// <summary>Whose.</summary>
    public Did Recipient { get; } = recipient;

    /// <summary>Waits until something changed since the last time, or the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan limit, CancellationToken cancellationToken) => _changes.WaitAsync(limit, cancellationToken);

    /// <summary>Something changed.</summary>
    public void Wake()
    {
        lock (_turn)
        {
            if (_changes.CurrentCount == 0)
            {
                _changes.Release();
            }
        }
    }

    public void Dispose() => mailboxes.Remove(this);

    internal void End(IReadOnlyList<EnvelopeKey> keys)
    {
        ended?.Invoke(keys);
        Wake();
    }
}
