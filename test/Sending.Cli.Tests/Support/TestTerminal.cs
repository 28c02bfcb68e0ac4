using Microsoft.Extensions.Time.Testing;

namespace Sending.Cli.Tests.Support;

/// <summary>A terminal without a person, in a folder of its own, that keeps what is written to it.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public TestTerminal(string input = "")
    {
        Variables = new Dictionary<string, string>
        {
            ["HOME"] = Folder.Path,
            ["SENDING_DEVNET_FOLDER"] = Folder.File(".devnet"),
        };
        Terminal = new Terminal
        {
            Out = _out,
            Error = _error,
            In = new StringReader(input),
            Interactive = false,
            Colours = false,
            WorkingDirectory = Folder.Path,
            Variable = name => Variables.GetValueOrDefault(name),
            Clock = new FakeTimeProvider(),
        };
    }

    public TemporaryFolder Folder { get; } = new();

    public Dictionary<string, string> Variables { get; }

    public Terminal Terminal { get; }

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public async Task<ExitCode> RunAsync(params string[] arguments) => await CommandLine.RunAsync(arguments, Terminal, CancellationToken.None);

    public void Dispose() => Folder.Dispose();
}
