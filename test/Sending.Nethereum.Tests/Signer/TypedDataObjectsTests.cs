using System.Numerics;
using Nethereum.ABI.EIP712;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Sending.Nethereum.Tests.Signer;

/// <summary>Objects give the same hashes as the JSON that says the same, which is compared with viem elsewhere.</summary>
public sealed class TypedDataObjectsTests
{
    [Fact]
    public void ListsOfStructsAndNumbers()
    {
        var batch = new Batch
        {
            Payments = [new Payment { To = "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB", Amount = 7, Delta = -5 }, new Payment { To = "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826", Amount = BigInteger.Pow(2, 200), Delta = 5 }],
            Ids = [1, 2, 300],
            Tag = new byte[4],
            Memo = [1, 2, 3],
            Urgent = true,
        };
        const string Json = """
            {
              "types": {
                "Batch": [
                  { "name": "payments", "type": "Payment[]" }, { "name": "ids", "type": "uint32[3]" }, { "name": "tag", "type": "bytes4" },
                  { "name": "memo", "type": "bytes" }, { "name": "urgent", "type": "bool" }
                ],
                "Payment": [{ "name": "to", "type": "address" }, { "name": "amount", "type": "uint256" }, { "name": "delta", "type": "int64" }]
              },
              "primaryType": "Batch",
              "domain": { "name": "Pay", "version": "2", "chainId": 31337, "verifyingContract": "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC", "salt": "0x0101010101010101010101010101010101010101010101010101010101010101" },
              "message": {
                "payments": [
                  { "to": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB", "amount": 7, "delta": -5 },
                  { "to": "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826", "amount": "1606938044258990275541962092341162602522202993782792835301376", "delta": 5 }
                ],
                "ids": [1, 2, 300], "tag": "0x00000000", "memo": "0x010203", "urgent": true
              }
            }
            """;
        var domain = new DomainWithSalt
        {
            Name = "Pay",
            Version = "2",
            ChainId = 31337,
            VerifyingContract = "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC",
            Salt = [.. Enumerable.Repeat((byte)1, 32)],
        };
        Assert.Equal(
            Eip712TypedDataEncoder.Current.EncodeTypedData(Json).ToHex(),
            Eip712TypedDataEncoder.Current.EncodeTypedData(batch, domain, "Batch").ToHex());
    }

    /// <summary>The type hash that EIP-2612 gives for a permit.</summary>
    [Fact]
    public void Permit()
    {
        Assert.Equal(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)",
            Eip712TypedDataEncoder.Current.GetEncodedType("Permit", typeof(PermitMessage)));
        var encoded = Eip712TypedDataEncoder.Current.EncodeStruct(
            new PermitMessage { Owner = "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826", Spender = "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB", Value = 1, Nonce = 2, Deadline = 3 },
            "Permit",
            typeof(PermitMessage));
        Assert.StartsWith("6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c9", encoded.ToHex(), StringComparison.Ordinal);
        Assert.Equal(6 * 32, encoded.Length);
    }

    [Theory]
    [InlineData(typeof(Domain), "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")]
    [InlineData(typeof(DomainWithSalt), "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract,bytes32 salt)")]
    [InlineData(typeof(DomainWithNameVersionAndChainId), "EIP712Domain(string name,string version,uint256 chainId)")]
    [InlineData(typeof(DomainWithChainIdAndVerifyingContract), "EIP712Domain(uint256 chainId,address verifyingContract)")]
    [InlineData(typeof(DomainWithVerifyingContract), "EIP712Domain(address verifyingContract)")]
    public void Domains(Type type, string encoded) => Assert.Equal(encoded, Eip712TypedDataEncoder.Current.GetEncodedType("EIP712Domain", type));

    [Fact]
    public void AClassWithoutStructIsRefused() =>
        Assert.ThrowsAny<Exception>(() => MemberDescriptionFactory.GetTypesMemberDescription(typeof(string)));

    [Struct("Payment")]
    public sealed class Payment
    {
        [Parameter("address", "to", 1)]
        public string? To { get; set; }

        [Parameter("uint256", "amount", 2)]
        public BigInteger Amount { get; set; }

        [Parameter("int64", "delta", 3)]
        public long Delta { get; set; }
    }

    [Struct("Batch")]
    public sealed class Batch
    {
        // Declared out of order: the order given counts.
        [Parameter("bool", "urgent", 5)]
        public bool Urgent { get; set; }

        [Parameter("tuple[]", "payments", 1, "Payment[]")]
        public List<Payment> Payments { get; set; } = [];

        [Parameter("uint32[3]", "ids", 2)]
        public List<uint> Ids { get; set; } = [];

        [Parameter("bytes4", "tag", 3)]
        public byte[] Tag { get; set; } = [];

        [Parameter("bytes", "memo", 4)]
        public byte[] Memo { get; set; } = [];
    }

    [Struct("Permit")]
    public sealed class PermitMessage
    {
        [Parameter("address", "owner", 1)]
        public string? Owner { get; set; }

        [Parameter("address", "spender", 2)]
        public string? Spender { get; set; }

        [Parameter("uint256", "value", 3)]
        public BigInteger Value { get; set; }

        [Parameter("uint256", "nonce", 4)]
        public BigInteger Nonce { get; set; }

        [Parameter("uint256", "deadline", 5)]
        public BigInteger Deadline { get; set; }
    }
}
