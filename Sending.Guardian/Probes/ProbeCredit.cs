using System.Numerics;
using System.Security.Cryptography;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Duties;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;

namespace Sending.Guardian.Probes;

/// <summary>
/// Sees to it that there are keys with credit to probe each Edge with: a few for each, each with a line at that Edge alone, that take turns and are replaced
/// in time. The operator's SEND pays; one transaction at a time deposits for all keys that lack credit.
/// </summary>
/// <param name="account">The operator's account.</param>
/// <param name="book">Keeps the keys.</param>
/// <param name="outbox">Sends.</param>
/// <param name="connection">The node.</param>
/// <param name="probes">Probes of an Edge in an epoch.</param>
internal sealed class ProbeCredit(UnlockedAccount account, ProbeBook book, Outbox outbox, ChainConnection connection, int probes)
{
    private const int KeysPerEdge = 2;
    private const int LongestLife = 30;

    /// <summary>Parts of an epoch that an Edge has to learn of a new line.</summary>
    private const int SettlingParts = 30;

    private static readonly TimeSpan s_longestSettling = TimeSpan.FromMinutes(5);

    private readonly TokenPermits _permits = new(connection);
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private DateTimeOffset _tryAgain;

    /// <summary>Makes keys and deposits for them as far as needed.</summary>
    /// <returns>The keys that can be used now, and what is in the way of the others; null when nothing is.</returns>
    public async Task<(IReadOnlyList<ProbeLine> Usable, string? Trouble)> PrepareAsync(DutyMoment moment, IReadOnlyList<string> edges, CancellationToken cancellationToken)
    {
        var fee = moment.State.Parameters.ValueAt(ProtocolParameter.FeePerUnit, moment.Epoch);
        var lines = ListLines(moment, fee);
        var missing = edges.SelectMany(edge => Enumerable.Repeat(edge, Math.Max(0, KeysPerEdge - lines.Count(each => each.Line.Edge == edge)))).ToList();
        foreach (var edge in missing)
        {
            // They do not all end at the same time.
            book.AddLine(edge, moment.Epoch + RandomNumberGenerator.GetInt32(LongestLife / 2, LongestLife));
        }

        lines = missing.Count > 0 ? ListLines(moment, fee) : lines;
        var known = edges.ToHashSet(StringComparer.Ordinal);
        var open = lines.Where(each => each.OnChain is null && known.Contains(each.Line.Edge)).Select(each => each.Line).ToList();
        var trouble = open.Count == 0 ? null : await DepositAsync(moment, open, fee, cancellationToken);
        return ([.. lines.Where(each => each.OnChain is not null && HasSettled(moment, each.Line)).Select(each => each.Line)], trouble);
    }

    /// <summary>Keys that have credit left, or will have some.</summary>
    private List<(ProbeLine Line, IndexedLine? OnChain)> ListLines(DutyMoment moment, BigInteger fee) =>
    [
        .. from line in book.ListLines(moment.Epoch)
           let onChain = moment.State.Credit.ListLinesOf(line.Address).SingleOrDefault(each => each.Edge == line.Edge)
           where onChain is null || onChain.Balance >= (line.Units + Prober.Units) * fee
           select (line, onChain),
    ];

    private bool HasSettled(DutyMoment moment, ProbeLine line)
    {
        if (!_seen.TryGetValue(line.Address, out var since))
        {
            _seen[line.Address] = since = moment.ChainTime;
        }

        var settling = moment.Clock.EpochDuration / SettlingParts;
        return moment.ChainTime >= since + (settling < s_longestSettling ? settling : s_longestSettling);
    }

    private async Task<string?> DepositAsync(DutyMoment moment, List<ProbeLine> open, BigInteger fee, CancellationToken cancellationToken)
    {
        foreach (var batch in open.Where(line => line.Batch is not null).GroupBy(line => line.Batch!))
        {
            if (outbox.Find(KeyOf(batch.Key)) is not { } entry)
            {
                await EnqueueAsync(moment, [.. batch], cancellationToken);
                return null;
            }

            if (!entry.Ended || entry.Outcome is { Succeeded: true })
            {
                return null;
            }

            if (_tryAgain == default)
            {
                _tryAgain = moment.ChainTime + (moment.Clock.EpochDuration / 4);
            }

            if (moment.ChainTime < _tryAgain)
            {
                return $"No credit could be deposited to probe with: {entry.Failure?.Message ?? $"the transaction {entry.Hash} failed."}";
            }
        }

        _tryAgain = default;
        var each = BigInteger.Max(
            moment.State.Parameters.ValueAt(ProtocolParameter.MinDeposit, moment.Epoch), (long)probes * Prober.Units * LongestLife * fee);
        var held = await connection.Token.BalanceOfQueryAsync(account.Address).WaitAsync(cancellationToken);
        var first = open.GroupBy(line => line.Edge).SelectMany(lines => lines.Select((line, place) => (Line: line, Place: place))).OrderBy(line => line.Place).Select(line => line.Line);
        var affordable = first.Take((int)BigInteger.Min(held / each, open.Count)).ToList();
        if (affordable.Count > 0)
        {
            await EnqueueAsync(moment, book.SetBatch(affordable, each), cancellationToken);
        }

        return affordable.Count == open.Count
            ? null
            : $"To probe {open.Count} more keys need credit, {SendAmount.Text(each)} each, and the operator {account.Address} holds {SendAmount.Text(held)}. Send it some.";
    }

    private async Task EnqueueAsync(DutyMoment moment, IReadOnlyList<ProbeLine> lines, CancellationToken cancellationToken)
    {
        var contract = connection.Deployment.Contracts.RelayCredit;
        var permit = await _permits.SignAsync(account, contract, lines.Aggregate(BigInteger.Zero, (sum, line) => sum + line.Deposit), cancellationToken);
        var message = new DepositAllWithPermitFunction
        {
            Deposits = [.. lines.Select(line => new Deposit { Payer = line.Address, Edge = line.Edge, Amount = line.Deposit })],
            Permit = new PermitSignature { Deadline = permit.Deadline, V = permit.V, R = permit.R, S = permit.S },
        };
        outbox.Enqueue(new TransactionIntent(KeyOf(lines[0].Batch!), TransactionCall.Of(contract, message, account.Address))
        {
            Deadline = moment.ChainTime + (TokenPermits.Lifetime / 2),
        });
    }

    private static string KeyOf(string batch) => $"probe-credit/{batch.ToLowerInvariant()}";
}
