using System.CommandLine;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Demo;

/// <summary>Shows the network on a devnet of its own, with the commands that a user would type.</summary>
internal sealed class DemoCommand : CliCommand
{
    private readonly Option<bool> _keep = new("--keep") { Description = "Leave the devnet up at the end" };
    private readonly Option<bool> _realTime = new("--real-time") { Description = "Wait for each window instead of moving the clock; takes some ten minutes" };

    public DemoCommand()
        : base("demo", "Show the network at work: three Guardians, three Edges of which one cheats, two epochs, on a devnet of its own")
    {
        Add(_keep);
        Add(_realTime);
    }

    public override IReadOnlyList<string> Examples => ["demo", "demo --keep", "demo --real-time"];

    public override IReadOnlyList<string> Next => ["devnet up --detach --services", "message send hello --to bob"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var script = new DemoScript(invocation.Value(_realTime));
        if (invocation.DryRun)
        {
            return Steps(new Report("Dry run: the demo would run these commands."), [.. script.Acts.Prepend(script.Start).SelectMany(Plain)], "Command", "Why").Add("dryRun", null, Value.Of(true));
        }

        var devnet = new DemoDevnet(invocation, invocation.Value(_realTime));
        devnet.Say("Every command here can be typed by hand; in a checkout, sending-cli is: dotnet run --project Sending.Cli --");
        var steps = new List<DemoStep>();
        var down = true;
        Table holdings;
        try
        {
            steps.Add(await devnet.UpAsync(script.Start, cancellationToken).ConfigureAwait(false));
            var counting = new DemoHoldings(devnet.Folder, invocation.Terminal.Clock);
            var before = await counting.ReadAsync(cancellationToken).ConfigureAwait(false);
            foreach (var act in script.Acts)
            {
                steps.AddRange(await devnet.RunAsync(act, cancellationToken).ConfigureAwait(false));
            }

            holdings = await counting.CompareAsync(before, await counting.ReadAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            devnet.Say("\n# Who got and lost what; no SEND came from nowhere, none is lost");
            devnet.Say(devnet.Text(new Report("").Add(holdings)));
            down = !invocation.Value(_keep);
        }
        finally
        {
            if (down)
            {
                // Whatever happened, Ctrl-C included: nothing stays behind.
                await devnet.DownAsync().ConfigureAwait(false);
            }
        }

        var took = Value.Span(devnet.Elapsed);
        var report = down
            ? new Report($"The demo took {took.Text}; its devnet is down again.").Next("sending-cli devnet up --detach --services", "sending-cli message send hello --to bob")
            : new Report($"The demo took {took.Text}; its devnet stays up. To go on with it:")
                .Add("folder", null, Value.Of(devnet.Folder.Path))
                .Next($"export {Chain.Devnet.DevnetFolder.Variable}={devnet.Folder.Path}", "sending-cli devnet status", "sending-cli rewards show --node edge-1", "sending-cli devnet down");
        return Steps(report.Add("seconds", null, took), steps).Add(holdings with { Columns = [.. holdings.Columns.Select(column => column with { Label = null })] });
    }

    private static IEnumerable<DemoStep> Plain(DemoAct act) => new[] { act.Meanwhile, act.Command }.OfType<string>()
        .Select(command => new DemoStep(command.Replace("{epoch}", "<epoch>", StringComparison.Ordinal), DemoCast.Plain.Fill(act.Why), null));

    private static Report Steps(Report report, IReadOnlyList<DemoStep> steps, string? command = null, string? why = null) => report.Add(new Table(
        "steps",
        [new("command", command), new("why", why), new("transactionHash", null), new("gasUsed", null), new("balanceSend", null), new("balanceEth", null)],
        [.. steps.Select(step => step.Row())],
        ""));
}
