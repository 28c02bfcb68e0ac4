using System.CommandLine;
using Sending.Chain.Identity;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Adds a public key to an identity.</summary>
internal sealed class DidKeyAddCommand : DidChangeCommand
{
    private readonly Argument<string> _purpose = new("purpose") { Description = "What the key is for: " + DidKeys.Purposes };
    private readonly Argument<string> _key = new("key") { Description = DidKeys.Description };
    private readonly DidValidity _validity = new();

    public DidKeyAddCommand()
        : base("add", "Add a public key to an identity")
    {
        Add(_purpose);
        Add(_key);
        Add(_validity.Option);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples =>
    [
        "did key add agreement x25519.pub",
        "did key add authentication z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK --validity 90d",
        "did key add agreement x25519.pub --sign-only change.json",
    ];

    public override IReadOnlyList<string> Next => ["did show", "did key revoke <key>"];

    protected override void Validate(Invocation invocation)
    {
        base.Validate(invocation);
        Read(invocation);
        _validity.Read(invocation);
    }

    protected override Task<DidEdit> DescribeAsync(Session session, Invocation invocation, IdentityView identity, CancellationToken cancellationToken)
    {
        var key = Read(invocation);
        var what = $"{key.Type} key for {DidKeys.Name(key.Purpose)}";
        return Task.FromResult(new DidEdit($"Add the {what}.", $"Added the {what}.", [IdentityChanges.Add(key, _validity.Read(invocation))])
        {
            Fields = [.. DidKeys.Fields(key), _validity.Field(invocation, identity)],
        });
    }

    private DidKey Read(Invocation invocation) => DidKeys.Read(invocation.Value(_key)!, DidKeys.Purpose(invocation.Value(_purpose)!), invocation.Terminal.WorkingDirectory);
}
