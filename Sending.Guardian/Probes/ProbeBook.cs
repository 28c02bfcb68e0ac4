using System.Numerics;
using Nethereum.Signer;
using Sending.Chain.Events.Storage;
using Sending.Chain.Storage;

namespace Sending.Guardian.Probes;

/// <summary>The keys with which Edges are probed, and how probes went. Keys stay even when they are not used any more: what is left of their credit is theirs.</summary>
/// <param name="file">See <see cref="Storage.GuardianStore"/>.</param>
internal sealed class ProbeBook(StateFile file)
{
    /// <summary>Keys that are in use in an epoch.</summary>
    public IReadOnlyList<ProbeLine> ListLines(long epoch)
    {
        using var connection = file.Connect();
        return connection.Query(
            "SELECT id, edge, key, until_epoch, units, deposit, batch FROM probe_lines WHERE until_epoch >= $epoch ORDER BY id",
            row => new ProbeLine(
                row.GetInt64(0),
                Word.Address(row.GetFieldValue<byte[]>(1)),
                new EthECKey(row.GetFieldValue<byte[]>(2), true),
                row.GetInt64(3),
                row.GetInt64(4),
                Word.Number(row.GetFieldValue<byte[]>(5)),
                row.IsDBNull(6) ? null : Word.Address(row.GetFieldValue<byte[]>(6))),
            ("$epoch", epoch));
    }

    /// <summary>A new key for an Edge; it is on the disk before anything is deposited for it.</summary>
    public void AddLine(string edge, long untilEpoch)
    {
        using var connection = file.Connect();
        connection.Execute(
            "INSERT INTO probe_lines (edge, key, until_epoch, units, deposit, batch) VALUES ($edge, $key, $until, 0, $deposit, NULL)",
            ("$edge", Word.Bytes(edge)),
            ("$key", EthECKey.GenerateKey().GetPrivateKeyAsBytes()),
            ("$until", untilEpoch),
            ("$deposit", Word.Of(0)));
    }

    /// <summary>Decides what one transaction deposits.</summary>
    /// <param name="lines">For whom.</param>
    /// <param name="deposit">How much for each.</param>
    /// <returns>The same, as decided.</returns>
    public IReadOnlyList<ProbeLine> SetBatch(IReadOnlyList<ProbeLine> lines, BigInteger deposit)
    {
        var batch = lines[0].Address;
        using var connection = file.Connect();
        using var transaction = connection.BeginTransaction();
        foreach (var line in lines)
        {
            connection.Execute(
                "UPDATE probe_lines SET deposit = $deposit, batch = $batch WHERE id = $id", ("$deposit", Word.Of(deposit)), ("$batch", Word.Bytes(batch)), ("$id", line.Id));
        }

        transaction.Commit();
        return [.. lines.Select(line => line with { Deposit = deposit, Batch = batch })];
    }

    /// <summary>Counts what a probe may cost, before it is made.</summary>
    public void Use(ProbeLine line, long units)
    {
        using var connection = file.Connect();
        connection.Execute("UPDATE probe_lines SET units = units + $units WHERE id = $id", ("$units", units), ("$id", line.Id));
    }

    /// <summary>Counts a probe that has ended.</summary>
    public void Count(long epoch, string edge, bool answered)
    {
        using var connection = file.Connect();
        connection.Execute(
            "INSERT INTO probes VALUES ($epoch, $edge, 1, $answered) ON CONFLICT DO UPDATE SET sent = sent + 1, answered = answered + excluded.answered",
            ("$epoch", epoch),
            ("$edge", Word.Bytes(edge)),
            ("$answered", answered ? 1L : 0L));
    }

    /// <summary>How the probes of an epoch went, by Edge.</summary>
    public IReadOnlyDictionary<string, ProbeCount> CountsOf(long epoch)
    {
        using var connection = file.Connect();
        return connection
            .Query("SELECT edge, sent, answered FROM probes WHERE epoch = $epoch", row => (Edge: Word.Address(row.GetFieldValue<byte[]>(0)), Count: new ProbeCount(row.GetInt64(1), row.GetInt64(2))), ("$epoch", epoch))
            .ToDictionary(each => each.Edge, each => each.Count, StringComparer.Ordinal);
    }

    /// <summary>Forgets the counts of epochs before <paramref name="epoch"/>, and keys that never got credit.</summary>
    public void Forget(long epoch)
    {
        using var connection = file.Connect();
        connection.Execute("DELETE FROM probes WHERE epoch < $epoch", ("$epoch", epoch));
        connection.Execute("DELETE FROM probe_lines WHERE until_epoch < $epoch AND batch IS NULL", ("$epoch", epoch));
    }
}

/// <summary>How probes went.</summary>
/// <param name="Sent">So many were made.</param>
/// <param name="Answered">So many were answered in time.</param>
internal sealed record ProbeCount(long Sent, long Answered);
