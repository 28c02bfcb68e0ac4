using System.Numerics;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Deployments;

namespace Sending.Chain.Events.Projection;

/// <summary>What happened to a node, event by event.</summary>
public static class NodeHistory
{
    private static readonly string[] Contracts =
        [nameof(ContractAddresses.NodeStaking), nameof(ContractAddresses.WorkProofs), nameof(ContractAddresses.RewardPool)];

    private static readonly Dictionary<string, Func<ChainEvent, NodeEvent>> Readers = new(StringComparer.OrdinalIgnoreCase);

    static NodeHistory()
    {
        On<NodeRegisteredEventDTO>("registered", e => new(Account: e.Operator));
        On<EndpointSetEventDTO>("endpoint set", e => new(Text: e.Endpoint));
        On<OperatorSetEventDTO>("operator set", e => new(Account: e.Operator));
        On<CommissionSetEventDTO>("commission set", e => new(Rate: e.Commission));
        On<StakedEventDTO>("staked", e => new(e.Amount, e.Account));
        On<UnstakeRequestedEventDTO>("unstake requested", e => new(e.Amount, e.Account));
        On<UnstakeCancelledEventDTO>("unstake cancelled", e => new(e.Amount, e.Account));
        On<WithdrawnEventDTO>("withdrawn", e => new(e.Amount, e.Account));
        On<RewardsDistributedEventDTO>("rewards received", e => new(e.Amount));
        On<RewardsClaimedEventDTO>("rewards claimed", e => new(e.Amount, e.Account));
        On<RewardsRestakedEventDTO>("rewards restaked", e => new(e.Amount, e.Account));
        On<SlashedEventDTO>("slashed", e => new(e.Bonded + e.Unbonding, e.Reporter));
        On<TombstonedEventDTO>("closed for ever", _ => new());
        On<GuardianSuspendedEventDTO>("suspended", _ => new());
        On<GuardianResumedEventDTO>("resumed", _ => new());
        On<WorkCommittedEventDTO>("work committed", e => new(Epoch: e.Epoch, Text: $"{e.Units} units"));
        On<ScoresCommittedEventDTO>("scores committed", e => new(Epoch: e.Epoch));
        On<ScoresRevealedEventDTO>("scores revealed", e => new(Epoch: e.Epoch));
        On<ChallengedEventDTO>("challenged", e => new(e.Bond, e.Challenger, e.Epoch, Text: $"unit {e.Unit}"));
        On<AnsweredEventDTO>("challenge answered", e => new(e.Bond, e.Answerer, e.Epoch, Text: $"unit {e.Unit}"));
        On<ConvictedEventDTO>("convicted", e => new(e.Slashed, e.Reporter, e.Epoch));
        On<EarningsClaimedEventDTO>("earnings claimed", e => new(e.Amount));
        On<EquivocationProvenEventDTO>("equivocation proven", e => new(e.Slashed, e.Reporter, e.Epoch));
    }

    /// <summary>The newest events of a node, the newest last.</summary>
    /// <param name="state">The state.</param>
    /// <param name="node">The node's owner.</param>
    /// <param name="limit">How many; no block is cut, so there may be a few more.</param>
    /// <param name="before">Only events before this block, for the next page; null for all.</param>
    public static IReadOnlyList<NodeEvent> Of(ProtocolState state, string node, int limit, long? before = null)
        => [.. state.History.ListOf(node, limit, before, Readers.Keys, Contracts).Select(found => Readers[found.Log.Topics[0].ToString()!](found))];

    private static void On<TEvent>(string what, Func<TEvent, Details> read)
        where TEvent : class, IEventDTO, new()
        => Readers.Add(Event<TEvent>.GetEventABI().Sha3Signature.EnsureHexPrefix(), found =>
        {
            var details = read(found.Decode<TEvent>());
            return new NodeEvent(
                found.Block.Time, found.Block.Number, found.Log.TransactionHash, what, details.Amount, details.Account, details.Epoch, details.Rate, details.Text);
        });

    private sealed record Details(BigInteger? Amount = null, string? Account = null, BigInteger? Epoch = null, BigInteger? Rate = null, string? Text = null);
}

/// <summary>Something that happened to a node; null what its kind does not have.</summary>
/// <param name="Time">When.</param>
/// <param name="Block">In which block.</param>
/// <param name="TransactionHash">By which transaction.</param>
/// <param name="What">What, in a word or two.</param>
/// <param name="Amount">Tokens that it is about, in the smallest unit of SEND.</param>
/// <param name="Account">Who did it, or whom it names.</param>
/// <param name="Epoch">The epoch that it is about.</param>
/// <param name="Rate">In basis points.</param>
/// <param name="Text">Whatever else it says.</param>
public sealed record NodeEvent(
    DateTimeOffset Time,
    long Block,
    string TransactionHash,
    string What,
    BigInteger? Amount,
    string? Account,
    BigInteger? Epoch,
    BigInteger? Rate,
    string? Text);
