using System.Diagnostics;
using System.Text.Json;
using Sending.OutboxWorker;
using Sending.Toolchain;

namespace Sending.Chain.Tests.Transactions;

/// <summary>A process that sends through an outbox and may be killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>The program, built in the same configuration as the tests.</summary>
    private static readonly string Program = Path.Combine(
        Repository.Find(),
        "test",
        "Sending.OutboxWorker",
        Path.GetRelativePath(Path.Combine(Repository.Find(), "test", "Sending.Chain.Tests"), AppContext.BaseDirectory),
        "Sending.OutboxWorker.dll");

    private readonly Process _process;
    private readonly Task<string> _error;

    private WorkerProcess(Process process) => (_process, _error) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Starts one.</summary>
    /// <param name="job">What it is to do.</param>
    /// <param name="file">Where its orders are written.</param>
    public static WorkerProcess Start(WorkerJob job, string file)
    {
        File.WriteAllText(file, JsonSerializer.Serialize(job));
        return new WorkerProcess(Process.Start(new ProcessStartInfo("dotnet", [Program, file]) { RedirectStandardError = true, RedirectStandardInput = true })!);
    }

    public bool HasExited => _process.HasExited;

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>0 when all is final; else it died.</returns>
    public async Task<int> FinishAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            throw new TimeoutException($"The worker did not finish within {Patience}.");
        }

        return _process.ExitCode is 0 or 137 ? _process.ExitCode : throw new InvalidOperationException(await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
