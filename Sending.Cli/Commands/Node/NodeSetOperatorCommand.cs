using System.CommandLine;
using Sending.Cli.Commands.Stake;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Node;

/// <summary>Gives a node another hot key.</summary>
internal sealed class NodeSetOperatorCommand : TransactionCommand
{
    private readonly Argument<string> _name = new("operator") { Description = "Name or address of the new hot key" };
    private readonly OperatorOptions _operator = new("");

    public NodeSetOperatorCommand()
        : base("set-operator", "Give your node another operator (hot key)")
    {
        Add(_name);
        _operator.AddTo(this, asOption: false);
    }

    public override IReadOnlyList<string> Examples => ["node set-operator hot-key", "node set-operator 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 --operator-consent consent.txt"];

    public override IReadOnlyList<string> Next => ["node show"];

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var owner = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var node = await session.Reader.GetNodeAsync(owner, cancellationToken).ConfigureAwait(false);
        var choice = await _operator.ReadAsync(session, invocation, owner, invocation.Value(_name)!, cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.SetOperatorAsync(owner, choice.Address, choice.Consent, cancellationToken).ConfigureAwait(false);
        var before = await session.NameAsync(node.Operator, cancellationToken).ConfigureAwait(false);
        var after = await session.NameAsync(choice.Address, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Make {after.Text} your node's operator.",
            plan,
            (_, _) => Task.FromResult(new Report($"{after.Text} is your node's operator now.")
                .Add("operator", "Operator", after)
                .Add("formerOperator", "Former operator", before)
                .Next("sending-cli node show")))
        {
            Preview = [new("operator", "Operator now", before), new("newOperator", "New operator", after)],
            Warnings = ["A key that has served a node belongs to it for ever and can serve no other."],
        };
    }
}
