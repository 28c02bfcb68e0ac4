using System.IO.Compression;
using Sending.Chain.Errors;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;
using Sending.Chain.Storage;

namespace Sending.Chain.Settlements;

/// <summary>Settlements that were computed or fetched, by digest, in a SQLite file of their own.</summary>
public sealed class SettlementStore
{
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE settlements (
          id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, epoch INTEGER NOT NULL,
          document BLOB NOT NULL -- JSON, compressed by Brotli
        ) STRICT;
        CREATE INDEX settlements_by_epoch ON settlements (epoch);
        """,
    ];

    private readonly StateFile _file;

    private SettlementStore(StateFile file) => _file = file;

    /// <summary>Opens or creates the file.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.StateOfAnotherChain"/> or <see cref="ErrorCode.StateUnusable"/>.</exception>
    public static SettlementStore Open(string path, ChainIdentity chain) => new(StateFile.Open(path, chain, Migrations, StateDurability.Power));

    /// <summary>Keeps a settlement; it is safe when this returns.</summary>
    public void Save(SettlementDocument document)
    {
        using var connection = _file.Connect();
        connection.Execute(
            "INSERT INTO settlements (digest, epoch, document) VALUES ($digest, $epoch, $document) ON CONFLICT DO NOTHING",
            ("$digest", Word.Bytes(document.Digest)),
            ("$epoch", (long)document.Settlement.Epoch),
            ("$document", Compress(document.ToJson())));
    }

    /// <summary>The settlement with a digest; null when it is not kept.</summary>
    public SettlementDocument? Find(string digest) => Find("digest = $key", Word.Bytes(digest));

    /// <summary>The settlement of an epoch that was saved last; null when none is kept.</summary>
    public SettlementDocument? Find(long epoch) => Find("epoch = $key", epoch);

    /// <summary>The newest epoch of which one is kept; null when none is.</summary>
    public long? LastEpoch
    {
        get
        {
            using var connection = _file.Connect();
            return connection.Scalar<long?>("SELECT MAX(epoch) FROM settlements");
        }
    }

    /// <summary>Forgets the settlements of epochs before <paramref name="epoch"/>.</summary>
    public void Forget(long epoch)
    {
        using var connection = _file.Connect();
        connection.Execute("DELETE FROM settlements WHERE epoch < $epoch", ("$epoch", epoch));
    }

    private static byte[] Compress(byte[] json)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(json);
        }

        return compressed.ToArray();
    }

    private SettlementDocument? Find(string where, object key)
    {
        using var connection = _file.Connect();
        if (connection.Scalar<byte[]>($"SELECT document FROM settlements WHERE {where} ORDER BY id DESC LIMIT 1", ("$key", key)) is not { } compressed)
        {
            return null;
        }

        using var json = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress))
        {
            brotli.CopyTo(json);
        }

        return SettlementDocument.Parse(json.ToArray());
    }
}
