using System.Numerics;

namespace Nethereum.ABI;

/// <summary>
/// Numbers and truth values by their .NET type. The tests of types are decided when a method is compiled for a type; conversions by way of
/// <see cref="object"/> then box nothing.
/// </summary>
internal static class UnboxedValue
{
    /// <summary>Writes the value at <paramref name="at"/>; false when it must go the general way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number does not fit the type.</exception>
    public static bool TryEncode<TValue>(ABIType type, TValue value, AbiWriter writer, int at)
    {
        if (!typeof(TValue).IsValueType)
        {
            return false;
        }

        if (typeof(TValue) == typeof(bool))
        {
            return BoolType.TryWrite(type, (bool)(object)value, writer, at);
        }

        if (type is not IntegerType integer)
        {
            return false;
        }

        if (typeof(TValue) == typeof(BigInteger))
        {
            integer.Write((BigInteger)(object)value, writer.At(at, ABIType.WordSize));
            return true;
        }

        if (!TryWiden(value, out var number))
        {
            return false;
        }

        integer.Write(number, writer.At(at, ABIType.WordSize));
        return true;
    }

    /// <summary>Reads the word at <paramref name="at"/>; false when it must go the general way, which also says what is wrong with it.</summary>
    public static bool TryDecode<TValue>(ABIType type, AbiReader reader, int at, out TValue value)
    {
        value = default;
        if (!typeof(TValue).IsValueType)
        {
            return false;
        }

        if (typeof(TValue) == typeof(bool))
        {
            if (type is not BoolType)
            {
                return false;
            }

            value = (TValue)(object)BoolType.Read(reader, at);
            return true;
        }

        if (type is not IntegerType integer)
        {
            return false;
        }

        if (typeof(TValue) == typeof(BigInteger))
        {
            value = (TValue)(object)integer.Read(reader, at);
            return true;
        }

        return integer.TryRead(reader, at, out var number) && TryNarrow(number, out value);
    }

    private static bool TryWiden<TValue>(TValue value, out Int128 number)
    {
        (var isKnown, number) = value switch
        {
            _ when typeof(TValue) == typeof(byte) => (true, (byte)(object)value),
            _ when typeof(TValue) == typeof(ushort) => (true, (ushort)(object)value),
            _ when typeof(TValue) == typeof(uint) => (true, (uint)(object)value),
            _ when typeof(TValue) == typeof(ulong) => (true, (ulong)(object)value),
            _ when typeof(TValue) == typeof(sbyte) => (true, (sbyte)(object)value),
            _ when typeof(TValue) == typeof(short) => (true, (short)(object)value),
            _ when typeof(TValue) == typeof(int) => (true, (int)(object)value),
            _ when typeof(TValue) == typeof(long) => (true, (long)(object)value),
            _ => (false, Int128.Zero),
        };
        return isKnown;
    }

    private static bool TryNarrow<TValue>(Int128 number, out TValue value)
    {
        value = default;
        if (typeof(TValue) == typeof(byte) && number >= byte.MinValue && number <= byte.MaxValue)
        {
            value = (TValue)(object)(byte)number;
        }
        else if (typeof(TValue) == typeof(ushort) && number >= ushort.MinValue && number <= ushort.MaxValue)
        {
            value = (TValue)(object)(ushort)number;
        }
        else if (typeof(TValue) == typeof(uint) && number >= uint.MinValue && number <= uint.MaxValue)
        {
            value = (TValue)(object)(uint)number;
        }
        else if (typeof(TValue) == typeof(ulong) && number >= ulong.MinValue && number <= ulong.MaxValue)
        {
            value = (TValue)(object)(ulong)number;
        }
        else if (typeof(TValue) == typeof(int) && number >= int.MinValue && number <= int.MaxValue)
        {
            value = (TValue)(object)(int)number;
        }
        else if (typeof(TValue) == typeof(long) && number >= long.MinValue && number <= long.MaxValue)
        {
            value = (TValue)(object)(long)number;
        }
        else
        {
            return false;
        }

        return true;
    }
}
