using System.Numerics;

namespace Nethereum.Hex.HexTypes;

/// <summary>Numbers to JSON-RPC quantities and back.</summary>
public static class HexBigIntegerNumberExtensions
{
    public static HexBigInteger ToHexBigInteger(this ulong val) => new(val);

    public static HexBigInteger ToHexBigInteger(this int val) => new(val);

    public static HexBigInteger ToHexBigInteger(this BigInteger val) => new(val);

    /// <summary>The quantity as 64 bits.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static ulong ToUlong(this HexBigInteger val) => (ulong)val.Value;
}
