using CsCheck;

namespace Sending.Testing;

/// <summary>Random bytes, and sound inputs with up to five kinds of damage.</summary>
internal static class ByteMutations
{
    private const int WordLength = 32;

    private static readonly Gen<(int Kind, int At, int Value)> s_damage = Gen.Select(Gen.Int[0, 8], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]);

    public static Gen<byte[]> Of(IReadOnlyList<byte[]> sound) => Gen.Frequency(
        (1, Gen.Byte.Array[0, 200]),
        (9, Gen.Select(Gen.Int[0, sound.Count - 1], s_damage.Array[1, 5], (which, damages) => damages.Aggregate(sound[which], (data, damage) => Apply(sound, data, damage)))));

    private static byte[] Apply(IReadOnlyList<byte[]> sound, byte[] data, (int Kind, int At, int Value) damage)
    {
        var (kind, at, value) = (damage.Kind, damage.At % (data.Length + 1), damage.Value);
        return kind switch
        {
            0 => data[..at],
            1 => [.. data, .. Enumerable.Repeat((byte)value, value % 70)],
            2 => [.. data[..at], (byte)value, .. data[at..]],
            3 => Splice(data, at, sound[value % sound.Count], value),
            4 => [.. data[..at], .. data[(at / 2)..]],
            5 => Overwrite(data, at / WordLength * WordLength, Word(value)),
            6 => Overwrite(data, (at / WordLength * WordLength) + WordLength - 1, [(byte)value]),
            7 => Overwrite(data, at, [(byte)(at < data.Length ? data[at] ^ (1 << (value % 8)) : 0)]),
            _ => Overwrite(data, at, [(byte)value]),
        };
    }

    private static byte[] Splice(byte[] data, int at, byte[] other, int value)
    {
        var from = value % (other.Length + 1);
        return [.. data[..at], .. other[from..]];
    }

    private static byte[] Overwrite(byte[] data, int at, byte[] bytes)
    {
        var changed = data.ToArray();
        bytes.AsSpan(0, Math.Max(0, Math.Min(bytes.Length, data.Length - at))).CopyTo(changed.AsSpan(Math.Min(at, data.Length)));
        return changed;
    }

    /// <summary>Lengths and offsets that a careless reader would believe.</summary>
    private static byte[] Word(int value)
    {
        var word = new byte[WordLength];
        switch (value % 5)
        {
            case 0:
                Array.Fill(word, (byte)0xff);
                break;
            case 1:
                word[28] = 0x7f;
                word.AsSpan(29).Fill(0xff);
                break;
            case 2:
                word[28] = 0x80;
                break;
            case 3:
                word[31] = (byte)(value >> 8);
                word[30] = (byte)(value >> 16);
                break;
            default:
                word[0] = 0x80;
                break;
        }

        return word;
    }
}
