using Sending.Chain.Relay.Wire;

namespace Sending.Chain.Relay;

/// <summary>A journal that ends with the process: what it had not signed for by then, it never does, and the Edge serves the signer so much less ahead.</summary>
public sealed class MemoryRelayJournal : IRelayJournal
{
    private readonly Lock _turn = new();
    private readonly Dictionary<(RelayLine Line, bool IsDelivery, EnvelopeKey Key), (int Units, DateTimeOffset ForgetAt)> _counted = [];
    private readonly Dictionary<RelayLine, long> _unpaid = [];
    private readonly Dictionary<(RelayLine Line, long Epoch), long> _signed = [];
    private readonly TimeProvider _time;
    private int _pruneAt = 10_000;

    /// <param name="time">The machine's clock.</param>
    public MemoryRelayJournal(TimeProvider time) => _time = time;

    /// <inheritdoc/>
    public ValueTask CountAsync(RelayLine line, bool isDelivery, EnvelopeKey key, int units, DateTimeOffset forgetAt, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            if (_counted.TryAdd((line, isDelivery, key), (units, forgetAt)))
            {
                _unpaid[line] = _unpaid.GetValueOrDefault(line) + units;
                Prune();
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask UncountAsync(RelayLine line, EnvelopeKey key, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            if (_counted.Remove((line, false, key), out var found))
            {
                _unpaid[line] -= found.Units;
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<long> SignAsync(RelayLine line, DueReceipt due, long proven, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            var signed = _signed.GetValueOrDefault((line, due.Epoch));
            var (units, paid) = ReceiptRule.Decide(due, signed, proven, _unpaid.GetValueOrDefault(line));
            if (units > 0)
            {
                _signed[(line, due.Epoch)] = Math.Max(signed, units);
                _unpaid[line] = _unpaid.GetValueOrDefault(line) - paid;
            }

            return ValueTask.FromResult(units);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> GetUnpaidAsync(RelayLine line, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            return ValueTask.FromResult(_unpaid.GetValueOrDefault(line));
        }
    }

    private void Prune()
    {
        if (_counted.Count < _pruneAt)
        {
            return;
        }

        var now = _time.GetUtcNow();
        foreach (var key in _counted.Where(each => each.Value.ForgetAt <= now).Select(each => each.Key).ToList())
        {
            _counted.Remove(key);
        }

        _pruneAt = Math.Max(10_000, 2 * _counted.Count);
    }
}
