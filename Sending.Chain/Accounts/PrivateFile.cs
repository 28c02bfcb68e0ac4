namespace Sending.Chain.Accounts;

/// <summary>Files that only their owner may read (mode 600 in folders of mode 700), written whole or not at all.</summary>
public static class PrivateFile
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    /// <summary>Creates a folder that only its owner may enter; one that exists is left as it is.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, FolderMode);
        }
    }

    /// <summary>Writes a new file; nobody ever sees a part of it.</summary>
    /// <exception cref="IOException">The file exists already, or cannot be written.</exception>
    public static Task WriteNewAsync(string path, string text, CancellationToken cancellationToken)
        => WriteAsync(path, text, overwrite: false, cancellationToken);

    /// <summary>Writes a file or replaces it at once.</summary>
    public static Task ReplaceAsync(string path, string text, CancellationToken cancellationToken)
        => WriteAsync(path, text, overwrite: true, cancellationToken);

    /// <summary>Takes a file for this process alone, and creates it where needed. The system frees it when the process dies.</summary>
    /// <returns>Null when somebody else has it; else dispose to free it.</returns>
    public static FileStream? TryLock(string path)
    {
        var options = new FileStreamOptions { Mode = System.IO.FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Creates an empty file; one that exists is left as it is.</summary>
    public static void CreateEmpty(string path)
    {
        var options = new FileStreamOptions { Mode = System.IO.FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode;
        }

        new FileStream(path, options).Dispose();
    }

    private static async Task WriteAsync(string path, string text, bool overwrite, CancellationToken cancellationToken)
    {
        CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + "." + Path.GetRandomFileName() + ".tmp";
        var options = new FileStreamOptions { Mode = System.IO.FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode;
        }

        try
        {
            await using (var stream = new FileStream(temporary, options))
            await using (var writer = new StreamWriter(stream))
            {
                await writer.WriteAsync(text.AsMemory(), cancellationToken);
                await writer.FlushAsync(cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
