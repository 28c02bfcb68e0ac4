using System.Numerics;
using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Model;
using Nethereum.Signer;
using Nethereum.Util;
using Sending.Nethereum.Tests.Support;
using Sending.Testing;

namespace Sending.Nethereum.Tests.Signer;

public sealed class LegacyTransactionTests
{
    private const string Eip155Signed =
        "0xf86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a76400008025a028ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276a067cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83";

    /// <summary>The example of EIP-155.</summary>
    [Fact]
    public void Eip155()
    {
        var key = new EthECKey("0x4646464646464646464646464646464646464646464646464646464646464646");
        var signed = new LegacyTransactionSigner().SignTransaction(
            key.GetPrivateKey(), 1, "0x3535353535353535353535353535353535353535", BigInteger.Pow(10, 18), 9, 20 * BigInteger.Pow(10, 9), 21000);
        Assert.Equal(Eip155Signed, "0x" + signed);
        var transaction = TransactionFactory.CreateTransaction(signed);
        Assert.Equal(
            "ec098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a764000080018080", transaction.GetRLPEncodedRaw().ToHex());
        Assert.Equal("daf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53", transaction.RawHash.ToHex());
        Assert.Equal(TransactionType.LegacyChainTransaction, transaction.TransactionType);
        Assert.Equal(TransactionUtils.CalculateTransactionHash(signed), transaction.Hash.ToHex(prefix: true));
        Assert.Equal(key.GetPublicAddress(), TransactionVerificationAndRecovery.GetSenderAddress(signed));
        Assert.Equal(key.GetPubKey(), TransactionVerificationAndRecovery.GetPublicKey(signed));
        Assert.True(TransactionVerificationAndRecovery.VerifyTransaction(signed));
    }

    [Fact]
    public async Task EthersTransactions()
    {
        var cases = await TestCases.LoadAsync("transactions");
        Assert.Equal(1067, cases.Count);
        Assert.All(cases, testCase =>
        {
            var fields = new Fields(testCase);
            Check(testCase, fields.Sign(chainId: null), "unsignedTransaction", "signedTransaction", TransactionType.LegacyTransaction);
            Check(testCase, fields.Sign(chainId: 5), "unsignedTransactionChainId5", "signedTransactionChainId5", TransactionType.LegacyChainTransaction);
            Assert.Equal(testCase.Text("unsignedTransaction"), fields.Create(signature: null).GetRLPEncodedRaw().ToHex(prefix: true));
        });
    }

    [Fact]
    public async Task LikeViem()
    {
        var random = new Seeded();
        var inputs = Enumerable.Range(0, TestScale.Of(600)).Select(_ => new
        {
            type = "legacy",
            key = random.Hex(32),
            chainId = random.Coin() ? null : (random.Number(40) + 1).ToString(),
            nonce = random.Number(50).ToString(),
            gasPrice = random.Number(256).ToString(),
            gas = random.Number(60).ToString(),
            to = random.Below(5) == 0 ? null : random.Hex(20),
            value = random.Number(256).ToString(),
            data = random.Hex(random.Below(100)),
        }).ToList();
        var expected = await Viem.AskAsync("transaction", inputs);
        random.AssertSame(inputs, expected, item =>
        {
            var signer = new LegacyTransactionSigner();
            var (nonce, gasPrice, gas, value) = (BigInteger.Parse(item.nonce), BigInteger.Parse(item.gasPrice), BigInteger.Parse(item.gas), BigInteger.Parse(item.value));
            return "0x" + (item.chainId is null
                ? signer.SignTransaction(item.key, item.to, value, nonce, gasPrice, gas, item.data)
                : signer.SignTransaction(item.key, BigInteger.Parse(item.chainId), item.to, value, nonce, gasPrice, gas, item.data));
        });
        Assert.All(inputs.Zip(expected), pair => Assert.Equal(
            EthECKey.GetPublicAddress(pair.First.key), TransactionVerificationAndRecovery.GetSenderAddress(pair.Second)));
    }

    [Theory]
    [InlineData("0x")]
    [InlineData("0xc0")]
    [InlineData("0xc6808080808080ff")]
    [InlineData("0x83414243")]
    [InlineData("0xc7808080808080c0")]
    [InlineData("0xc6c08080808080")]
    [InlineData("0xc8820001808080808080")]
    [InlineData("0xc9808080820102808080")]
    public void MalformedTransactionsAreRefused(string rlp) => Assert.Throws<FormatException>(() => TransactionFactory.CreateTransaction(rlp));

    [Fact]
    public void ATruncatedTransactionIsRefused()
    {
        for (var length = 2; length < Eip155Signed.Length; length += 2)
        {
            Assert.Throws<FormatException>(() => TransactionFactory.CreateTransaction(Eip155Signed[..length]));
        }
    }

    [Fact]
    public void VOfNoSignatureIsRefused()
    {
        var withV29 = Eip155Signed.Replace("8025a0", "801da0", StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => TransactionFactory.CreateTransaction(withV29));
    }

    [Fact]
    public void AReceiverThatIsNoAddressIsRefused()
    {
        var signer = new LegacyTransactionSigner();
        var key = EthECKey.GenerateKey().GetPrivateKey();
        Assert.ThrowsAny<Exception>(() => signer.SignTransaction(key, 1, "0x1234", 1, 0, 1, 21000));
        Assert.ThrowsAny<Exception>(() => signer.SignTransaction(key, 1, AddressUtil.ZERO_ADDRESS, -1, 0, 1, 21000));
        Assert.ThrowsAny<Exception>(() => signer.SignTransaction(key, 1, AddressUtil.ZERO_ADDRESS, 1, 0, 1, 21000, "0xno"));
    }

    private static void Check(JsonElement testCase, string signed, string unsignedProperty, string signedProperty, TransactionType type)
    {
        Assert.Equal(testCase.Text(signedProperty), signed);
        var read = TransactionFactory.CreateTransaction(signed);
        Assert.Equal(type, read.TransactionType);
        Assert.Equal(signed, read.GetRLPEncoded().ToHex(prefix: true));
        Assert.Equal(testCase.Text(unsignedProperty), read.GetRLPEncodedRaw().ToHex(prefix: true));
        Assert.Equal(testCase.Text(unsignedProperty), TransactionFactory.CreateTransaction(testCase.Text(unsignedProperty)).GetRLPEncodedRaw().ToHex(prefix: true));
        Assert.True(testCase.Text("accountAddress")!.IsTheSameAddress(read.GetSenderAddress()));
    }

    private sealed class Fields(JsonElement testCase)
    {
        private readonly string _key = testCase.Text("privateKey")!;
        private readonly string? _to = testCase.Text("to");
        private readonly string? _data = testCase.Text("data");
        private readonly BigInteger _value = Number(testCase, "value");
        private readonly BigInteger _nonce = Number(testCase, "nonce");
        private readonly BigInteger _gasPrice = Number(testCase, "gasPrice");
        private readonly BigInteger _gasLimit = Number(testCase, "gasLimit");

        public string Sign(BigInteger? chainId)
        {
            var signer = new LegacyTransactionSigner();
            return "0x" + (chainId is { } id
                ? signer.SignTransaction(_key, id, _to, _value, _nonce, _gasPrice, _gasLimit, _data)
                : signer.SignTransaction(_key.HexToByteArray(), _to, _value, _nonce, _gasPrice, _gasLimit, _data));
        }

        public ISignedTransaction Create(EthECDSASignature? signature) => TransactionFactory.CreateLegacyTransaction(
            _to, _gasLimit, _gasPrice, _value, _data, _nonce, signature?.R.ToHex(), signature?.S.ToHex(), signature?.V.ToHex());

        private static BigInteger Number(JsonElement testCase, string property) => (testCase.Text(property) ?? "0x0").HexToBigInteger(isHexLittleEndian: false);
    }
}
