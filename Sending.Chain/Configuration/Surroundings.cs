namespace Sending.Chain.Configuration;

/// <summary>What a process gets from its surroundings as far as settings depend on it; tests bring their own.</summary>
/// <param name="WorkingDirectory">What relative paths begin at, unless a settings file names them.</param>
/// <param name="Variable">The value of an environment variable; null when unset or empty.</param>
public sealed record Surroundings(string WorkingDirectory, Func<string, string?> Variable)
{
    /// <summary>The surroundings of this process.</summary>
    public static Surroundings OfProcess() => new(
        Environment.CurrentDirectory,
        name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null);
}
