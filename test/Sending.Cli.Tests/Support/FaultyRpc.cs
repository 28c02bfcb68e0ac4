using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Sending.Cli.Tests.Support;

/// <summary>
/// Stands between the program and a real node, passes every request on, and answers those itself that a test wants
/// answered wrongly, or not at all.
/// </summary>
internal sealed class FaultyRpc : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _node = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri? _upstream;
    private readonly Func<string, JsonArray, Task<Fault?>> _fault;

    /// <param name="upstream">The real node; null when every request is answered here.</param>
    /// <param name="fault">By method and parameters: the wrong answer, or null to pass the request on.</param>
    public FaultyRpc(Uri? upstream, Func<string, JsonArray, Task<Fault?>> fault)
    {
        (_upstream, _fault) = (upstream, fault);
        Url = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        Loop = Task.Run(AcceptAsync);
    }

    public string Url { get; }

    private Task Loop { get; }

    /// <summary>A port that nobody listened on a moment ago.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Close();
        _node.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(_stop.Token);
            var request = JsonNode.Parse(body)!.AsObject();
            var fault = await _fault(request["method"]!.GetValue<string>(), request["params"]?.AsArray() ?? []);
            if (fault is { Silent: true })
            {
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }

            var (type, text) = fault switch
            {
                { Html: { } html } => ("text/html", html),
                { } wrong => ("application/json", Result(request, wrong.Result)),
                null => ("application/json", await PassOnAsync(body)),
            };
            context.Response.ContentType = type;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text), _stop.Token);
            context.Response.Close();
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpListenerException or ObjectDisposedException)
        {
            // The test is over, or the program hung up.
        }
    }

    private static string Result(JsonObject request, JsonNode? result) =>
        new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request["id"]!.DeepClone(), ["result"] = result?.DeepClone() }.ToJsonString();

    private async Task<string> PassOnAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _node.PostAsync(_upstream, content, _stop.Token);
        return await response.Content.ReadAsStringAsync(_stop.Token);
    }

    /// <summary>A wrong answer.</summary>
    internal sealed record Fault(JsonNode? Result = null, string? Html = null, bool Silent = false);
}
