using System.Globalization;
using System.Text;

namespace Nethereum.HdWallet;

/// <summary>
/// Unicode normalisation form KD, which BIP-39 demands of words and passphrases. .NET's own does nothing, without an error, where the
/// invariant globalization mode is on or ICU is missing; the same passphrase would then lead to other keys on another machine.
/// </summary>
internal static class CompatibilityDecomposition
{
    // Hangul syllables decompose by arithmetic (Unicode Standard, section 3.12).
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int FirstLeading = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeTrailing = 0x11A7;
    private const int Vowels = 21;
    private const int Trailings = 28;

    private static readonly Lazy<(Dictionary<int, Rune[]> Decompositions, Dictionary<int, int> Classes)> s_tables = new(ReadTables);

    /// <summary>The text in normalisation form KD.</summary>
    public static string Normalize(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var runes = new List<Rune>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune, runes);
        }

        Reorder(runes);
        return string.Concat(runes);
    }

    private static void Decompose(Rune rune, List<Rune> target)
    {
        if (rune.Value is >= FirstSyllable and <= LastSyllable)
        {
            var index = rune.Value - FirstSyllable;
            target.Add(new Rune(FirstLeading + (index / (Vowels * Trailings))));
            target.Add(new Rune(FirstVowel + (index / Trailings % Vowels)));
            if (index % Trailings != 0)
            {
                target.Add(new Rune(BeforeTrailing + (index % Trailings)));
            }
        }
        else if (s_tables.Value.Decompositions.TryGetValue(rune.Value, out var decomposition))
        {
            target.AddRange(decomposition);
        }
        else
        {
            target.Add(rune);
        }
    }

    // The canonical ordering (section 3.11): marks that follow each other are sorted by class, stable, never across a class of 0.
    private static void Reorder(List<Rune> runes)
    {
        for (var i = 1; i < runes.Count; i++)
        {
            var rune = runes[i];
            var rank = ClassOf(rune);
            var target = i;
            while (rank != 0 && target > 0 && ClassOf(runes[target - 1]) > rank)
            {
                runes[target] = runes[target - 1];
                target--;
            }

            runes[target] = rune;
        }
    }

    private static int ClassOf(Rune rune) => s_tables.Value.Classes.GetValueOrDefault(rune.Value);

    private static (Dictionary<int, Rune[]> Decompositions, Dictionary<int, int> Classes) ReadTables()
    {
        var decompositions = new Dictionary<int, Rune[]>();
        var classes = new Dictionary<int, int>();
        foreach (var line in EmbeddedText.ReadLines("nfkd.txt").Where(line => line[0] != '#'))
        {
            if (line.Split('=') is [var from, var to])
            {
                decompositions.Add(Hex(from), [.. to.Split(' ').Select(code => new Rune(Hex(code)))]);
            }
            else if (line.Split('-', ':') is [var first, var last, var rank])
            {
                for (var code = Hex(first); code <= Hex(last); code++)
                {
                    classes.Add(code, int.Parse(rank, CultureInfo.InvariantCulture));
                }
            }
        }

        return (decompositions, classes);
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
