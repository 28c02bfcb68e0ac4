using System.Text.RegularExpressions;
using CsCheck;

namespace Sending.Testing;

/// <summary>Random text, and sound text, mostly JSON, with up to four kinds of damage.</summary>
internal static partial class TextMutations
{
    /// <summary>What is put in the place of a value.</summary>
    private static readonly string[] s_values =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-1e400", "2147483648", "9223372036854775808", "1" + new string('0', 400), "\"\"", "\"0x\"", "\"0x0\"", "\"0xzz\"", "\"-0x1\"", "\"0x"
        + new string('f', 65) + "\"", "\"\\ud800\"", "\"2026-01-01T00:00:00Z\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"a\":1}", "\"uint256[][]\"", "NaN", "undefined", "'a'", "/* */ 1", "0x10", "010",
        new string('[', 300), string.Concat(Enumerable.Repeat("{\"a\":", 300)), new string('[', 100) + new string(']', 100),
    ];

    private static readonly Gen<(int Kind, int At, int Value)> s_damage = Gen.Select(Gen.Int[0, 8], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]);

    public static Gen<string> Of(IReadOnlyList<string> sound)
    {
        var values = sound.Select(text => ValuePattern().Matches(text).Select(match => (match.Index, match.Length)).ToArray()).ToArray();
        return Gen.Frequency(
            (1, Gen.String[0, 100]),
            (9, Gen.Select(Gen.Int[0, sound.Count - 1], s_damage.Array[1, 4], (which, damages) =>
            {
                // The first damage may know where the values are; what comes after does not.
                var text = damages[0].Kind >= 5 && values[which].Length > 0 ? ReplaceValue(sound, values, which, damages[0]) : Apply(sound, sound[which], damages[0]);
                return damages.Skip(1).Where(damage => damage.Kind < 5).Aggregate(text, (changed, damage) => Apply(sound, changed, damage));
            })));
    }

    private static string ReplaceValue(IReadOnlyList<string> sound, (int Index, int Length)[][] values, int which, (int Kind, int At, int Value) damage)
    {
        var (index, length) = values[which][damage.At % values[which].Length];
        var text = sound[which];
        var instead = damage.Kind switch
        {
            5 => "",
            6 => text.Substring(values[which][damage.Value % values[which].Length].Index, values[which][damage.Value % values[which].Length].Length),
            _ => s_values[damage.Value % s_values.Length],
        };
        return string.Concat(text.AsSpan(0, index), instead, text.AsSpan(index + length));
    }

    private static string Apply(IReadOnlyList<string> sound, string text, (int Kind, int At, int Value) damage)
    {
        var at = damage.At % (text.Length + 1);
        return damage.Kind switch
        {
            0 => text[..at],
            1 => text.Insert(at, ((char)(damage.Value % 0x3000)).ToString()),
            2 => at < text.Length ? text.Remove(at, Math.Min(1 + (damage.Value % 8), text.Length - at)) : text,
            3 => text[..at] + sound[damage.Value % sound.Count][(damage.Value % (sound[damage.Value % sound.Count].Length + 1))..],
            _ => at < text.Length ? string.Concat(text.AsSpan(0, at), ((char)(text[at] ^ (1 << (damage.Value % 7)))).ToString(), text.AsSpan(at + 1)) : text,
        };
    }

    [GeneratedRegex("""
        "[^"]*"|-?\d+|true|false|null
        """)]
    private static partial Regex ValuePattern();
}
