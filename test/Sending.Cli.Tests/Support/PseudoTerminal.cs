using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Sending.Cli.Tests.Support;

/// <summary>A terminal that a test sits at: what is written to it is typed, what is read from it is shown.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 2;
    private readonly FileStream _stream;
    private readonly StringBuilder _shown = new();
    private readonly Task _reading;

    public PseudoTerminal()
    {
        var descriptor = Open(ReadWrite);
        Assert.True(descriptor >= 0 && Grant(descriptor) == 0 && Unlock(descriptor) == 0, "No pseudo terminal can be had.");
        Path = Marshal.PtrToStringAnsi(Name(descriptor))!;
        _stream = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0, isAsync: false);
        _reading = Task.Factory.StartNew(Read, TaskCreationOptions.LongRunning);
    }

    /// <summary>The device that a program opens to be at this terminal.</summary>
    public string Path { get; }

    /// <summary>Everything that was shown so far.</summary>
    public string Shown
    {
        get
        {
            lock (_shown)
            {
                return _shown.ToString();
            }
        }
    }

    /// <summary>Waits until a text is shown.</summary>
    public async Task SeeAsync(string text)
    {
        for (var i = 0; !Shown.Contains(text, StringComparison.Ordinal); i++)
        {
            Assert.True(i < 1200, $"'{text}' was not shown within a minute, but: {Shown}");
            await Task.Delay(50);
        }
    }

    /// <summary>Types a line and presses Enter.</summary>
    public void Type(string line) => _stream.Write(Encoding.UTF8.GetBytes(line + "\r"));

    public void Dispose()
    {
        _stream.Dispose();
        _reading.GetAwaiter().OnCompleted(static () => { });
    }

    private void Read()
    {
        var buffer = new byte[4096];
        try
        {
            for (int count; (count = _stream.Read(buffer)) > 0;)
            {
                lock (_shown)
                {
                    _shown.Append(Encoding.UTF8.GetString(buffer, 0, count));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The program has closed its side, or the test is over.
        }
    }

    [DllImport("libc", EntryPoint = "posix_openpt")]
    private static extern int Open(int flags);

    [DllImport("libc", EntryPoint = "grantpt")]
    private static extern int Grant(int descriptor);

    [DllImport("libc", EntryPoint = "unlockpt")]
    private static extern int Unlock(int descriptor);

    [DllImport("libc", EntryPoint = "ptsname")]
    private static extern IntPtr Name(int descriptor);
}
