using System.Net.Http.Headers;
using System.Text;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Sending.Chain.Rpc.Failover;

/// <summary>One endpoint: how it is asked, and what is known of it.</summary>
internal sealed class RpcEndpoint : IDisposable
{
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(1);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _looking = new(1);
    private readonly RpcOptions _options;
    private readonly HttpMessageInvoker _http;
    private readonly Uri _address;
    private readonly AuthenticationHeaderValue? _authorization;
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline<Attempt> _pipeline;
    private readonly bool _alone;
    private DateTimeOffset _brokenUntil;
    private DateTimeOffset _limitedUntil;
    private DateTimeOffset _nextLook;
    private EndpointState? _suspicion;
    private Failure? _failure;
    private TimeSpan? _latency;
    private long _answers;
    private long _failures;
    private int _probing;

    /// <param name="url">Where it listens.</param>
    /// <param name="alone">Whether there is no other: then it is asked as long as a request may take, and never left alone.</param>
    /// <param name="options">Time limits.</param>
    public RpcEndpoint(Uri url, bool alone, RpcOptions options)
    {
        (Url, _alone, _options) = (url, alone, options);
        _address = new UriBuilder(url) { UserName = "", Password = "" }.Uri;
        _authorization = url.UserInfo.Length == 0
            ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(url.UserInfo))));
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseProxy = !url.IsLoopback,
        });
        _nextLook = Now + options.ProbeInterval;
        _pipeline = alone ? ResiliencePipeline<Attempt>.Empty : CreatePipeline();
    }

    /// <summary>Where it listens, secrets included.</summary>
    public Uri Url { get; }

    /// <summary>It in messages.</summary>
    public string Name => RpcUrls.Mask(Url);

    /// <summary>Its newest block that was seen.</summary>
    public Height? Head { get; private set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset HeadSeen { get; private set; }

    /// <summary>Its newest final block that was seen.</summary>
    public long? Finalized { get; private set; }

    /// <summary>Whether it was found to be of the right chain since it was last away.</summary>
    public bool Verified { get; set; }

    /// <summary>The last failure, when there was no good answer since.</summary>
    public Failure? Problem => _failure;

    private DateTimeOffset Now => _options.Time.GetUtcNow();

    /// <summary>Whether requests may go to it.</summary>
    public bool IsReady => (_alone || _suspicion is null) && !IsBroken && Now >= _limitedUntil;

    /// <summary>When it may be tried again; in the past when it is ready.</summary>
    public DateTimeOffset DueAt
    {
        get
        {
            var due = _limitedUntil;
            due = IsBroken && _brokenUntil > due ? _brokenUntil : due;
            return _suspicion is not null && _nextLook > due ? _nextLook : due;
        }
    }

    /// <summary>Whether it should be looked at in the background.</summary>
    public bool NeedsProbe => IsReady ? Now >= _nextLook : Now >= DueAt;

    /// <summary>Whether it must be looked at before a request may go to it.</summary>
    public bool NeedsLook => !Verified || _suspicion is not null || (!_alone && Now - HeadSeen > 2 * _options.ProbeInterval);

    private bool IsBroken => !_alone && _circuit.CircuitState != CircuitState.Closed;

    public EndpointHealth Health => new(
        Name,
        _suspicion
            ?? (IsBroken ? EndpointState.Failing
            : Now < _limitedUntil ? EndpointState.RateLimited
            : _failure is not null && (_alone || _answers == 0) ? EndpointState.Failing
            : _answers == 0 ? EndpointState.Unused
            : EndpointState.Healthy),
        _failure?.What,
        Head?.Number,
        Head?.Time,
        _latency,
        Interlocked.Read(ref _answers),
        Interlocked.Read(ref _failures));

    /// <summary>Asks it, without a doubt about its chain.</summary>
    public async Task<Attempt> AskAsync(RpcBody request, CancellationToken cancellationToken)
    {
        var started = _options.Time.GetTimestamp();
        Attempt attempt;
        try
        {
            attempt = await _pipeline.ExecuteAsync(static async (state, token) => await state.Self.PostAsync(state.Request, token), (Self: this, Request: request), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return new Attempt(this, null, _failure ?? new Failure(FailureKind.Transient, "failed repeatedly"));
        }
        catch (TimeoutRejectedException error)
        {
            attempt = new Attempt(this, null, Answers.Silent(_options.AttemptTimeout, error));
        }

        if (attempt.Failure is { } failure)
        {
            Fail(failure);
        }
        else
        {
            Interlocked.Increment(ref _answers);
            _failure = null;
            _latency = _options.Time.GetElapsedTime(started);
        }

        return attempt;
    }

    /// <summary>Runs a look at the endpoint, one at a time; those who waited for it do not look again.</summary>
    public async Task<Failure?> LookAsync(bool force, Func<CancellationToken, Task<Failure?>> look, CancellationToken cancellationToken)
    {
        if (!force && !NeedsLook)
        {
            return null;
        }

        await _looking.WaitAsync(cancellationToken);
        try
        {
            if (!force && !NeedsLook)
            {
                return null;
            }

            _nextLook = Now + _options.ProbeInterval;
            return await look(cancellationToken);
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>Whether the caller is the one to look at it in the background.</summary>
    public bool TryBeginProbe() => Interlocked.CompareExchange(ref _probing, 1, 0) == 0;

    /// <summary>The look in the background is over.</summary>
    public void EndProbe() => Interlocked.Exchange(ref _probing, 0);

    /// <summary>Notes a failure.</summary>
    public void Fail(Failure failure)
    {
        Interlocked.Increment(ref _failures);
        _failure = failure;
        if (failure.Kind == FailureKind.RateLimited && (failure.RetryAfter ?? (_alone ? null : _options.BreakDuration)) is { } pause)
        {
            _limitedUntil = Now + (pause < _options.LongestRetryAfter ? pause : _options.LongestRetryAfter);
        }
        else if (failure.Kind == FailureKind.Lasting)
        {
            // What listens there next may be another node.
            Verified = false;
        }
    }

    /// <summary>Keeps requests away until a look finds it well.</summary>
    public void Suspect(EndpointState state, Failure failure)
    {
        // One that has no other beside it is asked again at once.
        _suspicion = state;
        _nextLook = _alone ? Now : Now + _options.ProbeInterval;
        Fail(failure);
    }

    /// <summary>A look found it well.</summary>
    public void Trust() => (_suspicion, _failure) = (null, null);

    /// <summary>Notes a height.</summary>
    public void Observe(Height height)
    {
        lock (_lock)
        {
            if (height.Kind == HeightKind.Finalized)
            {
                Finalized = height.Number;
            }
            else
            {
                Head = height.Time is null && Head?.Number == height.Number ? Head : height;
                HeadSeen = Now;
            }
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _looking.Dispose();
    }

    private ResiliencePipeline<Attempt> CreatePipeline()
        => new ResiliencePipelineBuilder<Attempt> { TimeProvider = _options.Time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
            {
                StateProvider = _circuit,
                ShouldHandle = new PredicateBuilder<Attempt>()
                    .Handle<TimeoutRejectedException>()
                    .HandleResult(attempt => attempt.Failure is { Kind: FailureKind.Transient or FailureKind.Lasting }),
                FailureRatio = 0.5,
                MinimumThroughput = 3,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDurationGenerator = broken => ValueTask.FromResult(TimeSpan.FromTicks(
                    Math.Min(LongestBreak.Ticks, _options.BreakDuration.Ticks << Math.Min(broken.HalfOpenAttempts, 8)))),
                OnOpened = opened =>
                {
                    _brokenUntil = Now + opened.BreakDuration;
                    Verified = false;
                    return ValueTask.CompletedTask;
                },
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = _options.AttemptTimeout })
            .Build();

    private async Task<Attempt> PostAsync(RpcBody request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(request.Bytes) };
        message.Content.Headers.ContentType = Json;
        message.Headers.Authorization = _authorization;
        try
        {
            using var response = await _http.SendAsync(message, cancellationToken);
            return await Answers.JudgeAsync(this, request, response, Now, cancellationToken);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            return new Attempt(this, null, Answers.Silent(_options.ConnectTimeout, error));
        }
        catch (HttpRequestException error)
        {
            return new Attempt(this, null, Answers.Describe(error));
        }
        catch (IOException error)
        {
            return new Attempt(this, null, new Failure(FailureKind.Transient, $"breaks off its answer: {error.Message}") { Cause = error });
        }
    }
}
