using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Nethereum.Signer;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Identity;
using Sending.Chain.Identity.Documents;
using Sending.Testing;

namespace Sending.Chain.Tests.Identity;

[Collection(DevnetCollection.Name)]
public sealed class DidResolverTests(DevnetFixture devnet)
{
    [Fact]
    public async Task An_identity_that_was_never_changed_has_a_document()
    {
        var account = EthECKey.GenerateKey().GetPublicAddress();
        var did = $"did:ethr:0x7a69:{account}";
        var resolution = await Resolver().ResolveAsync(did, new DidResolutionOptions(), default);
        Assert.Null(resolution.Error);
        Assert.Equal(
            $$"""{"id":"{{did}}","verificationMethod":[{"id":"{{did}}#controller","type":"EcdsaSecp256k1RecoveryMethod2020","controller":"{{did}}","blockchainAccountId":"eip155:31337:{{account}}"}],"authentication":["{{did}}#controller"],"assertionMethod":["{{did}}#controller"],"@context":["https://www.w3.org/ns/did/v1","https://w3id.org/security/suites/secp256k1recovery-2020/v2","https://w3id.org/security/v3-unstable"]}""",
            resolution.Document!.ToJsonString());
        Assert.Equal("{}", resolution.DocumentMetadata.ToJson().ToJsonString());
    }

    [Fact]
    public async Task A_document_follows_its_identity_at_once_and_to_its_end()
    {
        var identity = EthECKey.GenerateKey().GetPublicAddress();
        var did = new Sending.Chain.Formats.Did(identity).ToString();
        var resolver = Resolver();
        Assert.Null((await resolver.ResolveAsync(did, new DidResolutionOptions(), default)).Document!["service"]);

        var registry = devnet.Connection.Deployment.Contracts.DidRegistry;
        var receipt = await devnet.SendAsAsync(identity, registry, new SetAttributeFunction
        {
            Identity = identity,
            Name = DidNames.Pad("did/svc/SendingEdge"),
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

    [Fact]
    public async Task What_ends_by_time_alone_is_gone_from_the_cache_too()
    {
        var identity = EthECKey.GenerateKey().GetPublicAddress();
        await devnet.SendAsAsync(identity, Registry, new SetAttributeFunction { Identity = identity, Name = DidNames.Pad("did/svc/SendingEdge"), Value = [65], Validity = 86_400 });
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var resolver = new DidResolver(devnet.Index, devnet.Connection, clock) { MaxAge = TimeSpan.FromHours(1) };
        var options = new DidResolutionOptions { Profile = DidDocumentProfile.EthrDid };
        var did = new Sending.Chain.Formats.Did(identity).ToString();
        var before = await resolver.ResolveAsync(did, options, default);
        Assert.NotNull(before.Document!["service"]);
        Assert.Same(before, await resolver.ResolveAsync(did, options, default));
        clock.Advance(TimeSpan.FromDays(2));
        Assert.Null((await resolver.ResolveAsync(did, options, default)).Document!["service"]);
        Assert.Equal(before.Document.ToJsonString(), (await resolver.ResolveAsync($"{did}?versionTime={clock.GetUtcNow().AddDays(-1.9):yyyy-MM-dd'T'HH:mm:ss'Z'}", options, default)).Document!.ToJsonString());
    }

    [Theory]
    [InlineData("did:ethr:0x1:", "", DidResolutionError.FeatureNotSupported)]
    [InlineData("did:ethr:sepolia:", "", DidResolutionError.FeatureNotSupported)]
    [InlineData("did:ethr:0x07a69:", "", DidResolutionError.FeatureNotSupported)]
    [InlineData("did:ethr:", "", DidResolutionError.FeatureNotSupported)]
    [InlineData("did:ethr:0x7a69:", "00", DidResolutionError.InvalidDid)]
    [InlineData("did:ethr:0x7a69:", "/path", DidResolutionError.InvalidDidUrl)]
    [InlineData("did:ethr:0x7a69:", "#controller", DidResolutionError.InvalidDidUrl)]
    [InlineData("did:ethr:0x7a69:", "?versionId=1&versionId=2", DidResolutionError.InvalidDidUrl)]
    [InlineData("did:ethr:0x7a69:", "?versionId=-1", DidResolutionError.InvalidDidUrl)]
    [InlineData("did:ethr:0x7a69:", "?versionId=1&versionTime=2026-01-01T00:00:00Z", DidResolutionError.InvalidDidUrl)]
    [InlineData("did:ethr:0x7a69:", "?versionTime=yesterday", DidResolutionError.InvalidDidUrl)]
    [InlineData("did:ethr:0x7a69:", "?versionTime=2999-01-01T00:00:00Z", DidResolutionError.NotFound)]
    [InlineData("did:ethr:0x7a69:", "?versionId=999999999", DidResolutionError.NotFound)]
    [InlineData("did:ethr:0x7a69:", "?service=x", DidResolutionError.FeatureNotSupported)]
    [InlineData("did:ethr:0x7a69:", "?unheard=x", null)]
    [InlineData("did:ethr:0x7a69:", "?versionId=1", null)]
    public async Task A_DID_URL_is_resolved_or_refused_for_its_reason(string before, string behind, DidResolutionError? error)
    {
        var resolution = await Resolver().ResolveAsync($"{before}0x00000000000000000000000000000000000000aa{behind}", new DidResolutionOptions(), default);
        Assert.Equal(error, resolution.Error);
        Assert.Equal(error is null, resolution.Document is not null);
        Assert.Equal(error is null, resolution.ErrorMessage is null);
    }

    [Theory]
    [InlineData("0xF39fd6e51aad88F6F4ce6aB8827279cffFb92266")] // a checksum that is none
    [InlineData("0x020000000000000000000000000000000000000000000000000000000000000005")] // no point has this x
    [InlineData("0x04d8a3b0a6b5a5c2a4b3d8a3b0a6b5a5c2a4b3d8a3b0a6b5a5c2a4b3d8a3b0a6b5")] // no compressed key
    public async Task An_account_that_cannot_be_is_no_DID(string account)
        => Assert.Equal(DidResolutionError.InvalidDid, (await Resolver().ResolveAsync($"did:ethr:0x7a69:{account}", new DidResolutionOptions(), default)).Error);

    [Fact]
    public async Task Options_and_DID_URL_do_not_ask_for_two_versions()
    {
        var options = new DidResolutionOptions { VersionId = "1" };
        var did = "did:ethr:0x7a69:0x00000000000000000000000000000000000000aa";
        Assert.Null((await Resolver().ResolveAsync(did, options, default)).Error);
        Assert.Equal(DidResolutionError.InvalidOptions, (await Resolver().ResolveAsync($"{did}?versionId=1", options, default)).Error);
        Assert.Equal(DidResolutionError.InvalidOptions, (await Resolver().ResolveAsync(did, options with { VersionTime = DateTimeOffset.UnixEpoch }, default)).Error);
    }

    [Fact]
    public void Damaged_DIDs_are_told_from_whole_ones()
    {
        // Whatever replaces a character, what is read back is the text, or it is no DID URL; nothing throws.
        var whole = "did:ethr:0x7a69:0x00000000000000000000000000000000000000aa?versionId=7&a=%20#x/y";
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Char, Gen.Int[0, 3]).Sample((at, put, cut) =>
        {
            var damaged = whole[..at] + put + whole[Math.Min(at + cut, whole.Length)..];
            if (DidUrl.TryParse(damaged, out var url))
            {
                Assert.Equal(damaged, url.Did + url.Path + (url.Query is null ? "" : "?" + url.Query) + (url.Fragment is null ? "" : "#" + url.Fragment));
                Assert.All(damaged, letter => Assert.True(char.IsAscii(letter) && !char.IsControl(letter) && letter != ' '));
            }

            _ = DidUrl.BeginsWithDid(damaged);
        });
    }

    [Fact]
    public async Task The_events_of_an_identity_with_thousands_pass_by_and_are_not_kept()
    {
        const int Batches = 25;
        const int Each = 200;
        var identity = EthECKey.GenerateKey().GetPublicAddress();
        for (var batch = 0; batch < Batches; batch++)
        {
            var changes = Enumerable.Range(0, Each).Select(i => DidNames.Change(0, "did/svc/SendingEdge", identity, [(byte)i], 86_400)).ToList();
            await devnet.SendAsAsync(identity, Registry, new ApplyChangesFunction { Identity = identity, Changes = changes });
        }

        using var state = await devnet.Index.ReadAsync(default);
        var seen = new List<WeakReference>();
        var history = new IdentityHistory(identity, state.Block.Time.ToUnixTimeSeconds());
        history.Read(DidEvent.Stream(state, identity).Select(each => Watch(each, seen)), _ => false, default);
        Assert.Equal(Batches * Each, seen.Count);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(seen.Count(each => each.IsAlive), 0, 2 * Each);
        Assert.Equal(Each, history.Entries.Count());
        Assert.Equal(Batches * Each, history.Entries.Max(entry => entry.Number));

        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => history.Read(DidEvent.Stream(state, identity), _ => false, stopped.Token));
    }

    [Fact]
    public async Task A_user_id_names_the_DID_that_is_resolved()
    {
        var id = Sending.Chain.Formats.UserId.Parse($"@sdn_{new string('1', 40)}:{new string('2', 40)}");
        var resolution = await Resolver().ResolveAsync(id.Did.ToString(), new DidResolutionOptions(), default);
        Assert.Equal(id.Did.ToString(), (string?)resolution.Document!["id"]);
    }

    private static DidEvent Watch(DidEvent read, List<WeakReference> seen)
    {
        seen.Add(new WeakReference(read));
        return read;
    }

    private string Registry => devnet.Connection.Deployment.Contracts.DidRegistry;

    private DidResolver Resolver() => new(devnet.Index, devnet.Connection, TimeProvider.System);
}
