using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sending.Testing;

/// <summary>A JSON-RPC endpoint on 127.0.0.1 that misbehaves as told, alone or in front of a real node.</summary>
public sealed class FaultyRpc : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<JsonNode?, Task<Answer>> _handle;
    private readonly Task _loop;

    private FaultyRpc(Func<JsonNode?, Task<Answer>> handle)
    {
        _handle = handle;
        Url = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Url.ToString());
        _listener.Start();
        _loop = Task.Run(AcceptAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>What is sent back.</summary>
    public sealed record Answer(int Status, string ContentType, string Body);

    /// <summary>Always the same answer.</summary>
    public static FaultyRpc Answering(int status, string contentType, string body)
        => new(_ => Task.FromResult(new Answer(status, contentType, body)));

    /// <summary>A web page, as a wrong URL gives.</summary>
    public static FaultyRpc Html(int status = 200) => Answering(status, "text/html", "<!doctype html><title>Welcome</title>");

    /// <summary>Nothing for so long, then a right answer.</summary>
    public static FaultyRpc Slow(TimeSpan delay) => new(async request =>
    {
        await Task.Delay(delay);
        return Result(request, "0x7a69");
    });

    /// <summary>A node of another chain, which knows nothing else.</summary>
    public static FaultyRpc OfChain(long chainId) => new(request => Task.FromResult(Result(request, $"0x{chainId:x}")));

    /// <summary>A real node, whose answers <paramref name="change"/> may replace; null passes the request on.</summary>
    public static FaultyRpc InFrontOf(Uri node, Func<string, JsonNode, Answer?> change)
        => InFrontOf(node, (method, request) => Task.FromResult(change(method, request)));

    /// <summary>The same, for a change that takes its time, or never ends.</summary>
    public static FaultyRpc InFrontOf(Uri node, Func<string, JsonNode, Task<Answer?>> change)
    {
        var http = new HttpClient();
        return new FaultyRpc(async request =>
        {
            if (request is JsonObject && await change((string)request["method"]!, request) is { } answer)
            {
                return answer;
            }

            using var content = new StringContent(request!.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(node, content);
            return new Answer((int)response.StatusCode, "application/json", await response.Content.ReadAsStringAsync());
        });
    }

    /// <summary>An error in a JSON-RPC answer.</summary>
    public static Answer Error(JsonNode request, int code, string message)
        => Json(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request["id"]?.DeepClone(), ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    /// <summary>A JSON-RPC answer.</summary>
    public static Answer Result(JsonNode? request, JsonNode? result)
        => Json(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request?["id"]?.DeepClone(), ["result"] = result });

    /// <summary>A port that nothing listens on now.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Close();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static Answer Json(JsonNode body) => new(200, "application/json", body.ToJsonString());

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            var answer = await _handle(Parse(body));
            var bytes = Encoding.UTF8.GetBytes(answer.Body);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.ContentType;
            context.Response.ContentLength64 = bytes.Length;
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException or HttpRequestException)
        {
            // The client has given up, which is what most of these tests want.
        }
    }

    private static JsonNode? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
