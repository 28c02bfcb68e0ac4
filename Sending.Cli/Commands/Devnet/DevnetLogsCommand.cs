using System.CommandLine;
using System.Globalization;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Devnet;

/// <summary>Prints the last lines that the node or a service wrote.</summary>
internal sealed class DevnetLogsCommand : CliCommand
{
    private const int DefaultLines = 50;
    private readonly Option<string> _service = new("--service") { HelpName = "name", Description = "The service, such as edge-1 (default: the node)" };
    private readonly Option<string> _lines = new("--lines", "-n") { HelpName = "n", Description = $"How many of the last lines (default: {DefaultLines})" };

    public DevnetLogsCommand()
        : base("logs", "Print the last lines of the output of the node or of a service")
    {
        Add(_service);
        Add(_lines);
    }

    public override IReadOnlyList<string> Examples => ["devnet logs", "devnet logs --lines 500", "devnet logs --service edge-1"];

    public override IReadOnlyList<string> Next => ["devnet status"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var count = DefaultLines;
        if (invocation.Value(_lines) is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count == 0))
        {
            throw CliException.Usage("invalid_input", $"--lines '{text}' is not a whole number from 1 up.");
        }

        var lines = await Devnets.Of(invocation).ReadLogAsync(invocation.Value(_service), count, cancellationToken).ConfigureAwait(false);
        return new Report("") { Raw = string.Join('\n', lines) }.Add("lines", null, Value.List(lines));
    }
}
