namespace Sending.Chain.Configuration;

/// <summary>A configured value; null when nobody said anything.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">A flag, an environment variable, a file, or the default.</param>
public sealed record Setting(string? Value, string Source);
