using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Sending.Chain.Epochs;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>The index as its user sees it: there when it is needed, right, and harmless when it is broken.</summary>
public class IndexTests(CliDevnet devnet) : DevnetTest(devnet)
{
    private string IndexFile => Devnet.Node.Devnet.Folder.IndexFile;

    [Fact]
    public async Task StatusCheckAndRebuild()
    {
        await MatchAsync("index-status-nothing", "index status");
        await RunAsync("stake 25000 --role edge --endpoint https://edge.example.org");
        await RunAsync("delegate 5000 --node alice --account carol");
        await RunAsync("unstake 1000");
        await RunAsync("node list");

        await MatchAsync("index-status", "index status");
        await MatchAsync("index-status-json", "index status --json");
        await MatchAsync("index-check", "index check");
        await MatchAsync("index-check-json", "index check --json");
        await MatchAsync("index-rebuild", "index rebuild");
        await MatchAsync("index-rebuild-dry-run", "index rebuild --dry-run");
    }

    [Fact]
    public async Task WhatDiffersIsListed()
    {
        await RunAsync("stake 25000 --role edge");
        await RunAsync("node list");
        Change("UPDATE nodes SET share_price = share_price / 2");

        await RefusedAsync("index-check-differs", 1, "index check");
        Change("UPDATE nodes SET commission = 7");
        var json = await Devnet.Cli.RunAsync("index check --json");
        Assert.Equal(1, json.ExitCode);
        Assert.Equal("index_differs", json.FirstError.GetProperty("code").GetString());
        Assert.Contains(
            json.FirstError.GetProperty("details").GetProperty("differences").EnumerateArray(),
            difference => difference.GetProperty("field").GetString() == "commission" && difference.GetProperty("indexed").GetString() == "7");

        await RunAsync("index rebuild");
        await RunAsync("index check");
    }

    [Fact]
    public async Task ADamagedIndexIsMadeAnew()
    {
        await RunAsync("stake 25000 --role edge");
        await RunAsync("node list");
        foreach (var file in new[] { IndexFile + "-wal", IndexFile + "-shm" })
        {
            File.Delete(file);
        }

        await File.WriteAllTextAsync(IndexFile, new string('x', 10_000));

        var result = await RunAsync("node list --json");

        Assert.Single(result.Data.GetProperty("nodes").EnumerateArray());
        Assert.Contains("reading the chain anew", result.Error);
        Assert.DoesNotContain("anew", (await RunAsync("node list --json")).Error);
    }

    [Fact]
    public async Task TwoCommandsAtOnceBothWork()
    {
        await RunAsync("stake 25000 --role edge");
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RunAsync("node list --json")));
        Assert.All(runs, run => Assert.Single(run.Data.GetProperty("nodes").EnumerateArray()));
    }

    [Fact]
    public async Task KilledWhileItReadsItGoesOnWhereItWas()
    {
        const int callsPerLife = 12;
        await RunAsync("stake 25000 --role edge");
        await RunAsync("delegate 5000 --node alice --account carol");
        await Devnet.CallAsync<bool>("evm_setIntervalMining", 0);
        try
        {
            await using var rpc = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);
            rpc.On("eth_getLogs").When(parameters => Number(parameters, "toBlock") - Number(parameters, "fromBlock") >= 2).Always(Fault.Refuse(-32005, "up to 2 blocks"));
            var starts = new List<long>();
            for (var calls = callsPerLife; ; calls += callsPerLife)
            {
                var before = rpc.Count("eth_getLogs");
                using var process = Devnet.Cli.Start($"node list --rpc-url {rpc.Url}");
                while (!process.HasExited && rpc.Count("eth_getLogs") < calls)
                {
                    await Task.Delay(1);
                }

                if (process.HasExited)
                {
                    Assert.Equal(0, process.ExitCode);
                    break;
                }

                process.Kill();
                await process.WaitForExitAsync();
                starts.Add(Number(rpc.Calls.Where(call => call.Method == "eth_getLogs").ElementAt(before).Params, "fromBlock"));
            }

            Assert.True(starts.Count >= 3, $"It was killed {starts.Count} times.");
            Assert.Equal(starts.Order().Distinct(), starts);
            var contents = StoreContents.Of(IndexFile);
            await RunAsync("index rebuild");
            Assert.Equal(StoreContents.Of(IndexFile), contents);
        }
        finally
        {
            await Devnet.Node.SetMiningAsync(automatic: true);
        }
    }

    [Fact]
    public async Task TheHistoryOfANode()
    {
        await RunAsync("stake 25000 --role edge --endpoint https://edge.example.org");
        await RunAsync("delegate 5000 --node alice --account carol");
        await RunAsync("unstake 1000");
        await RunAsync("node set-commission 3%");

        // The cut is in force, so that what a refused command is compared with does not change by itself.
        await Devnet.Node.Devnet.AdvanceAsync(ClockTarget.Parse("epoch"), default);
        await Devnet.RewardAsync("alice", 1_000);

        await MatchAsync("node-history-json", "node history --json");
        await RefusedAsync("wrong-history-limit", 2, "node history --limit none");
        await RefusedAsync("wrong-history-nobody", 1, "node history bob");

        var people = (await RunAsync("node history")).Out;
        Assert.Matches(@"staked +25,000 SEND +alice[\s\S]+staked +5,000 SEND +carol[\s\S]+commission set[\s\S]+rewards received", people);

        // Registration is one block of three events, which no page cuts.
        var last = (await RunAsync("node history --limit 2 --json")).Data;
        Assert.Equal(["commission set", "rewards received"], Events(last));
        var earlier = (await RunAsync($"node history --limit 3 --before {last.GetProperty("events")[0].GetProperty("block").GetInt64()} --json")).Data;
        Assert.Equal(["registered", "endpoint set", "staked", "staked", "unstake requested"], Events(earlier));
    }

    private static List<string?> Events(System.Text.Json.JsonElement data)
        => [.. data.GetProperty("events").EnumerateArray().Select(happened => happened.GetProperty("event").GetString())];

    private static long Number(JsonNode parameters, string name) => long.Parse(((string)parameters[0]![name]!)[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={IndexFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
