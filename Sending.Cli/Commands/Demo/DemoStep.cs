using Sending.Cli.Output;

namespace Sending.Cli.Commands.Demo;

/// <summary>A command of the demo and what it reported; null when it was not run.</summary>
internal sealed record DemoStep(string Command, string Why, Report? Report)
{
    private static readonly string[] Figures = ["transactionHash", "gasUsed", "balanceSend", "balanceEth"];

    public Value[] Row() =>
        [Value.Of("sending-cli " + Command), Value.Of(Why), .. Figures.Select(key => Report?[key] ?? Value.None)];
}
