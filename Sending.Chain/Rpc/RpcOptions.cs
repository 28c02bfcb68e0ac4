namespace Sending.Chain.Rpc;

/// <summary>How patient the RPC client is, and when it turns to another endpoint.</summary>
public sealed record RpcOptions
{
    /// <summary>Longest wait for the answer to one request, all attempts and pauses together. Nethereum's own limit of 20 seconds stays above it.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for one endpoint when there are others; a single endpoint has the whole <see cref="RequestTimeout"/>.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Longest wait for a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>First pause once every endpoint has failed; it doubles up to 2 seconds, with jitter.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest time for which an endpoint's <c>Retry-After</c> (RFC 9110, 10.2.3) keeps it from being asked.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>For how long an endpoint is left alone after it failed repeatedly; doubled each time up to a minute. At least half a second.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often, while requests are made, the heads of several endpoints are compared, and an endpoint that lags or is of another chain is looked at again.</summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>An endpoint lags whose head is more blocks behind the best one known.</summary>
    public long LargestLagBlocks { get; init; } = 20;

    /// <summary>An endpoint lags whose newest block is that much older than the best one known.</summary>
    public TimeSpan LargestLagTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Measures all of these.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
