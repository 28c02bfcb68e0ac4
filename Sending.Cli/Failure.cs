using System.Text.Json.Nodes;

namespace Sending.Cli;

/// <summary>Why a command ended without its result.</summary>
/// <param name="Exit">The exit code that tells it to scripts.</param>
/// <param name="Code">The same, finer: a stable snake_case word.</param>
/// <param name="Message">What is wrong and what to do, for a person.</param>
/// <param name="Details">The numbers and names behind it.</param>
internal sealed record Failure(ExitCode Exit, string Code, string Message, JsonObject? Details = null);

/// <summary>Ends a command with a failure.</summary>
internal sealed class CliException(Failure failure) : Exception(failure.Message)
{
    public CliException(ExitCode exit, string code, string message, JsonObject? details = null)
        : this(new Failure(exit, code, message, details))
    {
    }

    public Failure Failure { get; } = failure;

    /// <summary>Wrong usage: exit code 2.</summary>
    public static CliException Usage(string code, string message, JsonObject? details = null) => new(ExitCode.Usage, code, message, details);
}
