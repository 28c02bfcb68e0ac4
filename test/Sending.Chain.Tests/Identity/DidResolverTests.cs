using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Identity;
using Sending.Testing;

namespace Sending.Chain.Tests.Identity;

[Collection(DevnetCollection.Name)]
public sealed class DidResolverTests(DevnetFixture devnet)
{
    [Fact]
    public async Task AnIdentityThatWasNeverChangedHasADocument()
    {
        var account = Nethereum.Signer.EthECKey.GenerateKey().GetPublicAddress();
        var did = $"did:ethr:0x7a69:{account}";
        var resolution = await Resolver().ResolveAsync(did, new DidResolutionOptions(), default);
        Assert.Null(resolution.Error);
        Assert.Equal(
            $$"""{"id":"{{did}}","verificationMethod":[{"id":"{{did}}#controller","type":"EcdsaSecp256k1RecoveryMethod2020","controller":"{{did}}","blockchainAccountId":"eip155:31337:{{account}}"}],"authentication":["{{did}}#controller"],"assertionMethod":["{{did}}#controller"],"@context":["https://www.w3.org/ns/did/v1","https://w3id.org/security/suites/secp256k1recovery-2020/v2","https://w3id.org/security/v3-unstable"]}""",
            resolution.Document!.ToJsonString());
        Assert.Equal("{}", resolution.DocumentMetadata.ToJson().ToJsonString());
    }

    [Fact]
    public async Task ADocumentFollowsItsIdentityAtOnceAndToItsEnd()
    {
        var identity = Nethereum.Signer.EthECKey.GenerateKey().GetPublicAddress();
        var did = new Sending.Chain.Formats.Did(identity).ToString();
        var resolver = Resolver();
        Assert.Null((await resolver.ResolveAsync(did, new DidResolutionOptions(), default)).Document!["service"]);

        var registry = devnet.Connection.Deployment.Contracts.DidRegistry;
        var receipt = await devnet.SendAsAsync(identity, registry, new SetAttributeFunction
        {
            Identity = identity,
            Name = Name("did/svc/SendingEdge"),
            Value = "https://edge.example.org"u8.ToArray(),
            Validity = 3_600,
        });
        var changed = await resolver.ResolveAsync(did, new DidResolutionOptions(), default);
        Assert.Equal("https://edge.example.org", (string?)changed.Document!["service"]![0]!["serviceEndpoint"]);
        Assert.Equal(receipt.BlockNumber.Value.ToString(), changed.DocumentMetadata.VersionId);
        Assert.Same(changed, await resolver.ResolveAsync(did, new DidResolutionOptions(), default));

        await devnet.SendAsAsync(identity, registry, new DeactivateFunction { Identity = identity });
        var ended = await resolver.ResolveAsync(did, new DidResolutionOptions(), default);
        Assert.True(ended.DocumentMetadata.Deactivated);
        Assert.Null(ended.Document!["verificationMethod"]);
        var before = await resolver.ResolveAsync($"{did}?versionId={receipt.BlockNumber.Value}", new DidResolutionOptions(), default);
        Assert.Equal(changed.Document.ToJsonString(), before.Document!.ToJsonString());
        Assert.Equal(ended.DocumentMetadata.VersionId, before.DocumentMetadata.NextVersionId);
    }

    private static byte[] Name(string text)
    {
        var name = new byte[32];
        System.Text.Encoding.ASCII.GetBytes(text, name);
        return name;
    }

    private DidResolver Resolver() => new(devnet.Index, devnet.Connection, TimeProvider.System);
}
