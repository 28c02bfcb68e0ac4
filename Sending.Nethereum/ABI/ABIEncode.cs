using System.Numerics;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.Model;
using Nethereum.Util;

namespace Nethereum.ABI;

/// <summary>What Solidity's <c>abi.encode</c>, <c>abi.encodePacked</c> and <c>abi.decode</c> do.</summary>
public class ABIEncode
{
    public byte[] GetSha3ABIEncodedPacked(params ABIValue[] abiValues) => Sha3Keccack.Current.CalculateHash(GetABIEncodedPacked(abiValues));

    public byte[] GetSha3ABIEncodedPacked(params object[] values) => Sha3Keccack.Current.CalculateHash(GetABIEncodedPacked(values));

    public byte[] GetSha3ABIEncoded(params ABIValue[] abiValues) => Sha3Keccack.Current.CalculateHash(GetABIEncoded(abiValues));

    public byte[] GetSha3ABIEncoded(params object[] values) => Sha3Keccack.Current.CalculateHash(GetABIEncoded(values));

    public byte[] GetSha3ABIParamsEncodedPacked<T>(T input) => Sha3Keccack.Current.CalculateHash(GetABIParamsEncodedPacked(input));

    public byte[] GetSha3ABIParamsEncoded<T>(T input) => Sha3Keccack.Current.CalculateHash(GetABIParamsEncoded(input));

    /// <exception cref="AbiEncodingException">A value does not fit its type, or the type has no packed encoding.</exception>
    public byte[] GetABIEncodedPacked(params ABIValue[] abiValues) => ParametersEncoder.EncodePacked(Parameters(abiValues), Values(abiValues));

    /// <exception cref="AbiEncodingException">A value does not fit its type.</exception>
    public byte[] GetABIEncoded(params ABIValue[] abiValues) => ParametersEncoder.Encode(Parameters(abiValues), Values(abiValues));

    /// <summary>Encodes with the type each value suggests: text is string, integers are int256 or, when positive, uint256.</summary>
    public byte[] GetABIEncoded(params object[] values) => GetABIEncoded(Array.ConvertAll(values, Suggest));

    /// <summary>Encodes the properties that carry parameter attributes.</summary>
    public byte[] GetABIParamsEncodedPacked<T>(T input)
    {
        var map = MessageMap.Of(typeof(T));
        return ParametersEncoder.EncodePacked(map.Parameters, map.Values(input));
    }

    /// <summary>Encodes the properties that carry parameter attributes.</summary>
    public byte[] GetABIParamsEncoded<T>(T input) => ParametersEncoder.Encode(input, typeof(T));

    /// <summary>As <see cref="GetABIEncoded(object[])"/>, packed.</summary>
    public byte[] GetABIEncodedPacked(params object[] values) => GetABIEncodedPacked(Array.ConvertAll(values, Suggest));

    /// <summary>Decodes a struct: a class whose properties carry parameter attributes.</summary>
    /// <exception cref="FormatException">The data is not the encoding of such a struct.</exception>
    public T DecodeEncodedComplexType<T>(byte[] encoded) => (T)Decode(MessageMap.Of(typeof(T)).Tuple, encoded, typeof(T));

    public BigInteger DecodeEncodedBigInteger(byte[] encoded) => (BigInteger)Decode(IntegerType.Of(256, isSigned: false), encoded, typeof(BigInteger));

    public string DecodeEncodedAddress(byte[] encoded) => (string)Decode(AddressType.Instance, encoded, typeof(string));

    public bool DecodeEncodedBoolean(byte[] encoded) => (bool)Decode(BoolType.Instance, encoded, typeof(bool));

    public string DecodeEncodedString(byte[] encoded) => (string)Decode(StringType.Instance, encoded, typeof(string));

    private static object Decode(ABIType type, byte[] encoded, Type target) => AbiSequence.DecodeItem(type, new AbiReader(encoded), 0, 0, target);

    private static Parameter[] Parameters(ABIValue[] values) => [.. values.Select((value, index) => new Parameter("", index + 1) { ABIType = value.ABIType })];

    private static object[] Values(ABIValue[] values) => Array.ConvertAll(values, value => value.Value);

    private static ABIValue Suggest(object value) => value switch
    {
        ABIValue abiValue => abiValue,
        string => new ABIValue(StringType.Instance, value),
        bool => new ABIValue(BoolType.Instance, value),
        byte[] => new ABIValue(BytesType.Instance, value),
        BigInteger { Sign: < 0 } or < 0 or < 0L => new ABIValue(IntegerType.Of(256, isSigned: true), value),
        BigInteger or int or long or uint or ulong or short or ushort or byte or sbyte => new ABIValue(IntegerType.Of(256, isSigned: false), value),
        _ => throw new NotSupportedException($"No ABI type is known for a value of type {value?.GetType().Name ?? "null"}: use ABIValue."),
    };
}
