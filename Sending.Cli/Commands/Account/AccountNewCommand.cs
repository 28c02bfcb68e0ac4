using System.CommandLine;
using Sending.Chain.Accounts;
using Sending.Cli.Output;
using Sending.Cli.Prompts;

namespace Sending.Cli.Commands.Account;

/// <summary>Makes an account with a new random key.</summary>
internal sealed class AccountNewCommand : CliCommand
{
    private readonly Argument<string> _name = new("name") { Description = "Name of the account: letters, digits, - and _" };

    public AccountNewCommand()
        : base("new", "Make an account with a new random key")
    {
        Add(_name);
    }

    public override IReadOnlyList<string> Examples => ["account new carol-edge", "account new carol-edge --password-file ~/secrets/carol"];

    public override IReadOnlyList<string> Next => ["account list", "devnet fund <name>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var name = invocation.Value(_name)!;
        var store = new AccountBook(invocation.Settings).UserStore;
        await NewAccount.RequireFreeAsync(store, name, cancellationToken).ConfigureAwait(false);
        if (invocation.DryRun)
        {
            return new Report($"Dry run: account {name} would be made in {store.Folder}.").Add("dryRun", null, Value.Of(true)).Add("name", null, Value.Of(name));
        }

        var secrets = new Secrets(invocation.Terminal, invocation.Prompter);
        var password = await secrets.NewPasswordAsync(name, invocation.Settings.PasswordFile.Value, cancellationToken).ConfigureAwait(false);
        var account = await store.CreateAsync(name, password, KeystoreStrength.Standard, cancellationToken).ConfigureAwait(false);
        return NewAccount.Report("Made", account, invocation);
    }
}
