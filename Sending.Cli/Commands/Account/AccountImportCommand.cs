using System.CommandLine;
using System.Globalization;
using Nethereum.Signer;
using Sending.Chain.Accounts;
using Sending.Cli.Output;
using Sending.Cli.Prompts;

namespace Sending.Cli.Commands.Account;

/// <summary>Stores a key that exists already, from its mnemonic or its hex digits.</summary>
internal sealed class AccountImportCommand : CliCommand
{
    private readonly Argument<string> _name = new("name") { Description = "Name of the account: letters, digits, - and _" };

    private readonly Option<string> _from = new("--from")
    {
        HelpName = "file|-",
        Description = "File with the mnemonic or private key, - for standard input (default: asked for, not shown)",
    };

    private readonly Option<string> _index = new("--index")
    {
        HelpName = "n",
        Description = "Which account of the mnemonic, m/44'/60'/0'/0/n (default: 0)",
    };

    public AccountImportCommand()
        : base("import", "Store a key that you have: a mnemonic (BIP-39) or a private key")
    {
        Add(_name);
        Add(_from);
        Add(_index);
    }

    public override IReadOnlyList<string> Examples =>
        ["account import carol", "account import carol --from mnemonic.txt --index 1", "account import carol --from - --password-file ~/secrets/carol"];

    public override IReadOnlyList<string> Next => ["account list", "stake 25000 --role edge --account <name>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var name = invocation.Value(_name)!;
        var index = Index(invocation.Value(_index));
        var store = new AccountBook(invocation.Settings).UserStore;
        await NewAccount.RequireFreeAsync(store, name, cancellationToken).ConfigureAwait(false);
        var secrets = new Secrets(invocation.Terminal, invocation.Prompter);
        var key = Read(await secrets.KeyAsync(invocation.Value(_from), cancellationToken).ConfigureAwait(false), index);
        if (invocation.DryRun)
        {
            return new Report($"Dry run: {key.GetPublicAddress()} would be stored as {name} in {store.Folder}.")
                .Add("dryRun", null, Value.Of(true))
                .Add("address", null, Value.Of(key.GetPublicAddress()));
        }

        var password = await secrets.NewPasswordAsync(name, invocation.Settings.PasswordFile.Value, cancellationToken).ConfigureAwait(false);
        var account = await store.AddAsync(name, key, password, KeystoreStrength.Standard, cancellationToken).ConfigureAwait(false);
        return NewAccount.Report("Imported", account, invocation);
    }

    private static EthECKey Read(string text, int index) =>
        text.Trim().Contains(' ', StringComparison.Ordinal) ? PrivateKeyText.FromMnemonic(text, index) : PrivateKeyText.FromHex(text);

    private static int Index(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw CliException.Usage("invalid_input", $"--index '{text}' is not a whole number from 0 up.");
    }
}
