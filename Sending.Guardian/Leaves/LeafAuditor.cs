using System.Collections.Concurrent;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Wire;
using Sending.Chain.Work;

namespace Sending.Guardian.Leaves;

/// <summary>Fetches the leaves of commitments, keeps them, and checks each receipt. Verdicts are for the process's life: they follow from what is kept.</summary>
/// <param name="client">Fetches.</param>
/// <param name="store">Keeps.</param>
/// <param name="domain">See <see cref="TypedDataDomain.OfWork"/>.</param>
/// <param name="time">Measures pauses.</param>
internal sealed class LeafAuditor(LeafClient client, ILeafStore store, TypedDataDomain domain, TimeProvider time)
{
    private const int MostAtOnce = 4;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(long Epoch, string Edge, string Root, long Units), LeafVerdict> _verdicts = new();
    private readonly ConcurrentDictionary<string, (long At, string Problem)> _asked = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _fetching = new(MostAtOnce);

    /// <summary>The verdict on a commitment; null before the first look.</summary>
    public LeafVerdict? Find(IndexedCommitment commitment) => _verdicts.GetValueOrDefault(KeyOf(commitment));

    /// <summary>Looks at a commitment whose leaves may have to be fetched, unless it has been judged.</summary>
    /// <param name="state">For the right to sign; nobody else may use it meanwhile.</param>
    /// <param name="commitment">The commitment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LeafVerdict> AuditAsync(ProtocolState state, IndexedCommitment commitment, CancellationToken cancellationToken)
    {
        if (Find(commitment) is { Kind: not LeafVerdictKind.Withheld } known)
        {
            return known;
        }

        var header = HeaderOf(commitment);
        var problem = await ObtainAsync(header, LeafSources.Of(state, commitment.Edge), cancellationToken);
        var verdict = problem is null
            ? await JudgeAsync(state, header, cancellationToken)
            : new LeafVerdict(LeafVerdictKind.Withheld, null, [], problem);
        _verdicts[KeyOf(commitment)] = verdict;
        return verdict;
    }

    /// <summary>Sees to it that a commitment's leaves are kept, whether they are sound or not.</summary>
    /// <param name="header">The commitment.</param>
    /// <param name="sources">Who may have them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when they are; else who did not give them.</returns>
    public async Task<string?> ObtainAsync(LeafSetHeader header, IEnumerable<Uri> sources, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(header.Root, cancellationToken) is not null)
        {
            return null;
        }

        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (_asked.TryGetValue(header.Root, out var before) && time.GetElapsedTime(before.At) < s_pause)
            {
                return before.Problem;
            }

            var fetch = await client.FetchAsync(header, sources, cancellationToken);
            if (fetch.Set is { } set)
            {
                await store.SaveAsync(set, cancellationToken);
                return null;
            }

            var problem = ServiceFailure.Describe(fetch.Failures, "Neither the Edge nor a guardian has an endpoint.");
            _asked[header.Root] = (time.GetTimestamp(), problem);
            return problem;
        }
        finally
        {
            _fetching.Release();
        }
    }

    /// <summary>Forgets what is about epochs before <paramref name="epoch"/>.</summary>
    public async ValueTask ForgetAsync(long epoch, CancellationToken cancellationToken)
    {
        foreach (var key in _verdicts.Keys.Where(key => key.Epoch < epoch))
        {
            _verdicts.TryRemove(key, out _);
        }

        _asked.Clear();
        await store.ForgetAsync(epoch, cancellationToken);
    }

    private async Task<LeafVerdict> JudgeAsync(ProtocolState state, LeafSetHeader commitment, CancellationToken cancellationToken)
    {
        var kept = await store.FindAsync(commitment.Root, cancellationToken);
        var leaves = await store.ReadAsync(commitment.Root, 0, kept?.Count ?? 0, cancellationToken);
        var set = new LeafSet(commitment.Epoch, commitment.Edge, commitment.Root, commitment.Units, leaves);
        var report = await LeafSetCheck.RunAsync(
            set, domain, (client, signer) => ReceiptRight.MaySign(state, client, signer, commitment.Epoch), cancellationToken);
        return report.IsSound
            ? new LeafVerdict(LeafVerdictKind.Held, null, [], $"{leaves.Count} leaves are sound.")
            : new LeafVerdict(LeafVerdictKind.Faulty, set, report.Faults, report.Faults[0].Reason);
    }

    /// <summary>The commitment, as its leaves are asked for.</summary>
    public static LeafSetHeader HeaderOf(IndexedCommitment commitment)
        => new(commitment.Epoch, commitment.Edge, commitment.Root, unchecked((ulong)commitment.Units), 0);

    private static (long Epoch, string Edge, string Root, long Units) KeyOf(IndexedCommitment commitment)
        => (commitment.Epoch, commitment.Edge, commitment.Root, commitment.Units);
}
