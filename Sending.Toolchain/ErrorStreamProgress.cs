namespace Sending.Toolchain;

/// <summary>Writes progress to standard error at once, in order.</summary>
public sealed class ErrorStreamProgress : IProgress<string>
{
    /// <inheritdoc/>
    public void Report(string value) => Console.Error.WriteLine(value);
}
