using System.CommandLine;
using Nethereum.Contracts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Node;

/// <summary>Changes the owner's part of the rewards.</summary>
internal sealed class NodeSetCommissionCommand : TransactionCommand
{
    private readonly Argument<string> _rate = new("percent") { Description = "Your part of the rewards before they are shared, such as 5% or 2.5%" };

    public NodeSetCommissionCommand()
        : base("set-commission", "Change your node's commission; a rise waits, a cut takes effect at the next epoch")
    {
        Add(_rate);
    }

    public override IReadOnlyList<string> Examples => ["node set-commission 4%"];

    public override IReadOnlyList<string> Next => ["node show"];

    protected override void Validate(Invocation invocation) => BasisPoints.Parse(invocation.Value(_rate)!);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var rate = BasisPoints.Parse(invocation.Value(_rate)!);
        var owner = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.SetCommissionAsync(owner, rate, cancellationToken).ConfigureAwait(false);
        var node = await session.Reader.GetNodeAsync(owner, cancellationToken).ConfigureAwait(false);
        var rules = await session.Protocol.GetRulesAsync(cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Change your node's commission from {BasisPoints.Format(node.Commission)} to {BasisPoints.Format(rate)}.",
            plan,
            (result, _) =>
            {
                var set = result.Receipt.DecodeAllEvents<CommissionSetEventDTO>()[0].Event;
                var from = ChainTime.FromUnix(set.EffectiveAt);
                return Task.FromResult(new Report($"The commission is {BasisPoints.Format(rate)} from {ChainTime.Format(from)} on.")
                    .Add("commission", "Commission", Value.Rate(rate))
                    .Add("effectiveAt", "From", Value.Time(from))
                    .Next("sending-cli node show"));
            })
        {
            Preview =
            [
                new("commission", "Commission now", Value.Rate(node.Commission)),
                new("newCommission", "New commission", Value.Rate(rate)),
                new("takesEffect", "Takes effect", rate > node.Commission
                    ? new Value("in " + Duration.Format(rules.CommissionRiseDelay), (long)rules.CommissionRiseDelay.TotalSeconds)
                    : new Value("at the next epoch", null)),
            ],
        };
    }
}
