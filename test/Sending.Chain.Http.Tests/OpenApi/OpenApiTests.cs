using System.Text.Json.Nodes;
using Sending.Chain.Http.Tests.Support;

namespace Sending.Chain.Http.Tests.OpenApi;

/// <summary>The description says what is served, and nothing else.</summary>
[Collection(ServedDevnetGroup.Name)]
public class OpenApiTests(ServedDevnet served)
{
    private const string Identifiers = "/1.0/identifiers/{did}";

    /// <summary>What cannot be brought about from outside: the resolver's own failure, and a follower that has read nothing yet.</summary>
    private static readonly string[] s_unseen = ["500", "503"];

    [Fact]
    public async Task EveryAnswerIsDescribedAndEveryDescriptionAnswered()
    {
        var description = JsonNode.Parse((await served.SendAsync("/openapi.json")).Body)!.AsObject();
        Assert.StartsWith("3.1.", (string?)description["openapi"], StringComparison.Ordinal);
        string[] accepts = [Answer.Result, Answer.LinkedDataResult, "application/did", "application/did+ld+json", "application/did+json", "text/html"];
        string[] identifiers = [served.Changed, served.Deactivated, "did:example", "did:unsupported:1", $"{served.Changed}?versionId=999999999", $"{served.Changed}?versionId=x", $"{served.Changed}?noCache=true"];
        var seen = new HashSet<string>();
        foreach (var identifier in identifiers)
        {
            foreach (var accept in accepts)
            {
                seen.Add(See(description, Identifiers, "get", await served.GetAsync(identifier, accept)));
                var head = await served.GetAsync(identifier, accept, "HEAD");
                seen.Add(See(description, Identifiers, "head", head));
                if (head.ETag is { } tag)
                {
                    seen.Add(See(description, Identifiers, "get", await served.GetAsync(identifier, accept, ifNoneMatch: tag)));
                    seen.Add(See(description, Identifiers, "head", await served.GetAsync(identifier, accept, "HEAD", tag)));
                }
            }
        }

        foreach (var path in new[] { "/livez", "/readyz", "/openapi.json" })
        {
            seen.Add(See(description, path, "get", await served.SendAsync(path)));
        }

        Assert.Equal(Described(description).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ReferencesLeadSomewhere()
    {
        var description = JsonNode.Parse((await served.SendAsync("/openapi.json")).Body)!.AsObject();
        var references = References(description).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.NotNull(Follow(description, reference)));
    }

    /// <summary>Finds the answer in the description.</summary>
    private static string See(JsonObject description, string path, string operation, Answer answer)
    {
        var status = $"{(int)answer.Status}";
        var response = Resolved(description, description["paths"]![path]![operation]!["responses"]![status]);
        Assert.True(response is not null, $"{operation} {path}: {status} is not described.");
        foreach (var header in (response["headers"] as JsonObject ?? []).Select(header => header.Key))
        {
            Assert.True(answer.Headers.ContainsKey(header), $"{operation} {path}, {status}: {header} is missing.");
        }

        return $"{operation} {path} {status} {answer.MediaType}".TrimEnd();
    }

    private static IEnumerable<string> Described(JsonObject description) =>
        from path in description["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "head"
        from response in operation.Value!["responses"]!.AsObject()
        where !s_unseen.Contains(response.Key)
        let types = Resolved(description, response.Value)!["content"] as JsonObject
        from type in types?.Select(content => content.Key) ?? [""]
        select $"{operation.Key} {path.Key} {response.Key} {type}".TrimEnd();

    private static JsonNode? Resolved(JsonObject description, JsonNode? node)
        => node?["$ref"] is { } reference ? Follow(description, (string)reference!) : node;

    private static JsonNode? Follow(JsonObject description, string reference)
        => reference.Split('/').Skip(1).Aggregate((JsonNode?)description, (node, name) => node?[name]);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "$ref" ? [(string)member.Value!] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
