using System.CommandLine;
using Sending.Chain.Amounts;
using Sending.Chain.Epochs;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Devnet;

/// <summary>Moves the devnet's clock ahead.</summary>
internal sealed class DevnetAdvanceCommand : CliCommand
{
    private readonly Argument<string> _duration = new("duration") { Description = "How far: 90s, 10m, 2h, 14d", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string> _to = new("--to")
    {
        HelpName = "epoch or window",
        Description = "epoch (the next), an epoch's number, w1, w2, w3, w4, or a window: commitment, reveal, challenge, answer, settlement",
    };

    private readonly Option<string> _wait = new("--wait") { HelpName = "duration", Description = $"How long to wait, at each window that closes, for services with something to do in it (default: {DefaultWait})" };
    private readonly Option<bool> _force = new("--force") { Description = "Skip windows whatever services have to do in them" };

    private const string DefaultWait = "30s";

    public DevnetAdvanceCommand()
        : base("advance", "Move the local network's clock ahead")
    {
        _to.CompletionSources.Add("epoch", "w1", "w2", "w3", "w4", "commitment", "reveal", "challenge", "answer", "settlement");
        Add(_duration);
        Add(_to);
        Add(_wait);
        Add(_force);
    }

    public override IReadOnlyList<string> Examples => ["devnet advance 10m", "devnet advance --to epoch", "devnet advance --to w4", "devnet advance --to settlement --wait 2m"];

    public override IReadOnlyList<string> Next => ["withdraw", "devnet status"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var target = (invocation.Value(_duration), invocation.Value(_to)) switch
        {
            ({ } duration, null) => ClockTarget.After(Duration.Parse(duration)),
            (null, { } moment) => ClockTarget.Parse(moment),
            _ => throw CliException.Usage("invalid_input", "Say how far: either a duration such as 10m, or --to with an epoch or window."),
        };
        var devnet = Devnets.Of(invocation);
        using var connection = await devnet.ConnectAsync(cancellationToken).ConfigureAwait(false);
        var before = await connection.GetHeadAsync(cancellationToken).ConfigureAwait(false);
        if (invocation.DryRun)
        {
            return new Report($"Dry run: the clock would move ahead ({target.Text}) from {ChainTime.Format(before.Time)}.")
                .Add("dryRun", null, Value.Of(true))
                .Add(await Devnets.ClockAsync(connection, before, cancellationToken).ConfigureAwait(false));
        }

        var patience = Duration.Parse(invocation.Value(_wait) ?? DefaultWait);
        var after = await devnet.AdvanceAsync(target, invocation.Value(_force) ? null : patience, invocation.Progress, cancellationToken).ConfigureAwait(false);
        return new Report($"The clock moved ahead by {Duration.Format(after.Time - before.Time)}.")
            .Add("advanced", null, Value.Span(after.Time - before.Time))
            .Add(await Devnets.ClockAsync(connection, after, cancellationToken).ConfigureAwait(false));
    }
}
