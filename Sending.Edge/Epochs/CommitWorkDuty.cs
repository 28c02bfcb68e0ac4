using System.Globalization;
using Microsoft.Extensions.Logging;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Duties;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Transactions;
using Sending.Chain.Work;
using Sending.Edge.Receipts;

namespace Sending.Edge.Epochs;

/// <summary>
/// Commits to the receipts of the epoch that has ended. Its books are closed after a grace for late receipts, so that what is committed is final; the
/// leaves are on the disk before the transaction is recorded, so that what is committed can always be proven.
/// </summary>
/// <param name="edge">Whose work it is.</param>
/// <param name="ledger">The receipts.</param>
/// <param name="leaves">Where leaves are kept.</param>
/// <param name="connection">The node.</param>
/// <param name="outbox">Sends.</param>
/// <param name="options">How long receipts are waited for.</param>
/// <param name="metrics">Counts.</param>
/// <param name="log">Tells what is lost.</param>
internal sealed class CommitWorkDuty(
    EdgeIdentity edge,
    ReceiptLedger ledger,
    ILeafStore leaves,
    ChainConnection connection,
    Outbox outbox,
    EpochOptions options,
    EpochMetrics metrics,
    ILogger log) : IDuty
{
    /// <summary>How often a commitment is recorded anew that the contract refused: a reorganisation at the epoch's end can change the capacity.</summary>
    private const int MostAttempts = 5;

    private long _warned = -1;

    /// <inheritdoc/>
    public string Name => "commit-work";

    /// <inheritdoc/>
    public async Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        var epoch = moment.Epoch - 1;
        if (epoch < 0)
        {
            return DutyReport.Nothing;
        }

        var until = moment.EndOf(epoch) + moment.Clock.W1;
        if (FindCommitment(moment.State, epoch) is { } made)
        {
            return new DutyReport(DutyState.Done, epoch, $"{made.Units} units are committed, root {made.Root}.");
        }

        var opens = moment.EndOf(epoch) + options.GraceOf(moment.Clock);
        if (moment.ChainTime < opens && ledger.ClosedThrough < epoch)
        {
            return ledger.ListOpenEpochs(epoch).Count > 0
                ? new DutyReport(DutyState.Pending, epoch, "Late receipts are waited for.", until) { GoesOn = opens }
                : new DutyReport(DutyState.Waiting, epoch, "Late receipts are waited for; there are none yet.", opens);
        }

        await TellLostAsync(epoch, moment.Epoch, cancellationToken);
        var receipts = await ledger.CloseAsync(epoch, moment.Epoch, cancellationToken);
        if (receipts.Count == 0)
        {
            return new DutyReport(DutyState.Done, epoch, "No receipts; there is nothing to commit.");
        }

        if (moment.ChainTime >= until)
        {
            Lose(epoch, receipts, "the window for commitments has closed");
            return new DutyReport(DutyState.Missed, epoch, $"{receipts.Count} receipts were not committed in time; nobody pays for them.");
        }

        return await CommitAsync(moment, epoch, receipts, until, cancellationToken);
    }

    private async Task<DutyReport> CommitAsync(DutyMoment moment, long epoch, IReadOnlyList<SignedLeaf> receipts, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var capacity = await WorkCapacity.GetAsync(connection, moment.State, edge.Owner, epoch, cancellationToken);
        var selection = LeafSelection.Of(receipts, capacity);
        if (selection.LeftOut.Count > 0)
        {
            Lose(epoch, selection.LeftOut, $"the stake at the epoch's end covers {capacity} units; stake more for later epochs");
        }

        if (selection.Kept.Count == 0)
        {
            return new DutyReport(DutyState.Done, epoch, $"The stake covers {capacity} units, less than any receipt has; nothing is committed.");
        }

        var set = LeafSet.Build(epoch, edge.Owner, selection.Kept);
        await leaves.SaveAsync(set, cancellationToken);
        await leaves.ForgetAsync(epoch - options.KeptEpochs, cancellationToken);
        var message = new CommitWorkFunction { Epoch = epoch, Root = set.Root.HexToByteArray(), Units = set.Units };
        var call = TransactionCall.Of(connection.Deployment.Contracts.WorkProofs, message, edge.Operator);
        return Record(epoch, set, call, until);
    }

    private DutyReport Record(long epoch, LeafSet set, TransactionCall call, DateTimeOffset until)
    {
        var units = $"{set.Units} units of {set.Leaves.Count} receipts";
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var key = Key(epoch, attempt);
            var entry = outbox.Find(key);
            if (entry is null)
            {
                entry = outbox.Enqueue(new TransactionIntent(key, call) { Deadline = until });
                metrics.Committed.Add((long)set.Units);
            }

            var same = entry.Call.Data.Equals(call.Data, StringComparison.OrdinalIgnoreCase);
            if (!entry.Ended || (same && entry.Outcome is { Succeeded: true }))
            {
                // Whatever is on its way comes to its end first.
                return new DutyReport(DutyState.Pending, epoch, entry.Note?.Text ?? $"{units} are on their way, root {set.Root}.", until);
            }
        }

        return new DutyReport(DutyState.Failed, epoch, $"The commitment is refused again and again: {outbox.Find(Key(epoch, MostAttempts))?.Failure?.Message}", until);
    }

    private static string Key(long epoch, int attempt) => string.Create(CultureInfo.InvariantCulture, $"commit-work/{epoch}{(attempt == 1 ? "" : $"/{attempt}")}");

    private IndexedCommitment? FindCommitment(ProtocolState state, long epoch)
        => state.Work.ListCommitments(epoch).SingleOrDefault(commitment => commitment.Edge.Equals(edge.Owner, StringComparison.OrdinalIgnoreCase));

    /// <summary>Epochs whose windows went by while the Edge was down.</summary>
    private async Task TellLostAsync(long epoch, long current, CancellationToken cancellationToken)
    {
        foreach (var missed in ledger.ListOpenEpochs(epoch - 1))
        {
            Lose(missed, await ledger.CloseAsync(missed, current, cancellationToken), "the Edge was not there while its work could be committed");
        }
    }

    private void Lose(long epoch, IReadOnlyList<SignedLeaf> lost, string why)
    {
        if (Interlocked.Exchange(ref _warned, epoch) == epoch)
        {
            return;
        }

        var units = lost.Aggregate(0UL, (sum, leaf) => sum + leaf.Units);
        metrics.Lost.Add((long)units);
        log.LogWarning("{Units} units of {Receipts} receipts of epoch {Epoch} are not paid for: {Reason}.", units, lost.Count, epoch, why);
    }
}
