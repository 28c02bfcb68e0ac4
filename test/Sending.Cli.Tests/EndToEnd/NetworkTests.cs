using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>Several RPC endpoints.</summary>
public class NetworkTests(CliDevnet devnet) : DevnetTest(devnet)
{
    [Fact]
    public async Task EachEndpointIsShownWithItsState()
    {
        await using var other = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);
        await using var good = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);
        other.ChainId = 5;

        var data = (await RunAsync($"network status --json --rpc-url {other.Url} --rpc-url {good.Url}")).Data;

        var endpoints = data.GetProperty("endpoints").EnumerateArray().ToList();
        Assert.Equal([other.Url.ToString(), good.Url.ToString()], endpoints.Select(endpoint => endpoint.GetProperty("url").GetString()));
        Assert.Equal(["wrong-chain", "healthy"], endpoints.Select(endpoint => endpoint.GetProperty("state").GetString()));
        Assert.Equal("is of chain 5", endpoints[0].GetProperty("problem").GetString());
        Assert.True(endpoints[1].GetProperty("head").GetInt64() > 0);
        Assert.True(endpoints[1].GetProperty("latencyMs").GetInt64() > 0);
    }

    [Fact]
    public async Task ACommandGoesOnWithTheNextEndpoint()
    {
        await using var bad = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);
        await using var good = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);
        bad.On().Always(Fault.BadGateway);
        Devnet.Cli.Variables["SENDING_RPC_URL"] = $"{bad.Url},{good.Url}";

        await RunAsync("stake 25000 --role edge");

        Assert.Equal(1, good.Count("eth_sendRawTransaction"));
        Assert.Equal(0, bad.Count("eth_sendRawTransaction"));
    }

    [Fact]
    public async Task KeysInUrlsAreNotShown()
    {
        var shown = await RunAsync("config show --rpc-url https://a.example/v3/secret,https://me:secret@b.example");
        Assert.Contains("https://a.example/***, https://***@b.example/", shown.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", shown.Out, StringComparison.Ordinal);

        var refused = await Devnet.Cli.RunAsync("node list --rpc-url http://nowhere.invalid/v3/secret?key=secret");
        Assert.Equal(5, refused.ExitCode);
        Assert.Contains("The node at http://nowhere.invalid/*** cannot be reached", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Error, StringComparison.Ordinal);
    }
}
