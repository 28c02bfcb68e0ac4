using System.Globalization;
using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Newtonsoft.Json;

namespace Nethereum.Hex.HexTypes;

/// <summary>A JSON-RPC quantity: a non-negative integer written as <c>0x</c> and digits without leading zeros.</summary>
[JsonConverter(typeof(HexRPCTypeJsonConverter<HexBigInteger, BigInteger>))]
public class HexBigInteger : HexRPCType<BigInteger>
{
    /// <summary>From hexadecimal text, which is read when the value is first asked for.</summary>
    public HexBigInteger(string hex)
        : base(Encode, Decode) => HexValue = hex.EnsureHexPrefix();

    /// <summary>From a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public HexBigInteger(BigInteger value)
        : base(Encode, Decode) => Value = value;

    /// <summary>The number in decimal digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static string Encode(BigInteger value) => value.ToHex(littleEndian: false);

    private static BigInteger Decode(string hex) => hex.HexToBigInteger(isHexLittleEndian: false);
}
