using System.CommandLine;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Sends changes that somebody else has signed, and pays for them.</summary>
internal sealed class DidSubmitCommand : TransactionCommand
{
    private readonly Argument<string> _file = new("file") { Description = "File that --sign-only has written" };

    public DidSubmitCommand()
        : base("submit", "Send a change that an identity's owner has signed with --sign-only, and pay for it")
    {
        Add(_file);
    }

    public override IReadOnlyList<string> Examples => ["did submit change.json --account sponsor"];

    public override IReadOnlyList<string> Next => ["did show <did>", "did history <did>"];

    protected override void Validate(Invocation invocation) => Read(invocation);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var signed = Read(invocation);
        var sender = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var plan = await session.IdentityChanges.SubmitAsync(sender, signed, cancellationToken).ConfigureAwait(false);
        var did = await session.IdentityNameAsync(signed.Changes.Identity, cancellationToken).ConfigureAwait(false);
        var owner = await session.NameAsync(signed.Changes.Owner, cancellationToken).ConfigureAwait(false);
        Field[] fields =
        [
            new("did", "Identity", did),
            new("owner", "Signed by", owner),
            new("changes", "Changes", Value.List([.. signed.Changes.Changes.Select(change => DidChangeText.Of(change))])),
        ];
        return new Change(
            $"Make the changes of {did.Text} that {owner.Text} signed.",
            plan,
            (_, _) => Task.FromResult(new Report($"Made the changes of {did.Text} that {owner.Text} signed.")
                .Add(fields)
                .Next($"sending-cli did show {Value.Did(signed.Changes.Identity).Text}")))
        {
            Preview = [.. fields, new("usableUntil", "To be sent until", Value.Of(IdentityChecks.Time(signed.Changes.Deadline)))],
        };
    }

    private SignedDidChanges Read(Invocation invocation)
    {
        var file = new FileInfo(Path.GetFullPath(invocation.Value(_file)!, invocation.Terminal.WorkingDirectory));
        return file.Exists && file.Length <= SignedDidChanges.MaxLength
            ? SignedDidChanges.Parse(File.ReadAllText(file.FullName), file.FullName)
            : throw CliException.Usage("invalid_input", $"There is no file of signed changes {file.FullName}. The owner makes one with --sign-only.");
    }
}
