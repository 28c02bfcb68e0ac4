using System.CommandLine;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Completions;

/// <summary>Prints a script that makes a shell complete <c>sending-cli</c>.</summary>
internal sealed class CompletionsCommand : CliCommand
{
    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or pwsh" };

    public CompletionsCommand()
        : base("completions", "Print a completion script for your shell")
    {
        _shell.CompletionSources.Add("bash", "zsh", "fish", "pwsh");
        Add(_shell);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "completions bash > ~/.local/share/bash-completion/completions/sending-cli",
        "completions zsh > ~/.zfunc/_sending-cli",
        "completions fish > ~/.config/fish/completions/sending-cli.fish",
        "completions pwsh >> $PROFILE",
    ];

    public override Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var shell = invocation.Value(_shell)!;
        var script = shell switch
        {
            "bash" => CompletionScripts.Bash,
            "zsh" => CompletionScripts.Zsh,
            "fish" => CompletionScripts.Fish,
            "pwsh" => CompletionScripts.PowerShell,
            _ => throw CliException.Usage("unknown_shell", $"'{shell}' is not a shell known here: use bash, zsh, fish or pwsh."),
        };
        return Task.FromResult(new Report("") { Raw = script }.Add("shell", null, Value.Of(shell)).Add("script", null, Value.Of(script)));
    }
}
