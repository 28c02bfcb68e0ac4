using System.CommandLine;
using Sending.Chain.Amounts;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Stake;

/// <summary>Asks for delegated stake back.</summary>
internal sealed class UndelegateCommand : TransactionCommand
{
    private readonly Argument<string> _amount = Common.Amount("what you have there");
    private readonly Option<string> _node = new("--node") { HelpName = "name|address", Description = "Owner of the node", Required = true };

    public UndelegateCommand()
        : base("undelegate", "Ask for delegated SEND back")
    {
        Add(_amount);
        Add(_node);
    }

    public override IReadOnlyList<string> Examples => ["undelegate 5000 --node bob", "undelegate all --node bob --account carol"];

    public override IReadOnlyList<string> Next => ["unstake list", "withdraw --node <owner>"];

    protected override void Validate(Invocation invocation) => AmountRequest.Parse(invocation.Value(_amount)!);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var owner = await session.NodeAsync(invocation.Value(_node), cancellationToken).ConfigureAwait(false);
        var amount = AmountRequest.Parse(invocation.Value(_amount)!);
        return await UnstakeRequest.PrepareAsync(session, owner, amount, invocation.Value(_node), cancellationToken).ConfigureAwait(false);
    }
}
