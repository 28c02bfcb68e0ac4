namespace Sending.Chain.Rpc;

/// <summary>What is known of one endpoint, from the requests that were made.</summary>
/// <param name="Url">The endpoint, masked (<see cref="RpcUrls.Mask(Uri)"/>).</param>
/// <param name="State">Whether it is used.</param>
/// <param name="Problem">The last failure in words ("answers with HTTP status 502 …"); null when there was none since the last good answer.</param>
/// <param name="Head">Number of its newest block that was seen; null when none was.</param>
/// <param name="HeadTime">That block's timestamp; null when only its number was seen.</param>
/// <param name="Latency">How long its last good answer took; null before the first.</param>
/// <param name="Answers">Good answers so far, refusals by the node included.</param>
/// <param name="Failures">Failures so far: no answer, a wrong one, or one of a node that lags.</param>
public sealed record EndpointHealth(
    string Url,
    EndpointState State,
    string? Problem,
    long? Head,
    DateTimeOffset? HeadTime,
    TimeSpan? Latency,
    long Answers,
    long Failures);

/// <summary>Whether an endpoint is used.</summary>
public enum EndpointState
{
    /// <summary>Not asked so far.</summary>
    Unused,

    /// <summary>It answers.</summary>
    Healthy,

    /// <summary>It failed repeatedly and is left alone for a while.</summary>
    Failing,

    /// <summary>It asked for fewer requests and is left alone for a while.</summary>
    RateLimited,

    /// <summary>Its newest blocks are missing, or what it called final is so no more.</summary>
    Lagging,

    /// <summary>It is of another chain and is not used.</summary>
    WrongChain,
}
