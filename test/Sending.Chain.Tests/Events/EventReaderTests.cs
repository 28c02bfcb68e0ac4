using System.Globalization;
using System.Text.Json.Nodes;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Rpc;
using Sending.Testing;

namespace Sending.Chain.Tests.Events;

[Collection(DevnetCollection.Name)]
public class EventReaderTests(DevnetFixture devnet)
{
    private const int Payments = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5_000)]
    public async Task Lists_all_in_order_whatever_the_size_of_a_page(int blocks)
    {
        var recipient = await PayAsync();
        var found = await ListAsync(new EventReader(devnet.Connection, blocks), recipient);
        Assert.Equal(Enumerable.Range(1, Payments), found);
    }

    [Fact]
    public async Task Halves_a_range_that_the_provider_refuses()
    {
        var recipient = await PayAsync();
        await using var rpc = FaultyRpc.InFrontOf(devnet.State.RpcUrl!);
        rpc.On("eth_getLogs").When(filter => Range(filter) > 4).Always(Fault.Refuse(-32005, "query returned more than 10000 results"));
        using var connection = await ChainConnection.OpenAsync(devnet.Connection.Deployment, rpc.Url, null, default);
        Assert.Equal(Enumerable.Range(1, Payments), await ListAsync(new EventReader(connection), recipient));
        var ranges = rpc.Calls.Where(call => call.Method == "eth_getLogs").Select(call => Range(call.Params)).ToList();
        Assert.Contains(ranges, range => range > 4);
        Assert.Contains(ranges, range => range is > 1 and <= 4);
    }

    [Fact]
    public async Task A_provider_that_refuses_a_single_block_is_quoted()
    {
        await using var rpc = FaultyRpc.InFrontOf(devnet.State.RpcUrl!);
        rpc.On("eth_getLogs").Always(Fault.Refuse(-32601, "no logs here"));
        using var connection = await ChainConnection.OpenAsync(devnet.Connection.Deployment, rpc.Url, null, default);
        var error = await Assert.ThrowsAsync<SendingException>(() => ListAsync(new EventReader(connection), devnet.Address("alice")));
        Assert.Equal(ErrorCode.NodeRefused, error.Code);
        Assert.Contains("no logs here", error.Message);
    }

    [Fact]
    public async Task Listing_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in devnet.Events.ReadAsync<TransferEventDTO>(devnet.Connection.Deployment.Contracts.SendToken, [], cancel.Token))
            {
            }
        });
    }

    [Fact]
    public void Topics_are_32_bytes()
    {
        Assert.Equal("0x000000000000000000000000f39fd6e51aad88f6f4ce6ab8827279cfffb92266", EventTopic.Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"));
        Assert.Equal("0x" + new string('0', 64), EventTopic.Number(0));
        Assert.Equal("0x" + new string('0', 61) + "fff", EventTopic.Number(4095));
        Assert.Equal("0x" + new string('f', 64), EventTopic.Number(System.Numerics.BigInteger.Pow(2, 256) - 1));
    }

    private static long Range(JsonNode filter) => Block(filter, "toBlock") - Block(filter, "fromBlock") + 1;

    private static long Block(JsonNode filter, string name)
        => long.Parse(((string)filter[0]![name]!)[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private async Task<string> PayAsync()
    {
        var recipient = Nethereum.Signer.EthECKey.GenerateKey().GetPublicAddress();
        for (var amount = 1; amount <= Payments; amount++)
        {
            await devnet.Devnet.FundAsync(recipient, amount, 0, default);
            await devnet.MineAsync();
        }

        return recipient;
    }

    private async Task<List<int>> ListAsync(EventReader reader, string recipient)
    {
        var found = new List<int>();
        await foreach (var paid in reader.ReadAsync<TransferEventDTO>(
            devnet.Connection.Deployment.Contracts.SendToken,
            [null, EventTopic.Address(recipient)],
            default))
        {
            found.Add((int)paid.Event.Value);
        }

        return found;
    }
}
