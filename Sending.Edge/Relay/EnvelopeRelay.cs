using System.Collections.Concurrent;
using Sending.Chain.Formats;
using Sending.Chain.Http.Login;
using Sending.Chain.Http.Problems;
using Sending.Chain.Relay.Wire;
using Sending.Edge.Cache;
using Sending.Edge.Receipts;

namespace Sending.Edge.Relay;

/// <summary>Takes envelopes from clients and from other Edges, hands them out and ends them; every wall of the relay leads here.</summary>
internal sealed class EnvelopeRelay(
    EnvelopeCache cache, ReceiptLedger ledger, ChainTerms terms, HomeEdges homes, EdgeDirectory directory, Mailboxes mailboxes, Forwarder forwarder, CacheOptions options)
{
    // So many are known to be at home without asking the disk.
    private const int MostResidents = 10_000;

    private readonly ConcurrentDictionary<string, bool> _residents = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes an envelope of a client, in the order of calls of whoever awaits each before the next; the inner task is done when it is on the disk and paid
    /// for.
    /// </summary>
    /// <param name="session">Whose.</param>
    /// <param name="envelope">The envelope.</param>
    /// <param name="hint">Owner of an Edge at which the recipient is at home; null when the sender knows of none.</param>
    /// <param name="cancellationToken">Gives up before it is begun.</param>
    /// <exception cref="RefusalException">It is not taken.</exception>
    public async Task<Task<AccountStatus>> BeginSendAsync(LoginSession session, Envelope envelope, string? hint, CancellationToken cancellationToken)
    {
        if (envelope.From != session.Did)
        {
            throw RelayRefusals.NotTheSender(envelope.From, session.Did);
        }

        RequireBounds(envelope);
        var payer = session.Payer ?? throw RelayRefusals.NoPayer();
        var found = await homes.FindAsync(envelope.To, hint, cancellationToken);
        if (!found.IsHere && found.Others.Count == 0)
        {
            throw RelayRefusals.NoHome(envelope.To);
        }

        var known = await terms.OfAsync(payer, session.Account, cancellationToken);
        return FinishAsync(cache.AddAsync(envelope, !found.IsHere, hint, known, cancellationToken));

        async Task<AccountStatus> FinishAsync(Task<Accepted> adding)
        {
            var accepted = await adding;
            Tell(envelope, found.IsHere, accepted.IsNew);
            return accepted.Account!;
        }
    }

    /// <summary>Takes an envelope of another Edge; done when it is on the disk.</summary>
    /// <exception cref="RefusalException">It is not taken.</exception>
    public async Task ForwardAsync(LoginSession session, Envelope envelope, CancellationToken cancellationToken)
    {
        // The operator may be the owner's own account, or have been another one at the log-in.
        if (await directory.FindAsync(session.Did.Address, cancellationToken) is not { } node || node.Operator != session.Account)
        {
            throw RelayRefusals.NotAnEdge(session.Did);
        }

        RequireBounds(envelope);
        if (!(await homes.FindAsync(envelope.To, null, cancellationToken)).IsHere && !cache.IsResident(envelope.To))
        {
            throw RelayRefusals.NotAtHome(envelope.To);
        }

        var accepted = await cache.AddAsync(envelope, false, null, null, cancellationToken);
        Tell(envelope, true, accepted.IsNew);
    }

    /// <summary>What waits for a client, as far as it may pay for it.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="after">Only what came after this place.</param>
    /// <param name="most">Most envelopes.</param>
    /// <param name="inFlight">Units that were handed out and not acknowledged.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusalException">Something waits, and none of it is handed out.</exception>
    public async Task<IReadOnlyList<Delivery>> ListAsync(LoginSession session, long after, int most, long inFlight, CancellationToken cancellationToken)
    {
        var payer = session.Payer ?? throw RelayRefusals.NoPayer();
        var known = await terms.OfAsync(payer, session.Account, cancellationToken);
        await WelcomeAsync(session.Did, known, cancellationToken);
        var next = cache.List(session.Did, after, 1, long.MaxValue);
        if (next.Count == 0)
        {
            return [];
        }

        var account = await ledger.GetAsync(payer, session.Account, cancellationToken);
        var allowance = ReceiptLedger.AllowanceOf(known, account) - inFlight;
        if (next[0].Units > allowance)
        {
            // What is in flight will be paid for, or comes first.
            return inFlight > 0 ? [] : throw Unserved(known, account, next[0].Units);
        }

        return cache.List(session.Did, after, most, allowance);
    }

    /// <summary>Ends envelopes that a client has, and charges it.</summary>
    public async Task<(IReadOnlyList<EnvelopeKey> Ended, AccountStatus Account)> AcknowledgeAsync(LoginSession session, IReadOnlyList<EnvelopeKey> keys, CancellationToken cancellationToken)
    {
        var payer = session.Payer ?? throw RelayRefusals.NoPayer();
        var done = await cache.AcknowledgeAsync(session.Did, keys, await terms.OfAsync(payer, session.Account, cancellationToken), cancellationToken);
        mailboxes.TellEnded(session.Did, keys);
        return done;
    }

    /// <summary>Takes a receipt.</summary>
    public async Task<AccountStatus> TakeReceiptAsync(LoginSession session, SignedReceipt receipt, CancellationToken cancellationToken)
        => await ledger.TakeAsync(session.Payer ?? throw RelayRefusals.NoPayer(), session.Account, receipt, cancellationToken);

    /// <summary>How a client stands.</summary>
    public Task<AccountStatus> GetAccountAsync(LoginSession session, CancellationToken cancellationToken)
        => ledger.GetAsync(session.Payer ?? throw RelayRefusals.NoPayer(), session.Account, cancellationToken);

    private static RefusalException Unserved(PayerTerms known, AccountStatus account, long units)
    {
        try
        {
            ReceiptLedger.RequireServed(known, account, units);
        }
        catch (RefusalException refused)
        {
            return refused;
        }

        return LedgerRefusals.PaymentRequired(account, units);
    }

    private void RequireBounds(Envelope envelope)
    {
        if (envelope.Body.Length > Envelope.LargestBody)
        {
            throw RelayRefusals.BodyTooLarge(envelope.Body.Length, Envelope.LargestBody);
        }

        if (envelope.Ttl > options.LongestTtl)
        {
            throw RelayRefusals.TtlTooLong(envelope.Ttl, options.LongestTtl);
        }
    }

    private void Tell(Envelope envelope, bool isHere, bool isNew)
    {
        if (isNew && isHere)
        {
            mailboxes.Tell(envelope.To);
        }
        else if (isNew)
        {
            forwarder.Wake(envelope.To);
        }
    }

    /// <summary>Who asks for its envelopes and can pay for them is at home here, whatever its document says. Others could fill the disk with names.</summary>
    private async Task WelcomeAsync(Did did, PayerTerms known, CancellationToken cancellationToken)
    {
        if (!known.HasLine || _residents.ContainsKey(did.Address))
        {
            return;
        }

        if (_residents.Count >= MostResidents)
        {
            _residents.Clear();
        }

        if (!cache.IsResident(did))
        {
            await cache.AddResidentAsync(did, cancellationToken);
        }

        _residents[did.Address] = true;
    }
}
