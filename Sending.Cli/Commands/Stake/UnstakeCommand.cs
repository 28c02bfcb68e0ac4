using System.CommandLine;
using Sending.Chain.Amounts;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Stake;

/// <summary>Asks for the account's own stake back.</summary>
internal sealed class UnstakeCommand : TransactionCommand
{
    private readonly Argument<string> _amount = Common.Amount("your stake");

    public UnstakeCommand()
        : base("unstake", "Ask for your stake back; it can be withdrawn after the unbonding period")
    {
        Add(_amount);
        Add(new UnstakeListCommand());
        Add(new UnstakeCancelCommand());
    }

    public override IReadOnlyList<string> Examples => ["unstake 5000", "unstake all", "unstake list", "unstake cancel 0"];

    public override IReadOnlyList<string> Next => ["unstake list", "withdraw"];

    protected override void Validate(Invocation invocation) => AmountRequest.Parse(invocation.Value(_amount)!);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var owner = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        return await UnstakeRequest.PrepareAsync(session, owner, AmountRequest.Parse(invocation.Value(_amount)!), null, cancellationToken).ConfigureAwait(false);
    }
}
