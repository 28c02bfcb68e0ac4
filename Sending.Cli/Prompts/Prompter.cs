using Spectre.Console;

namespace Sending.Cli.Prompts;

/// <summary>Asks the person at the terminal, on standard error; nobody is asked where nobody sits.</summary>
internal sealed class Prompter(Terminal terminal)
{
    private readonly Lazy<IAnsiConsole> _console = new(() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(terminal.Error),
        Interactive = InteractionSupport.Yes,
    }));

    /// <summary>Whether somebody can be asked at all.</summary>
    public bool Possible => terminal.Interactive;

    /// <summary>A yes or no; Enter means no.</summary>
    public Task<bool> ConfirmAsync(string question, CancellationToken cancellationToken) =>
        new ConfirmationPrompt(Markup.Escape(question)) { DefaultValue = false }.ShowAsync(_console.Value, cancellationToken);

    /// <summary>A line that is not shown while it is typed.</summary>
    public Task<string> SecretAsync(string question, CancellationToken cancellationToken) =>
        new TextPrompt<string>(Markup.Escape(question)) { IsSecret = true, Mask = null, AllowEmpty = true }.ShowAsync(_console.Value, cancellationToken);
}
