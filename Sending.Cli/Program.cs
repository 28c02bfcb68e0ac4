using System.Runtime.InteropServices;
using Sending.Cli;

using var interruption = new CancellationTokenSource();

// Ctrl-C ends the command in order: what runs sees the token, says what is known, and the exit code is 130.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

return (int)await CommandLine.RunAsync(args, Terminal.OfProcess(), interruption.Token).ConfigureAwait(false);

void Interrupt(PosixSignalContext signal)
{
    // The second one is meant: leave it to the runtime, which ends the process.
    signal.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}
