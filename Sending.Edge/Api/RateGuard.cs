using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Sending.Chain.Formats;
using Sending.Chain.Http.Problems;

namespace Sending.Edge.Api;

/// <summary>Slows down who asks too much: log-ins by address, all else by DID.</summary>
internal sealed class RateGuard(ApiOptions options) : IDisposable
{
    private const int LoginBurst = 5;
    private const int RequestBurst = 2;

    private readonly PartitionedRateLimiter<IPAddress> _logins = Limiter<IPAddress>(options.LoginsPerSecond, LoginBurst);
    private readonly PartitionedRateLimiter<string> _requests = Limiter<string>(options.RequestsPerSecond, RequestBurst);

    /// <exception cref="RefusalException">429.</exception>
    public void RequireLogin(HttpContext context) => Require(_logins.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None));

    /// <exception cref="RefusalException">429.</exception>
    public void RequireRequest(Did did) => Require(_requests.AttemptAcquire(did.Address));

    public void Dispose()
    {
        _logins.Dispose();
        _requests.Dispose();
    }

    private static void Require(RateLimitLease lease)
    {
        using (lease)
        {
            if (!lease.IsAcquired)
            {
                throw new RefusalException(new Refusal(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyRequests, "Too many requests", "Wait a moment, and ask less often.")
                {
                    RetryAfter = TimeSpan.FromSeconds(1),
                });
            }
        }
    }

    private static PartitionedRateLimiter<TKey> Limiter<TKey>(int perSecond, int burst)
        where TKey : notnull
        => PartitionedRateLimiter.Create<TKey, TKey>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
}
