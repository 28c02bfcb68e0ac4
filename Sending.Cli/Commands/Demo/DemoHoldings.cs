using System.Numerics;
using Sending.Chain.Devnet;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Holdings;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;
using Sending.Cli.Output;
using Sending.Toolchain;

namespace Sending.Cli.Commands.Demo;

/// <summary>Who has what on the demo's devnet, and who got and lost what.</summary>
internal sealed class DemoHoldings(DevnetFolder folder, TimeProvider time)
{
    private const string Probes = "probes";

    /// <summary>Adds it up: the ready accounts, the treasury, and everybody with a stake or credit.</summary>
    public async Task<Holdings> ReadAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        using var connection = await new LocalDevnet(folder, Repository.Find(), time).ConnectAsync(cancellationToken).ConfigureAwait(false);
        var index = new ProtocolIndex(folder.IndexFile, connection, new FollowerOptions { Finality = Finality.Latest }, time);
        var unlocked = await connection.Web3.Client.SendRequestAsync<string[]>("eth_accounts").WaitAsync(cancellationToken).ConfigureAwait(false);
        return await new HoldingsReader(connection, index, new SettlementClient(http, time)).ReadAsync(unlocked, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What changed between two moments, a row for each who has a name, and for what the contracts hold; the last row is the sum.</summary>
    public async Task<Table> CompareAsync(Holdings before, Holdings after, CancellationToken cancellationToken)
    {
        var names = (await folder.Accounts.ListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(account => account.Address!, account => account.Name, StringComparer.OrdinalIgnoreCase);
        var accounts = after.Accounts.GroupBy(account => names.GetValueOrDefault(account.Account, "")).ToDictionary(group => group.Key, group => Total(group));
        var earlier = before.Accounts.GroupBy(account => names.GetValueOrDefault(account.Account, "")).ToDictionary(group => group.Key, group => Total(group));
        List<(string Name, BigInteger Before, BigInteger After)> rows =
        [
            .. names.Values.Order(StringComparer.Ordinal).Select(name => (name, earlier.GetValueOrDefault(name), accounts.GetValueOrDefault(name))),
            (Probes, earlier.GetValueOrDefault(""), accounts.GetValueOrDefault("")),
            ("fund", before.Fund, after.Fund),
            ("bonds", before.Bonds, after.Bonds),
            ("settled, not collected", before.Uncollected, after.Uncollected),
            ("collected, not released", before.Unreleased, after.Unreleased),
            ("dust", before.Dust, after.Dust),
        ];
        rows.Add(("sum", Sum(rows.Select(row => row.Before)), Sum(rows.Select(row => row.After))));
        return new Table(
            "holdings",
            [new("who", "SEND of"), new("before", "Before", Right: true), new("after", "After", Right: true), new("change", "Change", Right: true)],
            [.. rows.Select(row => new[] { Value.Of(row.Name == Probes ? "probes' credit, treasury" : row.Name), Value.Amount(row.Before, ""), Value.Amount(row.After, ""), Change(row.After - row.Before) })],
            "");
    }

    private static BigInteger Total(IEnumerable<AccountHoldings> accounts) => Sum(accounts.Select(account => account.Total));

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, BigInteger.Add);

    private static Value Change(BigInteger amount) => amount.Sign > 0 ? Value.Amount(amount, "") with { Text = "+" + Value.Amount(amount, "").Text.Trim() } : Value.Amount(amount, "");
}
