using Spectre.Console;

namespace Sending.Cli.Output;

/// <summary>Notices and the progress of what takes long, on standard error.</summary>
internal sealed class Progress(Terminal terminal) : IProgress<string>
{
    /// <summary>A line for the person who watches.</summary>
    public void Say(string line) => terminal.Error.WriteLine(line);

    void IProgress<string>.Report(string value) => Say(value);

    /// <summary>Shows what is going on until it ends: a spinner on a terminal, a line for each stage elsewhere.</summary>
    /// <param name="what">The first stage.</param>
    /// <param name="work">Does it, and names further stages.</param>
    public Task<T> DuringAsync<T>(string what, Func<Action<string>, Task<T>> work)
    {
        if (!terminal.Interactive)
        {
            Say(what + " ...");
            return work(Say);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Status().StartAsync(Markup.Escape(what), status => work(stage => status.Status(Markup.Escape(stage))));
    }
}
