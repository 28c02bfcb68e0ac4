using Sending.Chain.Relay.Wire;

namespace Sending.Edge.Api;

/// <summary>Deliveries on a socket that nobody has acknowledged yet.</summary>
internal sealed class InFlight
{
    private readonly Lock _turn = new();
    private readonly Dictionary<EnvelopeKey, int> _units = [];
    private long _sum;

    public int Count
    {
        get
        {
            lock (_turn)
            {
                return _units.Count;
            }
        }
    }

    public long Units
    {
        get
        {
            lock (_turn)
            {
                return _sum;
            }
        }
    }

    public void Add(Delivery delivery)
    {
        lock (_turn)
        {
            if (_units.TryAdd(new EnvelopeKey(delivery.Envelope.From, delivery.Envelope.Id), delivery.Units))
            {
                _sum += delivery.Units;
            }
        }
    }

    public void Remove(IReadOnlyList<EnvelopeKey> keys)
    {
        lock (_turn)
        {
            foreach (var key in keys)
            {
                if (_units.Remove(key, out var units))
                {
                    _sum -= units;
                }
            }
        }
    }
}
