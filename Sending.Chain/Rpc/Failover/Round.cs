namespace Sending.Chain.Rpc.Failover;

/// <summary>The attempts of one request: each endpoint once, then all of them again.</summary>
internal sealed class Round(EndpointPool pool, RpcBody request, RpcOptions options)
{
    private readonly long _started = options.Time.GetTimestamp();
    private readonly HashSet<RpcEndpoint> _tried = [];
    private readonly Dictionary<RpcEndpoint, Attempt> _last = [];
    private readonly long? _floor = request.Asks is { } kind ? pool.Reported(kind) : null;
    private RpcEndpoint? _current;
    private int _number = 1;

    /// <summary>The answer that counts when no endpoint has a better one: the highest of those that lack blocks.</summary>
    public Attempt? Fallback => _last.Values
        .Where(attempt => attempt is { Answer: not null, Failure.Kind: FailureKind.Behind })
        .MaxBy(attempt => attempt.Height?.Number ?? -1);

    /// <summary>Asks the next endpoint.</summary>
    public async Task<Attempt> TryAsync(CancellationToken cancellationToken)
    {
        pool.Wake();
        _current = Next();
        if (_current is null)
        {
            return new Attempt(null, null, new Failure(FailureKind.Transient, "is left alone"));
        }

        var attempt = await pool.AskAsync(_current, request, _floor, cancellationToken);
        _last[_current] = attempt;
        _current = null;
        return attempt;
    }

    /// <summary>Whether another attempt makes sense.</summary>
    public bool GoesOn(Attempt attempt)
    {
        if (attempt.Failure is null || !request.Repeatable)
        {
            return false;
        }

        if (Untried() is not null)
        {
            return true;
        }

        if (Fallback is not null && (_number > 1 || _last.Values.All(last => last.Answer is not null)))
        {
            return false;
        }

        return pool.All.Any(endpoint => FailureOf(endpoint)?.Kind is not (FailureKind.Lasting or FailureKind.WrongChain)) && Wait() < Remaining;
    }

    /// <summary>How long to wait before the next attempt; null for the usual pause.</summary>
    public TimeSpan? Pause() => Untried() is not null ? TimeSpan.Zero : Wait() is var wait && wait > TimeSpan.Zero ? wait : null;

    /// <summary>The last failure of each endpoint, in the user's order.</summary>
    public IReadOnlyList<(RpcEndpoint Endpoint, Failure Failure)> Failures()
    {
        if (_current is { } waiting)
        {
            var silent = Answers.Silent(options.RequestTimeout, null);
            _last.TryAdd(waiting, new Attempt(waiting, null, silent));
            waiting.Fail(silent);
        }

        var unasked = new Failure(FailureKind.Transient, "was not asked in time");
        return
        [
            .. pool.All
                .Where(endpoint => request.Repeatable || _last.Count == 0 || _last.ContainsKey(endpoint))
                .Select(endpoint => (endpoint, FailureOf(endpoint) ?? unasked)),
        ];
    }

    private TimeSpan Remaining => options.RequestTimeout - options.Time.GetElapsedTime(_started);

    private Failure? FailureOf(RpcEndpoint endpoint) => _last.GetValueOrDefault(endpoint)?.Failure ?? endpoint.Problem;

    private RpcEndpoint? Next()
    {
        if (Untried() is { } ready)
        {
            _tried.Add(ready);
            return ready;
        }

        if (_tried.Count > 0)
        {
            _tried.Clear();
            _number++;
        }

        // When none is well, one that was not is asked again, the one first that was longest left alone.
        var now = options.Time.GetUtcNow();
        var next = Untried() ?? pool.All.Where(endpoint => endpoint.DueAt <= now).MinBy(endpoint => endpoint.DueAt);
        if (next is not null)
        {
            _tried.Add(next);
        }

        return next;
    }

    private RpcEndpoint? Untried() => pool.All.FirstOrDefault(endpoint => endpoint.IsReady && !_tried.Contains(endpoint));

    private TimeSpan Wait()
    {
        var wait = pool.All.Min(endpoint => endpoint.DueAt) - options.Time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
