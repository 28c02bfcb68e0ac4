using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Http.Problems;
using Sending.Chain.Relay.Wire;
using Sending.Edge.Tests.Support;

namespace Sending.Edge.Tests.Api;

/// <summary>What nobody sends in good faith: each is refused with a reason, none breaks the Edge or fills its memory.</summary>
[Collection(RelayDevnetGroup.Name)]
public sealed class HostileClientTests(RelayDevnet devnet)
{
    private const int Drawn = 1_500;
    private const int SlowClients = 200;
    private const long MostMemory = 48 << 20;

    private static readonly TimeSpan s_messageTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private static readonly (string Method, string Path)[] s_doors =
    [
        ("POST", "/v1/envelopes"), ("GET", "/v1/envelopes"), ("POST", "/v1/acknowledgements"), ("POST", "/v1/receipts"), ("GET", "/v1/account"), ("POST", "/v1/forward"), ("GET", "/v1/socket"),
    ];

    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "0", "-1", "1e400", "9007199254740993", "\"id\"", "\"from\"", "\"to\"", "\"ttl\"", "\"body\"", "\"ids\"", "\"client\"", "\"epoch\"", "\"units\"", "\"signature\"",
        "\"message\"", "\"payer\"", "\"did:sdn:f39fd6e51aad88f6f4ce6ab8827279cfffb92266\"", "\"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266\"", "\"00112233445566778899aabbccddeeff\"", "\"AQID\"", "\"\\ud800\"", "\\", "\0", "é", "🔥", " ", "\r\n",
    ];

    [Fact]
    public async Task NobodyIsServedWithoutToken()
    {
        var bob = await devnet.PersonAsync("1", devnet.First);
        foreach (var token in new[] { "", "nonsense", new string('x', 5_000), (await bob.LogInAsync(devnet.Second)).Token })
        {
            foreach (var (method, path) in s_doors)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(devnet.First.Url, path)) { Content = method == "POST" ? new StringContent("{}") : null };
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
                using var response = await devnet.Http.SendAsync(request);
                var answer = await TestAnswer.OfAsync(response);
                answer.RequireProblem(401, "unauthenticated");
                Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
                Assert.Equal(method == "POST", response.Headers.ConnectionClose is true);
            }
        }
    }

    [Fact]
    public async Task WhatIsNoMessageIsCalledMalformed()
    {
        var alice = await (await devnet.PersonAsync("1", devnet.First)).LogInAsync(devnet.First);
        string With(string member, JsonNode? value)
        {
            var envelope = alice.Envelope(alice.Person.Did, [1]);
            envelope[member] = value;
            return envelope.ToJsonString();
        }

        string[] envelopes =
        [
            "", " ", "null", "[]", "\"text\"", "{}", "{", "\u0000", "{\"id\":}", new string('[', 5_000), With("id", null), With("id", "0"), With("id", new string('A', 32)), With("from", "did:ethr:0x1"), With("to", 7), With("ttl", 0), With("ttl", -1), With("ttl", 1.5), With("ttl", "9"), With("ttl", int.MaxValue), With("body", "no base64!"), With("body", null),
        ];
        foreach (var text in envelopes)
        {
            (await alice.CallRawAsync("POST", "/v1/envelopes", new StringContent(text))).RequireProblem(400, "malformed");
        }

        (await alice.CallRawAsync("POST", "/v1/envelopes", new ByteArrayContent([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]))).RequireProblem(400, "malformed");
        foreach (var text in new[] { "{\"ids\":7}", "{\"ids\":[7]}", "{\"ids\":[{\"from\":\"x\",\"id\":\"y\"}]}", $"{{\"ids\":[{string.Join(',', Enumerable.Repeat("{}", RelayJson.MostAtOnce + 1))}]}}" })
        {
            (await alice.CallRawAsync("POST", "/v1/acknowledgements", new StringContent(text))).RequireProblem(400, "malformed");
        }

        var receipt = $"\"client\":\"{alice.Person.Did.Address}\",\"signature\":\"0x{new string('1', 130)}\"";
        foreach (var text in new[] { "{}", $"{{{receipt},\"epoch\":-1,\"units\":1}}", $"{{{receipt},\"epoch\":0,\"units\":18446744073709551616}}", $"{{{receipt},\"epoch\":0,\"units\":\"1\"}}" })
        {
            (await alice.CallRawAsync("POST", "/v1/receipts", new StringContent(text))).RequireProblem(400, "malformed");
        }

        foreach (var query in new[] { "limit=0", "limit=257", "limit=x", "wait=61", "wait=-1", "wait=1.5" })
        {
            (await alice.CallAsync("GET", "/v1/envelopes?" + query)).RequireProblem(400, "malformed");
        }

        // Doors that there are not, and those that are opened the wrong way.
        foreach (var (method, path, status) in new[] { ("GET", "/v1/nothing", 404), ("DELETE", "/v1/envelopes", 405), ("GET", "/v1/login", 405), ("POST", "/v1/account", 405) })
        {
            var answer = await alice.CallAsync(method, path);
            Assert.Equal((status, "application/problem+json", status), ((int)answer.Status, answer.MediaType, answer.Json.GetProperty("status").GetInt32()));
        }

        (await alice.CallAsync("GET", "/v1/socket")).RequireProblem(426, "upgrade-required");
        (await alice.CallAsync("POST", "/v1/forward", alice.Envelope(alice.Person.Did, [1]))).RequireProblem(403, "not-an-edge");
    }

    [Fact]
    public async Task WhatIsTooLargeOrTooSlowEndsAndHoldsNoMemory()
    {
        var alice = await (await devnet.PersonAsync("1", devnet.First)).LogInAsync(devnet.First);
        foreach (var (path, most) in new[] { ("/v1/envelopes", ClientEndpointsLimit), ("/v1/acknowledgements", 64 << 10), ("/v1/receipts", 64 << 10), ("/v1/login", 32 << 10) })
        {
            var head = $"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {alice.Token}\r\n";
            AssertProblem(413, "too-large", await RawAsync($"{head}Content-Length: {most + 1}\r\n\r\n"));
            AssertProblem(413, "too-large", await RawAsync($"{head}Transfer-Encoding: chunked\r\n\r\n{most + 1:x}\r\n{new string(' ', most + 1)}\r\n"));
        }

        Assert.StartsWith("HTTP/1.1 431", await RawAsync($"GET /v1/account HTTP/1.1\r\nHost: x\r\nX: {new string('x', 40_000)}\r\n\r\n"), StringComparison.Ordinal);

        // Each announces the largest envelope, sends its beginning and then nothing.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var begin = Encoding.ASCII.GetBytes($"POST /v1/envelopes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {alice.Token}\r\nContent-Length: {ClientEndpointsLimit}\r\n\r\n{{\"id\":\"");
        var slow = new List<TcpClient>();
        for (var number = 0; number < SlowClients; number++)
        {
            var client = new TcpClient();
            slow.Add(client);
            await client.ConnectAsync(IPAddress.Loopback, devnet.First.Url.Port);
            await client.GetStream().WriteAsync(number % 4 == 0 ? begin.AsMemory(0, 40) : begin);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostMemory);
        (await alice.CallAsync("GET", "/v1/account")).Require(HttpStatusCode.OK);
        foreach (var (client, number) in slow.Select((client, number) => (client, number)))
        {
            var text = await ReadAsync(client);
            AssertProblem(408, number % 4 == 0 ? null : "too-slow", text);
            client.Dispose();
        }
    }

    [Fact]
    public async Task NothingThatIsDrawnAtRandomBreaksTheEdge()
    {
        var random = new Seeded();
        var alice = await (await devnet.PersonAsync("1", devnet.First)).LogInAsync(devnet.First);
        string Draw(int most) => string.Concat(Enumerable.Range(0, random.Below(most)).Select(_ => s_pieces[random.Below(s_pieces.Length)]));
        for (var number = 0; number < TestScale.Of(Drawn); number++)
        {
            var (method, path) = s_doors[random.Below(s_doors.Length)];
            path = random.Below(10) == 0 ? "/v1/login" : path;
            var body = random.Below(2) == 0 ? Draw(30) : Mutated(alice.Envelope(alice.Person.Did, [1, 2, 3]).ToJsonString(), random);
            var answer = await alice.CallRawAsync(random.Below(5) == 0 ? "POST" : method, $"{path}?{Uri.EscapeDataString(Draw(4))}", method == "POST" ? new StringContent(body) : null);
            Assert.True((int)answer.Status is >= 200 and < 500, $"seed {random.Seed}: {method} {path} with {body} got {(int)answer.Status} {answer.Body}");
            Assert.True((int)answer.Status < 400 || answer.MediaType == "application/problem+json", $"seed {random.Seed}: {method} {path} with {body} got {answer.MediaType}");
        }

        (await alice.CallAsync("GET", "/v1/account")).Require(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ASocketIsToldWhatIsWrongAndEndsWhenItGoesOnTooLong()
    {
        var edge = await devnet.EdgeAsync(new RelayOptions { Api = new() { SocketsPerDid = 2, MessageTime = s_messageTime } });
        var alice = await (await devnet.PersonAsync("1", edge)).LogInAsync(edge);
        var (bearer, protocol) = ($"Authorization: Bearer {alice.Token}\r\n", "Sec-WebSocket-Protocol: sending.v1\r\n");
        await RefusedAsync(edge, protocol, 401, "unauthenticated");
        await RefusedAsync(edge, bearer, 400, "malformed");

        using (var socket = await OpenAsync(edge, alice.Token))
        using (var other = await OpenAsync(edge, alice.Token))
        {
            await RefusedAsync(edge, bearer + protocol, 429, "too-many-sockets");
            foreach (var text in new[] { "", "{", "[]", "{\"type\":\"nothing\"}", "{\"type\":\"send\"}", "{\"type\":\"acknowledge\",\"ids\":[{}]}", "{\"type\":\"receipt\",\"units\":-1}", new string('[', 5_000) })
            {
                await SayAsync(socket, text);
                var told = await HearAsync(socket);
                var problem = told.GetProperty("problem");
                Assert.Equal(("problem", Refusal.TypePrefix + "malformed", 400), (told.GetProperty("type").GetString(), problem.GetProperty("type").GetString(), problem.GetProperty("status").GetInt32()));
            }

            // It is well all the same; what has begun and does not end, ends it.
            await SayAsync(socket, "{\"type\":\"ping\"}");
            Assert.Equal("pong", (await HearAsync(socket)).GetProperty("type").GetString());
            await socket.SendAsync("{\"type\":"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: false, default);
            await EndsAsync(socket, WebSocketCloseStatus.PolicyViolation);
            await other.SendAsync(new byte[3], WebSocketMessageType.Binary, endOfMessage: true, default);
            await EndsAsync(other, WebSocketCloseStatus.InvalidMessageType);
        }

        using (var socket = await OpenAsync(edge, alice.Token))
        {
            await SayAsync(socket, new string(' ', ClientEndpointsLimit + 1));
            await EndsAsync(socket, WebSocketCloseStatus.MessageTooBig);
        }

        await ItReadsNoFurtherThanItIsReadAsync(edge, await (await devnet.PersonAsync("0")).LogInAsync(edge));
    }

    /// <summary>Who asks and never reads the answers is asked to wait, and cut off.</summary>
    private static async Task ItReadsNoFurtherThanItIsReadAsync(TestEdge edge, TestSession pauper)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var socket = await OpenAsync(edge, pauper.Token);
        var envelope = pauper.Envelope(pauper.Person.Did, new byte[64 << 10]);
        var send = Encoding.UTF8.GetBytes(new JsonObject { ["type"] = "send", ["envelope"] = envelope }.ToJsonString());
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            for (var number = 0; ; number++)
            {
                await socket.SendAsync(number % 200 == 0 ? send : "{\"type\":\"account\"}"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
            }
        }
        catch (Exception error) when (error is WebSocketException or IOException)
        {
            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostMemory);
        }
    }

    private static int ClientEndpointsLimit => Sending.Edge.Api.ClientEndpoints.LargestEnvelope;

    private static string Mutated(string text, Seeded random)
    {
        var at = random.Below(text.Length);
        return random.Below(3) switch
        {
            0 => text[..at],
            1 => text[..at] + s_pieces[random.Below(s_pieces.Length)] + text[at..],
            _ => text[..at] + text[Math.Min(text.Length, at + 1 + random.Below(8))..],
        };
    }

    private static async Task<ClientWebSocket> OpenAsync(TestEdge edge, string token)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("sending.v1");
        socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        await socket.ConnectAsync(new UriBuilder(new Uri(edge.Url, "/v1/socket")) { Scheme = "ws" }.Uri, default);
        return socket;
    }

    private static async Task RefusedAsync(TestEdge edge, string headers, int status, string code) => AssertProblem(status, code, await RawAsync(
        edge,
        $"GET /v1/socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{headers}\r\n"));

    private static Task SayAsync(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, default);

    private static async Task<JsonElement> HearAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 << 10];
        var received = await socket.ReceiveAsync(buffer, default).WaitAsync(s_patience);
        Assert.True(received is { MessageType: WebSocketMessageType.Text, EndOfMessage: true }, socket.CloseStatusDescription);
        return JsonDocument.Parse(buffer.AsMemory(0, received.Count)).RootElement;
    }

    private static async Task EndsAsync(ClientWebSocket socket, WebSocketCloseStatus status)
    {
        var received = await socket.ReceiveAsync(new byte[1 << 10], default).WaitAsync(s_patience);
        Assert.Equal((WebSocketMessageType.Close, status), (received.MessageType, socket.CloseStatus));
    }

    private Task<string> RawAsync(string request) => RawAsync(devnet.First, request);

    /// <summary>Without a client library, which would mend the request.</summary>
    private static async Task<string> RawAsync(TestEdge edge, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, edge.Url.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return await ReadAsync(client);
    }

    private static void AssertProblem(int status, string? code, string answer)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.True(code is null || (answer.Contains("Content-Type: application/problem+json", StringComparison.Ordinal) && answer.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal)), answer);
    }

    /// <summary>What comes until the Edge closes, or its problem is whole.</summary>
    private static async Task<string> ReadAsync(TcpClient client)
    {
        var text = "";
        var buffer = new byte[4 << 10];
        try
        {
            int read;
            while (!text.EndsWith('}') && (read = await client.GetStream().ReadAsync(buffer).AsTask().WaitAsync(s_patience)) > 0)
            {
                text += Encoding.Latin1.GetString(buffer, 0, read);
            }
        }
        catch (IOException) when (text.Length > 0)
        {
            // It has answered, and does not want to hear the rest.
        }

        return text;
    }
}
