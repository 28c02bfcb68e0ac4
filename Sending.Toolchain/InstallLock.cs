namespace Sending.Toolchain;

/// <summary>One installation or compilation at a time in a checkout, across processes. The system frees it when its holder dies.</summary>
internal sealed class InstallLock : IAsyncDisposable
{
    private readonly FileStream _file;

    private InstallLock(FileStream file) => _file = file;

    public static async Task<InstallLock> TakeAsync(string root, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "Sending.Toolchain", "obj")).FullName, "install.lock");
        for (var announced = false; ; announced = true)
        {
            try
            {
                return new InstallLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                if (!announced)
                {
                    progress.Report("Waiting for another process that installs in this checkout …");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
