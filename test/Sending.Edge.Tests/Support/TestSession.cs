using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nethereum.Signer;
using Sending.Chain.Formats;
using Sending.Chain.Relay.Wire;

namespace Sending.Edge.Tests.Support;

/// <summary>A session at an Edge, by requests written out.</summary>
internal sealed class TestSession(RelayDevnet devnet, TestEdge edge, TestPerson person, EthECKey key, Did? payer, string token)
{
    public TestPerson Person => person;

    public string Token => token;

    public async Task<TestAnswer> CallAsync(string method, string path, JsonNode? body = null)
        => await CallRawAsync(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public async Task<TestAnswer> CallRawAsync(string method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(edge.Url, path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await devnet.Http.SendAsync(request);
        return await TestAnswer.OfAsync(response);
    }

    /// <summary>An envelope of this person.</summary>
    public JsonObject Envelope(Did to, byte[] body, string? id = null, int ttl = 3600) => new()
    {
        ["id"] = id ?? Chain.Relay.Wire.Envelope.NewId(),
        ["from"] = person.Did.ToString(),
        ["to"] = to.ToString(),
        ["ttl"] = ttl,
        ["body"] = Convert.ToBase64String(body),
    };

    public Task<TestAnswer> SendAsync(Did to, byte[] body, string? home = null)
        => CallAsync("POST", "/v1/envelopes" + (home is null ? "" : "?home=" + home), Envelope(to, body));

    public async Task<IReadOnlyList<JsonElement>> ReceiveAsync(int wait = 0)
        => [.. (await CallAsync("GET", $"/v1/envelopes?wait={wait}")).Require(HttpStatusCode.OK).GetProperty("envelopes").EnumerateArray()];

    public Task<TestAnswer> AcknowledgeAsync(IEnumerable<JsonElement> deliveries) => CallAsync("POST", "/v1/acknowledgements", new JsonObject
    {
        ["ids"] = new JsonArray([.. deliveries.Select(each => each.GetProperty("envelope")).Select(each => (JsonNode)new JsonObject
        {
            ["from"] = each.GetProperty("from").GetString(),
            ["id"] = each.GetProperty("id").GetString(),
        })]),
    });

    public async Task<JsonElement> AccountAsync() => (await CallAsync("GET", "/v1/account")).Require(HttpStatusCode.OK);

    public Task<TestAnswer> SignAsync(long epoch, long units) => SignAsync(epoch, units, devnet.WorkDomain, edge.Owner.Address, key);

    public Task<TestAnswer> SignAsync(long epoch, long units, TypedDataDomain domain, string forEdge, EthECKey by)
    {
        var receipt = new RelayReceipt(forEdge, payer!.Address, (ulong)epoch, (ulong)units);
        return CallAsync("POST", "/v1/receipts", RelayJson.Of(new SignedReceipt(payer.Address, epoch, units, receipt.Sign(domain, by))));
    }

    /// <summary>Signs all that is due.</summary>
    public async Task PayAsync()
    {
        foreach (var due in (await AccountAsync()).GetProperty("due").EnumerateArray())
        {
            (await SignAsync(due.GetProperty("epoch").GetInt64(), due.GetProperty("units").GetInt64())).Require(HttpStatusCode.OK);
        }
    }
}

/// <summary>What an Edge answered.</summary>
internal sealed record TestAnswer(HttpStatusCode Status, string? MediaType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static async Task<TestAnswer> OfAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new TestAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), headers);
    }

    public JsonElement Require(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status}: {Body}");
        return Json;
    }

    /// <summary>That it is a problem of this kind.</summary>
    public JsonElement RequireProblem(int status, string code)
    {
        Assert.True((int)Status == status && MediaType == "application/problem+json", $"{(int)Status} {MediaType}: {Body}");
        Assert.Equal(("urn:sending:problem:" + code, code, status), (Json.GetProperty("type").GetString(), Json.GetProperty("code").GetString(), Json.GetProperty("status").GetInt32()));
        Assert.NotEmpty(Json.GetProperty("detail").GetString()!);
        return Json;
    }
}
