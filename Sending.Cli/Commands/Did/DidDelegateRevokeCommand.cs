using System.CommandLine;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Ends a delegate of an identity.</summary>
internal sealed class DidDelegateRevokeCommand : DidChangeCommand
{
    private readonly Argument<string> _type = new("type") { Description = "What it may no longer do: " + string.Join(", ", DidDelegateType.All) };
    private readonly Argument<string> _delegate = new("delegate") { Description = "Name, address or DID of the delegate" };

    public DidDelegateRevokeCommand()
        : base("revoke", "End a delegate of an identity, at once")
    {
        Add(_type);
        Add(_delegate);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["did delegate revoke sigAuth bob"];

    public override IReadOnlyList<string> Next => ["did show"];

    protected override void Validate(Invocation invocation)
    {
        base.Validate(invocation);
        DidDelegateType.Parse(invocation.Value(_type)!);
    }

    protected override async Task<DidEdit> DescribeAsync(Session session, Invocation invocation, IdentityView identity, CancellationToken cancellationToken)
    {
        var type = DidDelegateType.Parse(invocation.Value(_type)!);
        var account = await session.Accounts.AddressAsync(invocation.Value(_delegate)!, cancellationToken).ConfigureAwait(false);
        var name = await session.NameAsync(account, cancellationToken).ConfigureAwait(false);
        return new DidEdit($"End {name.Text} as a delegate of type {type}.", $"{name.Text} is no delegate of type {type} any more.", [IdentityChanges.RevokeDelegate(type, account)])
        {
            Fields = [new("delegateType", "Type", Value.Of(type)), new("delegate", "Delegate", name)],
        };
    }
}
