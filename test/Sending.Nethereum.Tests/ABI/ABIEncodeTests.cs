using System.Numerics;
using Nethereum.ABI;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>abi.encode, abi.encodePacked and abi.decode without a contract.</summary>
public sealed class ABIEncodeTests
{
    private readonly ABIEncode _abi = new();

    [Fact]
    public void ValuesSuggestTheirTypes()
    {
        Assert.Equal(
            _abi.GetABIEncoded(new ABIValue("uint256", 5), new ABIValue("int256", -5), new ABIValue("string", "a"), new ABIValue("bool", true), new ABIValue("bytes", "0x01")),
            _abi.GetABIEncoded(5, -5L, "a", true, new byte[] { 1 }));
        Assert.Equal("61" + new string('0', 63) + "7", _abi.GetABIEncodedPacked("a", BigInteger.One * 7).ToHex());
        Assert.Throws<NotSupportedException>(() => _abi.GetABIEncoded(1.5));
    }

    [Fact]
    public void HashesAreOfTheEncoding()
    {
        var point = new Point { X = 1, Y = -2 };
        Assert.Equal(Sha3Keccack.Current.CalculateHash(_abi.GetABIParamsEncoded(point)), _abi.GetSha3ABIParamsEncoded(point));
        Assert.Equal(Sha3Keccack.Current.CalculateHash(_abi.GetABIParamsEncodedPacked(point)), _abi.GetSha3ABIParamsEncodedPacked(point));
        Assert.Equal("0x00000001fffe", _abi.GetABIParamsEncodedPacked(point).ToHex(prefix: true));
        Assert.Equal(_abi.GetSha3ABIEncoded(new ABIValue("uint256", 1)), _abi.GetSha3ABIEncoded(1));
        Assert.Equal(_abi.GetSha3ABIEncodedPacked(new ABIValue("string", "x")), _abi.GetSha3ABIEncodedPacked("x"));
    }

    [Fact]
    public void WhatWasEncodedDecodes()
    {
        var point = _abi.DecodeEncodedComplexType<Point>(_abi.GetABIParamsEncoded(new Point { X = 1, Y = -2 }));
        Assert.Equal((1u, (short)-2), (point.X, point.Y));
        Assert.Equal(7, _abi.DecodeEncodedBigInteger(_abi.GetABIEncoded(7)));
        Assert.Equal("long enough to need more than one word", _abi.DecodeEncodedString(_abi.GetABIEncoded("long enough to need more than one word")));
        Assert.True(_abi.DecodeEncodedBoolean(_abi.GetABIEncoded(true)));
        const string Address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        Assert.Equal(Address, _abi.DecodeEncodedAddress(_abi.GetABIEncoded(new ABIValue("address", Address))));
    }

    [Fact]
    public void AFunctionIsAnAddressAndASelector()
    {
        var value = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed01020304";
        Assert.Equal(value + new string('0', 16), _abi.GetABIEncoded(new ABIValue("function", value)).ToHex(prefix: true));
    }

    [Theory]
    [InlineData("uint", "f(uint256)")]
    [InlineData("int[3][]", "f(int256[3][])")]
    [InlineData("byte", "f(bytes1)")]
    public void AliasesCountByTheirFullName(string type, string signature) =>
        Assert.Equal(signature, new FunctionABI("f", constant: true) { InputParameters = [new Parameter(type)] }.Signature);

    [Theory]
    [InlineData("tuple")]
    [InlineData("tuple[]")]
    public void TuplesNeedTheirComponents(string type)
    {
        var extractor = new AttributesToABIExtractor();
        var parameter = new Parameter(type);
        extractor.InitTupleComponentsFromTypeAttributes(typeof(Point), parameter.ABIType);
        Assert.Equal("f((uint32,int16)" + type[5..] + ")", new FunctionABI("f", constant: true) { InputParameters = [parameter] }.Signature);
    }

    [Fact]
    public void StructsAreNotPacked() =>
        Assert.Contains(
            "no packed encoding",
            Assert.Throws<AbiEncodingException>(() => _abi.GetABIParamsEncodedPacked(new Line { From = new Point() })).Message,
            StringComparison.Ordinal);

    public class Point
    {
        [Parameter("int16", "y", 2)]
        public short Y { get; set; }

        [Parameter("uint32", "x", 1)]
        public uint X { get; set; }
    }

    public class Line
    {
        [Parameter("tuple", "from", 1)]
        public Point From { get; set; } = new();
    }
}
