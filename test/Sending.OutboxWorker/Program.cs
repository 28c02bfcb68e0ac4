using System.Diagnostics;
using System.Text.Json;
using Nethereum.Signer;
using Sending.Chain.Accounts;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Transactions;

namespace Sending.OutboxWorker;

/// <summary>A process that sends through an outbox, to be killed. It ends by itself when everything is final.</summary>
public static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        EndWithParent();
        var job = JsonSerializer.Deserialize<WorkerJob>(await File.ReadAllTextAsync(arguments[0]))!;
        using var connection = await AgainAsync(async () => await ChainConnection.OpenAsync(
            await DeploymentFile.ReadAsync(job.Deployment, default), job.RpcUrl, new RpcOptions { RequestTimeout = TimeSpan.FromSeconds(5) }, default));
        var options = new OutboxOptions
        {
            Finality = job.Finalized ? Finality.Finalized : Finality.Latest,
            LongestPoll = TimeSpan.FromMilliseconds(100),
        };
        using var outbox = await AgainAsync(() => Outbox.OpenAsync(job.Outbox, connection, TimeProvider.System, options, default));
        outbox.At = point =>
        {
            if (point.ToString() == job.DieAt)
            {
                Process.GetCurrentProcess().Kill();
            }
        };
        using var stop = new CancellationTokenSource();
        var keys = new List<string>();
        foreach (var account in job.Keys.Select(key => new UnlockedAccount("worker", new EthECKey(key))))
        {
            outbox.Load(account);
            for (var number = 0; number < job.Transfers; number++)
            {
                var call = TransactionCall.Transfer(account.Address, WorkerJob.Recipient(account.Address, number), WorkerJob.Amount);
                keys.Add(outbox.Enqueue(new TransactionIntent($"{account.Address}/{number}", call)).Key);
            }
        }

        var pump = outbox.RunAsync(stop.Token);
        foreach (var key in keys)
        {
            await await Task.WhenAny(pump, outbox.WaitAsync(key, OutboxState.Final, default));
        }

        await stop.CancelAsync();
        await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    /// <summary>The parent holds the other end of standard input, which the system closes when the parent dies.</summary>
    private static void EndWithParent() => new Thread(() =>
    {
        Console.In.ReadToEnd();
        Process.GetCurrentProcess().Kill();
    })
    { IsBackground = true }.Start();

    /// <summary>The node misbehaves, and a process that starts has nothing to fall back on.</summary>
    private static async Task<T> AgainAsync<T>(Func<Task<T>> action)
    {
        while (true)
        {
            try
            {
                return await action();
            }
            catch (Exception error) when (NodeFailure.Translate(error) is { Code: ErrorCode.NodeUnreachable or ErrorCode.NodeRefused })
            {
                await Task.Delay(20);
            }
        }
    }
}
