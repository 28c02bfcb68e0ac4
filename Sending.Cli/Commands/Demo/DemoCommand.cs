using System.CommandLine;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Demo;

/// <summary>Shows a stake's whole life on a devnet of its own, with the commands that a user would type.</summary>
internal sealed class DemoCommand : CliCommand
{
    private const string UnbondingPeriod = "10m";
    private readonly Option<bool> _keep = new("--keep") { Description = "Leave the devnet up at the end" };

    public DemoCommand()
        : base("demo", "Show staking on a local network of its own: start it, stake, delegate, unstake, withdraw, end it")
    {
        Add(_keep);
    }

    public override IReadOnlyList<string> Examples => ["demo", "demo --keep"];

    public override IReadOnlyList<string> Next => ["devnet up --detach", "stake 25000 --role edge"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.DryRun)
        {
            return Steps(new Report("Dry run: the demo would run these commands."), [.. Script().Select(step => new DemoStep(DemoCast.Plain.Fill(step.Command), DemoCast.Plain.Fill(step.Why), null))])
                .Add("dryRun", null, Value.Of(true));
        }

        var devnet = new DemoDevnet(invocation);
        devnet.Say("Every command here can be typed by hand; in a checkout, sending-cli is: dotnet run --project Sending.Cli --");
        var steps = new List<DemoStep>();
        var down = true;
        try
        {
            foreach (var (why, command) in Script())
            {
                steps.Add(steps.Count == 0
                    ? await devnet.UpAsync(why, command, cancellationToken).ConfigureAwait(false)
                    : await devnet.RunAsync(why, command, cancellationToken).ConfigureAwait(false));
            }

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
        return down
            ? Steps(new Report($"The demo took {took.Text}; its devnet is down again."), steps)
                .Add("seconds", null, took)
                .Next("sending-cli devnet up --detach", "sending-cli stake 25000 --role edge")
            : Steps(new Report($"The demo took {took.Text}; its devnet stays up. To go on with it:"), steps)
                .Add("seconds", null, took)
                .Add("folder", null, Value.Of(devnet.Folder.Path))
                .Next($"export {DemoDevnet.FolderVariable}={devnet.Folder.Path}", "sending-cli node list", "sending-cli rewards show", "sending-cli devnet down");
    }

    /// <summary>What is done and why; names in braces are those of <see cref="DemoCast"/>.</summary>
    private static IEnumerable<(string Why, string Command)> Script() =>
    [
        ("A local network with the contracts and funded accounts", "devnet up --detach --port 0"),
        ("{alice}, the default account, registers an Edge", "stake 25000 --role edge --endpoint http://127.0.0.1:7101"),
        ("{bob} registers a Guardian", "stake 100000 --role guardian --commission 10% --account bob"),
        ("{carol} delegates to Alice's Edge", "delegate 5000 --node alice --account carol"),
        ("What is registered now", "node list"),
        ("{alice} asks for a part of her stake back", "unstake 5000"),
        ("It has to wait; a devnet's clock can be moved", $"devnet advance {UnbondingPeriod}"),
        ("Now {alice} can take it out", "withdraw"),
        ("The node of {alice} at the end", "node show"),
        ("Anybody can look Alice up by her DID", "did resolve {alice.did}"),
    ];

    private static Report Steps(Report report, IReadOnlyList<DemoStep> steps) => report.Add(new Table(
        "steps",
        [new("command", null), new("why", null), new("transactionHash", null), new("gasUsed", null), new("balanceSend", null), new("balanceEth", null)],
        [.. steps.Select(step => step.Row())],
        ""));
}
