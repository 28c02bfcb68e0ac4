using System.Numerics;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>A guardian's scores of the Edges' availability: one byte for each Edge index, 0 to 100, or 255 for no opinion.</summary>
public static class AvailabilityScores
{
    /// <summary>The best score.</summary>
    public const byte Highest = 100;

    /// <summary>The byte that says nothing of an Edge.</summary>
    public const byte NoOpinion = 255;

    /// <summary>Whether every byte is a score or <see cref="NoOpinion"/>.</summary>
    public static bool AreValid(ReadOnlySpan<byte> scores) =>
        scores.IndexOfAnyInRange((byte)(Highest + 1), (byte)(NoOpinion - 1)) < 0;

    /// <summary>The score of an Edge; null for no opinion, which is also what is said of every Edge beyond the end.</summary>
    /// <param name="scores">See <see cref="AreValid"/>.</param>
    /// <param name="edge">The Edge's index.</param>
    public static byte? Of(ReadOnlySpan<byte> scores, int edge) =>
        edge < scores.Length && scores[edge] != NoOpinion ? scores[edge] : null;

    /// <summary>What a guardian commits to before it reveals.</summary>
    /// <param name="epoch">The scores' epoch.</param>
    /// <param name="guardian">Owner of the guardian's node.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="salt">32 random bytes, kept until the reveal, so that nobody can guess the scores before.</param>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public static byte[] Commitment(BigInteger epoch, string guardian, ReadOnlySpan<byte> scores, ReadOnlySpan<byte> salt)
    {
        const int heads = 4;
        var padded = (scores.Length + Bytes32.Length - 1) / Bytes32.Length * Bytes32.Length;
        var encoded = new byte[((heads + 1) * Bytes32.Length) + padded];
        var words = new AbiWords(encoded);
        words.AddNumber(epoch);
        words.AddAddress(guardian);
        words.AddNumber(heads * Bytes32.Length);
        words.AddHash(salt);
        words.AddNumber(scores.Length);
        scores.CopyTo(encoded.AsSpan(words.Written.Length));
        return Keccak256.Hash(encoded);
    }
}
