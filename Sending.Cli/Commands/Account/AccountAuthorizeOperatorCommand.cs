using System.CommandLine;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Account;

/// <summary>Signs an operator's consent to serve a node, for an owner whose account is somewhere else.</summary>
internal sealed class AccountAuthorizeOperatorCommand : CliCommand
{
    private readonly Option<string> _owner = new("--owner") { HelpName = "name|address", Description = "Owner of the node that this account is to operate", Required = true };

    public AccountAuthorizeOperatorCommand()
        : base("authorize-operator", "Sign this account's consent to operate a node; prints the signature")
    {
        Add(_owner);
    }

    public override IReadOnlyList<string> Examples => ["account authorize-operator --owner 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 --account hot-key > consent.txt"];

    public override IReadOnlyList<string> Next => ["stake <amount> --role edge --operator <address> --operator-consent consent.txt", "node set-operator <address> --operator-consent consent.txt"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var owner = await session.Accounts.AddressAsync(invocation.Value(_owner)!, cancellationToken).ConfigureAwait(false);
        var key = await session.UnlockAsync(cancellationToken).ConfigureAwait(false);
        var signature = new StakingSignatures(session.Connection.Deployment).SignOperatorConsent(key, owner).ToHex(true);
        return new Report("") { Raw = signature }
            .Add("owner", null, Value.Of(owner))
            .Add("operator", null, Value.Of(key.Address))
            .Add("operatorConsent", null, Value.Of(signature));
    }
}
