using System.Numerics;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Sending.Nethereum.Tests.Contracts;

/// <summary>Filters and logs without a node.</summary>
public sealed class EventTests
{
    private const string Signature = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
    private const string Alice = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    private const string AliceTopic = "0x0000000000000000000000005aaeb6053f3e94c9b9a09f33669435e7ef1beaed";
    private const string Five = "0x0000000000000000000000000000000000000000000000000000000000000005";
    private const string Contract = "0x00000000000000000000000000000000000000Aa";

    private readonly Event<TransferEvent> _transfers = new(null, Contract);

    [Fact]
    public void FiltersNameContractBlocksAndTopics()
    {
        var (from, to) = (new BlockParameter(1), new BlockParameter(2));
        var all = _transfers.CreateFilterInput(from, to);
        Assert.Equal((from, to, Contract), (all.FromBlock, all.ToBlock, all.Address.Single()));
        Assert.Equal(Signature, Assert.Single(all.Topics));
        Assert.Null(new Event<TransferEvent>((IClient)null!).CreateFilterInput().Address);
        Assert.Null(new Event<TransferEvent>((IClient)null!).CreateFilterInput().FromBlock);
    }

    [Fact]
    public void FiltersNameTheValuesAskedFor()
    {
        AssertTopics(_transfers.CreateFilterInput(Alice), [AliceTopic]);
        AssertTopics(_transfers.CreateFilterInput<string, string>(null!, Alice), null, [AliceTopic]);
        AssertTopics(_transfers.CreateFilterInput(Alice, Alice), [AliceTopic], [AliceTopic]);
        AssertTopics(_transfers.CreateFilterInput([Alice, Contract.ToLowerInvariant()]), [AliceTopic, "0x00000000000000000000000000000000000000000000000000000000000000aa"]);
        AssertTopics(_transfers.CreateFilterInput(new[] { Alice }, Array.Empty<string>()), [AliceTopic]);
        AssertTopics(_transfers.CreateFilterInput(null!, new object[] { Alice }), null, [AliceTopic]);
        Assert.Throws<ArgumentException>(() => _transfers.CreateFilterInput(Alice, Alice, Alice));
    }

    [Fact]
    public void FiltersOfOtherEventsAreTold()
    {
        var abi = Event<TransferEvent>.GetEventABI();
        Assert.True(abi.IsFilterInputForEvent(Contract, abi.CreateFilterInput(Contract.ToLowerInvariant())));
        Assert.False(abi.IsFilterInputForEvent(Contract, abi.CreateFilterInput(Alice)));
        Assert.True(abi.IsFilterInputForEvent(null, abi.CreateFilterInput([Alice, Contract])));
        Assert.False(abi.IsFilterInputForEvent(Contract, new NewFilterInput { Topics = [Five] }));
        Assert.True(abi.IsFilterInputForEvent(Contract, new NewFilterInput { Topics = [new object[] { Five, Signature }] }));
    }

    [Fact]
    public void LogsOfOtherEventsAreLeftOut()
    {
        var mine = Log(3, 1, Signature, AliceTopic, AliceTopic);
        var events = _transfers.DecodeAllEventsForEvent([Log(1, 1, Five), mine, Log(1, 1)]);
        Assert.Equal((Alice, Alice, 5), (events.Single().Event.From, events.Single().Event.To, events.Single().Event.Value));
        Assert.Same(mine, events.Single().Log);
        Assert.Null(Event<TransferEvent>.DecodeEvent(Log(1, 1, Five)));
        Assert.True(_transfers.IsLogForEvent(mine));

        // The same signature with another number of indexed parameters is another event: ERC-721's.
        var nft = Log(1, 1, Signature, AliceTopic, AliceTopic, Five);
        Assert.False(_transfers.EventABI.HasSameNumberOfIndexes(nft));
        Assert.Throws<FormatException>(() => _transfers.DecodeAllEventsForEvent([nft]));
    }

    [Fact]
    public void LogsDecodeWithoutAClass()
    {
        var decoded = Event<TransferEvent>.GetEventABI().DecodeEventDefaultTopics(Log(1, 1, Signature, AliceTopic, AliceTopic));
        Assert.Equal(["from", "to", "value"], decoded.Event.Select(output => output.Parameter.Name));
        Assert.Equal([Alice, Alice, new BigInteger(5)], decoded.Event.Select(output => output.Result));
    }

    [Fact]
    public void LogsAreSortedAsOnTheChain()
    {
        var logs = new[] { Log(2, 0), Log(1, 10), Log(1, 9) };
        Assert.Equal([logs[2], logs[1], logs[0]], logs.SortLogs());
        Assert.Equal((Signature, Five, null), (Log(1, 1, Signature, Five).EventSignature(), Log(1, 1, Signature, Five).IndexedVal1(), Log(1, 1, Signature, Five).IndexedVal2()));
    }

    private static void AssertTopics(NewFilterInput filter, params string[]?[] expected)
    {
        Assert.Equal(Signature, filter.Topics[0]);
        Assert.Equal(expected.Length, filter.Topics.Length - 1);
        Assert.All(expected.Zip(filter.Topics.Skip(1)), pair => Assert.Equal(pair.First, (pair.Second as object[])?.Cast<string>()));
    }

    private static FilterLog Log(int block, int index, params object[] topics) =>
        new() { Address = Contract, BlockNumber = new HexBigInteger(block), LogIndex = new HexBigInteger(index), Topics = topics, Data = Five };

    [Event("Transfer")]
    public class TransferEvent : IEventDTO
    {
        [Parameter("address", "from", 1, true)]
        public string From { get; set; } = "";

        [Parameter("address", "to", 2, true)]
        public string To { get; set; } = "";

        [Parameter("uint256", "value", 3, false)]
        public BigInteger Value { get; set; }
    }
}
