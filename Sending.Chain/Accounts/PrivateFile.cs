using System.Runtime.InteropServices;

namespace Sending.Chain.Accounts;

/// <summary>Files that only their owner may read (mode 600 in folders of mode 700), written whole or not at all.</summary>
public static partial class PrivateFile
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

    /// <summary>Writes a new file; nobody ever sees a part of it, and of several at once one wins.</summary>
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

            if (overwrite || OperatingSystem.IsWindows() || Link(temporary, path) != 0)
            {
                File.Move(temporary, path, overwrite);
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // On Unix, File.Move looks for the target and then renames over it, so a file made in between is lost; link(2) refuses it.
    // Where it fails, File.Move tells why, and still serves file systems without hard links.
    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string added);
}
