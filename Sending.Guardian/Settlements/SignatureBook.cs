using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Settlements;
using Sending.Chain.Storage;

namespace Sending.Guardian.Settlements;

/// <summary>Signatures of settlements that were seen, each verified; a few for each guardian and epoch, since one that signs two loses stake by them.</summary>
/// <param name="file">See <see cref="Storage.GuardianStore"/>.</param>
/// <param name="domain">See <see cref="TypedDataDomain.OfRewards"/>.</param>
internal sealed class SignatureBook(StateFile file, TypedDataDomain domain)
{
    /// <summary>Two are proof enough.</summary>
    private const int MostDigests = 2;

    /// <summary>Keeps a signature, if a guardian's operator, present or former, gave it.</summary>
    /// <param name="state">Knows operators.</param>
    /// <param name="settlement">What is said to be signed.</param>
    /// <param name="signature">By whom, and how; anybody's word.</param>
    public void Add(ProtocolState state, SettlementMessage settlement, GuardianSignature signature)
    {
        var digest = settlement.Digest(domain);
        if (AccountSignature.Recover(digest, signature.Signature) is not { } signer
            || !signature.Guardian.Equals(state.Staking.FindNodeOfOperator(signer), StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var document = new SettlementSignatures(settlement, Word.Hash(digest), [signature]);
        using var connection = file.Connect();
        connection.Execute(
            """
            INSERT INTO signatures SELECT $epoch, $guardian, $digest, $document
            WHERE (SELECT COUNT(*) FROM signatures WHERE epoch = $epoch AND guardian = $guardian) < $most ON CONFLICT DO NOTHING
            """,
            ("$epoch", (long)settlement.Epoch),
            ("$guardian", Word.Bytes(signature.Guardian)),
            ("$digest", digest),
            ("$document", document.ToJson()),
            ("$most", MostDigests));
    }

    /// <summary>The signatures of a settlement.</summary>
    public IReadOnlyList<GuardianSignature> List(string digest)
    {
        using var connection = file.Connect();
        return [.. connection.Query("SELECT document FROM signatures WHERE digest = $digest ORDER BY guardian", Read, ("$digest", Word.Bytes(digest))).SelectMany(document => document.Signatures)];
    }

    /// <summary>Pairs of different settlements of one epoch that a guardian has signed, from an epoch on.</summary>
    public IReadOnlyList<(SettlementSignatures A, SettlementSignatures B)> ListEquivocations(long from)
    {
        using var connection = file.Connect();
        var all = connection.Query(
            """
            SELECT s.document FROM signatures s WHERE s.epoch >= $from
              AND (SELECT COUNT(*) FROM signatures o WHERE o.epoch = s.epoch AND o.guardian = s.guardian) > 1 ORDER BY s.epoch, s.guardian
            """,
            Read,
            ("$from", from));
        return [.. all.GroupBy(document => (document.Settlement.Epoch, document.Signatures[0].Guardian)).Select(pair => (pair.First(), pair.Last()))];
    }

    /// <summary>Forgets epochs before <paramref name="epoch"/>.</summary>
    public void Forget(long epoch)
    {
        using var connection = file.Connect();
        connection.Execute("DELETE FROM signatures WHERE epoch < $epoch", ("$epoch", epoch));
    }

    private static SettlementSignatures Read(Microsoft.Data.Sqlite.SqliteDataReader row) => SettlementSignatures.Parse(row.GetFieldValue<byte[]>(0));
}
