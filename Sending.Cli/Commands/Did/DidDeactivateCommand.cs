using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Ends an identity for ever.</summary>
internal sealed class DidDeactivateCommand : DidChangeCommand
{
    public DidDeactivateCommand()
        : base("deactivate", "End an identity for ever")
    {
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["did deactivate --account old-key", "did deactivate --dry-run"];

    public override IReadOnlyList<string> Next => ["did show <did>", "did create <name>"];

    protected override Task<DidEdit> DescribeAsync(Session session, Invocation invocation, IdentityView identity, CancellationToken cancellationToken)
    {
        var did = Value.Did(identity.Identity).Text;
        return Task.FromResult(new DidEdit($"Deactivate {did} for ever.", $"Deactivated {did}.", [IdentityChanges.Deactivate()])
        {
            Fields =
            [
                new("keysEnded", "Keys that end", Value.Of(identity.Keys.Count())),
                new("servicesEnded", "Services that end", Value.Of(identity.Services.Count())),
                new("delegatesEnded", "Delegates that end", Value.Of(identity.Delegates.Count)),
            ],
            Warnings = ["Nobody can ever undo this. The account keeps its tokens and its node; nobody can log in as the identity any more."],
            Next = [$"sending-cli did show {did}"],
        });
    }
}
