using System.Runtime.InteropServices;

namespace Sending.Chain.Devnet;

/// <summary>Tells another process to end in order, which .NET cannot.</summary>
internal static partial class Signals
{
    private const int Terminate = 15;

    /// <summary>Sends SIGTERM (POSIX kill(2)); Windows has nothing like it.</summary>
    /// <returns>False where there is no such signal, or no such process.</returns>
    public static bool TryTerminate(int processId) => !OperatingSystem.IsWindows() && Kill(processId, Terminate) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
