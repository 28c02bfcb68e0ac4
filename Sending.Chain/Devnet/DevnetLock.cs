using Sending.Chain.Accounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Devnet;

/// <summary>One command at a time starts or stops a devnet. The system frees the lock when its holder dies.</summary>
internal sealed class DevnetLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly DevnetFolder _folder;
    private readonly FileStream _file;

    private DevnetLock(DevnetFolder folder, FileStream file) => (_folder, _file) = (folder, file);

    /// <summary>Takes the lock, after waiting for its holder.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.DevnetBusy"/>: the holder does not finish.</exception>
    public static async Task<DevnetLock> TakeAsync(
        DevnetFolder folder,
        TimeProvider time,
        IProgress<string> progress,
        CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var announced = false; ; announced = true)
        {
            if (TryTake(folder) is { } taken)
            {
                return taken;
            }

            if (time.GetElapsedTime(started) > Patience)
            {
                throw new SendingException(
                    ErrorCode.DevnetBusy,
                    $"Another command has been starting or stopping the devnet in {folder.Path} for a minute. Wait for it, or end it.",
                    new Dictionary<string, string> { ["folder"] = folder.Path });
            }

            if (!announced)
            {
                progress.Report("Waiting for another command that starts or stops this devnet …");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Whether somebody holds the lock now.</summary>
    public static bool IsHeld(DevnetFolder folder)
    {
        if (!File.Exists(folder.LockFile))
        {
            return false;
        }

        using var taken = TryTake(folder);
        return taken is null;
    }

    /// <summary>Frees the lock and leaves no trace of it. Where an open file can be removed, it goes first: who opens it in between finds it locked.</summary>
    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_folder.LockFile);
        }

        _file.Dispose();
        try
        {
            if (OperatingSystem.IsWindows())
            {
                File.Delete(_folder.LockFile);
            }

            DevnetFolder.RemoveIfEmpty(_folder.Path);
        }
        catch (IOException)
        {
            // The next holder has come in between; file and folder are his.
        }
    }

    private static DevnetLock? TryTake(DevnetFolder folder)
    {
        PrivateFile.CreateFolder(folder.Path);
        try
        {
            return PrivateFile.TryLock(folder.LockFile) is { } file ? new DevnetLock(folder, file) : null;
        }
        catch (IOException)
        {
            // The holder has just left and taken the file or the folder away.
            return null;
        }
    }
}
