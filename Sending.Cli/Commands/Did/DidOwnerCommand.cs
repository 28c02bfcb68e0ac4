using System.CommandLine;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Gives an identity to another account.</summary>
internal sealed class DidOwnerCommand : DidChangeCommand
{
    private readonly Argument<string> _owner = new("owner") { Description = "Name, address or DID of the new owner" };

    public DidOwnerCommand()
        : base("owner", "Give an identity to another account")
    {
        Add(_owner);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["did owner bob", "did owner carol --did did:sdn:f39fd6e51aad88f6f4ce6ab8827279cfffb92266 --account bob"];

    public override IReadOnlyList<string> Next => ["did show", "did key add <purpose> <key> --did <did> --account <owner>"];

    protected override async Task<DidEdit> DescribeAsync(Session session, Invocation invocation, IdentityView identity, CancellationToken cancellationToken)
    {
        var owner = await session.Accounts.AddressAsync(invocation.Value(_owner)!, cancellationToken).ConfigureAwait(false);
        var before = await session.NameAsync(identity.Owner, cancellationToken).ConfigureAwait(false);
        var after = await session.NameAsync(owner, cancellationToken).ConfigureAwait(false);
        return new DidEdit($"Give the identity to {after.Text}.", $"{after.Text} owns the identity now.", [IdentityChanges.ChangeOwner(owner)])
        {
            Fields = [new("formerOwner", "Owner before", before), new("owner", "New owner", after)],
            Warnings = [$"From then on only {after.Text} can change the identity or give it back. Keys, services and delegates stay."],
            Next = [$"sending-cli did show {Value.Did(identity.Identity).Text}"],
        };
    }
}
