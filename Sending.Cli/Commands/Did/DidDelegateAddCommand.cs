using System.CommandLine;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Lets an account act for an identity.</summary>
internal sealed class DidDelegateAddCommand : DidChangeCommand
{
    private readonly Argument<string> _type = new("type") { Description = "What it may do: relay signs receipts that the identity pays, sigAuth logs in as it, veriKey signs statements of it" };
    private readonly Argument<string> _delegate = new("delegate") { Description = "Name, address or DID of the delegate" };
    private readonly DidValidity _validity = new();

    public DidDelegateAddCommand()
        : base("add", "Let an account act for an identity")
    {
        Add(_type);
        Add(_delegate);
        Add(_validity.Option);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["did delegate add sigAuth bob --validity 30d", "did delegate add relay 0x70997970C51812dc3A010C7d01b50e0d17dc79C8"];

    public override IReadOnlyList<string> Next => ["did show", "did delegate revoke <type> <delegate>"];

    protected override void Validate(Invocation invocation)
    {
        base.Validate(invocation);
        DidDelegateType.Parse(invocation.Value(_type)!);
        _validity.Read(invocation);
    }

    protected override async Task<DidEdit> DescribeAsync(Session session, Invocation invocation, IdentityView identity, CancellationToken cancellationToken)
    {
        var type = DidDelegateType.Parse(invocation.Value(_type)!);
        var account = await session.Accounts.AddressAsync(invocation.Value(_delegate)!, cancellationToken).ConfigureAwait(false);
        var name = await session.NameAsync(account, cancellationToken).ConfigureAwait(false);
        return new DidEdit($"Make {name.Text} a delegate of type {type}.", $"{name.Text} is a delegate of type {type} now.", [IdentityChanges.AddDelegate(type, account, _validity.Read(invocation))])
        {
            Fields = [new("delegateType", "Type", Value.Of(type)), new("delegate", "Delegate", name), _validity.Field(invocation, identity)],
        };
    }
}
