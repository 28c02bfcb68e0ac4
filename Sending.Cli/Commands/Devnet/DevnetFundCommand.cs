using System.CommandLine;
using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Chain.Accounts;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Devnet;

/// <summary>Gives an account SEND and ETH of the devnet.</summary>
internal sealed class DevnetFundCommand : CliCommand
{
    private const string DefaultSend = "100000";
    private const string DefaultEth = "10";

    private readonly Argument<string> _account = new("account") { Description = "Name or address of the account" };
    private readonly Option<string> _send = new("--send") { HelpName = "n", Description = $"SEND to give (default: {DefaultSend}; 0 when only --eth is given)" };
    private readonly Option<string> _eth = new("--eth") { HelpName = "n", Description = $"ETH to give (default: {DefaultEth}; 0 when only --send is given)" };

    public DevnetFundCommand()
        : base("fund", "Give an account SEND and ETH of the local network")
    {
        Add(_account);
        Add(_send);
        Add(_eth);
    }

    public override IReadOnlyList<string> Examples => ["devnet fund alice", "devnet fund 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 --send 5000 --eth 1"];

    public override IReadOnlyList<string> Next => ["stake <amount> --role edge --account <name>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var onlyOne = invocation.Value(_send) is not null || invocation.Value(_eth) is not null;
        var send = SendAmount.Parse(invocation.Value(_send) ?? (onlyOne ? "0" : DefaultSend));
        var eth = SendAmount.Parse(invocation.Value(_eth) ?? (onlyOne ? "0" : DefaultEth));
        var address = await new AccountBook(invocation.Settings).AddressAsync(invocation.Value(_account)!, cancellationToken).ConfigureAwait(false);
        var devnet = Devnets.Of(invocation);
        using var connection = await devnet.ConnectAsync(cancellationToken).ConfigureAwait(false);
        if (invocation.DryRun)
        {
            return Gift($"Dry run: {address} would get {HumanAmount.Format(send)} SEND and {HumanAmount.Format(eth)} ETH.", address, send, eth).Add("dryRun", null, Value.Of(true));
        }

        await devnet.FundAsync(address, send, eth, cancellationToken).ConfigureAwait(false);
        var balance = await connection.Token.BalanceOfQueryAsync(address).WaitAsync(cancellationToken).ConfigureAwait(false);
        var wei = (await connection.Web3.Eth.GetBalance.SendRequestAsync(address).WaitAsync(cancellationToken).ConfigureAwait(false)).Value;
        return Gift($"Gave {HumanAmount.Format(send)} SEND and {HumanAmount.Format(eth)} ETH.", address, send, eth)
            .Add("balanceSend", "Balance", Value.Send(balance))
            .Add("balanceEth", "", Value.Eth(wei));
    }

    private static Report Gift(string headline, string address, BigInteger send, BigInteger eth) => new Report(headline)
        .Add("account", "Account", Value.Of(address))
        .Add("send", null, Value.Send(send))
        .Add("eth", null, Value.Eth(eth));
}
