using System.Text.Json.Nodes;

namespace Sending.Testing;

/// <summary>One way in which an endpoint answers a request, rightly or not.</summary>
public sealed class Fault
{
    /// <summary>No fault: the node's own answer.</summary>
    public static readonly Fault Pass = new("pass", (call, cancellationToken) => call.ForwardAsync(cancellationToken)!);

    /// <summary>The connection breaks before the node gets the request.</summary>
    public static readonly Fault Drop = new("drop", (_, _) => Task.FromResult<RpcAnswer?>(null));

    /// <summary>The node gets the request, its answer is lost.</summary>
    public static readonly Fault ForwardThenDrop = new("forward, then drop", async (call, cancellationToken) =>
    {
        await call.ForwardAsync(cancellationToken);
        return null;
    });

    /// <summary>The node gets the request twice; its first answer comes back.</summary>
    public static readonly Fault ForwardTwice = new("forward twice", async (call, cancellationToken) =>
    {
        var first = await call.ForwardAsync(cancellationToken);
        await call.ForwardAsync(cancellationToken);
        return first;
    });

    /// <summary>The node's answer comes back twice, one behind the other.</summary>
    public static readonly Fault AnswerTwice = new("answer twice", async (call, cancellationToken) =>
    {
        var answer = await call.ForwardAsync(cancellationToken);
        return new RpcAnswer(answer.Status, answer.ContentType, answer.Body + answer.Body);
    });

    /// <summary>The connection breaks in the middle of the node's answer.</summary>
    public static readonly Fault BreakAnswer = new("break the answer", async (call, cancellationToken) =>
        (await call.ForwardAsync(cancellationToken)) with { Broken = true });

    /// <summary>Half of the node's answer comes back as if it were all.</summary>
    public static readonly Fault HalfAnswer = new("half an answer", async (call, cancellationToken) =>
    {
        var answer = await call.ForwardAsync(cancellationToken);
        return new RpcAnswer(answer.Status, answer.ContentType, answer.Body[..(answer.Body.Length / 2)]);
    });

    /// <summary>A gateway's error page; the node gets nothing.</summary>
    public static readonly Fault BadGateway = Status(502, "<!doctype html><h1>bad gateway</h1>", "text/html");

    private readonly Func<RpcCall, CancellationToken, Task<RpcAnswer?>> _act;

    private Fault(string name, Func<RpcCall, CancellationToken, Task<RpcAnswer?>> act) => (Name, _act) = (name, act);

    /// <summary>What it does, in words.</summary>
    public string Name { get; }

    /// <summary>The node's answer, late.</summary>
    public static Fault Delay(TimeSpan delay) => Before(_ => Task.Delay(delay));

    /// <summary>Another HTTP answer; the node gets nothing.</summary>
    public static Fault Status(int status, string body, string contentType = "text/plain")
        => new($"HTTP {status}", (_, _) => Task.FromResult<RpcAnswer?>(new RpcAnswer(status, contentType, body)));

    /// <summary>HTTP 429; the node gets nothing.</summary>
    public static Fault TooManyRequests(TimeSpan? retryAfter = null)
        => new("HTTP 429", (_, _) => Task.FromResult<RpcAnswer?>(new RpcAnswer(429, "text/plain", "slow down") { RetryAfter = retryAfter }));

    /// <summary>An error as if of the node, which gets nothing.</summary>
    public static Fault Refuse(RpcRefusal error) => new(error.Message, (call, _) => Task.FromResult<RpcAnswer?>(RpcAnswer.Error(call.Request, error)));

    /// <inheritdoc cref="Refuse(RpcRefusal)"/>
    public static Fault Refuse(int code, string message) => Refuse(new RpcRefusal(code, message));

    /// <summary>The node gets the request, but an error comes back.</summary>
    public static Fault ForwardThenRefuse(RpcRefusal error) => new($"forward, then {error.Message}", async (call, cancellationToken) =>
    {
        await call.ForwardAsync(cancellationToken);
        return RpcAnswer.Error(call.Request, error);
    });

    /// <summary>Another result than the node's, which gets nothing.</summary>
    public static Fault Result(JsonNode? result) => new("another result", (call, _) => Task.FromResult<RpcAnswer?>(RpcAnswer.Result(call.Request, result)));

    /// <summary>Something happens first, then the node answers.</summary>
    public static Fault Before(Func<RpcCall, Task> act) => new("act, then pass", async (call, cancellationToken) =>
    {
        await act(call).WaitAsync(cancellationToken);
        return await call.ForwardAsync(cancellationToken);
    });

    /// <summary>Whatever a test needs; a null answer breaks the connection.</summary>
    public static Fault Custom(string name, Func<RpcCall, CancellationToken, Task<RpcAnswer?>> act) => new(name, act);

    public override string ToString() => Name;

    internal Task<RpcAnswer?> ActAsync(RpcCall call, CancellationToken cancellationToken) => _act(call, cancellationToken);
}
