using System.Numerics;

namespace Sending.Chain.Identity.Documents;

/// <summary>Base58 with Bitcoin's alphabet (draft-msporny-base58): a number, each leading zero byte a 1.</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int Base = 58;

    // Five digits and four bytes at a time: the time grows with the square of the length, and a registry holds long values too.
    private const int DigitsPerLimb = 5;
    private const uint LimbBase = 656_356_768;
    private const int BytesPerStep = 4;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var zeros = bytes.IndexOfAnyExcept((byte)0) is var first and >= 0 ? first : bytes.Length;
        var limbs = new List<uint>();
        for (var rest = bytes[zeros..]; rest.Length > 0;)
        {
            var step = (rest.Length - 1) % BytesPerStep + 1;
            ulong carry = 0;
            foreach (var value in rest[..step])
            {
                carry = (carry << 8) | value;
            }

            for (var i = 0; i < limbs.Count; i++)
            {
                carry += (ulong)limbs[i] << (8 * step);
                (carry, var limb) = Math.DivRem(carry, LimbBase);
                limbs[i] = (uint)limb;
            }

            for (; carry > 0; carry /= LimbBase)
            {
                limbs.Add((uint)(carry % LimbBase));
            }

            rest = rest[step..];
        }

        return new string(Alphabet[0], zeros) + Digits(limbs);
    }

    /// <summary>The bytes of digits; null when one is none. The time grows with the square of the length: for short texts.</summary>
    public static byte[]? Decode(string text)
    {
        var number = BigInteger.Zero;
        foreach (var digit in text)
        {
            var value = Alphabet.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            number = (number * Base) + value;
        }

        return [.. new byte[text.TakeWhile(digit => digit == Alphabet[0]).Count()], .. number.IsZero ? [] : number.ToByteArray(isUnsigned: true, isBigEndian: true)];
    }

    private static string Digits(List<uint> limbs)
    {
        var digits = new char[limbs.Count * DigitsPerLimb];
        for (var (i, place) = (0, digits.Length); i < limbs.Count; i++)
        {
            var limb = limbs[i];
            for (var digit = 0; digit < DigitsPerLimb; digit++, limb /= Base)
            {
                digits[--place] = Alphabet[(int)(limb % Base)];
            }
        }

        return new string(digits).TrimStart(Alphabet[0]);
    }
}
