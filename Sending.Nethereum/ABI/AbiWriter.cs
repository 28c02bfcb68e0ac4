using System.Buffers.Binary;

namespace Nethereum.ABI;

/// <summary>A growing buffer: static values are written into reserved places, dynamic ones appended. Each thread keeps one to use again.</summary>
internal sealed class AbiWriter : IDisposable
{
    private const int LargestKept = 1 << 16;

    [ThreadStatic]
    private static AbiWriter t_spare;

    private byte[] _buffer = new byte[1024];

    private AbiWriter()
    {
    }

    public int Length { get; private set; }

    /// <summary>An empty writer; disposing of it gives it back.</summary>
    public static AbiWriter Rent()
    {
        var writer = t_spare ?? new AbiWriter();
        t_spare = null;
        writer.Length = 0;
        return writer;
    }

    public void Dispose()
    {
        if (_buffer.Length <= LargestKept)
        {
            t_spare = this;
        }
    }

    /// <summary>Appends <paramref name="count"/> zero bytes and returns where they start.</summary>
    public int Reserve(int count)
    {
        var at = Length;
        Next(count).Clear();
        return at;
    }

    public Span<byte> At(int at, int count) => _buffer.AsSpan(0, Length).Slice(at, count);

    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Next(bytes.Length));

    /// <summary>Appends <paramref name="count"/> bytes for the caller to fill.</summary>
    public Span<byte> Next(int count)
    {
        var at = Length;
        var length = checked(Length + count);
        if (length > _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, Math.Max(length, 2L * _buffer.Length)));
        }

        Length = length;
        return _buffer.AsSpan(at, count);
    }

    /// <summary>Writes a length or an offset, a uint256, at <paramref name="at"/>.</summary>
    public void WriteSize(int at, int size) => BinaryPrimitives.WriteInt32BigEndian(At(at + ABIType.WordSize - sizeof(int), sizeof(int)), size);

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    /// <summary>What was written as hex behind <paramref name="prefix"/>.</summary>
    public string ToHex(string prefix) => string.Create(prefix.Length + (2 * Length), (Writer: this, Prefix: prefix), static (text, source) =>
    {
        source.Prefix.CopyTo(text);
        Convert.TryToHexStringLower(source.Writer.Written, text[source.Prefix.Length..], out _);
    });
}
