using Sending.Chain.Configuration;

namespace Sending.Cli;

/// <summary>What the process gets from its surroundings; tests and the demo bring their own.</summary>
internal sealed record Terminal
{
    /// <summary>The result, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, prompts, notices.</summary>
    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    /// <summary>Somebody sits there who can be asked: standard input and standard error are a terminal.</summary>
    public required bool Interactive { get; init; }

    /// <summary>Standard output is a terminal that shows colours.</summary>
    public required bool Colours { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>The value of an environment variable; null when unset or empty.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>What settings depend on.</summary>
    public Surroundings Surroundings => new(WorkingDirectory, Variable);

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        In = Console.In,
        Interactive = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        Colours = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        WorkingDirectory = Environment.CurrentDirectory,
        Variable = name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null,
        Clock = TimeProvider.System,
    };
}
