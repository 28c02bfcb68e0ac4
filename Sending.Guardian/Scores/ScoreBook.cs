using System.Security.Cryptography;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Storage;

namespace Sending.Guardian.Scores;

/// <summary>Scores and the salts that hide them until they are revealed: on the disk before anything is committed to.</summary>
/// <param name="file">See <see cref="Storage.GuardianStore"/>.</param>
internal sealed class ScoreBook(StateFile file)
{
    private const int SaltLength = 32;

    /// <summary>What is committed to for an epoch; null when nothing is.</summary>
    public ScoreEntry? Find(long epoch)
    {
        using var connection = file.Connect();
        return connection
            .Query("SELECT scores, salt FROM scores WHERE epoch = $epoch", row => new ScoreEntry(epoch, row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)), ("$epoch", epoch))
            .SingleOrDefault();
    }

    /// <summary>What is committed to for an epoch, made now when nothing was; the same for ever then.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="scores">Asked for when nothing is written yet.</param>
    public ScoreEntry GetOrMake(long epoch, Func<byte[]> scores)
    {
        if (Find(epoch) is { } known)
        {
            return known;
        }

        using (var connection = file.Connect())
        {
            connection.Execute(
                "INSERT INTO scores VALUES ($epoch, $scores, $salt) ON CONFLICT DO NOTHING",
                ("$epoch", epoch),
                ("$scores", scores()),
                ("$salt", RandomNumberGenerator.GetBytes(SaltLength)));
        }

        return Find(epoch)!;
    }

    /// <summary>Forgets the scores of epochs before <paramref name="epoch"/>.</summary>
    public void Forget(long epoch)
    {
        using var connection = file.Connect();
        connection.Execute("DELETE FROM scores WHERE epoch < $epoch", ("$epoch", epoch));
    }
}

/// <summary>A guardian's scores of an epoch.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Scores">See <see cref="AvailabilityScores"/>.</param>
/// <param name="Salt">32 random bytes.</param>
internal sealed record ScoreEntry(long Epoch, byte[] Scores, byte[] Salt)
{
    /// <summary>What is committed to.</summary>
    /// <param name="guardian">Owner of the guardian's node.</param>
    public byte[] Hash(string guardian) => AvailabilityScores.Commitment(Epoch, guardian, Scores, Salt);

    /// <summary>The same as 0x and 64 lower-case digits.</summary>
    public string HashText(string guardian) => Word.Hash(Hash(guardian));
}
