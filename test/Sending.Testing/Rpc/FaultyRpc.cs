using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Sending.Testing;

/// <summary>
/// A JSON-RPC endpoint on 127.0.0.1 that misbehaves as told, alone or in front of a real node. Rules say by method what happens; the newest
/// rule that has something left for a request counts. It runs in the test's process, so clients may be killed.
/// </summary>
public sealed class FaultyRpc : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentStack<FaultRule> _rules = new();
    private readonly ConcurrentQueue<RpcCall> _calls = new();
    private readonly NodeView _view = new();
    private readonly Uri? _node;

    // The node closes idle connections after five seconds; one that is about to close is not taken.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2) }) { Timeout = Timeout.InfiniteTimeSpan };

    private FaultyRpc(Uri? node)
    {
        _node = node;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(AnswerAsync);
        _server.Start();
        Url = new Uri(_server.Urls.Single());
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>What it got so far, in order of arrival; a batch counts as the requests in it.</summary>
    public IReadOnlyList<RpcCall> Calls => [.. _calls];

    /// <summary>The chain id that it tells; null for the node's own.</summary>
    public long? ChainId
    {
        get => _view.ChainId;
        set => _view.ChainId = value;
    }

    /// <summary>
    /// The head of a node that lags or stands still, from the real head: <c>head => head - 5</c>, <c>_ => 12</c>. Newer blocks, receipts and
    /// events are not there, and the tag "latest" means this. Null for the node's own.
    /// </summary>
    public Func<long, long>? Head
    {
        get => _view.Head;
        set => _view.Head = value;
    }

    /// <summary>The height of the tag "finalized", from the real head; null for the head (as on a devnet).</summary>
    public Func<long, long>? Finalized
    {
        get => _view.Finalized;
        set => _view.Finalized = value;
    }

    /// <summary>The height of the tag "safe", from the real head; null for the head (as on a devnet).</summary>
    public Func<long, long>? Safe
    {
        get => _view.Safe;
        set => _view.Safe = value;
    }

    /// <summary>A real node, whose answers pass until a rule says otherwise.</summary>
    public static FaultyRpc InFrontOf(Uri node) => new(node);

    /// <summary>No node: always the same answer.</summary>
    public static FaultyRpc Answering(int status, string contentType, string body) => Alone(Fault.Status(status, body, contentType));

    /// <summary>No node: a web page, as a wrong URL gives.</summary>
    public static FaultyRpc Html(int status = 200) => Answering(status, "text/html", "<!doctype html><title>Welcome</title>");

    /// <summary>No node: nothing for so long, then a right chain id.</summary>
    public static FaultyRpc Slow(TimeSpan delay) => Alone(Fault.Custom("slow", async (call, cancellationToken) =>
    {
        await Task.Delay(delay, cancellationToken);
        return RpcAnswer.Result(call.Request, "0x7a69");
    }));

    /// <summary>No node: a chain id, and nothing else is known.</summary>
    public static FaultyRpc OfChain(long chainId) => Alone(Fault.Result($"0x{chainId:x}"));

    /// <summary>A new rule for these methods; for all when none is named.</summary>
    public FaultRule On(params string[] methods)
    {
        var rule = new FaultRule(methods);
        _rules.Push(rule);
        return rule;
    }

    /// <summary>Faults of all methods by chance, as <see cref="FaultRule.Randomly"/> draws them.</summary>
    public void Random(int seed, params (Fault Fault, double Probability)[] faults) => On().Randomly(seed, faults);

    /// <summary>Forgets all rules: the node's answers pass.</summary>
    public void Behave() => _rules.Clear();

    /// <summary>How many requests of a method it got.</summary>
    public int Count(string method) => _calls.Count(call => call.Method == method);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.DisposeAsync();
        _http.Dispose();
        _stop.Dispose();
    }

    private static FaultyRpc Alone(Fault fault)
    {
        var rpc = new FaultyRpc(null);
        rpc.On().Always(fault);
        return rpc;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            // Not cancelled when the client goes away: what is on its way to the node stays on its way.
            var answer = await AnswerAsync(await ReadAsync(context.Request), _stop.Token);
            await WriteAsync(context, answer);
        }
        catch (Exception error) when (error is IOException or HttpRequestException or OperationCanceledException)
        {
            // The client has given up, the node is gone or the test is over.
            context.Abort();
        }
    }

    private async Task<RpcAnswer?> AnswerAsync(JsonNode? request, CancellationToken cancellationToken)
    {
        if (request is not JsonArray batch || batch.Count == 0)
        {
            return await HandleAsync(request, cancellationToken);
        }

        var items = new JsonArray();
        foreach (var item in batch)
        {
            var answer = await HandleAsync(item, cancellationToken);
            if (answer is not { Item: { } single, Broken: false })
            {
                return answer;
            }

            items.Add(single);
        }

        return RpcAnswer.Json(items);
    }

    private async Task<RpcAnswer?> HandleAsync(JsonNode? request, CancellationToken cancellationToken)
    {
        var call = new RpcCall(request, ForwardAsync);
        _calls.Enqueue(call);
        call.Fault = _rules.Select(rule => rule.Take(call)).FirstOrDefault(fault => fault is not null) ?? Fault.Pass;
        return await call.Fault.ActAsync(call, cancellationToken);
    }

    private Task<JsonNode> ForwardAsync(JsonObject request, CancellationToken cancellationToken) => _view.AnswerAsync(request, async wanted =>
    {
        using var content = new StringContent(wanted.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(_node ?? throw new InvalidOperationException("There is no node behind this endpoint."), content, cancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
    });

    private static async Task<JsonNode?> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        try
        {
            return JsonNode.Parse(await reader.ReadToEndAsync());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(HttpContext context, RpcAnswer? answer)
    {
        if (answer is null)
        {
            context.Abort();
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = bytes.Length;
        if (answer.RetryAfter is { } pause)
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.Body.WriteAsync(answer.Broken ? bytes.AsMemory(0, bytes.Length / 2) : bytes);
        if (answer.Broken)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }
}
