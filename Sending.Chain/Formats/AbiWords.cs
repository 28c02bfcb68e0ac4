using System.Numerics;

namespace Sending.Chain.Formats;

/// <summary>Writes what Solidity's <c>abi.encode</c> makes of values of fixed size: a word of 32 bytes for each.</summary>
/// <param name="words">Zeros, 32 for each value to come.</param>
internal ref struct AbiWords(Span<byte> words)
{
    private readonly Span<byte> _words = words;
    private int _written;

    /// <summary>What was written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _words[.._written];

    /// <exception cref="ArgumentException">It is no address.</exception>
    public void AddAddress(string address) => AddressBytes.Write(address, Next()[^AddressBytes.Length..]);

    /// <exception cref="ArgumentException">It has not 32 bytes.</exception>
    public void AddHash(ReadOnlySpan<byte> hash)
    {
        Bytes32.Require(hash, "A bytes32");
        hash.CopyTo(Next());
    }

    /// <exception cref="ArgumentOutOfRangeException">It is negative, or 2^256 or more.</exception>
    public void AddNumber(BigInteger number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var length = number.GetByteCount(isUnsigned: true);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Bytes32.Length, nameof(number));
        number.TryWriteBytes(Next()[^length..], out _, isUnsigned: true, isBigEndian: true);
    }

    private Span<byte> Next()
    {
        var word = _words.Slice(_written, Bytes32.Length);
        _written += Bytes32.Length;
        return word;
    }
}
