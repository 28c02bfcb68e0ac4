using Sending.Chain.Errors;
using Sending.Chain.Accounts;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Account;

/// <summary>Lists the accounts at hand, those whose file cannot be used included.</summary>
internal sealed class AccountListCommand() : CliCommand("list", "List the accounts at hand")
{
    public override IReadOnlyList<string> Examples => ["account list", "account list --json"];

    public override IReadOnlyList<string> Next => ["account new <name>", "devnet fund <name>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var book = new AccountBook(invocation.Settings);
        var entries = await book.ListAsync(cancellationToken).ConfigureAwait(false);
        var acting = await ActingAsync(book, cancellationToken).ConfigureAwait(false);
        return new Report("")
            .Add(new Table(
                "accounts",
                [new("name", "Account"), new("address", "Address"), new("where", "Where"), new("default", "Default"), new("file", null), new("problem", null)],
                [.. entries.Select(entry => Row(entry, acting))],
                "No accounts yet. Make one with `sending-cli account new <name>`, or start a local network with `sending-cli devnet up`."))
            .Warn(entries.Where(entry => entry.Account.Problem is not null).Select(entry => entry.Account.Problem!));
    }

    private static Value[] Row(AccountBook.Entry entry, string? acting) =>
    [
        Value.Of(entry.Account.Name),
        entry.Account.Address is { } address ? Value.Of(address) : Value.None,
        Value.Of(entry.Shelf),
        new Value(entry.Account.Path == acting ? "*" : "", entry.Account.Path == acting),
        Value.Of(entry.Account.Path),
        entry.Account.Problem is { } problem ? Value.Of(problem) : Value.None,
    ];

    private static async Task<string?> ActingAsync(AccountBook book, CancellationToken cancellationToken)
    {
        try
        {
            return (await book.ActingAsync(cancellationToken).ConfigureAwait(false)).Account.Path;
        }
        catch (SendingException)
        {
            return null;
        }
    }
}
