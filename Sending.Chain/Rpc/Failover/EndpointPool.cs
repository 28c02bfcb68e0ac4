namespace Sending.Chain.Rpc.Failover;

/// <summary>
/// The endpoints of one connection. The first in the user's order that is well gets the requests. What is not well is looked at in the background,
/// but only while requests are made: nothing runs by itself.
/// </summary>
internal sealed class EndpointPool : IDisposable
{
    // What an endpoint told of its head before that is no measure for the others any more; the chain may have been reorganized since.
    private const int ProbesRemembered = 8;

    private readonly RpcOptions _options;
    private readonly ChainCheck _check;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private readonly long?[] _reported = new long?[2];

    public EndpointPool(RpcUrls urls, ChainCheck check, RpcOptions options)
    {
        (_check, _options) = (check, options);
        Alone = urls.All.Count == 1;
        All = [.. urls.All.Select(url => new RpcEndpoint(url, Alone, options))];
    }

    /// <summary>In the user's order.</summary>
    public IReadOnlyList<RpcEndpoint> All { get; }

    /// <summary>Whether there is but one, which then is never left alone, and has nobody to lag behind.</summary>
    public bool Alone { get; }

    /// <summary>The highest block that any endpoint told.</summary>
    public long? HighestHead { get; private set; }

    /// <summary>The greatest height that a caller was told.</summary>
    public long? Reported(HeightKind kind)
    {
        lock (_lock)
        {
            return _reported[(int)kind];
        }
    }

    /// <summary>A caller is told this height.</summary>
    /// <param name="height">The height.</param>
    /// <param name="fallen">Whether no endpoint has what was told before.</param>
    public void Report(Height height, bool fallen)
    {
        lock (_lock)
        {
            ref var reported = ref _reported[(int)height.Kind];
            reported = fallen || reported is null || height.Number > reported ? height.Number : reported;
        }
    }

    /// <summary>Starts looking at what needs it; returns at once.</summary>
    public void Wake()
    {
        if (Alone)
        {
            return;
        }

        foreach (var endpoint in All.Where(endpoint => endpoint.NeedsProbe && endpoint.TryBeginProbe()))
        {
            _ = ProbeInBackgroundAsync(endpoint);
        }
    }

    /// <summary>Asks an endpoint whose chain and head are known to be well enough; else that is found out first.</summary>
    public async Task<Attempt> AskAsync(RpcEndpoint endpoint, RpcBody request, long? floor, CancellationToken cancellationToken)
    {
        var failure = await endpoint.LookAsync(force: false, token => LookAsync(endpoint, withHead: !Alone, token), cancellationToken);
        if (failure is not null)
        {
            return new Attempt(endpoint, null, failure);
        }

        var attempt = await endpoint.AskAsync(request, cancellationToken);
        if (Alone || attempt is not { Failure: null, Height: { } height })
        {
            return attempt;
        }

        return Observe(endpoint, height) is { } lag ? attempt with { Failure = lag }
            : height.Number < floor ? attempt with { Failure = new Failure(FailureKind.Behind, $"is at block {height.Number}, behind {floor} which was told before") }
            : attempt;
    }

    /// <summary>Looks at all endpoints now, to tell their health.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.RequestTimeout, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await Task.WhenAll(All.Select(async endpoint =>
        {
            try
            {
                await endpoint.LookAsync(force: true, token => LookAsync(endpoint, withHead: true, token), either.Token);
            }
            catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
            {
                endpoint.Fail(Answers.Silent(_options.RequestTimeout, error));
            }
        }));
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
        foreach (var endpoint in All)
        {
            endpoint.Dispose();
        }
    }

    private async Task ProbeInBackgroundAsync(RpcEndpoint endpoint)
    {
        try
        {
            await endpoint.LookAsync(force: true, token => LookAsync(endpoint, withHead: true, token), _closing.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The connection is closed.
        }
        finally
        {
            endpoint.EndProbe();
        }
    }

    private async Task<Failure?> LookAsync(RpcEndpoint endpoint, bool withHead, CancellationToken cancellationToken)
    {
        if (!endpoint.Verified)
        {
            if (await _check.VerifyAsync(endpoint, Alone, cancellationToken) is { } failure)
            {
                if (failure.Kind is FailureKind.WrongChain or FailureKind.Lagging)
                {
                    endpoint.Suspect(failure.Kind == FailureKind.WrongChain ? EndpointState.WrongChain : EndpointState.Lagging, failure);
                }

                return failure;
            }

            endpoint.Verified = true;
        }

        if (!withHead)
        {
            endpoint.Trust();
            return null;
        }

        var attempt = await endpoint.AskAsync(RpcBody.Of("eth_getBlockByNumber", "latest", false), cancellationToken);
        if (attempt.Failure is not null)
        {
            return attempt.Failure;
        }

        if (attempt.Height is not { } head)
        {
            return new Failure(FailureKind.Transient, "does not tell its newest block");
        }

        if (Observe(endpoint, head) is { } lag)
        {
            return lag;
        }

        endpoint.Trust();
        return null;
    }

    /// <summary>Notes what an endpoint told, and judges it against what the others told.</summary>
    private Failure? Observe(RpcEndpoint endpoint, Height height)
    {
        lock (_lock)
        {
            var earlier = endpoint.Finalized;
            endpoint.Observe(height);
            if (height.Kind == HeightKind.Finalized)
            {
                return height.Number < earlier ? Lag(endpoint, $"took back that block {earlier} is final: now only {height.Number} is") : null;
            }

            var now = _options.Time.GetUtcNow();
            var known = All.Where(other => other.Head is not null && now - other.HeadSeen < ProbesRemembered * _options.ProbeInterval).Select(other => other.Head!).ToList();
            var best = known.Max(head => head.Number);
            HighestHead = best;
            var behind = best - height.Number;
            if (behind > _options.LargestLagBlocks)
            {
                return Lag(endpoint, $"lags: its newest block {height.Number} is {behind} blocks behind");
            }

            var late = behind > 0 && height.Time is { } time ? known.Max(head => head.Time) - time : null;
            return late > _options.LargestLagTime ? Lag(endpoint, $"lags: its newest block {height.Number} is {(long)late.Value.TotalSeconds} seconds behind") : null;
        }
    }

    private static Failure Lag(RpcEndpoint endpoint, string what)
    {
        var failure = new Failure(FailureKind.Lagging, what);
        endpoint.Suspect(EndpointState.Lagging, failure);
        return failure;
    }
}
