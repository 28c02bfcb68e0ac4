using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sending.Chain.Duties;
using Sending.Chain.Transactions;

namespace Sending.Chain.Http.Hosting;

/// <summary>What a service does besides answering: it follows the chain, sends what is in the outbox, and runs its duties.</summary>
internal sealed class ServiceWork(ServiceContext context, DutyLoop duties, IHostApplicationLifetime lifetime, ILogger<ServiceWork> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        duties.Changed += LogDuty;
        context.Outbox.Changed += LogTransaction;
        try
        {
            await Task.WhenAll(
                GuardAsync(context.Index.RunAsync(null, stoppingToken), stoppingToken),
                GuardAsync(context.Outbox.RunAsync(stoppingToken), stoppingToken),
                GuardAsync(duties.RunAsync(stoppingToken), stoppingToken));
        }
        finally
        {
            duties.Changed -= LogDuty;
            context.Outbox.Changed -= LogTransaction;
        }
    }

    /// <summary>A service that has lost one of them is none: it ends, and who supervises it starts it anew.</summary>
    private async Task GuardAsync(Task work, CancellationToken stoppingToken)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It was told to end.
        }
        catch (Exception error)
        {
            log.LogCritical(error, "The service cannot go on: {Reason}", error.Message);
            lifetime.StopApplication();
        }
    }

    private void LogDuty(DutyStatus status, Exception? error)
    {
        var level = status.Report.State is DutyState.Failed or DutyState.Missed ? LogLevel.Warning : LogLevel.Information;
        log.Log(level, error, "{Duty} of epoch {Epoch} is {State}: {Note}", status.Name, status.Report.Epoch, status.Report.State, status.Report.Note);
    }

    private void LogTransaction(OutboxEntry entry) => log.Log(
        entry.Failure is null ? LogLevel.Information : LogLevel.Warning,
        "Transaction {Key} is {State}, {Hash}: {Note}",
        entry.Key,
        entry.State,
        entry.Hash,
        entry.Failure?.Message ?? entry.Note?.Text);
}
