using Sending.Chain.Work;

namespace Sending.Cli.Commands.Work;

/// <summary>Reads leaves that lie in a file, in the form in which Edges and guardians serve them.</summary>
internal static class LeafFile
{
    private const int MaxLeaves = 1 << 20;
    private const long MaxBytes = 512L << 20;

    /// <exception cref="CliException">There is no such file, or it is no set of leaves.</exception>
    public static async Task<LeafSet> ReadAsync(Invocation invocation, string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Path.GetFullPath(path, invocation.Terminal.WorkingDirectory));
        if (!file.Exists || file.Length > MaxBytes)
        {
            throw CliException.Usage("invalid_input", $"There is no file of leaves {file.FullName}. It is what GET /v1/leaves/{{root}} of an Edge serves.");
        }

        try
        {
            return LeafPage.ParseSet(await File.ReadAllBytesAsync(file.FullName, cancellationToken).ConfigureAwait(false), MaxLeaves);
        }
        catch (FormatException error)
        {
            throw CliException.Usage("invalid_input", $"{file.FullName} holds no leaves as an Edge serves them. {error.Message}");
        }
    }
}
