using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Nethereum.Contracts;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Devnet;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;

namespace Sending.Bench;

/// <summary>DIDs that <c>sending-cli did serve</c> resolves a second for a hundred connections, next to how often it only says that it is alive.</summary>
internal static class HttpResolution
{
    private const int Connections = 100;
    private const int Identities = 200;
    private const int ChangesOfEach = 10;
    private const int Rounds = 5;

    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(3);

    public static async Task MeasureAsync(string root, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sending-bench-").FullName;
        var devnet = new LocalDevnet(new DevnetFolder(Path.Combine(folder, "devnet")), root, TimeProvider.System);
        var progress = new Progress<string>();
        await devnet.UpAsync(new DevnetOptions { Port = 0 }, progress, cancellationToken);
        try
        {
            using var connection = await devnet.ConnectAsync(cancellationToken);
            var dids = new List<string>();
            for (var number = 1; number <= Identities; number++)
            {
                dids.Add(await ChangeAsync(connection, number));
            }

            using var server = Start(root, devnet.Folder.Path);
            try
            {
                await MeasureAsync(await UrlAsync(server, cancellationToken), dids, cancellationToken);
                server.Refresh();
                Console.WriteLine($"memory of the server {server.WorkingSet64 >> 20} MiB, at most {server.PeakWorkingSet64 >> 20} MiB");
            }
            finally
            {
                server.Kill();
            }
        }
        finally
        {
            await devnet.DownAsync(progress, CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Uri url, List<string> dids, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = Connections }) { BaseAddress = url };
        (string What, Func<int, string> Path, List<double> Rates)[] loads =
        [
            ("/livez", _ => "/livez", []),
            ($"{Identities} identities of {ChangesOfEach} changes, newest version", turn => $"/1.0/identifiers/{dids[turn % dids.Count]}", []),
            ("the same as they were in 2025", turn => $"/1.0/identifiers/{dids[turn % dids.Count]}?versionTime=2025-10-07T14:30:00Z", []),
        ];
        foreach (var load in loads)
        {
            await LoadAsync(http, load.Path, cancellationToken);
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var load in loads)
            {
                load.Rates.Add(await LoadAsync(http, load.Path, cancellationToken));
            }
        }

        foreach (var load in loads)
        {
            Console.WriteLine($"{load.What,-55} {Summary.Median(load.Rates),8:N0} ({load.Rates.Min():N0} to {load.Rates.Max():N0}) a second, {Summary.Median(load.Rates) / Summary.Median(loads[0].Rates):F2} x /livez");
        }
    }

    /// <summary>As many requests as there are answers to, over so many connections.</summary>
    private static async Task<double> LoadAsync(HttpClient http, Func<int, string> path, CancellationToken cancellationToken)
    {
        var (answers, started) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async connection =>
        {
            for (var turn = connection; Stopwatch.GetElapsedTime(started) < RoundTime; turn++)
            {
                using var answer = await http.GetAsync(path(turn), cancellationToken);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                Interlocked.Increment(ref answers);
            }
        }));
        return answers / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static Process Start(string root, string devnetFolder)
    {
        var start = new ProcessStartInfo("dotnet", [Startup.Program(root, "Sending.Cli", "sending-cli.dll"), "did", "serve", "--port", "0", "--json"]) { RedirectStandardOutput = true };
        start.Environment["SENDING_DEVNET_FOLDER"] = devnetFolder;
        return Process.Start(start)!;
    }

    /// <summary>Where it listens, when it is ready.</summary>
    private static async Task<Uri> UrlAsync(Process server, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        for (string? line = null; line != "}"; text.AppendLine(line))
        {
            line = await server.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException($"The server ended: {text}");
        }

        var url = new Uri(JsonDocument.Parse(text.ToString()).RootElement.GetProperty("data").GetProperty("url").GetString()!);
        using var http = new HttpClient();
        while (!(await http.GetAsync(new Uri(url, "readyz"), cancellationToken)).IsSuccessStatusCode)
        {
            await Task.Delay(100, cancellationToken);
        }

        return url;
    }

    /// <summary>Changes an identity of its own ten times, in one block.</summary>
    private static async Task<string> ChangeAsync(ChainConnection connection, int number)
    {
        var account = $"0x{number:x40}";
        await connection.Web3.Client.SendRequestAsync("hardhat_impersonateAccount", null, account);
        await connection.Web3.Client.SendRequestAsync("hardhat_setBalance", null, account, "0x56bc75e2d63100000");
        var changes = Enumerable.Range(0, ChangesOfEach).Select(place => new Change
        {
            Kind = 0, Name = [.. "did/svc/Test"u8, (byte)('a' + place), .. new byte[19]], Account = account, Value = [.. "https://service.example.org"u8], Validity = 1_000_000,
        });
        var message = new ApplyChangesFunction { FromAddress = account, Identity = account, Changes = [.. changes], Gas = 5_000_000 };
        var hash = await connection.Web3.Client.SendRequestAsync<string>("eth_sendTransaction", null, message.CreateTransactionInput(connection.Deployment.Contracts.DidRegistry));
        TransactionReceipt? receipt;
        while ((receipt = await connection.Web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(hash)) is null)
        {
            await Task.Delay(1);
        }

        return receipt.Status.Value.IsOne ? new Did(account).ToString() : throw new InvalidOperationException("The changes failed.");
    }
}
