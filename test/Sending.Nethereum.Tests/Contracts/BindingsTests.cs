using System.Numerics;
using Bindings.Probe;
using Bindings.Probe.ContractDefinition;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;
using Nethereum.Web3;
using Sending.Nethereum.Tests.JsonRpc;

namespace Sending.Nethereum.Tests.Contracts;

/// <summary>Generated bindings against a real contract: deployment, calls, transactions and events.</summary>
[Collection(TimeoutCollection.Name)]
public sealed class BindingsTests(ProbeFixture fixture) : IClassFixture<ProbeFixture>
{
    private readonly ProbeService _probe = fixture.Probe;

    [Fact]
    public async Task TheConstructorGotItsArguments()
    {
        var address = fixture.Node.Account().Address;
        var main = await _probe.LeafOfQueryAsync(address, 7);
        Assert.Equal((7UL, "main"), (main.Id, main.Label));
        Assert.True(AddressUtil.Current.IsValidEthereumAddressHexFormat(_probe.ContractAddress));
    }

    [Fact]
    public async Task StructsComeBackAsTheyWent()
    {
        var branch = fixture.Branch(ProbeFixture.Leaf(1, "one"), ProbeFixture.Leaf(2, "zwei 中 🙂"));
        AssertSame(branch, (await _probe.EchoQueryAsync(branch)).ReturnValue1);

        var many = await _probe.EchoManyQueryAsync([branch, fixture.Branch()], [1, 2, 3]);
        Assert.Equal(2, many.All.Count);
        AssertSame(branch, many.All[0]);
        AssertSame(fixture.Branch(), many.All[1]);
        Assert.Equal("010203", many.RawOut.ToHex());
        Assert.Equal(2, many.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NumbersAtTheirBoundsComeBack(bool highest)
    {
        var one = BigInteger.One;
        var sent = highest
            ? new NumbersFunction
            {
                A = byte.MaxValue, B = ushort.MaxValue, C = uint.MaxValue, D = ulong.MaxValue, E = (one << 128) - 1, F = sbyte.MaxValue, G = short.MaxValue,
                H = int.MaxValue, I = long.MaxValue, J = (one << 255) - 1, K = (1u << 24) - 1, L = (1L << 39) - 1, M = [(one << 256) - 1, 0, 1], N = [255, 255, 255],
            }
            : new NumbersFunction { F = sbyte.MinValue, G = short.MinValue, H = int.MinValue, I = long.MinValue, J = -(one << 255), L = -(1L << 39), M = [0, 0, 0], N = [0, 0, 0] };

        var got = await _probe.NumbersQueryAsync(sent);

        Assert.Equal((sent.A, sent.B, sent.C, sent.D, sent.E, sent.F, sent.G), (got.ReturnValue1, got.ReturnValue2, got.ReturnValue3, got.ReturnValue4, got.ReturnValue5, got.ReturnValue6, got.ReturnValue7));
        Assert.Equal((sent.H, sent.I, sent.J, sent.K, sent.L), (got.ReturnValue8, got.ReturnValue9, got.ReturnValue10, got.ReturnValue11, got.ReturnValue12));
        Assert.Equal(sent.M, got.ReturnValue13);
        Assert.Equal(sent.N, got.ReturnValue14);
    }

    [Fact]
    public async Task ListsComeBack()
    {
        Assert.Equal([0, 0, 0], await _probe.ZerosQueryAsync(3));
        Assert.Empty(await _probe.ZerosQueryAsync(0));
        var words = await _probe.WordsQueryAsync();
        Assert.Equal(["", "hellö"], words.Text);
        Assert.Equal("c0ffee", words.Raw.Single().ToHex());
        Assert.Equal(1, words.Hashes.Single()[31]);
    }

    [Fact]
    public async Task QueriesAreFromTheAccountUnlessTheMessageSays()
    {
        Assert.Equal(fixture.Node.Account().Address, await _probe.CallerQueryAsync());
        const string Other = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        Assert.Equal(Other, await _probe.CallerQueryAsync(new CallerFunction { FromAddress = Other }));
    }

    [Fact]
    public async Task AnAddressWithoutCodeGivesDefaults()
    {
        var nobody = new ProbeService(fixture.Web3, "0x00000000000000000000000000000000000000AA");
        Assert.Equal(0, await nobody.LastQueryAsync());
        Assert.Null(await nobody.CallerQueryAsync());
        Assert.Null(await nobody.WordsQueryAsync());
        Assert.Equal("0x", await fixture.Web3.Eth.GetCode.SendRequestAsync(nobody.ContractAddress));
    }

    [Fact]
    public async Task EventsDecodeFromReceiptsAndByFilters()
    {
        var leaf = ProbeFixture.Leaf(42, "oak");
        var receipt = await _probe.PlantRequestAndWaitForReceiptAsync(new PlantFunction { Leaf = leaf, AmountToSend = 5 });
        Assert.True(receipt.Succeeded());
        var hash = Sha3Keccack.Current.CalculateHash("oak");

        var planted = receipt.DecodeAllEvents<PlantedEventDTO>().Single();
        Assert.Equal(fixture.Node.Account().Address, planted.Event.Owner);
        Assert.Equal("0x" + hash, planted.Event.Label);
        Assert.Equal(hash, planted.Event.Raw.ToHex());
        Assert.Equal((42UL, "oak"), (planted.Event.Leaf.Id, planted.Event.Leaf.Label));
        Assert.Equal(receipt.TransactionHash, planted.Log.TransactionHash);

        var grown = receipt.Logs.DecodeAllEvents<GrownEventDTO>().Single().Event;
        Assert.Equal((2, "12345678"), (grown.Kind, grown.Selector.ToHex()));
        Assert.Null(grown.Leaf);
        Assert.Null(grown.Sizes);

        var many = _probe.ContractHandler.GetEvent<ManyEventDTO>();
        var block = new BlockParameter(receipt.BlockNumber);
        var found = (await many.GetAllChangesAsync(many.CreateFilterInput(new BigInteger(-5), block, block))).Single();
        Assert.Equal((new BigInteger(-5), 9, true), (found.Event.A, found.Event.B[31], found.Event.C));
        Assert.Equal([fixture.Node.Account().Address], found.Event.List);
        Assert.Empty(await many.GetAllChangesAsync(many.CreateFilterInput(new BigInteger(-6), block, block)));
        Assert.Single(await many.GetAllChangesAsync(many.CreateFilterInput([new BigInteger(-6), new BigInteger(-5)], block, block)));
        Assert.Single(await many.GetAllChangesAsync(many.CreateFilterInput<object, object, bool>(null!, null!, true, block, block)));

        var byLabel = fixture.Web3.Eth.GetEvent<PlantedEventDTO>();
        Assert.Single(await byLabel.GetAllChangesAsync(byLabel.CreateFilterInput<string, string>(null!, "oak", block, block)));
        var byStruct = fixture.Web3.Eth.GetEvent<GrownEventDTO>(_probe.ContractAddress);
        Assert.Single(await byStruct.GetAllChangesAsync(byStruct.CreateFilterInput([leaf], [new List<BigInteger> { 7, 0 }], block, block)));
        await Assert.ThrowsAsync<FilterInputNotForEventException>(() => many.GetAllChangesAsync(byLabel.CreateFilterInput()));
        Assert.Equal(5, (await fixture.Web3.Eth.GetBalance.SendRequestAsync(_probe.ContractAddress, block)).Value);
    }

    [Fact]
    public async Task TransactionsDecodeToMessages()
    {
        var hash = await _probe.SetRequestAsync(5, "five");
        await fixture.Web3.TransactionReceiptPolling.PollForReceiptAsync(hash);
        var transaction = await fixture.Web3.Eth.Transactions.GetTransactionByHash.SendRequestAsync(hash);
        Assert.True(transaction.IsTransactionForFunctionMessage<Set1Function>());
        Assert.False(transaction.IsTransactionForFunctionMessage<SetFunction>());
        var message = transaction.DecodeTransactionToFunctionMessage<Set1Function>();
        Assert.Equal((5, "five"), (message.A, message.ReturnValue2));
        Assert.Equal(2, (int)transaction.Type.Value);
        Assert.True(transaction.IsFrom(fixture.Node.Account().Address) && transaction.IsTo(_probe.ContractAddress));
    }

    [Fact]
    public async Task TheServiceKnowsItsSignatures()
    {
        Assert.Contains("a9059cbb", _probe.GetAllFunctionSignatures());
        Assert.Contains("ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef", _probe.GetAllEventsSignatures());
        Assert.Equal(3, _probe.GetAllErrorABIs().Count);
        Assert.Equal("transfer(address,uint256)", _probe.GetAllFunctionABIs().Single(function => function.Name == "transfer").Signature);
        var raw = await _probe.ContractHandler.QueryRawAsync<CallerFunction>();
        Assert.Equal(fixture.Node.Account().Address, ("0x" + raw[12..].ToHex()).ConvertToEthereumChecksumAddress());
    }

    private static void AssertSame(Branch expected, Branch actual)
    {
        Assert.Equal((expected.Owner, expected.Kind), (actual.Owner, actual.Kind));
        Assert.Equal(expected.Grid, actual.Grid);
        Assert.Equal(expected.Leaves.Append(expected.Main).Select(Text), actual.Leaves.Append(actual.Main).Select(Text));
        static string Text(Leaf leaf) => $"{leaf.Id} {leaf.Label} {string.Join(' ', leaf.Keys.Select(key => key.ToHex()))}";
    }
}
