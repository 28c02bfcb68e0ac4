using System.Globalization;
using System.Numerics;

namespace Sending.Crypto.Tests.Support;

/// <summary>The numbers of secp256k1 (SEC 2, section 2.4.1), and numbers as 32 bytes.</summary>
internal static class Curve
{
    public static readonly BigInteger Order = Hex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
    public static readonly BigInteger FieldPrime = Hex("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f");
    public static readonly BigInteger Largest = (BigInteger.One << 256) - 1;

    public static byte[] Bytes(BigInteger number)
    {
        var bytes = new byte[32];
        var length = number.GetByteCount(isUnsigned: true);
        number.TryWriteBytes(bytes.AsSpan(32 - length), out _, isUnsigned: true, isBigEndian: true);
        return bytes;
    }

    public static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    public static BigInteger Reduce(BigInteger number) => ((number % Order) + Order) % Order;

    public static BigInteger Inverse(BigInteger scalar) => BigInteger.ModPow(scalar, Order - 2, Order);

    private static BigInteger Hex(string digits) => BigInteger.Parse("0" + digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
