using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;

namespace Nethereum.ABI;

/// <summary>uintN and intN; in .NET <see cref="BigInteger"/>, any integer type that is wide enough, or an enum.</summary>
internal sealed class IntegerType : ABIType
{
    private static readonly ConcurrentDictionary<(int, bool), IntegerType> Types = new();

    private readonly int _size;
    private readonly bool _isSigned;

    private IntegerType(int bits, bool isSigned)
    {
        _size = bits / 8;
        _isSigned = isSigned;
        CanonicalName = (isSigned ? "int" : "uint") + bits.ToString(CultureInfo.InvariantCulture);
    }

    internal override string CanonicalName { get; }

    public static IntegerType Of(int bits, bool isSigned) => Types.GetOrAdd((bits, isSigned), static key => new IntegerType(key.Item1, key.Item2));

    internal override void Encode(object value, AbiWriter writer, int at) => Write(ToNumber(value), writer.At(at, WordSize));

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray)
    {
        Span<byte> word = stackalloc byte[WordSize];
        word.Clear();
        Write(ToNumber(value), word);
        writer.Append(inArray ? word : word[^_size..]);
    }

    internal override object Decode(AbiReader reader, int at, Type target) => Convert(Read(reader, at), Nullable.GetUnderlyingType(target) ?? target);

    /// <exception cref="FormatException">The word does not fit the type.</exception>
    internal BigInteger Read(AbiReader reader, int at)
    {
        var word = reader.Word(at);
        var digits = word[^_size..];
        var padding = _isSigned && (digits[0] & 0x80) != 0 ? (byte)0xff : (byte)0;
        return word[..^_size].ContainsAnyExcept(padding)
            ? throw new FormatException(
                $"The ABI data has a number at byte {at} that does not fit {CanonicalName}: {new BigInteger(word, isUnsigned: !_isSigned, isBigEndian: true)}.")
            : new BigInteger(digits, isUnsigned: !_isSigned, isBigEndian: true);
    }

    /// <summary>Reads a number of at most 64 bits; false when it has more, or does not fit the type.</summary>
    internal bool TryRead(AbiReader reader, int at, out Int128 number)
    {
        var word = reader.Word(at);
        var low = BinaryPrimitives.ReadUInt64BigEndian(word[^sizeof(ulong)..]);
        var isNegative = _isSigned && (word[0] & 0x80) != 0;
        number = isNegative ? (long)low : low;
        return !word[..^sizeof(ulong)].ContainsAnyExcept(isNegative ? (byte)0xff : (byte)0) && number < 0 == isNegative && Fits(number);
    }

    /// <exception cref="ArgumentOutOfRangeException">The number does not fit the type.</exception>
    internal void Write(BigInteger number, Span<byte> word)
    {
        var isNegative = number.Sign < 0;
        if (isNegative && !_isSigned)
        {
            throw DoesNotFit(number);
        }

        var length = number.GetByteCount(isUnsigned: !_isSigned);
        if (length > _size)
        {
            throw DoesNotFit(number);
        }

        if (isNegative)
        {
            word.Fill(0xff);
        }

        number.TryWriteBytes(word[^length..], out _, isUnsigned: !_isSigned, isBigEndian: true);
    }

    /// <exception cref="ArgumentOutOfRangeException">The number does not fit the type.</exception>
    internal void Write(Int128 number, Span<byte> word)
    {
        if (!Fits(number))
        {
            throw DoesNotFit(number);
        }

        if (number < 0)
        {
            word.Fill(0xff);
        }

        BinaryPrimitives.WriteInt128BigEndian(word[(WordSize / 2)..], number);
    }

    private bool Fits(Int128 number) => _size >= sizeof(ulong) * 2
        ? number >= 0 || _isSigned
        : number >= (_isSigned ? -(Int128.One << ((8 * _size) - 1)) : 0) && number < Int128.One << (_isSigned ? (8 * _size) - 1 : 8 * _size);

    private ArgumentOutOfRangeException DoesNotFit(BigInteger number)
    {
        var bits = 8 * _size;
        var (least, most) = _isSigned ? (-(BigInteger.One << (bits - 1)), (BigInteger.One << (bits - 1)) - 1) : (BigInteger.Zero, (BigInteger.One << bits) - 1);
        return new ArgumentOutOfRangeException(nameof(number), $"{number} does not fit {CanonicalName}, which holds {least} to {most}.");
    }

    private BigInteger ToNumber(object value) => value switch
    {
        BigInteger number => number,
        HexBigInteger number => number.Value,
        byte number => number,
        sbyte number => number,
        short number => number,
        ushort number => number,
        int number => number,
        uint number => number,
        long number => number,
        ulong number => number,
        Enum number => ToNumber(System.Convert.ChangeType(number, Enum.GetUnderlyingType(number.GetType()), CultureInfo.InvariantCulture)),
        string text when text.HasHexPrefix() => text.HexToBigInteger(isHexLittleEndian: false),
        string text => BigInteger.Parse(text, CultureInfo.InvariantCulture),
        _ => throw CannotEncode(value),
    };

    private object Convert(BigInteger number, Type target)
    {
        if (target.IsEnum)
        {
            return Enum.ToObject(target, Convert(number, Enum.GetUnderlyingType(target)));
        }
        try
        {
            return ConvertChecked(number, target);
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            throw new FormatException($"The ABI data has the number {number}, which {target.Name} cannot hold.", exception);
        }
    }

    private object ConvertChecked(BigInteger number, Type target) => target switch
    {
        // As an object, or the common type of all arms would turn every number into a BigInteger.
        _ when target.IsAssignableFrom(typeof(BigInteger)) => (object)number,
        _ when target == typeof(HexBigInteger) => new HexBigInteger(number),
        _ => Type.GetTypeCode(target) switch
        {
            TypeCode.Byte => (byte)number,
            TypeCode.SByte => (sbyte)number,
            TypeCode.Int16 => (short)number,
            TypeCode.UInt16 => (ushort)number,
            TypeCode.Int32 => (int)number,
            TypeCode.UInt32 => (uint)number,
            TypeCode.Int64 => (long)number,
            TypeCode.UInt64 => (ulong)number,
            _ => throw CannotDecode(target),
        },
    };
}
