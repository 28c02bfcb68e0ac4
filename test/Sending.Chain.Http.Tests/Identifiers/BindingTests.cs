using System.Net;
using System.Text.Json;
using Sending.Chain.Http.Tests.Support;

namespace Sending.Chain.Http.Tests.Identifiers;

/// <summary>
/// What the W3C's test suite of DID Resolution asserts over HTTP, written anew; each test quotes or names the statement of DID Resolution 1.0
/// that it checks. "All HTTPS bindings MUST use TLS" is a proxy's part.
/// </summary>
[Collection(ServedDevnetGroup.Name)]
public class BindingTests(ServedDevnet served)
{
    public static TheoryData<string> ResultTypes => [Answer.Result, Answer.LinkedDataResult];

    public static TheoryData<string> DocumentTypes => ["application/did", "application/did+ld+json", "application/did+json"];

    /// <summary>12.1: "All conforming DID resolvers MUST implement the GET version of the HTTPS binding"; "the HTTP response status code MUST be 200".</summary>
    [Fact]
    public async Task GetResolves()
    {
        foreach (var did in new[] { served.Changed, served.Untouched })
        {
            var answer = await served.GetAsync(did);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(did, answer.Document.GetProperty("id").GetString());
        }
    }

    /// <summary>12.1: "If the value of the Content-Type HTTP response header is application/did-resolution: The HTTP body MUST contain a DID resolution result"; 4: its three members are REQUIRED.</summary>
    [Theory]
    [MemberData(nameof(ResultTypes))]
    public async Task AResultHasItsThreeMembers(string accept)
    {
        var answer = await served.GetAsync(served.Changed, accept);

        Assert.Equal(accept, answer.MediaType);
        Assert.Equal(JsonValueKind.Object, answer.Document.ValueKind);
        Assert.Equal(JsonValueKind.Object, answer.Metadata.ValueKind);
        Assert.False(answer.Json.GetProperty("didResolutionMetadata").TryGetProperty("error", out _));
    }

    /// <summary>4.2: contentType is "the Media Type of the returned didDocument"; 12.1: the Content-Type of a document is its value.</summary>
    [Fact]
    public async Task TheDocumentsMediaTypeIsTold()
    {
        var result = await served.GetAsync(served.Changed, Answer.Result);
        var document = await served.GetAsync(served.Changed, "application/did");

        Assert.Equal("application/did", result.Json.GetProperty("didResolutionMetadata").GetProperty("contentType").GetString());
        Assert.Equal("application/did", document.MediaType);
        Assert.Equal(result.Document.GetRawText(), document.Body);
    }

    /// <summary>12.1: "set the Accept HTTP request header to the value of the accept resolution option to request only the didDocument value of the result".</summary>
    [Theory]
    [MemberData(nameof(DocumentTypes))]
    public async Task ADocumentComesAlone(string accept)
    {
        var answer = await served.GetAsync(served.Changed, accept);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(accept, answer.MediaType);
        Assert.Equal(served.Changed, answer.Json.GetProperty("id").GetString());
        Assert.False(answer.Json.TryGetProperty("didResolutionMetadata", out _));
        Assert.Equal(accept != "application/did+json", answer.Json.TryGetProperty("@context", out _));
    }

    /// <summary>12.1, GET binding: "The input DID MUST be URL-encoded" when there are options, so both forms are the same DID.</summary>
    [Fact]
    public async Task ADidMayBePercentEncoded()
    {
        var plain = await served.GetAsync(served.Changed);
        Assert.Equal(plain.Body, (await served.GetAsync(Uri.EscapeDataString(served.Changed))).Body);
        Assert.Equal(plain.Body, (await served.GetAsync(string.Concat(served.Changed.Select(c => $"%{(int)c:x2}")))).Body);
    }

    /// <summary>12.1: "Encode all resolution options except accept as query parameters"; 3: versionId and versionTime; the DID URL may name them too.</summary>
    [Fact]
    public async Task VersionsAreResolved()
    {
        var first = await served.GetAsync($"{Uri.EscapeDataString(served.Changed)}?versionId={served.Versions[0]}");
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal($"{served.Versions[0]}", first.Metadata.GetProperty("versionId").GetString());
        Assert.Equal($"{served.Versions[1]}", first.Metadata.GetProperty("nextVersionId").GetString());
        Assert.NotEqual(first.Document.GetRawText(), (await served.GetAsync(served.Changed)).Document.GetRawText());

        Assert.Equal(first.Body, (await served.GetAsync(Uri.EscapeDataString($"{served.Changed}?versionId={served.Versions[0]}"))).Body);

        // Before it was ever changed.
        var before = await served.GetAsync($"{Uri.EscapeDataString(served.Changed)}?versionTime=2025-10-07T14:30:00Z");
        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Equal($"{served.Versions[0]}", before.Metadata.GetProperty("nextVersionId").GetString());
        Assert.Equal(before.Body, (await served.GetAsync(Uri.EscapeDataString($"{served.Changed}?versionTime=2025-10-07T14:30:00Z"))).Body);
    }

    /// <summary>4.3: "If a DID has been deactivated, DID document metadata MUST include this property with the boolean value true"; 12.1: "The HTTP response status code MUST be 410".</summary>
    [Fact]
    public async Task ADeactivatedDidIsGoneWithItsDocument()
    {
        foreach (var accept in new[] { Answer.Result, Answer.LinkedDataResult, "application/did", "application/did+ld+json", "application/did+json" })
        {
            var answer = await served.GetAsync(served.Deactivated, accept);
            Assert.Equal(HttpStatusCode.Gone, answer.Status);
            Assert.Equal(accept, answer.MediaType);
            Assert.Equal(served.Deactivated, answer.Document.GetProperty("id").GetString());
        }

        Assert.True((await served.GetAsync(served.Deactivated)).Metadata.GetProperty("deactivated").GetBoolean());
    }

    /// <summary>
    /// 4.4: "Validate that the input DID conforms to the did rule of the DID Syntax"; 4: "The did input is REQUIRED"; 11 and 12.1: INVALID_DID, 400.
    /// </summary>
    [Theory]
    [InlineData("")]
    [InlineData("not-a-did")]
    [InlineData("did:example")]
    [InlineData("did:sdn")]
    [InlineData("did:sdn:")]
    [InlineData("did:SDN:f39fd6e51aad88f6f4ce6ab8827279cfffb92266")]
    [InlineData("did:sdn:F39FD6E51AAD88F6F4CE6AB8827279CFFFB92266")]
    [InlineData("did:sdn:f39fd6e51aad88f6f4ce6ab8827279cfffb9226")]
    [InlineData("did:sdn:%66%33")]
    [InlineData("did:sdn:%zz")]
    [InlineData("did:sdn:%ff%fe")]
    [InlineData("did:sdn:%D0%9F")]
    [InlineData("%2e%2e%2fopenapi.json")]
    [InlineData("https://example.org/")]
    public async Task AMalformedDidIsInvalid(string identifier)
    {
        foreach (var accept in new[] { Answer.Result, "application/did" })
        {
            var answer = await served.GetAsync(identifier, accept);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("INVALID_DID", answer.ErrorName);
        }
    }

    /// <summary>
    /// 4.4: an error's result has "didDocument: null", "didDocumentMetadata: «[ ]»"; 4.2: error is an RFC 9457 object, its type a URL, with title and detail (11).
    /// </summary>
    [Fact]
    public async Task AnErrorIsAResultWhereOneIsAccepted()
    {
        var result = await served.GetAsync("did:example", Answer.Result);
        Assert.Equal(Answer.Result, result.MediaType);
        Assert.Equal(JsonValueKind.Null, result.Document.ValueKind);
        Assert.Empty(result.Metadata.EnumerateObject());
        Assert.All(new[] { "type", "title", "detail" }, name => Assert.NotEqual("", result.Error.GetProperty(name).GetString()));

        var problem = await served.GetAsync("did:example", "application/did");
        Assert.Equal(Answer.Problem, problem.MediaType);
        Assert.Equal(400, problem.Json.GetProperty("status").GetInt32());
        Assert.Equal(result.Error.GetProperty("type").GetString(), problem.Json.GetProperty("type").GetString());
    }

    /// <summary>4.4: "Determine whether the DID method of the input DID is supported"; 12.1: METHOD_NOT_SUPPORTED, 501.</summary>
    [Theory]
    [InlineData("did:unsupported:123456789abcdefghi")]
    [InlineData("did:web:example.org%253A8443")]
    [InlineData("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK")]
    public async Task AnotherMethodIsNotSupported(string did)
    {
        foreach (var accept in new[] { Answer.Result, "application/did" })
        {
            var answer = await served.GetAsync(did, accept);
            Assert.Equal(HttpStatusCode.NotImplemented, answer.Status);
            Assert.Equal("METHOD_NOT_SUPPORTED", answer.ErrorName);
        }
    }

    /// <summary>11 and 12.1: INVALID_DID_URL, 400: a DID is resolved, not dereferenced, and its parameters are well-formed.</summary>
    [Theory]
    [InlineData("#key-1")]
    [InlineData("/path")]
    [InlineData("/../../openapi.json")]
    [InlineData("?versionTime=yesterday")]
    [InlineData("?versionId=1&versionId=2")]
    [InlineData("?versionId=one")]
    public async Task ADidUrlThatIsNotResolvedIsInvalid(string rest)
    {
        foreach (var accept in new[] { Answer.Result, "application/did" })
        {
            var answer = await served.GetAsync(Uri.EscapeDataString(served.Changed + rest), accept);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("INVALID_DID_URL", answer.ErrorName);
        }
    }

    /// <summary>The network's identities have a did:ethr too; 4.2: its document is of another media type; 12.1: FEATURE_NOT_SUPPORTED, 501, for another network.</summary>
    [Fact]
    public async Task DidEthrIsResolvedOfThisNetworkAlone()
    {
        var address = served.Node.Address("alice");
        var answer = await served.GetAsync($"did:ethr:0x7a69:{address}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/did+ld+json", answer.Json.GetProperty("didResolutionMetadata").GetProperty("contentType").GetString());
        Assert.Equal(answer.Document.GetRawText(), (await served.GetAsync($"did:ethr:0x7a69:{address}", "application/did+ld+json")).Body);

        var other = await served.GetAsync($"did:ethr:0x5:{address}");
        Assert.Equal(HttpStatusCode.NotImplemented, other.Status);
        Assert.Equal("FEATURE_NOT_SUPPORTED", other.ErrorName);
    }

    /// <summary>12.1: REPRESENTATION_NOT_SUPPORTED, 406.</summary>
    [Theory]
    [InlineData("application/x-unsupported-did-representation-99999")]
    [InlineData("application/did-url-dereferencing")]
    public async Task AnotherRepresentationIsNotAcceptable(string accept)
    {
        var answer = await served.GetAsync(served.Changed, accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Equal(Answer.Problem, answer.MediaType);
        Assert.Equal("REPRESENTATION_NOT_SUPPORTED", answer.ErrorName);
        Assert.Contains("application/did+json", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>12.1: NOT_FOUND, 404: there is no such block yet.</summary>
    [Fact]
    public async Task AVersionThatIsNotThereIsNotFound()
    {
        foreach (var accept in new[] { Answer.Result, "application/did" })
        {
            var answer = await served.GetAsync($"{served.Changed}?versionId=999999999", accept);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Equal("NOT_FOUND", answer.ErrorName);
        }
    }
}
