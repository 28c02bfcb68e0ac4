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
    private readonly BigInteger _least;
    private readonly BigInteger _most;

    private IntegerType(int bits, bool isSigned)
    {
        _size = bits / 8;
        _isSigned = isSigned;
        _least = isSigned ? -(BigInteger.One << (bits - 1)) : BigInteger.Zero;
        _most = (BigInteger.One << (isSigned ? bits - 1 : bits)) - 1;
        CanonicalName = (isSigned ? "int" : "uint") + bits.ToString(CultureInfo.InvariantCulture);
    }

    internal override string CanonicalName { get; }

    public static IntegerType Of(int bits, bool isSigned) => Types.GetOrAdd((bits, isSigned), static key => new IntegerType(key.Item1, key.Item2));

    internal override void Encode(object value, AbiWriter writer, int at) => Write(value, writer.At(at, WordSize));

    internal override void EncodePacked(object value, AbiWriter writer, bool inArray)
    {
        Span<byte> word = stackalloc byte[WordSize];
        word.Clear();
        Write(value, word);
        writer.Append(inArray ? word : word[^_size..]);
    }

    internal override object Decode(AbiReader reader, int at, Type target)
    {
        var number = new BigInteger(reader.Word(at), isUnsigned: !_isSigned, isBigEndian: true);
        if (number < _least || number > _most)
        {
            throw new FormatException($"The ABI data has a number at byte {at} that does not fit {CanonicalName}: {number}.");
        }
        return Convert(number, Nullable.GetUnderlyingType(target) ?? target);
    }

    private void Write(object value, Span<byte> word)
    {
        var number = ToNumber(value);
        if (number < _least || number > _most)
        {
            throw new ArgumentOutOfRangeException(nameof(value), $"{number} does not fit {CanonicalName}, which holds {_least} to {_most}.");
        }
        if (number.Sign < 0)
        {
            word.Fill(0xff);
        }
        var length = number.GetByteCount(isUnsigned: number.Sign >= 0);
        number.TryWriteBytes(word[^length..], out _, isUnsigned: number.Sign >= 0, isBigEndian: true);
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
        return target switch
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
}
