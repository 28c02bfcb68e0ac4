using System.Text.Json.Nodes;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Testing;

namespace Sending.Chain.Tests.Deployments;

public sealed class DeploymentFileTests : IDisposable
{
    internal const string Valid = """
        {
          "network": "devnet", "chainId": 31337, "rpcUrl": "http://127.0.0.1:8545", "deployBlock": 3,
          "contracts": {
            "SendToken": "0x5fbdb2315678afecb367f032d93f642f64180aa3",
            "AccessManager": "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
            "ProtocolConfig": "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0",
            "NodeStaking": "0xCf7Ed3AccA5a467e9e704C703E8D87F634fB0Fc9",
            "DidRegistry": "0xDc64a140Aa3E981100a9becA4E685f962f0cF6C9",
            "RelayCredit": "0x2279B7A0a67DB372996a5FaB50D91eAA73d2eBe6",
            "WorkProofs": "0xA51c1fc2f0D1a1b8494Ed1FE312d7C3a78Ed91C0",
            "RewardPool": "0x959922bE3CAee4b8Cd9a407cc3ac1C251C2007B1",
            "SendGovernor": "0x8A791620dd6260079BF849Dc5567aDC3F2FdC318"
          }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_everything_and_writes_addresses_with_checksum()
    {
        var deployment = DeploymentFile.Parse(Valid, "devnet.json");
        Assert.Equal(("devnet", 31337L, 3L), (deployment.Network, deployment.ChainId, deployment.DeployBlock));
        Assert.Equal(new Uri("http://127.0.0.1:8545"), deployment.RpcUrl);
        Assert.Equal("0x5FbDB2315678afecb367f032d93F642f64180aa3", deployment.Contracts.SendToken);
        Assert.Equal(9, deployment.Contracts.All.Select(contract => contract.Address).Distinct().Count());
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("", "not valid JSON")]
    [InlineData("[]", "does not hold a JSON object")]
    [InlineData("""{"contracts":{},"network":"\ud800"}""", "not Unicode")]
    public void Refuses_other_text(string json, string why)
        => Assert.Contains(why, Refusal(json).Message);

    [Theory]
    [InlineData("network")]
    [InlineData("chainId")]
    [InlineData("rpcUrl")]
    [InlineData("deployBlock")]
    [InlineData("contracts")]
    [InlineData("contracts.SendToken")]
    [InlineData("contracts.NodeStaking")]
    [InlineData("contracts.SendGovernor")]
    public void Names_the_member_that_is_missing(string path)
    {
        var json = JsonNode.Parse(Valid)!;
        var parts = path.Split('.');
        (parts.Length == 1 ? json : json[parts[0]]!).AsObject().Remove(parts[^1]);
        Assert.Contains($"lacks \"{path}\"", Refusal(json.ToJsonString()).Message);
    }

    [Theory]
    [InlineData("network", "\"\"")]
    [InlineData("chainId", "\"31337\"")]
    [InlineData("chainId", "0")]
    [InlineData("chainId", "1.5")]
    [InlineData("rpcUrl", "\"localhost\"")]
    [InlineData("rpcUrl", "\"ftp://127.0.0.1\"")]
    [InlineData("deployBlock", "-1")]
    [InlineData("contracts", "7")]
    [InlineData("contracts.SendToken", "\"0x5fbdb2315678afecb367f032d93f642f64180aa\"")]
    [InlineData("contracts.SendToken", "\"0x0000000000000000000000000000000000000000\"")]
    [InlineData("contracts.SendToken", "\"0x5fbDB2315678afecb367f032d93F642f64180aa3\"")]
    [InlineData("contracts.SendToken", "null")]
    public void Names_the_member_that_is_wrong(string path, string value)
    {
        var json = JsonNode.Parse(Valid)!;
        var parts = path.Split('.');
        (parts.Length == 1 ? json : json[parts[0]]!)[parts[^1]] = JsonNode.Parse(value);
        Assert.Contains($"\"{path}\"", Refusal(json.ToJsonString()).Message);
    }

    [Fact]
    public async Task A_missing_file_says_how_to_get_one()
    {
        var error = await Assert.ThrowsAsync<SendingException>(() => DeploymentFile.ReadAsync(_folder.File("none.json"), default));
        Assert.Equal(ErrorCode.DeploymentNotFound, error.Code);
        Assert.Contains("devnet up", error.Message);
    }

    [Fact]
    public async Task A_catalog_finds_the_devnet_and_committed_networks()
    {
        Directory.CreateDirectory(_folder.File("deployments"));
        await File.WriteAllTextAsync(_folder.File("deployments", "sepolia.json"), Valid.Replace("devnet", "sepolia"));
        await File.WriteAllTextAsync(_folder.File("devnet.json"), Valid);
        var catalog = new NetworkCatalog(_folder.File("deployments"), _folder.File("devnet.json"));

        Assert.Equal(["devnet", "sepolia"], catalog.Names);
        Assert.Equal("sepolia", (await catalog.ReadAsync("sepolia", default)).Network);
        Assert.Equal("devnet", (await catalog.ReadAsync("devnet", default)).Network);
        var unknown = await Assert.ThrowsAsync<SendingException>(() => catalog.ReadAsync("mainnet", default));
        Assert.Equal(ErrorCode.DeploymentNotFound, unknown.Code);
        Assert.Contains("devnet, sepolia", unknown.Message);
        var path = await Assert.ThrowsAsync<SendingException>(() => catalog.ReadAsync("../secret", default));
        Assert.Equal(ErrorCode.InvalidInput, path.Code);
    }

    private static SendingException Refusal(string json)
    {
        var error = Assert.Throws<SendingException>(() => DeploymentFile.Parse(json, "devnet.json"));
        Assert.Equal(ErrorCode.DeploymentInvalid, error.Code);
        Assert.Contains("devnet.json", error.Message);
        return error;
    }
}
