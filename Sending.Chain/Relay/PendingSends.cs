using Sending.Chain.Formats;
using Sending.Chain.Relay.Wire;

namespace Sending.Chain.Relay;

/// <summary>Envelopes whose outcome is not known yet, in the order in which they were given; after a lost connection all of them are sent again.</summary>
internal sealed class PendingSends
{
    private readonly Lock _turn = new();
    private readonly LinkedList<PendingSend> _all = new();
    private readonly Dictionary<string, LinkedListNode<PendingSend>> _byId = new(StringComparer.Ordinal);

    /// <summary>Adds an envelope behind the others; of the same id, the one that is there.</summary>
    public PendingSend Add(Envelope envelope, Did? home)
    {
        lock (_turn)
        {
            if (_byId.TryGetValue(envelope.Id, out var known))
            {
                return known.Value;
            }

            var node = _all.AddLast(new PendingSend(envelope, home));
            _byId.Add(envelope.Id, node);
            return node.Value;
        }
    }

    /// <summary>Units that are out and not answered yet.</summary>
    public long OutUnits
    {
        get
        {
            lock (_turn)
            {
                return _all.Where(each => each.IsOut).Sum(each => (long)each.Envelope.Units);
            }
        }
    }

    /// <summary>The next that was not sent on this connection, if it fits into the room there is.</summary>
    /// <param name="room">Units.</param>
    /// <param name="mustPay">Whether one waits for room.</param>
    public PendingSend? TakeNext(long room, out bool mustPay)
    {
        lock (_turn)
        {
            // Those that are out come first, but for one that was refused.
            var next = _all.Last is { Value.IsOut: true } ? null : _all.FirstOrDefault(each => !each.IsOut);
            mustPay = next?.Envelope.Units > room;
            if (next is null || mustPay)
            {
                return null;
            }

            next.IsOut = true;
            return next;
        }
    }

    /// <summary>Ends one; null when it is not known.</summary>
    public PendingSend? Remove(string id)
    {
        lock (_turn)
        {
            if (!_byId.Remove(id, out var node))
            {
                return null;
            }

            _all.Remove(node);
            return node.Value;
        }
    }

    /// <summary>One must be sent again.</summary>
    public PendingSend? Return(string id)
    {
        lock (_turn)
        {
            if (!_byId.TryGetValue(id, out var node))
            {
                return null;
            }

            node.Value.IsOut = false;
            return node.Value;
        }
    }

    /// <summary>The connection is another one: all must be sent again.</summary>
    public void ReturnAll()
    {
        lock (_turn)
        {
            foreach (var each in _all)
            {
                each.IsOut = false;
            }
        }
    }
}

/// <summary>An envelope on its way to the Edge.</summary>
internal sealed class PendingSend(Envelope envelope, Did? home)
{
    public Envelope Envelope { get; } = envelope;

    public Did? Home { get; } = home;

    /// <summary>Whether it was sent on the present connection.</summary>
    public bool IsOut { get; set; }

    /// <summary>How often it was refused for want of receipts.</summary>
    public int Refusals { get; set; }

    /// <summary>Done when the Edge has it on its disk.</summary>
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
