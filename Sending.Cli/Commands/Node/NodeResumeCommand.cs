using System.CommandLine;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Node;

/// <summary>Gives a suspended guardian its votes back.</summary>
internal sealed class NodeResumeCommand : TransactionCommand
{
    private readonly Argument<string> _owner = new("owner")
    {
        Description = "Name or address of the node's owner (default: your own)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public NodeResumeCommand()
        : base("resume", "Give a suspended guardian its votes back, as its owner or operator")
    {
        Add(_owner);
    }

    public override IReadOnlyList<string> Examples => ["node resume", "node resume bob --account hot-key"];

    public override IReadOnlyList<string> Next => ["node show"];

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var caller = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var owner = await session.NodeAsync(invocation.Value(_owner), cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.ResumeAsync(caller, owner, cancellationToken).ConfigureAwait(false);
        var name = await session.NameAsync(owner, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Resume the guardian {name.Text}.",
            plan,
            async (_, token) => new Report($"The guardian {name.Text} votes again.")
                .Add("node", "Node", name)
                .Add("weight", "Weight", Value.Send((await session.Reader.GetNodeAsync(owner, token).ConfigureAwait(false)).Weight))
                .Next("sending-cli node show"))
        {
            Preview = [new("node", "Node", name)],
        };
    }
}
