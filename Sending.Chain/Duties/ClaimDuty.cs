using System.Globalization;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;
using Sending.Chain.Transactions;

namespace Sending.Chain.Duties;

/// <summary>Claims what the node has earned, by the last final settlement, when that is worth its gas. What is claimed goes to those who stake.</summary>
/// <param name="node">The node's owner.</param>
/// <param name="sender">Who sends.</param>
/// <param name="client">Asks guardians for the proof.</param>
/// <param name="connection">The node.</param>
/// <param name="outbox">Sends.</param>
/// <param name="policy">When it is worth it.</param>
/// <param name="recorded">Told when a claim is recorded.</param>
public sealed class ClaimDuty(string node, string sender, SettlementClient client, ChainConnection connection, Outbox outbox, ClaimPolicy policy, Action recorded) : IDuty
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly TransactionPlanner _planner = new(connection);
    private (string Digest, EarningsProof Earned)? _known;
    private DateTimeOffset _askAgain;

    /// <inheritdoc/>
    public string Name => "claim";

    /// <inheritdoc/>
    public async Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        if (moment.State.Settlements.LastFinal is not { } settlement)
        {
            return DutyReport.Nothing;
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"claim/{settlement.Epoch}");
        var claimed = moment.State.Settlements.FindClaim(node);
        if (outbox.Find(key) is { } entry)
        {
            return entry switch
            {
                { Ended: false } => new DutyReport(DutyState.Pending, settlement.Epoch, entry.Note?.Text ?? "The claim is on its way."),
                { Outcome.Succeeded: true } => new DutyReport(DutyState.Done, settlement.Epoch, "Claimed."),
                _ => new DutyReport(DutyState.Done, settlement.Epoch, $"Not claimed: {entry.Failure?.Message ?? "the transaction failed"} The next claim takes it too."),
            };
        }

        if (await FindAsync(moment, settlement, cancellationToken) is not { } earned)
        {
            return new DutyReport(DutyState.Waiting, settlement.Epoch, "No guardian proves earnings; there may be none.");
        }

        var reward = earned.Cumulative - (claimed?.Cumulative ?? 0);
        if (reward.Sign <= 0)
        {
            return new DutyReport(DutyState.Done, settlement.Epoch, "Everything is claimed.");
        }

        var message = new ClaimFunction { Node = earned.Node, Cumulative = earned.Cumulative, Proof = [.. earned.Proof] };
        var call = TransactionCall.Of(connection.Deployment.Contracts.RewardPool, message, sender);
        var cost = (await _planner.PrepareAsync(call, cancellationToken)).ExpectedFee;
        if (!policy.IsDue(reward, cost, EpochsSince(moment, claimed)))
        {
            return new DutyReport(
                DutyState.Waiting, settlement.Epoch, $"{SendAmount.Text(reward)} are earned, for a claim that costs {SendAmount.Format(cost)} ETH; that waits until it is worth it.");
        }

        outbox.Enqueue(new TransactionIntent(key, call));
        recorded();
        return new DutyReport(DutyState.Pending, settlement.Epoch, $"{SendAmount.Text(reward)} are claimed.");
    }

    /// <summary>What has been asked for once is not asked for at every block.</summary>
    private async Task<EarningsProof?> FindAsync(DutyMoment moment, IndexedSettlement settlement, CancellationToken cancellationToken)
    {
        if (_known is { } known && known.Digest == settlement.Digest)
        {
            return known.Earned;
        }

        if (moment.ChainTime < _askAgain)
        {
            return null;
        }

        _askAgain = moment.ChainTime + Pause;
        var answer = await client.FindEarningsAsync(settlement, node, SettlementSources.Of(moment.State), cancellationToken);
        _known = answer.Found is { } found ? (settlement.Digest, found) : null;
        return answer.Found;
    }

    private long EpochsSince(DutyMoment moment, IndexedClaim? claimed)
        => (claimed?.ClaimedAt ?? moment.State.Staking.FindNode(node)?.RegisteredAt) is { } since ? moment.Epoch - moment.Clock.EpochAt(since) : moment.Epoch;
}
