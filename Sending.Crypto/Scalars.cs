namespace Sending.Crypto;

/// <summary>Numbers below the order n of secp256k1 (SEC 2, section 2.4.1), 32 bytes big-endian.</summary>
internal static class Scalars
{
    /// <summary>Bytes of a scalar.</summary>
    public const int Length = 32;

    /// <summary>n.</summary>
    public static ReadOnlySpan<byte> Order =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE,
        0xBA, 0xAE, 0xDC, 0xE6, 0xAF, 0x48, 0xA0, 0x3B, 0xBF, 0xD2, 0x5E, 0x8C, 0xD0, 0x36, 0x41, 0x41,
    ];

    /// <summary>(n - 1) / 2, the highest low s (EIP-2).</summary>
    public static ReadOnlySpan<byte> HalfOrder =>
    [
        0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0x5D, 0x57, 0x6E, 0x73, 0x57, 0xA4, 0x50, 0x1D, 0xDF, 0xE9, 0x2F, 0x46, 0x68, 0x1B, 0x20, 0xA0,
    ];

    /// <summary>Whether a number of 32 bytes is from 1 to n - 1.</summary>
    public static bool IsInRange(ReadOnlySpan<byte> scalar) => scalar.ContainsAnyExcept((byte)0) && scalar.SequenceCompareTo(Order) < 0;

    /// <summary>Whether a number of 32 bytes is at most (n - 1) / 2.</summary>
    public static bool IsLow(ReadOnlySpan<byte> scalar) => scalar.SequenceCompareTo(HalfOrder) <= 0;

    /// <summary>Any number of 32 bytes modulo n.</summary>
    public static void Reduce(ReadOnlySpan<byte> number, Span<byte> reduced)
    {
        number.CopyTo(reduced);
        if (reduced.SequenceCompareTo(Order) >= 0)
        {
            SubtractOrder(reduced);
        }
    }

    /// <summary>The sum of two scalars modulo n.</summary>
    public static void Add(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> sum)
    {
        var carry = 0;
        for (var i = Length - 1; i >= 0; i--)
        {
            carry += left[i] + right[i];
            sum[i] = (byte)carry;
            carry >>= 8;
        }

        if (carry != 0 || sum.SequenceCompareTo(Order) >= 0)
        {
            SubtractOrder(sum);
        }
    }

    private static void SubtractOrder(Span<byte> number)
    {
        var borrow = 0;
        for (var i = Length - 1; i >= 0; i--)
        {
            borrow += number[i] - Order[i];
            number[i] = (byte)borrow;
            borrow >>= 8;
        }
    }
}
