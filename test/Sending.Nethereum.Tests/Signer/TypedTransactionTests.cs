using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Model;
using Nethereum.Signer;
using Nethereum.Util;
using Sending.Nethereum.Tests.Support;
using Sending.Testing;

namespace Sending.Nethereum.Tests.Signer;

public sealed class TypedTransactionTests
{
    [Fact]
    public async Task EthersTransactions()
    {
        var cases = await TestCases.LoadAsync("typed-transactions");
        var types = new Dictionary<TransactionType, int>();
        foreach (var testCase in cases)
        {
            var transaction = Create(testCase.GetProperty("tx"));
            Assert.Equal(testCase.Text("unsigned"), transaction.GetRLPEncodedRaw().ToHex(prefix: true));

            var key = new EthECKey(testCase.Text("key"));
            transaction.SetSignature(key.SignAndCalculateYParityV(transaction.RawHash));
            Assert.Equal(testCase.Text("signed"), transaction.GetRLPEncoded().ToHex(prefix: true));

            var read = TransactionFactory.CreateTransaction(testCase.Text("signed"));
            Assert.Equal(testCase.Text("signed"), read.GetRLPEncoded().ToHex(prefix: true));
            Assert.Equal(testCase.Text("unsigned"), read.GetRLPEncodedRaw().ToHex(prefix: true));
            Assert.Equal(testCase.Text("unsigned"), TransactionFactory.CreateTransaction(testCase.Text("unsigned")).GetRLPEncodedRaw().ToHex(prefix: true));
            Assert.True(testCase.Text("address")!.IsTheSameAddress(read.GetSenderAddress()));
            types[read.TransactionType] = types.GetValueOrDefault(read.TransactionType) + 1;
        }

        Assert.Equal((1024, 768), (types[TransactionType.EIP1559], types[TransactionType.LegacyEIP2930]));
    }

    [Fact]
    public async Task AccessListTransactionsLikeViem()
    {
        var random = new Seeded();
        var inputs = Enumerable.Range(0, TestScale.Of(600)).Select(_ => new
        {
            type = "eip2930",
            key = random.Hex(32),
            chainId = Text(random.Number(40) + 1),
            nonce = Text(random.Number(50)),
            gasPrice = Text(random.Number(256)),
            gas = Text(random.Number(60)),
            to = random.Below(5) == 0 ? null : random.Hex(20),
            value = Text(random.Number(256)),
            data = random.Hex(random.Below(200)),
            accessList = RandomAccessList(random),
        }).ToList();
        var expected = await Viem.AskAsync("transaction", inputs);
        random.AssertSame(inputs, expected, item =>
        {
            var transaction = TransactionFactory.Create2930Transaction(
                Number(item.chainId), Number(item.nonce), Number(item.gasPrice), Number(item.gas), item.to, Number(item.value), item.data, ToItems(item.accessList), null, null, null);
            transaction.SetSignature(new EthECKey(item.key).SignAndCalculateYParityV(transaction.RawHash));
            return transaction.GetRLPEncoded().ToHex(prefix: true);
        });
        Assert.All(inputs.Zip(expected), pair => Assert.Equal(
            EthECKey.GetPublicAddress(pair.First.key), TransactionVerificationAndRecovery.GetSenderAddress(pair.Second)));
    }

    [Fact]
    public async Task LikeViem()
    {
        var random = new Seeded();
        var inputs = Enumerable.Range(0, TestScale.Of(600)).Select(_ =>
        {
            var tip = random.Number(255);
            return new
            {
                type = "eip1559",
                key = random.Hex(32),
                chainId = (random.Number(40) + 1).ToString(CultureInfo.InvariantCulture),
                nonce = random.Number(50).ToString(CultureInfo.InvariantCulture),
                maxPriorityFeePerGas = tip.ToString(CultureInfo.InvariantCulture),
                maxFeePerGas = (tip + random.Number(200)).ToString(CultureInfo.InvariantCulture),
                gas = random.Number(60).ToString(CultureInfo.InvariantCulture),
                to = random.Below(5) == 0 ? null : random.Hex(20),
                value = random.Number(256).ToString(CultureInfo.InvariantCulture),
                data = random.Hex(random.Below(200)),
                accessList = RandomAccessList(random),
            };
        }).ToList();
        var expected = await Viem.AskAsync("transaction", inputs);
        random.AssertSame(inputs, expected, item => "0x" + new Transaction1559Signer().SignTransaction(item.key, new Transaction1559(
            Number(item.chainId), Number(item.nonce), Number(item.maxPriorityFeePerGas), Number(item.maxFeePerGas), Number(item.gas), item.to, Number(item.value), item.data,
            ToItems(item.accessList))));
        Assert.All(inputs.Zip(expected), pair =>
        {
            var read = Assert.IsType<Transaction1559>(TransactionFactory.CreateTransaction(pair.Second));
            Assert.Equal(Number(pair.First.value), (BigInteger)read.Amount!.Value);
            Assert.Equal(Number(pair.First.maxFeePerGas), (BigInteger)read.MaxFeePerGas!.Value);
            Assert.Equal(pair.First.data, read.Data ?? "0x");
            Assert.Equal(pair.First.to, read.ReceiverAddress?.ToLowerInvariant());
            Assert.Equal(pair.First.accessList.Count, read.AccessList.Count);
            Assert.Equal(EthECKey.GetPublicAddress(pair.First.key), read.GetSenderAddress());
            Assert.True(read.VerifyTransaction());
        });
    }

    [Fact]
    public void ASignatureCanBeGivenFromTheStart()
    {
        var key = EthECKey.GenerateKey();
        var unsigned = new Transaction1559(31337, 0, 1, 2, 21000, AddressUtil.ZERO_ADDRESS, 5, null, null);
        var signature = key.SignAndCalculateYParityV(unsigned.RawHash);
        var signed = new Transaction1559(31337, (EvmUInt256)0, 1, 2, 21000, AddressUtil.ZERO_ADDRESS, 5, null, null, new Signature(signature.R, signature.S, signature.V));
        Assert.Equal(key.GetPublicAddress(), signed.GetSenderAddress());
        Assert.Equal(new Transaction1559Signer().SignTransaction(key, unsigned), signed.GetRLPEncoded().ToHex());
    }

    [Fact]
    public void UnsignedTransactionsCannotBeSent()
    {
        var transaction = new Transaction1559(31337, 0, 1, 2, 21000, null, 5, null, null);
        Assert.ThrowsAny<Exception>(transaction.GetRLPEncoded);
        Assert.ThrowsAny<Exception>(() => transaction.GetSenderAddress());
    }

    [Fact]
    public void ASignatureForALegacyTransactionIsRefused()
    {
        var transaction = new Transaction1559(31337, 0, 1, 2, 21000, null, 5, null, null);
        Assert.Throws<ArgumentException>(() => transaction.SetSignature(EthECKey.GenerateKey().SignAndCalculateV(transaction.RawHash)));
    }

    [Theory]
    [InlineData("0x02")]
    [InlineData("0x02c0")]
    [InlineData("0x02c3808080")]
    [InlineData("0x03c0")]
    [InlineData("0x00c0")]
    [InlineData("0x02c9808080808080808080")]
    [InlineData("0x02cb80808080808080c2c180c0")]
    public void MalformedTransactionsAreRefused(string rlp) => Assert.Throws<FormatException>(() => TransactionFactory.CreateTransaction(rlp));

    [Fact]
    public void AShortStorageSlotIsRefused() => Assert.ThrowsAny<Exception>(() =>
        new Transaction1559(1, 0, 1, 2, 21000, null, 5, null, [new AccessListItem(AddressUtil.ZERO_ADDRESS, [new byte[31]])]).GetRLPEncodedRaw());

    private static ISignedTransaction Create(JsonElement fields)
    {
        var accessList = fields.TryGetProperty("accessList", out var list) ? ReadAccessList(list) : null;
        EvmUInt256? Field(string name) => fields.Text(name) is { } text ? Number(text) : null;
        return fields.GetProperty("type").GetInt32() == 2
            ? TransactionFactory.Create1559Transaction(
                Field("chainId"), Field("nonce"), Field("maxPriorityFeePerGas"), Field("maxFeePerGas"), Field("gasLimit"),
                fields.Text("to"), Field("value"), fields.Text("data"), accessList, null, null, null)
            : TransactionFactory.Create2930Transaction(
                Field("chainId"), Field("nonce"), Field("gasPrice"), Field("gasLimit"),
                fields.Text("to"), Field("value"), fields.Text("data"), accessList, null, null, null);
    }

    private static List<AccessListItem> ReadAccessList(JsonElement list) => [.. list.EnumerateArray().Select(item =>
        new AccessListItem(item.Text("address"), [.. item.GetProperty("storageKeys").EnumerateArray().Select(slot => slot.GetString().HexToByteArray())]))];

    private static List<Slots> RandomAccessList(Seeded random) =>
        [.. Enumerable.Range(0, random.Below(4)).Select(_ => new Slots(random.Hex(20), [.. Enumerable.Range(0, random.Below(4)).Select(_ => random.Hex(32))]))];

    private static List<AccessListItem> ToItems(List<Slots> list) =>
        [.. list.Select(entry => new AccessListItem(entry.Address, [.. entry.StorageKeys.Select(slot => slot.HexToByteArray())]))];

    private static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    private static BigInteger Number(string text) => text.HasHexPrefix()
        ? text.HexToBigInteger(isHexLittleEndian: false)
        : BigInteger.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Slots(string Address, string[] StorageKeys);
}
