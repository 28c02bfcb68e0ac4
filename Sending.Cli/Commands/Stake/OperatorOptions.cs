using System.CommandLine;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;
using Sending.Chain.Errors;
using Sending.Chain.Staking;
using Sending.Chain.Accounts;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Stake;

/// <summary>
/// The operator of a node and its consent. The contract wants the operator's signature, so that nobody can bind a
/// foreign key to his node; where that key is at hand, it signs here.
/// </summary>
internal sealed class OperatorOptions(string description)
{
    private const int SignatureLength = 65;

    public Option<string> Operator { get; } = new("--operator") { HelpName = "name|address", Description = description };

    public Option<string> Consent { get; } = new("--operator-consent")
    {
        HelpName = "hex|file",
        Description = "The operator's signature, from `account authorize-operator` (not needed when its account is here)",
    };

    public Option<string> PasswordFile { get; } = new("--operator-password-file")
    {
        HelpName = "file|-",
        Description = "File with the operator account's password",
    };

    public void AddTo(Command command, bool asOption = true)
    {
        if (asOption)
        {
            command.Add(Operator);
        }

        command.Add(Consent);
        command.Add(PasswordFile);
    }

    /// <summary>The operator that was asked for with its consent; the owner, who needs none, when nobody was named.</summary>
    public Task<Choice> ReadAsync(Session session, Invocation invocation, string owner, CancellationToken cancellationToken) =>
        ReadAsync(session, invocation, owner, invocation.Value(Operator) ?? owner, cancellationToken);

    /// <summary>The named operator with its consent.</summary>
    /// <exception cref="CliException">There is no consent, and the key is not here to give it.</exception>
    public async Task<Choice> ReadAsync(Session session, Invocation invocation, string owner, string nameOrAddress, CancellationToken cancellationToken)
    {
        var address = await session.Accounts.AddressAsync(nameOrAddress, cancellationToken).ConfigureAwait(false);
        if (AddressUtil.Current.AreAddressesTheSame(address, owner))
        {
            return new Choice(address, []);
        }

        if (invocation.Value(Consent) is { } given)
        {
            return new Choice(address, Parse(given, invocation.Terminal.WorkingDirectory));
        }

        // Asked before the key is opened: a key in use elsewhere cannot serve, whatever it signs.
        if (await session.Reader.FindNodeOfOperatorAsync(address, cancellationToken).ConfigureAwait(false) is not null)
        {
            return new Choice(address, []);
        }

        var entry = await FindAsync(session, address, owner, cancellationToken).ConfigureAwait(false);
        var key = await session.UnlockAsync(entry, invocation.Value(PasswordFile), cancellationToken).ConfigureAwait(false);
        return new Choice(address, new StakingSignatures(session.Connection.Deployment).SignOperatorConsent(key, owner));
    }

    private static async Task<AccountBook.Entry> FindAsync(Session session, string address, string owner, CancellationToken cancellationToken)
    {
        try
        {
            return await session.Accounts.FindAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (SendingException exception) when (exception.Code == ErrorCode.AccountNotFound)
        {
            throw CliException.Usage(
                "operator_consent_missing",
                $"The operator {address} must agree, and its account is not here. Where it is, run `sending-cli account authorize-operator --owner {owner}`, "
                + "and give what that prints with --operator-consent.");
        }
    }

    private static byte[] Parse(string hexOrFile, string folder)
    {
        var text = hexOrFile;
        var path = Path.GetFullPath(hexOrFile, folder);
        if (!text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && File.Exists(path))
        {
            text = File.ReadAllText(path).Trim();
        }

        return text.Length == 2 + (2 * SignatureLength) && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && text[2..].All(char.IsAsciiHexDigit)
            ? text.HexToByteArray()
            : throw CliException.Usage(
                "invalid_input",
                $"--operator-consent '{hexOrFile}' is neither a signature (0x and {2 * SignatureLength} hex digits) nor a file with one.");
    }

    /// <summary>An operator and its signature; empty when none is needed.</summary>
    internal sealed record Choice(string Address, byte[] Consent);
}
