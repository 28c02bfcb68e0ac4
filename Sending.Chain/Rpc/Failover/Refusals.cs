using System.Text.RegularExpressions;

namespace Sending.Chain.Rpc.Failover;

/// <summary>
/// Tells errors that are about the endpoint (its limits, its missing blocks) from those that any node would give. Providers use the same codes for
/// different things, so the words decide first.
/// </summary>
internal static partial class Refusals
{
    // EIP-1474: limit exceeded. The other is HTTP's code, which some providers put into the answer.
    private const int LimitExceeded = -32005;
    private const int TooManyRequests = 429;
    private const int ExecutionReverted = 3;

    /// <summary>Whether the endpoint wants fewer requests, rather than a smaller one.</summary>
    public static bool IsRateLimit(RpcBody request, int code, string message)
    {
        if (code == ExecutionReverted || message.Contains("revert", StringComparison.OrdinalIgnoreCase))
        {
            // A contract's own words, whatever they are.
            return false;
        }

        if (request.ListsEvents && AboutRange().IsMatch(message))
        {
            return false;
        }

        if (AboutRate().IsMatch(message) || code == TooManyRequests)
        {
            return true;
        }

        // A bare "limit exceeded" for the events of many blocks is about the range: whoever asks can halve it, which also helps against a limit on
        // requests. For a single block nothing can be halved.
        return (code == LimitExceeded || AboutSomeLimit().IsMatch(message)) && !request.ListsRange;
    }

    /// <summary>Whether the endpoint lacks a block that another may have.</summary>
    public static bool IsBehind(string message) => AboutMissingBlock().IsMatch(message);

    [GeneratedRegex("block range|range (is )?too|too (large|wide|many (blocks|results|logs))|returned more than|response size|max(imum)? (results|range|\\w* ?blocks)|\\d+ (blocks|results|logs)|results|limited to", RegexOptions.IgnoreCase)]
    private static partial Regex AboutRange();

    [GeneratedRegex("rate.?limit|too many requests|requests? (per|rate)|request (count|limit)|over (rate|capacity)|quota|throttl|capacity|compute units|slow down", RegexOptions.IgnoreCase)]
    private static partial Regex AboutRate();

    [GeneratedRegex("^limit exceeded|exceed\\w* (your|the|its) (\\w+ )?(daily|monthly|plan|account)", RegexOptions.IgnoreCase)]
    private static partial Regex AboutSomeLimit();

    [GeneratedRegex("^(header not found|unknown block|block not found|missing trie node)", RegexOptions.IgnoreCase)]
    private static partial Regex AboutMissingBlock();
}
