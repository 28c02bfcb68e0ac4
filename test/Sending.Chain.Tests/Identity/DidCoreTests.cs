using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using Nethereum.Signer;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Identity;
using Sending.Testing;

namespace Sending.Chain.Tests.Identity;

/// <summary>
/// The assertions of the W3C DID test suite (did-identifier, did-core-properties, did-production, did-consumption, did-resolution) that apply to a
/// resolver, on a document with one of everything; each quotes the normative statement of DID Core 1.0 or DID Resolution 1.0 that it checks.
/// </summary>
[Collection(DevnetCollection.Name)]
public sealed class DidCoreTests(DevnetFixture devnet)
{
    private const string Context = "https://www.w3.org/ns/did/v1.1";
    private static readonly string[] Material = ["publicKeyMultibase", "publicKeyJwk", "publicKeyHex", "publicKeyBase58", "publicKeyBase64", "publicKeyPem", "blockchainAccountId"];
    private static readonly string[] Relationships = ["authentication", "assertionMethod", "keyAgreement"];

    [Theory]
    [InlineData("did:example:123", true)]
    [InlineData("did:example:1:2::3", true)]
    [InlineData("did:9x:a.b-c_d%2F", true)]
    [InlineData("did:example:", false)]
    [InlineData("did:example:a:", false)]
    [InlineData("did::a", false)]
    [InlineData("did:Example:a", false)]
    [InlineData("DID:example:a", false)]
    [InlineData("did:example:a%2", false)]
    [InlineData("did:example:ä", false)]
    [InlineData("did:exam-ple:a", false)]
    [InlineData("did:example:a b", false)]
    [InlineData("did:example:a\n", false)]
    public void DidCore_3_1_A_conformant_DID_MUST_conform_to_the_rules_of_its_ABNF(string text, bool conforms) => Assert.Equal(conforms, DidUrl.TryParse(text, out _));

    [Fact]
    public void DidCore_3_2_A_DID_URL_is_a_DID_with_path_query_and_fragment()
    {
        Assert.True(DidUrl.TryParse("did:example:1:2/a/b%20?versionId=4&x=%C3%A4&y#keys/1?2", out var url));
        Assert.Equal(("did:example:1:2", "example", "1:2", "/a/b%20", "versionId=4&x=%C3%A4&y", "keys/1?2"), (url.Did, url.Method, url.MethodId, url.Path, url.Query, url.Fragment));
        Assert.Equal([("versionId", "4"), ("x", "ä"), ("y", "")], url.Parameters());
        Assert.False(DidUrl.TryParse("did:example:1#a#b", out _));
        Assert.False(DidUrl.TryParse("did:example:1?a b", out _));
    }

    [Theory]
    [InlineData(DidDocumentProfile.Multikey)]
    [InlineData(DidDocumentProfile.EthrDid)]
    public async Task DidCore_5_The_properties_of_a_document_MUST_have_the_values_that_are_defined_for_them(DidDocumentProfile profile)
    {
        var (did, document, _) = await ResolveRichAsync(profile);

        // 5.1.1: "The value of id MUST be a string that conforms to the rules in 3.1 DID Syntax and MUST exist in the root map".
        Assert.Equal(did, (string?)document["id"]);

        // 5.1.2: "The controller property is OPTIONAL. If present, the value MUST be a string or a set of strings that conform to the rules in 3.1".
        Assert.True(document["controller"] is null || (DidUrl.TryParse((string?)document["controller"], out var controller) && controller.IsDid));

        // 5.2: "The verificationMethod property is OPTIONAL. If present, the value MUST be a set of verification methods, where each is a map".
        var methods = document["verificationMethod"]!.AsArray().Select(method => method!.AsObject()).ToList();
        Assert.True(methods.Count >= 6);
        foreach (var method in methods)
        {
            // "The value of the id property MUST be a string that conforms to the rules in section 3.2 DID URL Syntax."
            Assert.True(DidUrl.TryParse((string?)method["id"], out var id) && id.Fragment is not null && id.Did == did);

            // "The value of the type property MUST be a string that references exactly one verification method type."
            Assert.False(string.IsNullOrEmpty((string?)method["type"]!));

            // "The value of the controller property MUST be a string that conforms to the rules in 3.1 DID Syntax."
            Assert.True(DidUrl.TryParse((string?)method["controller"], out var keeper) && keeper.IsDid);

            // 5.2.1: "A verification method MUST NOT contain multiple verification material properties for the same material."
            Assert.Single(Material, method.ContainsKey);

            // 5.2.1: "A JWK MUST NOT contain d, or any other members of the private information class".
            Assert.False(method["publicKeyJwk"]?.AsObject().ContainsKey("d") ?? false);

            // 5.2.1: "The publicKeyMultibase property […] MUST be a string representation of a MULTIBASE encoded public key." (z: base58btc)
            Assert.True(method["publicKeyMultibase"] is not { } multibase || ((string)multibase!)[0] == 'z');
        }

        // "verification methods […] whose id are the same" make a document invalid; 5.4: "A conforming producer MUST NOT produce multiple service entries with the same id."
        var services = document["service"]!.AsArray();
        var ids = methods.Select(method => (string?)method["id"]).Concat(services.Select(service => (string?)service!["id"])).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());

        // 5.3: "the associated value MUST be a set of one or more verification methods. Each […] MAY be embedded or referenced."
        foreach (var relationship in Relationships)
        {
            var references = document[relationship]!.AsArray();
            Assert.NotEmpty(references);
            Assert.All(references, reference => Assert.Contains((string?)reference, ids));
        }

        // 5.4: "id […] MUST be a URI", "type […] MUST be a string or a set of strings", "serviceEndpoint […] MUST be a string, a map, or a set composed of one or more strings and/or maps. All string values MUST be valid URIs".
        Assert.Equal(2, services.Count);
        Assert.All(services, service => Assert.True(Uri.TryCreate((string?)service!["id"], UriKind.Absolute, out _)));
        Assert.All(services, service => Assert.False(string.IsNullOrEmpty((string?)service!["type"]!)));
        Assert.True(Uri.TryCreate((string?)services[0]!["serviceEndpoint"], UriKind.Absolute, out _));
        Assert.IsType<JsonObject>(services[1]!["serviceEndpoint"]);
    }

    [Fact]
    public async Task DidCore_6_3_The_first_context_MUST_be_that_of_DIDs_and_what_is_produced_MUST_be_consumed_without_loss()
    {
        var (_, document, resolution) = await ResolveRichAsync(DidDocumentProfile.Multikey);
        Assert.Equal(Context, (string?)document["@context"]![0]);

        // 6.2.1: "The DID document […] MUST be serialized as a JSON Object"; 6.2.2: "If media type information is available […] and it is the JSON type, the value of the content type is that".
        var bytes = Encoding.UTF8.GetBytes(document.ToJsonString());
        Assert.True(JsonNode.DeepEquals(document, JsonNode.Parse(bytes)));
        Assert.Equal("application/did", resolution.ContentType);
    }

    [Fact]
    public async Task ControlledIdentifiers_2_2_Keys_are_Multikeys_with_the_prefix_of_their_type_or_JWKs()
    {
        var (_, document, _) = await ResolveRichAsync(DidDocumentProfile.Multikey);
        var keys = document["verificationMethod"]!.AsArray().Select(method => ((string?)method!["type"], (string?)method["publicKeyMultibase"])).ToList();

        // The first characters that Controlled Identifiers 1.0, section 2.2.2, and the did:key registry give for each type.
        Assert.Contains(keys, key => key is ("Multikey", ['z', '6', 'M', 'k', ..]));
        Assert.Contains(keys, key => key is ("Multikey", ['z', '6', 'L', 'S', ..]));
        Assert.Contains(keys, key => key is ("Multikey", ['z', 'Q', '3', 's', ..]));
        Assert.Contains(keys, key => key is ("JsonWebKey", null));
        var agreement = (string?)Assert.Single(document["keyAgreement"]!.AsArray());
        Assert.StartsWith("z6LS", (string?)document["verificationMethod"]!.AsArray().Single(method => (string?)method!["id"] == agreement)!["publicKeyMultibase"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DidResolution_4_3_Document_metadata_MUST_be_a_map_with_times_in_UTC_and_versions_as_text()
    {
        var (did, _, resolution) = await ResolveRichAsync(DidDocumentProfile.Multikey);
        var metadata = resolution.ToJson()["didDocumentMetadata"]!.AsObject();

        // "created / updated […] MUST be a string formatted as an XML Datetime normalized to UTC 00:00:00 and without sub-second decimal precision."
        foreach (var name in new[] { "created", "updated" })
        {
            Assert.True(DateTimeOffset.TryParseExact((string?)metadata[name], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        }

        // "versionId […] The value of the property MUST be an ASCII string."
        Assert.True(long.TryParse((string?)metadata["versionId"], NumberStyles.None, CultureInfo.InvariantCulture, out _));

        // "If a DID has not been deactivated, this property is OPTIONAL, but if included, MUST have the boolean value false."
        Assert.Null(metadata["deactivated"]);

        // "If a DID has been deactivated, DID document metadata MUST include this property with the boolean value true."
        var identity = Sending.Chain.Formats.Did.Parse(did).Address;
        await devnet.SendAsAsync(identity, devnet.Connection.Deployment.Contracts.DidRegistry, new DeactivateFunction { Identity = identity });
        Assert.True((bool)(await Resolver.ResolveAsync(did, new DidResolutionOptions(), default)).ToJson()["didDocumentMetadata"]!["deactivated"]!);
    }

    [Theory]
    [InlineData("no did", "INVALID_DID")]
    [InlineData("did:sdn:xyz", "INVALID_DID")]
    [InlineData("did:unheard:of", "METHOD_NOT_SUPPORTED")]
    [InlineData("did:sdn:00000000000000000000000000000000000000aa?versionId=999999999", "NOT_FOUND")]
    [InlineData("did:sdn:00000000000000000000000000000000000000aa?versionId=x", "INVALID_DID_URL")]
    [InlineData("did:sdn:00000000000000000000000000000000000000aa?hl=zQm", "FEATURE_NOT_SUPPORTED")]
    public async Task DidResolution_4_If_resolution_is_unsuccessful_the_document_MUST_be_null_and_the_error_a_map_with_a_URL(string did, string error)
    {
        var result = (await Resolver.ResolveAsync(did, new DidResolutionOptions(), default)).ToJson();
        Assert.True(result.ContainsKey("didDocument") && result["didDocument"] is null);
        Assert.Empty(result["didDocumentMetadata"]!.AsObject());
        Assert.Equal($"https://www.w3.org/ns/did#{error}", (string?)result["didResolutionMetadata"]!["error"]!["type"]);
        Assert.False(string.IsNullOrEmpty((string?)result["didResolutionMetadata"]!["error"]!["detail"]!));
        Assert.Null(result["didResolutionMetadata"]!["contentType"]);
    }

    [Fact]
    public async Task DidResolution_4_2_contentType_is_REQUIRED_and_error_MUST_NOT_be_present_if_resolution_is_successful()
    {
        var (did, _, resolution) = await ResolveRichAsync(DidDocumentProfile.Multikey);
        var result = resolution.ToJson();
        Assert.Equal("""{"contentType":"application/did"}""", result["didResolutionMetadata"]!.ToJsonString());

        // "If the resolution is successful […] the value of id in the DID document MUST match the DID that was resolved."
        Assert.Equal(did, (string?)result["didDocument"]!["id"]);
    }

    private DidResolver Resolver => new(devnet.Index, devnet.Connection, TimeProvider.System);

    private async Task<(string Did, JsonObject Document, DidResolution Resolution)> ResolveRichAsync(DidDocumentProfile profile)
    {
        var key = EthECKey.GenerateKey();
        var identity = key.GetPublicAddress();
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        var changes = new (string Name, byte[] Value)[]
        {
            ("did/pub/Ed25519/veriKey/base58", System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)),
            ("did/pub/X25519/enc/base58", System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)),
            ("did/pub/Secp256k1/sigAuth/hex", key.GetPubKey()),
            ("did/pub/RSA/veriKey/pem", Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem())),
            ("did/svc/SendingEdge", Encoding.ASCII.GetBytes("https://edge.example.org")),
            ("did/svc/Hub", Encoding.ASCII.GetBytes("""{"uri":"https://hub.example.org","accept":["didcomm/v2"]}""")),
        }.Select(each => DidNames.Change(0, each.Name, "0x0000000000000000000000000000000000000000", each.Value, BigInteger.One << 40));
        var @delegate = DidNames.Change(2, "veriKey", EthECKey.GenerateKey().GetPublicAddress(), [], BigInteger.One << 40);
        await devnet.SendAsAsync(identity, devnet.Connection.Deployment.Contracts.DidRegistry, new ApplyChangesFunction { Identity = identity, Changes = [.. changes, @delegate] });
        var did = new Sending.Chain.Formats.Did(identity).ToString();
        var resolution = await Resolver.ResolveAsync(did, new DidResolutionOptions { Profile = profile }, default);
        return (did, resolution.Document!, resolution);
    }
}
