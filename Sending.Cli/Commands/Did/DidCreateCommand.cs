using System.CommandLine;
using Nethereum.Util;
using Sending.Chain.Accounts;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Identity;
using Sending.Chain.Transactions;
using Sending.Cli.Commands.Account;
using Sending.Cli.Output;
using Sending.Cli.Prompts;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Makes an identity: an account, and what its document shall say at first, in one transaction that anybody may pay.</summary>
internal sealed class DidCreateCommand : TransactionCommand
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Argument<string> _name = new("name")
    {
        Description = "Name of its account, made if there is none (default: the acting account)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _edge = new("--edge") { HelpName = "did|name|address|url", Description = "Its home Edge: the owner, or a URL" };
    private readonly Option<string> _key = new("--key") { HelpName = "key|file", Description = "Its X25519 key, by which others encrypt to it: hex digits, a Multikey (z…), or a PEM file" };
    private readonly Option<string> _passwordFile = new("--identity-password-file") { HelpName = "file|-", Description = "File with the password of the named account, new or not" };
    private readonly DidValidity _validity = new();

    public DidCreateCommand()
        : base("create", "Make an identity, with a home Edge and a key to encrypt to")
    {
        Add(_name);
        Add(_edge);
        Add(_key);
        Add(_validity.Option);
        Add(_passwordFile);
    }

    public override IReadOnlyList<string> Examples => ["did create", "did create dora", "did create --edge bob --key x25519.pub", "did create dora --edge did:sdn:70997970c51812dc3a010c7d01b50e0d17dc79c8 --account alice"];

    public override IReadOnlyList<string> Next => ["did show <name>", "did key add <purpose> <key>", "did login <domain>"];

    protected override void Validate(Invocation invocation)
    {
        _validity.Read(invocation);
        Key(invocation);
    }

    protected override async Task<Report?> InsteadAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await FindAsync(session, invocation, cancellationToken).ConfigureAwait(false);
        var wanted = invocation.Value(_edge) is not null || invocation.Value(_key) is not null;
        if (account is null && invocation.DryRun)
        {
            var name = invocation.Value(_name)!;
            await NewAccount.RequireFreeAsync(session.Accounts.UserStore, name, cancellationToken).ConfigureAwait(false);
            return new Report($"Dry run: account {name} would be made in {session.Accounts.UserStore.Folder}{(wanted ? ", and its document be set" : "")}.")
                .Add("dryRun", null, Value.Of(true))
                .Add("name", null, Value.Of(name));
        }

        if (wanted)
        {
            return null;
        }

        if (account is null)
        {
            var made = await MakeAsync(session, invocation, cancellationToken).ConfigureAwait(false);
            return Tell(new Report($"Made the identity {made.Name}; nothing had to be sent."), made.Name, made.Address, null)
                .Add("file", "Keystore", Value.Of(Path.Combine(session.Accounts.UserStore.Folder, made.Name + ".json")))
                .Warn("Back up the keystore file and its password: nobody can restore them.");
        }

        var address = await AddressAsync(session, invocation, account, cancellationToken).ConfigureAwait(false);
        var identity = await session.Identities.GetAsync(address, cancellationToken).ConfigureAwait(false);
        var end = identity.DeactivatedAt is null ? "" : " that was deactivated";
        return Tell(new Report($"{account.Account.Name} is an identity already{end}; nothing has to be sent."), account.Account.Name, address, null);
    }

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var edge = invocation.Value(_edge) is { } text ? await HomeEdge.ReadAsync(session, text, cancellationToken).ConfigureAwait(false) : null;
        var validity = _validity.Read(invocation);
        List<DidChange> changes = [];
        if (Key(invocation) is { } key)
        {
            changes.Add(IdentityChanges.Add(key, validity));
        }

        if (edge is not null)
        {
            changes.Add(IdentityChanges.Add(edge.Service, validity));
        }

        var found = await FindAsync(session, invocation, cancellationToken).ConfigureAwait(false);
        var made = found is null ? await MakeAsync(session, invocation, cancellationToken).ConfigureAwait(false) : null;
        var address = made?.Address ?? await AddressAsync(session, invocation, found!, cancellationToken).ConfigureAwait(false);
        var payer = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        TransactionPlan plan;
        if (AddressUtil.Current.AreAddressesTheSame(payer, address))
        {
            plan = await session.IdentityChanges.ChangeAsync(payer, address, changes, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var owner = made ?? await session.UnlockAsync(found!, invocation.Value(_passwordFile), cancellationToken).ConfigureAwait(false);
            var signed = await session.IdentityChanges.SignAsync(owner, address, changes, Lifetime, cancellationToken).ConfigureAwait(false);
            plan = await session.IdentityChanges.SubmitAsync(payer, signed, cancellationToken).ConfigureAwait(false);
        }

        var name = made?.Name ?? found!.Account.Name;
        return new Change(
            $"Make the identity {name}.",
            plan,
            (_, _) => Task.FromResult(Tell(new Report($"Made the identity {name}."), name, address, edge)))
        {
            Preview =
            [
                new("did", "Identity", Value.Did(address, name)),
                new("changes", "Document", Value.List([.. changes.Select(DidChangeText.Of)])),
            ],
            Warnings = [.. edge?.Warnings ?? [], .. made is null ? (string[])[] : [$"The account {name} was made in {session.Accounts.UserStore.Folder}: back up its keystore and password, nobody can restore them."]],
        };
    }

    private static Report Tell(Report report, string name, string address, HomeEdge? edge) => report
        .Add("name", null, Value.Of(name))
        .Add("did", "DID", Value.Did(address))
        .Add("userId", "User id", edge?.Owner is { } owner ? Value.Of(new UserId(address, owner).ToString()) : Value.None)
        .Add("address", "Address", Value.Of(address))
        .Next($"sending-cli did show {name}");

    /// <summary>The account of the identity; null when it is to be made.</summary>
    private async Task<AccountBook.Entry?> FindAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Value(_name) is not { } name)
        {
            return await session.ActingAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await session.Accounts.FindAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (SendingException error) when (error.Code == ErrorCode.AccountNotFound && !name.StartsWith("0x", StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }
    }

    private async Task<UnlockedAccount> MakeAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var (name, store) = (invocation.Value(_name)!, session.Accounts.UserStore);
        await NewAccount.RequireFreeAsync(store, name, cancellationToken).ConfigureAwait(false);
        var secrets = new Secrets(invocation.Terminal, invocation.Prompter);
        var password = await secrets.NewPasswordAsync(name, invocation.Value(_passwordFile), cancellationToken).ConfigureAwait(false);
        await store.CreateAsync(name, password, KeystoreStrength.Standard, cancellationToken).ConfigureAwait(false);
        return await store.UnlockAsync(name, password, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> AddressAsync(Session session, Invocation invocation, AccountBook.Entry account, CancellationToken cancellationToken)
        => account.Account.Address
            ?? (invocation.Value(_name) is null
                ? await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false)
                : (await session.UnlockAsync(account, invocation.Value(_passwordFile), cancellationToken).ConfigureAwait(false)).Address);

    private DidKey? Key(Invocation invocation)
        => invocation.Value(_key) is { } key ? DidKeys.Read(key, DidKeyPurpose.Agreement, invocation.Terminal.WorkingDirectory) : null;
}
