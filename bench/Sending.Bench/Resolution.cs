using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Sending.Chain.Devnet;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Identity;
using Sending.Chain.Rpc;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>An identity of a thousand changes resolved, from nothing and again, next to npm <c>ethr-did-resolver</c> on the same devnet.</summary>
internal static class Resolution
{
    private const int Changes = 1_000;
    private const int ColdRounds = 5;
    private const int WarmResolutions = 1_000;

    public static async Task MeasureAsync(NodeToolchain toolchain, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sending-bench-").FullName;
        var devnet = new LocalDevnet(new DevnetFolder(Path.Combine(folder, "devnet")), toolchain.Root, TimeProvider.System);
        var progress = new Progress<string>();
        var state = await devnet.UpAsync(new DevnetOptions { Port = 0 }, progress, cancellationToken);
        try
        {
            using var connection = await devnet.ConnectAsync(cancellationToken);
            await connection.Web3.Client.SendRequestAsync("evm_setIntervalMining", null, 0);
            var identity = state.Accounts[0].Address;
            for (var number = 0; number < Changes; number++)
            {
                await Follower.ChangeAsync(connection, identity, 1, number);
            }

            await MeasureAsync(toolchain, connection, identity, folder, cancellationToken);
        }
        finally
        {
            await devnet.DownAsync(progress, CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(NodeToolchain toolchain, ChainConnection connection, string identity, string folder, CancellationToken cancellationToken)
    {
        var did = string.Create(CultureInfo.InvariantCulture, $"did:ethr:0x{connection.Deployment.ChainId:x}:{identity}");
        var (cold, again, kept) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < ColdRounds; round++)
        {
            var index = new ProtocolIndex(Path.Combine(folder, $"{round}.db"), connection, new FollowerOptions { Finality = Finality.Latest }, TimeProvider.System);
            var asking = new DidResolver(index, connection, TimeProvider.System);
            cold.Add(await TimeAsync(asking, did, 1, cancellationToken));
            again.Add(await TimeAsync(asking, did, WarmResolutions, cancellationToken));
            var serving = new DidResolver(index, connection, TimeProvider.System) { MaxAge = TimeSpan.FromSeconds(1) };
            await TimeAsync(serving, did, 1, cancellationToken);
            kept.Add(await TimeAsync(serving, did, WarmResolutions, cancellationToken));
        }

        var script = Path.Combine(toolchain.Root, "bench", "resolve.mjs");
        var peer = await toolchain.RunAsync(
            [script, connection.RpcUrls.All[0].ToString(), connection.Deployment.Contracts.DidRegistry, did, ColdRounds.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        if (peer.ExitCode != 0)
        {
            throw new InvalidOperationException($"bench/resolve.mjs failed:\n{peer.Tail()}");
        }

        var theirs = Summary.Median(JsonSerializer.Deserialize<List<double>>(peer.Output)!);
        Tell("ethr-did-resolver", theirs, theirs);
        Tell("cold: no index yet", Summary.Median(cold), theirs);
        Tell("again, the node asked every time", Summary.Median(again), theirs);
        Tell("again, as a service (MaxAge 1 s)", Summary.Median(kept), theirs);
    }

    private static async Task<double> TimeAsync(DidResolver resolver, string did, int count, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            if ((await resolver.ResolveAsync(did, new DidResolutionOptions(), cancellationToken)).Document is null)
            {
                throw new InvalidOperationException("The identity was not resolved.");
            }
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / count;
    }

    private static void Tell(string what, double milliseconds, double theirs)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-36} {milliseconds,12:N4} ms {theirs / milliseconds,12:N1} times as fast"));
}
