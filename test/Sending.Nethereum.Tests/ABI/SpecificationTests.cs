using System.Numerics;
using Nethereum.ABI;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>The examples of Solidity's documentation: "Contract ABI Specification" and "Encoding of error data".</summary>
public sealed class SpecificationTests
{
    [Fact]
    public void Baz() => AssertCall(
        new BazFunction { X = 69, Y = true },
        "cdcd77c0",
        "0000000000000000000000000000000000000000000000000000000000000045",
        "0000000000000000000000000000000000000000000000000000000000000001");

    [Fact]
    public void Bar() => AssertCall(
        new BarFunction { Names = [Ascii("abc"), Ascii("def")] },
        "fce353f6",
        "6162630000000000000000000000000000000000000000000000000000000000",
        "6465660000000000000000000000000000000000000000000000000000000000");

    [Fact]
    public void Sam() => AssertCall(
        new SamFunction { Name = Ascii("dave"), Flag = true, Numbers = [1, 2, 3] },
        "a5643bf2",
        "0000000000000000000000000000000000000000000000000000000000000060",
        "0000000000000000000000000000000000000000000000000000000000000001",
        "00000000000000000000000000000000000000000000000000000000000000a0",
        "0000000000000000000000000000000000000000000000000000000000000004",
        "6461766500000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000003",
        "0000000000000000000000000000000000000000000000000000000000000001",
        "0000000000000000000000000000000000000000000000000000000000000002",
        "0000000000000000000000000000000000000000000000000000000000000003");

    [Fact]
    public void DynamicTypes() => AssertCall(
        new FFunction { A = 0x123, B = [0x456, 0x789], C = Ascii("1234567890"), D = Ascii("Hello, world!") },
        "8be65246",
        "0000000000000000000000000000000000000000000000000000000000000123",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "3132333435363738393000000000000000000000000000000000000000000000",
        "00000000000000000000000000000000000000000000000000000000000000e0",
        "0000000000000000000000000000000000000000000000000000000000000002",
        "0000000000000000000000000000000000000000000000000000000000000456",
        "0000000000000000000000000000000000000000000000000000000000000789",
        "000000000000000000000000000000000000000000000000000000000000000d",
        "48656c6c6f2c20776f726c642100000000000000000000000000000000000000");

    [Fact]
    public void NestedDynamicTypes() => AssertCall(
        new GFunction { Numbers = [[1, 2], [3]], Words = ["one", "two", "three"] },
        "2289b18c",
        "0000000000000000000000000000000000000000000000000000000000000040",
        "0000000000000000000000000000000000000000000000000000000000000140",
        "0000000000000000000000000000000000000000000000000000000000000002",
        "0000000000000000000000000000000000000000000000000000000000000040",
        "00000000000000000000000000000000000000000000000000000000000000a0",
        "0000000000000000000000000000000000000000000000000000000000000002",
        "0000000000000000000000000000000000000000000000000000000000000001",
        "0000000000000000000000000000000000000000000000000000000000000002",
        "0000000000000000000000000000000000000000000000000000000000000001",
        "0000000000000000000000000000000000000000000000000000000000000003",
        "0000000000000000000000000000000000000000000000000000000000000003",
        "0000000000000000000000000000000000000000000000000000000000000060",
        "00000000000000000000000000000000000000000000000000000000000000a0",
        "00000000000000000000000000000000000000000000000000000000000000e0",
        "0000000000000000000000000000000000000000000000000000000000000003",
        "6f6e650000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000003",
        "74776f0000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000005",
        "7468726565000000000000000000000000000000000000000000000000000000");

    [Fact]
    public void CustomError()
    {
        const string Data = "0xcf479181" + "0000000000000000000000000000000000000000000000000000000000000000" + "0000000000000000000000000000000000000000000000000000000000000001";
        Assert.Equal("InsufficientBalance(uint256,uint256)", ABITypedRegistry.GetError<InsufficientBalanceError>().Signature);
        var error = new SmartContractCustomErrorRevertException(Data).DecodeError<InsufficientBalanceError>();
        Assert.Equal((0, 1), (error.Available, error.Required));
    }

    [Fact]
    public void TheErrorIsFoundAmongSeveralByItsSelector()
    {
        const string Panic = "0x4e487b71" + "0000000000000000000000000000000000000000000000000000000000000011";
        Type[] types = [typeof(InsufficientBalanceError), typeof(PanicError), typeof(ReasonError)];
        var panic = Assert.IsType<SmartContractCustomErrorRevertException<PanicError>>(new SmartContractCustomErrorRevertException(Panic).CreateTypedException(types));
        Assert.Equal(0x11, panic.CustomError.Code);
        Assert.Equal("{\"code\":\"17\"}", panic.DecodedError);
        var reason = "0x08c379a0" + new ABIEncode().GetABIEncoded("no").ToHex();
        var text = Assert.IsType<SmartContractCustomErrorRevertException<ReasonError>>(new SmartContractCustomErrorRevertException(reason).CreateTypedException(types));
        Assert.Equal("no", text.CustomError.Reason);
        Assert.Null(new SmartContractCustomErrorRevertException("0x01020304").CreateTypedException(types));
        Assert.Null(new SmartContractCustomErrorRevertException("0x").CreateTypedException(types));
        Assert.Throws<FormatException>(() => new SmartContractCustomErrorRevertException(Panic[..^2]).CreateTypedException(types));
    }

    [Fact]
    public void ReasonAsText()
    {
        const string Data = "0x08c379a0"
            + "0000000000000000000000000000000000000000000000000000000000000020"
            + "000000000000000000000000000000000000000000000000000000000000001a"
            + "4e6f7420656e6f7567682045746865722070726f76696465642e000000000000";
        var exception = Assert.Throws<SmartContractRevertException>(() => new FunctionCallDecoder().ThrowIfErrorOnOutput(Data));
        Assert.Equal("Not enough Ether provided.", exception.RevertMessage);
        Assert.Equal("Smart contract error: Not enough Ether provided.", exception.Message);
        Assert.Equal(Data, exception.EncodedData);
    }

    [Fact]
    public void Packed() => Assert.Equal(
        "0xffff42000348656c6c6f2c20776f726c6421",
        new ABIEncode().GetABIEncodedPacked(
            new ABIValue("int16", -1), new ABIValue("bytes1", "0x42"), new ABIValue("uint16", 3), new ABIValue("string", "Hello, world!")).ToHex(prefix: true));

    [Fact]
    public void AddressesDecodeWithChecksum()
    {
        const string Data = "0x0000000000000000000000005aaeb6053f3e94c9b9a09f33669435e7ef1beaed";
        Assert.Equal("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", new FunctionCallDecoder().DecodeSimpleTypeOutput<string>(new Parameter("address"), Data));
    }

    [Fact]
    public void NoOutputIsTheDefault()
    {
        var decoder = new FunctionCallDecoder();
        Assert.Equal(BigInteger.Zero, decoder.DecodeSimpleTypeOutput<BigInteger>(new Parameter("uint256"), "0x"));
        Assert.Null(decoder.DecodeSimpleTypeOutput<string>(new Parameter("string"), "0x"));
        Assert.Null(decoder.DecodeFunctionOutput<BazFunction>("0x"));
    }

    [Fact]
    public void ValuesThatDoNotFitSayWhichAndWhy()
    {
        var exception = Assert.Throws<AbiEncodingException>(() => new BazFunction { X = BigInteger.One << 32 }.GetCallData());
        Assert.Equal(1, exception.Order);
        Assert.Contains("'x' of type uint32", exception.Message, StringComparison.Ordinal);
        Assert.Contains("4294967296 does not fit uint32", exception.Message, StringComparison.Ordinal);
        Assert.Contains("needs 2 elements, not 1", Assert.Throws<AbiEncodingException>(() => new BarFunction { Names = [Ascii("a")] }.GetCallData()).Message, StringComparison.Ordinal);
        Assert.Contains("4 bytes do not fit bytes3", Assert.Throws<AbiEncodingException>(() => new BarFunction { Names = [Ascii("abcd"), []] }.GetCallData()).Message, StringComparison.Ordinal);
    }

    private static void AssertCall<TMessage>(TMessage message, string selector, params string[] words)
        where TMessage : FunctionMessage, new()
    {
        var data = selector + string.Concat(words);
        Assert.Equal(data, message.GetCallData().ToHex());
        Assert.Equal(data, new TMessage().DecodeInput(data).GetCallData().ToHex());
    }

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);

    [Function("baz", "bool")]
    public class BazFunction : FunctionMessage
    {
        [Parameter("uint32", "x", 1)]
        public BigInteger X { get; set; }

        [Parameter("bool", "y", 2)]
        public bool Y { get; set; }
    }

    [Function("bar")]
    public class BarFunction : FunctionMessage
    {
        [Parameter("bytes3[2]", "names", 1)]
        public List<byte[]> Names { get; set; } = [];
    }

    [Function("sam")]
    public class SamFunction : FunctionMessage
    {
        [Parameter("bytes", "name", 1)]
        public byte[] Name { get; set; } = [];

        [Parameter("bool", "flag", 2)]
        public bool Flag { get; set; }

        [Parameter("uint[]", "numbers", 3)]
        public List<BigInteger> Numbers { get; set; } = [];
    }

    [Function("f")]
    public class FFunction : FunctionMessage
    {
        [Parameter("uint256", "a", 1)]
        public BigInteger A { get; set; }

        [Parameter("uint32[]", "b", 2)]
        public uint[] B { get; set; } = [];

        [Parameter("bytes10", "c", 3)]
        public byte[] C { get; set; } = [];

        [Parameter("bytes", "d", 4)]
        public byte[] D { get; set; } = [];
    }

    [Function("g")]
    public class GFunction : FunctionMessage
    {
        [Parameter("uint256[][]", "numbers", 1)]
        public List<List<BigInteger>> Numbers { get; set; } = [];

        [Parameter("string[]", "words", 2)]
        public IList<string> Words { get; set; } = [];
    }

    [Error("Panic")]
    public class PanicError : IErrorDTO
    {
        [Parameter("uint256", "code", 1)]
        public BigInteger Code { get; set; }
    }

    [Error("Error")]
    public class ReasonError : IErrorDTO
    {
        [Parameter("string", "reason", 1)]
        public string Reason { get; set; } = "";
    }

    [Error("InsufficientBalance")]
    public class InsufficientBalanceError : IErrorDTO
    {
        [Parameter("uint256", "available", 1)]
        public BigInteger Available { get; set; }

        [Parameter("uint256", "required", 2)]
        public BigInteger Required { get; set; }
    }
}
