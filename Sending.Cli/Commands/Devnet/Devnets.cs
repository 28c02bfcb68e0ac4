using Sending.Chain.Devnet;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Toolchain;

namespace Sending.Cli.Commands.Devnet;

/// <summary>What the devnet commands share.</summary>
internal static class Devnets
{
    /// <summary>The devnet that the settings name.</summary>
    /// <exception cref="ToolchainException">The program does not run from a checkout, which holds the contracts.</exception>
    public static LocalDevnet Of(Invocation invocation) => new(invocation.Settings.Devnet, Repository.Find(), invocation.Terminal.Clock);

    /// <summary>A started devnet with its ready accounts.</summary>
    public static Report Started(string headline, DevnetState state, DevnetFolder folder) => new Report(headline)
        .Add("rpcUrl", "RPC URL", Value.Of(Url(state)))
        .Add("folder", "Folder", Value.Of(folder.Path))
        .Add("processId", "Process", Value.Id(state.ProcessId))
        .Add("passwordFile", "Password file", Value.Of(folder.PasswordFile))
        .Add(new Table(
            "accounts",
            [new("name", "Account"), new("address", "Address"), new("send", "SEND", Right: true), new("eth", "ETH", Right: true)],
            [.. state.Accounts.Select(account => new[] { Value.Of(account.Name), Value.Of(account.Address), new Value(Grouped(state), state.Options.SendPerAccount), new Value("10,000", "10000") })],
            "No accounts."))
        .Next("sending-cli stake 25000 --role edge", "sending-cli devnet status", "sending-cli devnet down");

    /// <summary>The services of a devnet.</summary>
    public static Table Services(IReadOnlyList<(DevnetService Service, DevnetServiceCondition Condition)> services) => new(
        "services",
        [new("name", "Service"), new("url", "URL"), new("condition", "Condition"), new("processId", "Process", Right: true)],
        [.. services.Select(each => new[]
        {
            Value.Of(each.Service.Name),
            Value.Of(each.Service.Url.ToString().TrimEnd('/')),
            new Value(Words(each.Condition), each.Condition.ToString().ToLowerInvariant()),
            Value.Id(each.Service.ProcessId),
        })],
        "");

    public static string Url(DevnetState state) => state.RpcUrl!.ToString().TrimEnd('/');

    /// <summary>Where the chain's clock stands.</summary>
    public static async Task<IEnumerable<Field>> ClockAsync(ChainConnection connection, ChainHead head, CancellationToken cancellationToken)
    {
        var clock = await new ProtocolReader(connection).GetClockAsync(cancellationToken).ConfigureAwait(false);
        var position = clock.At(head.Time);
        return
        [
            new("blockNumber", "Block", Value.Id(head.Number)),
            new("chainTime", "Chain time", Value.Time(head.Time)),
            new("epoch", "Epoch", Value.Id(position.Epoch)),
            new("window", "Window", Value.Of(position.Window.ToString().ToLowerInvariant())),
            new("nextWindowIn", "Next window in", Value.Span(position.UntilNext)),
        ];
    }

    private static string Words(DevnetServiceCondition condition) => condition switch
    {
        DevnetServiceCondition.Ready => "ready",
        DevnetServiceCondition.NotReady => "not ready",
        _ => "ended",
    };

    private static string Grouped(DevnetState state) => HumanAmount.Format(Chain.Amounts.SendAmount.Parse(state.Options.SendPerAccount));
}
