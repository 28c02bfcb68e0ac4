using System.Globalization;
using System.Numerics;

namespace Sending.Testing;

/// <summary>Random inputs from a seed, which the message of a failed comparison names; set SENDING_TEST_SEED to repeat a run.</summary>
public sealed class Seeded
{
    private readonly Random _random;

    public Seeded()
    {
        var wanted = Environment.GetEnvironmentVariable("SENDING_TEST_SEED");
        Seed = wanted is null ? Random.Shared.Next() : int.Parse(wanted, CultureInfo.InvariantCulture);
        _random = new Random(Seed);
    }

    public int Seed { get; }

    public bool Coin() => _random.Next(2) == 0;

    public int Below(int bound) => _random.Next(bound);

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    public string Hex(int length) => "0x" + Convert.ToHexStringLower(Bytes(length));

    /// <summary>A number of at most so many bits; small ones and zero are as likely as large ones.</summary>
    public BigInteger Number(int bits)
    {
        var length = _random.Next(bits + 1);
        return new BigInteger(Bytes((bits / 8) + 1), isUnsigned: true) & ((BigInteger.One << length) - 1);
    }

    /// <summary>Text with characters of one to four UTF-8 bytes.</summary>
    public string Text(int longest)
    {
        string[] alphabet = ["a", "Z", "0", " ", "\n", "\"", "é", "ß", "λ", "中", "🙂", "\u0301"];
        return string.Concat(Enumerable.Range(0, _random.Next(longest + 1)).Select(_ => alphabet[_random.Next(alphabet.Length)]));
    }

    /// <summary>Compares what two programs made of the same inputs.</summary>
    public void AssertSame<TInput>(IReadOnlyList<TInput> inputs, IReadOnlyList<string> expected, Func<TInput, string> actual)
    {
        Assert.Equal(inputs.Count, expected.Count);
        for (var i = 0; i < inputs.Count; i++)
        {
            var mine = actual(inputs[i]);
            Assert.True(expected[i] == mine, $"Seed {Seed}, input {i}: expected {expected[i]}, got {mine}");
        }
    }
}
