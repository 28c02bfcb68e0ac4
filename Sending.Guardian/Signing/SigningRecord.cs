using System.Globalization;
using Nethereum.Signer;
using Sending.Chain.Accounts;
using Sending.Chain.Errors;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;
using Sending.Chain.Storage;

namespace Sending.Guardian.Signing;

/// <summary>
/// What a guardian has signed: one settlement for each epoch, for ever. It is on the disk before the signature leaves, belongs to one process at a time,
/// and refuses what contradicts it, since two signed settlements of one epoch cost the guardian a part of its stake.
/// </summary>
public sealed class SigningRecord : IDisposable
{
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE signed (
          chain_id INTEGER NOT NULL, pool BLOB NOT NULL, epoch INTEGER NOT NULL, digest BLOB NOT NULL,
          UNIQUE (chain_id, pool, epoch)
        ) STRICT;
        """,
    ];

    private readonly StateFile _file;
    private readonly FileStream _lock;
    private readonly TypedDataDomain _domain;
    private readonly long _chainId;

    private SigningRecord(StateFile file, FileStream held, ChainIdentity chain, TypedDataDomain domain)
        => (_file, _lock, Chain, _chainId, _domain) = (file, held, chain, chain.ChainId, domain);

    /// <summary>Which chain it is about.</summary>
    public ChainIdentity Chain { get; }

    /// <summary>Address of the RewardPool whose settlements are signed.</summary>
    public string Pool => _domain.VerifyingContract;

    /// <summary>Opens or creates the record, for this process alone until it is disposed of.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="chain">The chain; the file is refused for another.</param>
    /// <param name="rewardPool">Address of RewardPool.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.StateUnusable"/>: another process has it, or it is damaged; <see cref="ErrorCode.StateOfAnotherChain"/>.
    /// </exception>
    public static SigningRecord Open(string path, ChainIdentity chain, string rewardPool)
    {
        var file = Path.GetFullPath(path);
        PrivateFile.CreateFolder(Path.GetDirectoryName(file)!);
        var held = PrivateFile.TryLock(file + ".lock") ?? throw new SendingException(
            ErrorCode.StateUnusable,
            $"Another process has the signing record {file}. One guardian runs once; stop the other process first.",
            new Dictionary<string, string> { ["file"] = file });
        try
        {
            return new SigningRecord(StateFile.Open(file, chain, Migrations, StateDurability.Power), held, chain, TypedDataDomain.OfRewards(chain.ChainId, rewardPool));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Signs a settlement, after it is on record; the same one again as often as wanted.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="key">The guardian's operator key.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.SigningRefused"/>: another one of the epoch was signed.</exception>
    public byte[] Sign(SettlementMessage settlement, EthECKey key)
    {
        var digest = settlement.Digest(_domain);
        Record([new SignedSettlement((long)settlement.Epoch, Word.Hash(digest))]);
        return AccountSignature.Sign(digest, key);
    }

    /// <summary>Everything on record, by epoch.</summary>
    public IReadOnlyList<SignedSettlement> List()
    {
        using var connection = _file.Connect();
        return connection.Query(
            "SELECT epoch, digest FROM signed WHERE chain_id = $chain AND pool = $pool ORDER BY epoch",
            row => new SignedSettlement(row.GetInt64(0), Word.Hash(row.GetFieldValue<byte[]>(1))),
            ("$chain", _chainId),
            ("$pool", Word.Bytes(Pool)));
    }

    /// <summary>Puts on record what was signed elsewhere, all or nothing.</summary>
    /// <returns>How many were not on record.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.SigningRefused"/>: one of them contradicts the record.</exception>
    public int Record(IReadOnlyList<SignedSettlement> signed) => Record(signed, keep: true);

    /// <summary>What <see cref="Record(IReadOnlyList{SignedSettlement})"/> would do; nothing is put on record.</summary>
    /// <returns>How many are not on record.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.SigningRefused"/>: one of them contradicts the record.</exception>
    public int Check(IReadOnlyList<SignedSettlement> signed) => Record(signed, keep: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Release();
        _lock.Dispose();
    }

    private int Record(IReadOnlyList<SignedSettlement> signed, bool keep)
    {
        using var connection = _file.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var added = 0;
        foreach (var (epoch, digest) in signed)
        {
            (string, object?)[] key = [("$chain", _chainId), ("$pool", Word.Bytes(Pool)), ("$epoch", epoch)];
            var known = connection.Scalar<byte[]>("SELECT digest FROM signed WHERE chain_id = $chain AND pool = $pool AND epoch = $epoch", key);
            if (known is not null && Word.Hash(known) != digest)
            {
                throw new SendingException(
                    ErrorCode.SigningRefused,
                    $"Another settlement of epoch {epoch} was signed ({Word.Hash(known)}); {digest} is refused, because two would cost a part of the stake.",
                    new Dictionary<string, string> { ["epoch"] = epoch.ToString(CultureInfo.InvariantCulture), ["signed"] = Word.Hash(known), ["refused"] = digest });
            }

            added += known is not null ? 0 : connection.Execute("INSERT INTO signed VALUES ($chain, $pool, $epoch, $digest)", [.. key, ("$digest", Word.Bytes(digest))]);
        }

        if (keep)
        {
            transaction.Commit();
        }

        return added;
    }
}

/// <summary>A settlement that was signed.</summary>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Digest">What was signed, 0x and 64 lower-case digits.</param>
public sealed record SignedSettlement(long Epoch, string Digest);
