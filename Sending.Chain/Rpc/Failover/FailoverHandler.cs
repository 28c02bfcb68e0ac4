using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;

namespace Sending.Chain.Rpc.Failover;

/// <summary>
/// Sits under the RPC client: sends each request to an endpoint that is well, and when its answer is missing or not good to the next, until the
/// request's time is up. What remains without an answer comes out as a <see cref="SendingException"/> that says what each endpoint did.
/// </summary>
internal sealed class FailoverHandler : HttpMessageHandler
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // Polly takes no more than a day.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    private static readonly ResiliencePropertyKey<Round> RoundKey = new("round");

    private readonly EndpointPool _pool;
    private readonly Deployment? _deployment;
    private readonly RpcOptions _options;
    private readonly ResiliencePipeline<Attempt> _pipeline;

    public FailoverHandler(EndpointPool pool, Deployment? deployment, RpcOptions options)
    {
        (_pool, _deployment, _options) = (pool, deployment, options);
        _pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = options.Time }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.RequestTimeout < LongestTimeout ? options.RequestTimeout : LongestTimeout })
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstPause,
                MaxDelay = LongestPause,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Result is { } attempt && RoundOf(arguments.Context).GoesOn(attempt)),
                DelayGenerator = arguments => ValueTask.FromResult(RoundOf(arguments.Context).Pause()),
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = RpcBody.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        var round = new Round(_pool, body, _options);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RoundKey, round);
        Attempt? attempt;
        try
        {
            attempt = await _pipeline.ExecuteAsync(static async (context, round) => await round.TryAsync(context.CancellationToken), context, round);
        }
        catch (TimeoutRejectedException)
        {
            attempt = null;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        return Answer(round, attempt);
    }

    private static Round RoundOf(ResilienceContext context) => context.Properties.GetValue(RoundKey, null!);

    private HttpResponseMessage Answer(Round round, Attempt? attempt)
    {
        var good = attempt is { Failure: null } ? attempt : round.Fallback;
        if (good?.Height is { } height)
        {
            _pool.Report(height, fallen: good.Failure is not null);
        }

        // A node's own words count when there is no other node to ask.
        good ??= attempt is { Answer: not null } && _pool.Alone ? attempt : null;
        if (good?.Answer is not { } answer)
        {
            throw Unusable(round.Failures());
        }

        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(answer) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
    }

    private SendingException Unusable(IReadOnlyList<(RpcEndpoint Endpoint, Failure Failure)> failures)
    {
        var wrongChain = failures.All(failed => failed.Failure.Kind == FailureKind.WrongChain);
        var urls = string.Join(", ", failures.Select(failed => failed.Endpoint.Name));
        var details = new Dictionary<string, string> { ["rpcUrl"] = urls };
        var what = failures is [var only]
            ? $"The node at {urls} {only.Failure.What}"
            : $"None of the {failures.Count} nodes can be used: {string.Join("; ", failures.Select(failed => $"{failed.Endpoint.Name} {failed.Failure.What}"))}";
        var cause = failures.Select(failed => failed.Failure.Cause).FirstOrDefault(cause => cause is not null);
        if (!wrongChain || _deployment is null)
        {
            var advice = failures.Count == 1 ? "Check that it runs and that the RPC URL is right" : "Check that they run and that the RPC URLs are right";
            return new SendingException(ErrorCode.NodeUnreachable, $"{what}. {advice}; for a local network see `sending-cli devnet status`.", details, cause);
        }

        details["chainId"] = failures[0].Failure.ChainId!;
        details["expectedChainId"] = _deployment.ChainId.ToString(CultureInfo.InvariantCulture);
        return new SendingException(
            ErrorCode.WrongChain,
            $"{what}, but the network \"{_deployment.Network}\" is chain {_deployment.ChainId}. Give the RPC URL of that chain, or name another network.",
            details,
            cause);
    }
}
