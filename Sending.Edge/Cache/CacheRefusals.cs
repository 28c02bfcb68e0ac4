using Microsoft.AspNetCore.Http;
using Sending.Chain.Formats;
using Sending.Chain.Http.Problems;
using Sending.Chain.Relay.Wire;

namespace Sending.Edge.Cache;

/// <summary>Why the cache does not take an envelope.</summary>
internal static class CacheRefusals
{
    private static readonly TimeSpan s_wait = TimeSpan.FromMinutes(1);

    public static RefusalException IdInUse(Envelope envelope) => new(new Refusal(
        StatusCodes.Status409Conflict, ProblemCode.IdInUse, "The id is in use", $"{envelope.From} has sent another envelope with the id {envelope.Id}. Choose ids at random."));

    public static RefusalException BoxFull(Did recipient) => Full($"As much as is kept for one recipient waits for {recipient}. Try again when it was there.");

    public static RefusalException CacheFull() => Full("This Edge keeps no more just now. Try again, or use another Edge.");

    private static RefusalException Full(string detail) => new(new Refusal(StatusCodes.Status429TooManyRequests, ProblemCode.QuotaExceeded, "No room is left", detail) { RetryAfter = s_wait });
}
