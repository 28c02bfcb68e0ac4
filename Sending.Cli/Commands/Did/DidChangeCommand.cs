using System.CommandLine;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Formats;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Changes an identity: by a transaction of its owner, or signed into a file for somebody else to send.</summary>
internal abstract class DidChangeCommand : TransactionCommand
{
    private const string DefaultLifetime = "1d";

    private readonly Option<string> _did = new("--did") { HelpName = "did|name|address", Description = "Identity to change (default: the acting account's own)" };

    private readonly Option<string> _signOnly = new("--sign-only")
    {
        HelpName = "file",
        Description = "Sign the change into this file for somebody else to send: did submit",
    };

    private readonly Option<string> _lifetime = new("--lifetime") { HelpName = "duration", Description = $"How long that signature can be used (default: {DefaultLifetime})" };

    protected DidChangeCommand(string name, string description)
        : base(name, description)
    {
    }

    /// <summary>Adds the options that all changes have, after a command's own.</summary>
    protected void AddChangeOptions()
    {
        Add(_did);
        Add(_signOnly);
        Add(_lifetime);
    }

    /// <summary>What the arguments mean for the identity.</summary>
    protected abstract Task<DidEdit> DescribeAsync(Session session, Invocation invocation, IdentityView identity, CancellationToken cancellationToken);

    protected override void Validate(Invocation invocation)
    {
        if (invocation.Value(_lifetime) is { } lifetime)
        {
            Duration.Parse(lifetime);
            if (invocation.Value(_signOnly) is null)
            {
                throw CliException.Usage("wrong_usage", "--lifetime goes with --sign-only: it is that of the signature in the file.");
            }
        }
    }

    protected sealed override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var actor = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var identity = await ReadAsync(session, invocation, cancellationToken).ConfigureAwait(false);
        var edit = await DescribeAsync(session, invocation, identity, cancellationToken).ConfigureAwait(false);
        var plan = await session.IdentityChanges.ChangeAsync(actor, identity.Identity, edit.Changes, cancellationToken).ConfigureAwait(false);
        var name = await IdentityAsync(session, identity, cancellationToken).ConfigureAwait(false);
        return new Change(
            edit.Intent,
            plan,
            (_, _) => Task.FromResult(new Report(edit.Done).Add("did", "Identity", name).Add(edit.Fields).Next(edit.Next)))
        {
            Preview = [new("did", "Identity", name), .. edit.Fields],
            Warnings = edit.Warnings,
        };
    }

    protected sealed override async Task<Report?> InsteadAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Value(_signOnly) is not { } given)
        {
            return null;
        }

        var file = Path.GetFullPath(given, invocation.Terminal.WorkingDirectory);
        if (File.Exists(file))
        {
            throw CliException.Usage("file_exists", $"There is a file {file} already; it is never overwritten. Name another one.");
        }

        var identity = await ReadAsync(session, invocation, cancellationToken).ConfigureAwait(false);
        var edit = await DescribeAsync(session, invocation, identity, cancellationToken).ConfigureAwait(false);
        var owner = await session.UnlockAsync(cancellationToken).ConfigureAwait(false);
        var lifetime = Duration.Parse(invocation.Value(_lifetime) ?? DefaultLifetime);
        var signed = await session.IdentityChanges.SignAsync(owner, identity.Identity, edit.Changes, lifetime, cancellationToken).ConfigureAwait(false);
        if (!invocation.DryRun)
        {
            await PrivateFile.WriteNewAsync(file, signed.ToJson(), cancellationToken).ConfigureAwait(false);
        }

        var report = new Report(invocation.DryRun ? "Dry run, nothing was written. " + edit.Intent : $"Signed, not sent. {edit.Intent}")
            .Add("account", "Signed by", await session.NameAsync(owner.Address, cancellationToken).ConfigureAwait(false))
            .Add("did", "Identity", await IdentityAsync(session, identity, cancellationToken).ConfigureAwait(false))
            .Add(edit.Fields)
            .Add("file", "File", Value.Of(file))
            .Add("usableUntil", "To be sent until", Value.Of(IdentityChecks.Time(signed.Changes.Deadline)))
            .Warn(edit.Warnings);
        return invocation.DryRun ? report.Add("dryRun", null, Value.Of(true)) : report.Next($"sending-cli did submit {given} --account <sponsor>");
    }

    private static async Task<Value> IdentityAsync(Session session, IdentityView identity, CancellationToken cancellationToken)
        => await session.IdentityNameAsync(identity.Identity, cancellationToken).ConfigureAwait(false);

    private async Task<IdentityView> ReadAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var identity = await session.NodeAsync(invocation.Value(_did), cancellationToken).ConfigureAwait(false);
        return await session.Identities.GetAsync(identity, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A change in words and in the contract's terms.</summary>
    /// <param name="Intent">As a request: "Add the delegate …".</param>
    /// <param name="Done">As a fact.</param>
    /// <param name="Changes">What is sent or signed.</param>
    protected sealed record DidEdit(string Intent, string Done, IReadOnlyList<DidChange> Changes)
    {
        public IReadOnlyList<Field> Fields { get; init; } = [];

        public IReadOnlyList<string> Warnings { get; init; } = [];

        public IReadOnlyList<string> Next { get; init; } = ["sending-cli did show"];
    }
}
