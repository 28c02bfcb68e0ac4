using System.CommandLine;
using Sending.Chain.Configuration;
using Sending.Cli.Output;
using Sending.Cli.Prompts;

namespace Sending.Cli.Commands;

/// <summary>One run of a command: what was typed, and where it runs.</summary>
internal sealed class Invocation(ParseResult parsed, GlobalOptions options, Terminal terminal)
{
    private Settings? _settings;

    public Terminal Terminal { get; } = terminal;

    public Progress Progress { get; } = new(terminal);

    public Prompter Prompter { get; } = new(terminal);

    public bool Json => parsed.GetValue(options.Json);

    public bool DryRun => parsed.GetValue(options.DryRun);

    public bool Yes => parsed.GetValue(options.Yes);

    public Settings Settings => _settings ??= Settings.Load(Terminal.Surroundings, Flag);

    /// <summary>The options by which a further command acts on the same network with the same account; empty when none were given.</summary>
    public string SameAgain
    {
        get
        {
            Option<string>[] named = [options.Network, options.RpcUrl, options.Account, options.PasswordFile];
            return string.Concat(named.Where(option => Value(option) is not null).Select(option => $" {option.Name} {Value(option)}"));
        }
    }

    /// <summary>The option's value; null when it was not given.</summary>
    public string? Value(Option<string> option) => parsed.GetValue(option);

    /// <summary>The values of an option that may be given several times; none when it was not given.</summary>
    public IReadOnlyList<string> Values(Option<string[]> option) => parsed.GetValue(option) ?? [];

    public bool Value(Option<bool> option) => parsed.GetValue(option);

    /// <summary>A setting's value on the command line; null when it was not given, or is no option of the command.</summary>
    public string? Flag(SettingName name) => parsed.CommandResult.Command.Options.Concat(options.All).FirstOrDefault(option => option.Name == name.Flag) switch
    {
        Option<string> text => parsed.GetValue(text),
        Option<bool> given => parsed.GetValue(given) ? "true" : null,
        _ => null,
    };

    /// <summary>The argument's value; null when it was not given.</summary>
    public string? Value(Argument<string> argument) => parsed.GetValue(argument);
}
