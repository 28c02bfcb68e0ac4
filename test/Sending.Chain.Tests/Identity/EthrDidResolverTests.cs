using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Identity;
using Sending.Testing;

namespace Sending.Chain.Tests.Identity;

/// <summary>Independent clients on our registry: npm <c>ethr-did</c> writes, npm <c>ethr-did-resolver</c> reads, and ours reads the same.</summary>
public sealed class EthrDidResolverTests(DevnetFixture devnet) : IClassFixture<DevnetFixture>
{
    private const int Identities = 200;
    private const int Clients = 4;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Documents_and_metadata_of_random_histories_are_those_of_ethr_did_resolver_now_and_as_of_any_block()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var theirs = await NodeTools.RunAsync<Answer[]>("did-histories.mjs", new
        {
            rpcUrl = devnet.State.RpcUrl,
            registry = devnet.Connection.Deployment.Contracts.DidRegistry,
            seed,
            identities = Identities,
            clients = Clients,
        });
        Assert.Equal(Identities, theirs.Select(answer => answer.Did).Distinct().Count());
        var resolver = new DidResolver(devnet.Index, devnet.Connection, TimeProvider.System) { MaxAge = TimeSpan.FromMinutes(1) };
        foreach (var answer in theirs)
        {
            var options = new DidResolutionOptions { VersionId = answer.Version?.ToString() };
            var ours = await resolver.ResolveAsync(answer.Did, options, default);
            var which = $"(seed {seed}, {answer.Did}, version {answer.Version?.ToString() ?? "none"})\n";
            Assert.Equal(which + Normal(answer.Document), which + ours.Document?.ToJsonString(Plain));
            Assert.Equal(which + Normal(answer.Metadata), which + ours.DocumentMetadata.ToJson().ToJsonString(Plain));
        }

        Assert.Contains(theirs, answer => answer.Document.Contains("keyAgreement", StringComparison.Ordinal));
        Assert.Contains(theirs, answer => answer.Document.Contains("controllerKey", StringComparison.Ordinal));
        Assert.Contains(theirs, answer => answer.Metadata.Contains("deactivated", StringComparison.Ordinal));
        Assert.Contains(theirs, answer => answer.Metadata.Contains("nextVersionId", StringComparison.Ordinal));
    }

    /// <summary>The same text with this side's way to escape; order and numbers stay as they are.</summary>
    private static string Normal(string json) => JsonNode.Parse(json)!.ToJsonString(Plain);

    private sealed record Answer(string Did, long? Version, string Document, string Metadata);
}
