using System.Diagnostics;
using Sending.Cli.Tests.Support;

namespace Sending.Cli.Tests.EndToEnd;

/// <summary>What becomes of transactions whose command was interrupted or killed.</summary>
public class TransactionTests(CliDevnet devnet) : DevnetTest(devnet)
{
    private const string Stake = "stake 25000 --role edge";

    [Fact]
    public async Task WhatWasInterruptedIsListedShownAndSeenThrough()
    {
        await using var mute = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);
        await MatchAsync("tx-list-empty", "tx list");
        using var process = await StartAsync(mute, Stake, "eth_getTransactionReceipt");
        await CliProcess.InterruptAsync(process);
        var result = await CliProcess.FinishAsync(process);
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("tx resume", result.Error, StringComparison.Ordinal);

        await MatchAsync("tx-list-open", "tx list");
        await MatchAsync("tx-resume", "tx resume");
        await MatchAsync("tx-resume-nothing", "tx resume");
        var listed = (await RunAsync("tx list --json")).Data.GetProperty("transactions")[0];
        Assert.Equal(("mined", "registerAndStakeWithPermit"), (listed.GetProperty("state").GetString(), listed.GetProperty("function").GetString()));
        var hash = listed.GetProperty("transactionHash").GetString();
        Assert.Equal(hash, (await RunAsync($"tx show {listed.GetProperty("key").GetString()} --json")).Data.GetProperty("transactionHash").GetString());
        Assert.StartsWith("registerAndStakeWithPermit: mined.", (await RunAsync($"tx show {hash}")).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await Devnet.StateOfAsync("alice")).Nonce);
    }

    [Fact]
    public async Task WhatWasKilledIsSettledBeforeTheNextIsSent()
    {
        await using var mute = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);
        using (var process = await StartAsync(mute, Stake, "eth_getTransactionReceipt"))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await MatchAsync("tx-settled-first", "node set-endpoint https://edge.example.org");
        Assert.Equal(2, (await Devnet.StateOfAsync("alice")).Nonce);
    }

    [Fact]
    public async Task WhatWasKilledBeforeItWasSentIsWithdrawn()
    {
        await using var mute = FaultyRpc.InFrontOf(Devnet.Node.State.RpcUrl!);

        // The second time that it is simulated it is recorded already.
        using (var process = await StartAsync(mute, Stake, "eth_estimateGas", times: 2))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        var next = await RunAsync(Stake);
        Assert.Contains("registerAndStakeWithPermit of an earlier command had not been sent; it is withdrawn.", next.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await Devnet.StateOfAsync("alice")).Nonce);
        Assert.Equal(
            ["mined", "withdrawn"],
            (await RunAsync("tx list --json")).Data.GetProperty("transactions").EnumerateArray().Select(row => row.GetProperty("state").GetString()));
    }

    [Fact]
    public Task AnUnknownTransactionIsNamed() => RefusedAsync("tx-show-unknown", 1, "tx show 0x1234");

    /// <summary>Starts a command on a node that never answers a method, and waits until it has asked.</summary>
    private async Task<Process> StartAsync(FaultyRpc mute, string line, string method, int times = 1)
    {
        var asked = new TaskCompletionSource();
        var rule = mute.On(method);
        if (times > 1)
        {
            rule.Times(times - 1, Fault.Pass);
        }

        rule.Always(Fault.Custom("mute", async (_, cancellationToken) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }));
        var process = Devnet.Cli.Start($"{line} --rpc-url {mute.Url}");
        process.StandardInput.Close();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(90));
        return process;
    }
}
