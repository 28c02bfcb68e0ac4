namespace Sending.Chain.Rpc.Failover;

/// <summary>What came of asking one endpoint once.</summary>
/// <param name="Endpoint">Who was asked; null when none could be.</param>
/// <param name="Answer">A JSON-RPC answer; beside a failure, one that will do when nothing better comes.</param>
/// <param name="Failure">Why the answer is missing or not good; null when it is good.</param>
/// <param name="Height">The height that the answer told.</param>
internal sealed record Attempt(RpcEndpoint? Endpoint, byte[]? Answer, Failure? Failure, Height? Height = null);

/// <summary>Why an endpoint's answer is missing or not good.</summary>
/// <param name="Kind">What to do about it.</param>
/// <param name="What">It in words, after "The node at …".</param>
internal sealed record Failure(FailureKind Kind, string What)
{
    /// <summary>For how long the endpoint asks not to be asked.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The chain id that it told, when that is the wrong one.</summary>
    public string? ChainId { get; init; }

    /// <summary>The cause, when it says more.</summary>
    public Exception? Cause { get; init; }
}

/// <summary>What to do about a failure.</summary>
internal enum FailureKind
{
    /// <summary>May pass by itself.</summary>
    Transient,

    /// <summary>Will not pass within a request's time: nothing listens, an unknown host, a web page.</summary>
    Lasting,

    /// <summary>The endpoint wants fewer requests.</summary>
    RateLimited,

    /// <summary>The endpoint lacks blocks that are known to exist; its answer counts when no endpoint has them.</summary>
    Behind,

    /// <summary>The endpoint is so far behind that its answers do not count.</summary>
    Lagging,

    /// <summary>The endpoint is of another chain.</summary>
    WrongChain,
}
