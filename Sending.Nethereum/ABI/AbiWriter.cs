using System.Buffers.Binary;

namespace Nethereum.ABI;

/// <summary>A growing buffer: static values are written into reserved places, dynamic ones appended.</summary>
internal sealed class AbiWriter
{
    private byte[] _buffer = new byte[256];

    public int Length { get; private set; }

    /// <summary>Appends <paramref name="count"/> zero bytes and returns where they start.</summary>
    public int Reserve(int count)
    {
        var at = Length;
        var length = checked(Length + count);
        if (length > _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, Math.Max(length, 2L * _buffer.Length)));
        }
        Length = length;
        return at;
    }

    public Span<byte> At(int at, int count) => _buffer.AsSpan(0, Length).Slice(at, count);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var at = Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(at));
    }

    /// <summary>Writes a length or an offset, a uint256, at <paramref name="at"/>.</summary>
    public void WriteSize(int at, int size) => BinaryPrimitives.WriteInt32BigEndian(At(at + ABIType.WordSize - sizeof(int), sizeof(int)), size);

    public byte[] ToArray() => _buffer.AsSpan(0, Length).ToArray();
}
