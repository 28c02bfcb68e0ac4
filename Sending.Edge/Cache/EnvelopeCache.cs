using System.Security.Cryptography;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Http.Problems;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Storage;
using Sending.Edge.Receipts;
using Sending.Edge.Storage;

namespace Sending.Edge.Cache;

/// <summary>
/// Envelopes on the disk, until their recipient or the next Edge has them or their time is over. An envelope is taken once, by sender and id, and
/// leaves in the order in which it came.
/// </summary>
internal sealed class EnvelopeCache(EdgeStore store, ReceiptLedger ledger, CacheOptions options, TimeProvider time)
{
    private const int SweptAtOnce = 500;

    // Who sends again what has just ended must not be charged anew.
    private static readonly TimeSpan s_remembered = TimeSpan.FromMinutes(10);

    /// <summary>Takes an envelope; done when it is on the disk.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="isForward">Whether it goes on to another Edge.</param>
    /// <param name="home">Owner of the Edge that the sender named, if any.</param>
    /// <param name="terms">Of who pays; null when nobody does, between Edges.</param>
    /// <param name="cancellationToken">Gives up before it is begun.</param>
    /// <returns>Whether it is new, and how the payer stands.</returns>
    /// <exception cref="RefusalException">It is not taken.</exception>
    public Task<Accepted> AddAsync(Envelope envelope, bool isForward, string? home, PayerTerms? terms, CancellationToken cancellationToken)
    {
        var digest = Digest(envelope);
        var (now, expires) = (Now, Now + (1_000L * envelope.Ttl));
        return store.WriteAsync(
            statements =>
            {
                var rows = new EnvelopeRows(statements);
                if (rows.FindKnown(envelope) is { } known)
                {
                    return known.AsSpan().SequenceEqual(digest)
                        ? new Accepted(false, terms is null ? null : ledger.ChargeDone(new LedgerRows(statements), terms, 0))
                        : throw CacheRefusals.IdInUse(envelope);
                }

                var (envelopes, bytes) = rows.FindBox(Word.Bytes(envelope.To.Address));
                var size = EnvelopeRows.SizeOf(envelope.Body.Length);
                if (envelopes >= options.EnvelopesPerRecipient || bytes + size > options.BytesPerRecipient)
                {
                    throw CacheRefusals.BoxFull(envelope.To);
                }

                if (rows.StoredBytes + size > options.Bytes)
                {
                    throw CacheRefusals.CacheFull();
                }

                var account = terms is null ? null : ledger.Charge(new LedgerRows(statements), terms, envelope.Units);
                rows.Add(envelope, isForward, home, expires);
                rows.Remember(envelope, digest, Math.Max(expires, now) + (long)s_remembered.TotalMilliseconds);
                return new Accepted(true, account);
            },
            cancellationToken);
    }

    /// <summary>Ends envelopes that their recipient has, and charges each of them.</summary>
    /// <returns>Those that ended now, and how the payer stands.</returns>
    public Task<(IReadOnlyList<EnvelopeKey> Ended, AccountStatus Account)> AcknowledgeAsync(Did recipient, IReadOnlyList<EnvelopeKey> keys, PayerTerms terms, CancellationToken cancellationToken)
        => store.WriteAsync<(IReadOnlyList<EnvelopeKey>, AccountStatus)>(
            statements =>
            {
                var rows = new EnvelopeRows(statements);
                var (ended, units) = (new List<EnvelopeKey>(), 0L);
                foreach (var key in keys)
                {
                    if (rows.FindWaiting(key, Word.Bytes(recipient.Address)) is { } found)
                    {
                        rows.Remove(found);
                        ended.Add(key);
                        units += Envelope.UnitsOf((int)found.BodyLength);
                    }
                }

                return (ended, ledger.ChargeDone(new LedgerRows(statements), terms, units));
            },
            cancellationToken);

    /// <summary>Ends an envelope that another Edge has.</summary>
    public Task RemoveAsync(long sequence, CancellationToken cancellationToken) => store.WriteAsync(
        statements => new EnvelopeRows(statements) is var rows && rows.Find(sequence) is { } found && rows.Remove(found),
        cancellationToken);

    /// <summary>What waits for a recipient, in the order of arrival.</summary>
    /// <param name="recipient">Who.</param>
    /// <param name="after">Only what came after this place.</param>
    /// <param name="most">Most envelopes.</param>
    /// <param name="units">Most units; the first envelope that goes beyond is left out, and all after it.</param>
    public IReadOnlyList<Delivery> List(Did recipient, long after, int most, long units) => store.Read(connection =>
    {
        var found = new List<Delivery>();
        foreach (var (delivery, _) in EnvelopeRows.Stream(connection, Word.Bytes(recipient.Address), false, after, Now, most))
        {
            units -= delivery.Units;
            if (units < 0)
            {
                break;
            }

            found.Add(delivery);
        }

        return found;
    });

    /// <summary>The first envelopes that go on to another Edge for a recipient.</summary>
    public IReadOnlyList<(Delivery Delivery, string? Home)> ListForwards(Did recipient, int most)
        => store.Read(connection => EnvelopeRows.Stream(connection, Word.Bytes(recipient.Address), true, 0, Now, most).ToList());

    /// <summary>What went on to another Edge for a recipient waits here from now on, in places behind all others, so that who reads on does not miss it.</summary>
    public Task KeepHereAsync(Did recipient, CancellationToken cancellationToken) => store.WriteAsync(
        statements =>
        {
            new EnvelopeRows(statements).KeepHere(Word.Bytes(recipient.Address));
            return true;
        },
        cancellationToken);

    /// <summary>Recipients that envelopes go on to another Edge for.</summary>
    public IReadOnlyList<Did> ListForwardRecipients() => store.Read(connection => connection.Query(
        "SELECT DISTINCT recipient FROM envelopes WHERE is_forward = 1", row => new Did(Word.Address(row.GetFieldValue<byte[]>(0)))));

    /// <summary>Envelopes and bytes that are kept.</summary>
    public (long Envelopes, long Bytes) Stored => store.Read(connection => connection.Query("SELECT envelopes, bytes FROM stored", row => (row.GetInt64(0), row.GetInt64(1))).Single());

    /// <summary>Removes what has ended, a part at a time.</summary>
    /// <returns>Whether there may be more.</returns>
    public Task<bool> SweepAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        return store.WriteAsync(
            statements =>
            {
                var rows = new EnvelopeRows(statements);
                var ended = rows.ListEnded(now, SweptAtOnce);
                ended.ForEach(found => rows.Remove(found));
                return rows.Forget(now, SweptAtOnce) == SweptAtOnce || ended.Count == SweptAtOnce;
            },
            cancellationToken);
    }

    /// <summary>Whether somebody is at home here by having logged in.</summary>
    public bool IsResident(Did did) => store.Read(connection => connection.Scalar<long>("SELECT 1 FROM residents WHERE did = $did", ("$did", Word.Bytes(did.Address))) == 1);

    /// <summary>From now on somebody is at home here.</summary>
    public Task AddResidentAsync(Did did, CancellationToken cancellationToken)
        => store.WriteAsync(statements => statements.Execute("INSERT INTO residents VALUES ($did) ON CONFLICT DO NOTHING", ("$did", Word.Bytes(did.Address))), cancellationToken);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>What must be the same when an envelope comes again; its time to live shrinks on the way.</summary>
    private static byte[] Digest(Envelope envelope)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Word.Bytes(envelope.To.Address));
        hash.AppendData(envelope.Body.Span);
        return hash.GetHashAndReset();
    }
}

/// <summary>What became of an envelope that was taken.</summary>
/// <param name="IsNew">False when it had been taken before; it then costs nothing.</param>
/// <param name="Account">How the payer stands; null when nobody pays.</param>
internal sealed record Accepted(bool IsNew, AccountStatus? Account);
