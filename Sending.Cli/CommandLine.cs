using System.CommandLine;
using Sending.Cli.Commands;
using Sending.Cli.Help;
using Sending.Cli.Output;

namespace Sending.Cli;

/// <summary>Runs one command line: parse, do, print; every failure becomes an exit code here.</summary>
internal static class CommandLine
{
    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var root = new Root();
        var parsed = root.Read(arguments);
        if (parsed.GetValue(root.Global.Help) || arguments.Count == 0)
        {
            HelpWriter.Write(root, parsed.CommandResult.Command, terminal.Out);
            return ExitCode.Done;
        }

        if (parsed.GetValue(root.Version))
        {
            terminal.Out.WriteLine(typeof(CommandLine).Assembly.GetName().Version?.ToString(3));
            return ExitCode.Done;
        }

        return await ExecuteAsync(root, parsed, terminal, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs one command line and hands its report over instead of printing it.</summary>
    /// <exception cref="CliException">It failed.</exception>
    public static Task<Report> ReportAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var root = new Root();
        return ReportAsync(root, root.Read(arguments), terminal, cancellationToken);
    }

    private static async Task<ExitCode> ExecuteAsync(Root root, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        // Asked of the words as well: when parsing failed, the option may not have been understood.
        var json = parsed.GetValue(root.Global.Json) || parsed.Tokens.Any(token => token.Value == "--json");
        try
        {
            var report = await ReportAsync(root, parsed, terminal, cancellationToken).ConfigureAwait(false);
            if (!report.Silent)
            {
                Printer.Print(report, json, terminal);
            }

            return report.Exit;
        }
        catch (Exception exception)
        {
            var failure = Failures.Of(exception, cancellationToken.IsCancellationRequested);
            if (json)
            {
                terminal.Out.WriteLine(JsonEnvelope.Failure(failure));
            }
            else
            {
                terminal.Error.WriteLine(HumanText.Failure(failure));
            }

            return failure.Exit;
        }
    }

    private static async Task<Report> ReportAsync(Root root, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        if (parsed.CommandResult.Command is not CliCommand command)
        {
            throw ParseFailure.Of(parsed);
        }

        // A noun alone says better than the parser what is missing.
        if (parsed.Errors.Count > 0 && (command is not CommandGroup || parsed.UnmatchedTokens.Count > 0))
        {
            throw ParseFailure.Of(parsed);
        }

        var invocation = new Invocation(parsed, root.Global, terminal);
        return (await command.RunAsync(invocation, cancellationToken).ConfigureAwait(false)).NextWith(invocation.SameAgain);
    }
}
