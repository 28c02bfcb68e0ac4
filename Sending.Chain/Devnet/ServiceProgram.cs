namespace Sending.Chain.Devnet;

/// <summary>The program that a devnet's services run as: <c>sending-cli</c>, which takes <c>edge run</c> and <c>guardian run</c>.</summary>
/// <param name="File">What is started.</param>
/// <param name="Arguments">What comes before the command.</param>
public sealed record ServiceProgram(string File, IReadOnlyList<string> Arguments)
{
    private const string Name = "sending-cli";

    /// <summary>The one beside this process's own program: itself, or the library that <c>dotnet</c> runs.</summary>
    public static ServiceProgram Beside { get; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == Name
        ? new ServiceProgram(Environment.ProcessPath!, [])
        : new ServiceProgram("dotnet", [Path.Combine(AppContext.BaseDirectory, Name + ".dll")]);
}
