using Sending.Chain.Accounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Events.Storage;

/// <summary>The right to write a store, of one process at a time. The system takes it back when its holder dies.</summary>
public sealed class FollowerLease : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private FollowerLease(string path, FileStream file) => (Path, _file) = (path, file);

    /// <summary>The store's file.</summary>
    public string Path { get; }

    /// <summary>Takes the lease, after waiting for its holder.</summary>
    /// <param name="path">The store's file.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="time">The clock.</param>
    /// <param name="waiting">Is told once when somebody else holds it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.StateUnusable"/>: the holder does not end.</exception>
    public static async Task<FollowerLease> TakeAsync(string path, TimeSpan patience, TimeProvider time, Action? waiting, CancellationToken cancellationToken)
    {
        path = System.IO.Path.GetFullPath(path);
        PrivateFile.CreateFolder(System.IO.Path.GetDirectoryName(path)!);
        var started = time.GetTimestamp();
        for (var announced = false; ; announced = true)
        {
            // The lock file stays: to remove it would let two processes lock two files of one name.
            if (PrivateFile.TryLock(FileOf(path)) is { } taken)
            {
                return new FollowerLease(path, taken);
            }

            if (time.GetElapsedTime(started) >= patience)
            {
                throw new SendingException(
                    ErrorCode.StateUnusable,
                    $"Another process follows the chain into {path} and does not end. Wait for it, or end it; a service needs a file of its own.",
                    new Dictionary<string, string> { ["file"] = path });
            }

            if (!announced)
            {
                waiting?.Invoke();
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>What is locked.</summary>
    internal static string FileOf(string path) => path + ".lock";
}
