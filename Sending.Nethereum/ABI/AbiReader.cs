using System.Buffers.Binary;

namespace Nethereum.ABI;

/// <summary>Bounds-checked access to encoded data, which comes from strangers.</summary>
internal sealed class AbiReader
{
    // Offsets may share data, so that a few kilobytes can describe more than a machine holds; honest data is read about once.
    private const int InflationFactor = 8;
    private const int InflationAllowance = 1 << 16;

    private readonly ReadOnlyMemory<byte> _data;
    private long _budget;

    public AbiReader(ReadOnlyMemory<byte> data)
    {
        _data = data;
        _budget = ((long)data.Length * InflationFactor) + InflationAllowance;
    }

    public ReadOnlySpan<byte> Word(int at) => Bytes(at, ABIType.WordSize);

    public ReadOnlySpan<byte> Bytes(int at, int count)
    {
        if (at < 0 || count < 0 || at > _data.Length - count)
        {
            throw new FormatException($"The ABI data ends too early: {count} bytes expected at byte {at} of {_data.Length}.");
        }
        Charge(count);
        return _data.Span.Slice(at, count);
    }

    /// <summary>A length or an offset: never more than there is data.</summary>
    public int Size(int at)
    {
        var word = Word(at);
        var size = BinaryPrimitives.ReadUInt32BigEndian(word[^4..]);
        if (word[..^4].ContainsAnyExcept((byte)0) || size > (uint)_data.Length)
        {
            throw new FormatException($"The ABI data has a length or an offset at byte {at} that points outside of its {_data.Length} bytes.");
        }
        return (int)size;
    }

    /// <summary>The number of elements of an array, whose heads take <paramref name="headSize"/> bytes each.</summary>
    public int Count(int at, int headSize)
    {
        var word = Word(at);
        var count = BinaryPrimitives.ReadUInt32BigEndian(word[^4..]);
        if (word[..^4].ContainsAnyExcept((byte)0) || (long)count * headSize > _data.Length - at - ABIType.WordSize)
        {
            throw new FormatException($"The ABI data has an array at byte {at} that is longer than its {_data.Length} bytes.");
        }
        Charge(count);
        return (int)count;
    }

    private void Charge(long bytes)
    {
        _budget -= bytes;
        if (_budget < 0)
        {
            throw new FormatException("The ABI data refers to the same bytes too often: it would decode to many times its size.");
        }
    }
}
