using Sending.Chain.Accounts;
using Sending.Chain.Errors;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Account;

/// <summary>What making and importing an account have in common.</summary>
internal static class NewAccount
{
    /// <summary>Finds out before a password is asked for.</summary>
    /// <exception cref="SendingException">The name is taken, or is no name.</exception>
    public static async Task RequireFreeAsync(AccountStore store, string name, CancellationToken cancellationToken)
    {
        try
        {
            await store.FindAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (SendingException exception) when (exception.Code == ErrorCode.AccountNotFound)
        {
            return;
        }
        catch (SendingException exception) when (exception.Code == ErrorCode.InvalidKeystore)
        {
        }

        throw new SendingException(
            ErrorCode.AccountExists,
            $"There is an account \"{name}\" already in {store.Folder}. Choose another name; keystores are never overwritten.",
            new Dictionary<string, string> { ["account"] = name });
    }

    public static Report Report(string verb, StoredAccount account, Invocation invocation) =>
        new Report($"{verb} account {account.Name}.")
            .Add("name", "Name", Value.Of(account.Name))
            .Add("address", "Address", Value.Of(account.Address!))
            .Add("file", "Keystore", Value.Of(account.Path))
            .Next(invocation.Settings.UsesDevnet
                ? [$"sending-cli devnet fund {account.Name}", $"sending-cli stake 25000 --role edge --account {account.Name}"]
                : [$"sending-cli stake 25000 --role edge --account {account.Name}"])
            .Warn("Back up the keystore file and its password: nobody can restore them.");
}
