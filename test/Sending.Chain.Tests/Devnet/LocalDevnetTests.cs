using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Sending.Chain.Amounts;
using Sending.Chain.Devnet;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Testing;
using Sending.Toolchain;

namespace Sending.Chain.Tests.Devnet;

public sealed class LocalDevnetTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly LocalDevnet _devnet;

    public LocalDevnetTests() => _devnet = Open();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if ((await _devnet.GetStatusAsync(default)).State is not null)
        {
            await _devnet.DownAsync(new Progress<string>(), default);
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Lives_from_up_to_down()
    {
        var state = await UpAsync();
        Assert.Equal(["alice", "bob"], state.Accounts.Select(account => account.Name));
        var status = await _devnet.GetStatusAsync(default);
        Assert.Equal(DevnetCondition.Running, status.Condition);
        await AssertFollowsRealTimeAsync(status.Head!);
        AssertOwnSession(state.ProcessId);

        // A second one in the same folder, and another on the same port.
        var running = await RefusalAsync(() => UpAsync());
        Assert.Equal(ErrorCode.DevnetRunning, running.Code);
        Assert.Contains(state.RpcUrl!.ToString(), running.Message);
        var other = Open("other");
        var busy = await RefusalAsync(() => other.UpAsync(Options(state.RpcUrl.Port), new Progress<string>(), default));
        Assert.Equal(ErrorCode.PortInUse, busy.Code);
        Assert.False(Directory.Exists(other.Folder.Path));

        // Funds and time.
        const string Stranger = "0x000000000000000000000000000000000000bEEF";
        await _devnet.FundAsync(Stranger, SendAmount.Parse("12.5"), SendAmount.Parse("3"), default);
        await _devnet.FundAsync(Stranger, 0, SendAmount.Parse("0.5"), default);
        using (var connection = await _devnet.ConnectAsync(default))
        {
            Assert.Equal(SendAmount.Parse("12.5"), await connection.Token.BalanceOfQueryAsync(Stranger));
            Assert.Equal(SendAmount.Parse("3.5"), (await connection.Web3.Eth.GetBalance.SendRequestAsync(Stranger)).Value);
            Assert.Equal(SendAmount.Parse("1000000"), await connection.Token.BalanceOfQueryAsync(state.Accounts[1].Address));
            var before = await connection.GetHeadAsync(default);
            var after = await _devnet.AdvanceAsync(ClockTarget.After(TimeSpan.FromHours(1)), default);
            Assert.InRange(after.Time - before.Time, TimeSpan.FromHours(1), TimeSpan.FromHours(1).Add(TimeSpan.FromSeconds(5)));
        }

        var treasury = await RefusalAsync(() => _devnet.FundAsync(Stranger, SendAmount.Parse("2000000000"), 0, default));
        Assert.Equal(ErrorCode.CheckFailed, treasury.Code);

        // The keystores open with the password file; what the user adds survives.
        var password = (await File.ReadAllTextAsync(_devnet.Folder.PasswordFile)).TrimEnd('\n');
        Assert.Equal(state.Accounts[0].Address, (await _devnet.Folder.Accounts.UnlockAsync("alice", password, default)).Address);
        await _devnet.Folder.Accounts.CreateAsync("mine", password, Chain.Accounts.KeystoreStrength.Devnet, default);
        Assert.NotEmpty(await _devnet.ReadLogAsync(null, 5, default));

        // Reset begins the chain again.
        var again = await _devnet.ResetAsync(new Progress<string>(), default);
        Assert.NotEqual(state.ProcessId, again.ProcessId);
        using (var connection = await _devnet.ConnectAsync(default))
        {
            Assert.True((await connection.Token.BalanceOfQueryAsync(Stranger)).IsZero);
        }

        Assert.True(await _devnet.DownAsync(new Progress<string>(), default));
        Assert.False(new DetachedProcess(again.ProcessId, again.ProcessBirth).IsAlive());
        Assert.Equal(["mine"], (await _devnet.Folder.Accounts.ListAsync(default)).Select(account => account.Name));
        Assert.Equal(["keystores", "password.txt"], Directory.GetFileSystemEntries(_devnet.Folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(ErrorCode.DevnetNotRunning, (await RefusalAsync(() => _devnet.DownAsync(new Progress<string>(), default))).Code);
    }

    [Fact]
    public async Task A_killed_node_is_noticed_and_cleaned_up()
    {
        var state = await UpAsync();
        Process.GetProcessById(state.ProcessId).Kill();
        Assert.False(await _devnet.WaitForExitAsync(state, new Progress<string>(), default));
        Assert.Equal(DevnetCondition.Dead, (await _devnet.GetStatusAsync(default)).Condition);
        Assert.Equal(ErrorCode.DevnetNotRunning, (await RefusalAsync(() => _devnet.ConnectAsync(default))).Code);
        Assert.False(await _devnet.DownAsync(new Progress<string>(), default));
        Assert.False(Directory.Exists(_devnet.Folder.Path));
    }

    [Fact]
    public async Task A_node_is_not_called_lost_while_a_command_takes_its_devnet_down()
    {
        var state = await UpAsync();
        Task<bool> exit;
        using (await DevnetLock.TakeAsync(_devnet.Folder, TimeProvider.System, new Progress<string>(), default))
        {
            // As far as `down` has come when the node is dead and nothing is cleaned up.
            await new DetachedProcess(state.ProcessId, state.ProcessBirth).KillAsync(TimeProvider.System, default);
            var waiting = new TaskCompletionSource();
            exit = _devnet.WaitForExitAsync(state, new Reporter(_ => waiting.TrySetResult()), default);
            Assert.Same(waiting.Task, await Task.WhenAny(waiting.Task, exit));
            _devnet.Folder.Clear();
        }

        Assert.True(await exit);
    }

    [Fact]
    public async Task Two_starts_at_once_make_one_devnet()
    {
        var starts = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                return await Open().UpAsync(Options(0), new Progress<string>(), default);
            }
            catch (SendingException error) when (error.Code == ErrorCode.DevnetRunning)
            {
                return null;
            }
        }));
        Assert.Single(starts, started => started is not null);
        Assert.True(await _devnet.DownAsync(new Progress<string>(), default));
        Assert.False(Directory.Exists(_devnet.Folder.Path));
    }

    [Fact]
    public async Task An_interrupted_start_leaves_nothing()
    {
        using var interrupt = new CancellationTokenSource();
        var progress = new Reporter(line =>
        {
            if (line.StartsWith("Deploying", StringComparison.Ordinal))
            {
                interrupt.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _devnet.UpAsync(Options(0), progress, interrupt.Token));
        Assert.False(Directory.Exists(_devnet.Folder.Path));
    }

    [Fact]
    public async Task Without_a_start_there_is_nothing_to_stop()
    {
        Assert.Equal(DevnetCondition.Stopped, (await _devnet.GetStatusAsync(default)).Condition);
        foreach (var action in new Func<Task>[]
        {
            () => _devnet.DownAsync(new Progress<string>(), default),
            () => _devnet.ResetAsync(new Progress<string>(), default),
            () => _devnet.ReadLogAsync(null, 1, default),
            () => _devnet.FundAsync("0x000000000000000000000000000000000000bEEF", 1, 0, default),
            () => _devnet.AdvanceAsync(ClockTarget.Parse("epoch"), default),
        })
        {
            var error = await RefusalAsync(action);
            Assert.Equal(ErrorCode.DevnetNotRunning, error.Code);
            Assert.Contains("devnet up", error.Message);
        }

        Assert.False(Directory.Exists(_devnet.Folder.Path));
    }

    [Fact]
    public async Task A_port_of_another_program_is_told_at_once()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var error = await RefusalAsync(() => _devnet.UpAsync(Options(port), new Progress<string>(), default));
        Assert.Equal(ErrorCode.PortInUse, error.Code);
        Assert.Contains($"Port {port}", error.Message);
        Assert.False(Directory.Exists(_devnet.Folder.Path));
    }

    [Fact]
    public async Task A_number_that_went_to_another_process_is_left_alone()
    {
        using var innocent = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        try
        {
            Directory.CreateDirectory(_devnet.Folder.Path);
            await File.WriteAllTextAsync(_devnet.Folder.StateFile, $$"""
                {
                  "ready": true, "processId": {{innocent.Id}}, "processBirth": "another", "rpcUrl": "http://127.0.0.1:8545",
                  "accounts": [], "options": { "port": 8545, "accountNames": [], "sendPerAccount": "1" }
                }
                """);
            Assert.Equal(DevnetCondition.Dead, (await _devnet.GetStatusAsync(default)).Condition);
            Assert.False(await _devnet.DownAsync(new Progress<string>(), default));
            Assert.False(innocent.HasExited);
        }
        finally
        {
            innocent.Kill();
        }
    }

    [Fact]
    public async Task What_a_killed_start_left_is_ended_by_down()
    {
        using var half = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        var state = new DevnetState(false, half.Id, DetachedProcess.FindBirth(half.Id)!, null, [], new DevnetStartOptions(0, ["alice"], "1"));
        await state.WriteAsync(_devnet.Folder, default);
        await File.WriteAllTextAsync(_devnet.Folder.LogFile, "half a line");
        Assert.Equal(DevnetCondition.Silent, (await _devnet.GetStatusAsync(default)).Condition);
        Assert.True(await _devnet.DownAsync(new Progress<string>(), default));
        Assert.True(half.WaitForExit(TimeSpan.FromSeconds(5)));
        Assert.False(Directory.Exists(_devnet.Folder.Path));
    }

    [Fact]
    public async Task A_damaged_state_file_is_told_and_nothing_is_ended()
    {
        Directory.CreateDirectory(_devnet.Folder.Path);
        await File.WriteAllTextAsync(_devnet.Folder.StateFile, "{");
        Assert.Contains("damaged", (await RefusalAsync(() => _devnet.DownAsync(new Progress<string>(), default))).Message);
        Assert.True(File.Exists(_devnet.Folder.StateFile));
        File.Delete(_devnet.Folder.StateFile);
    }

    /// <summary>Without any transaction there are new blocks, with the real time.</summary>
    private async Task AssertFollowsRealTimeAsync(ChainHead before)
    {
        ChainHead head;
        do
        {
            await Task.Delay(100);
            head = (await _devnet.GetStatusAsync(default)).Head!;
        }
        while (head.Time <= before.Time);
        Assert.True(head.Number > before.Number);
        Assert.InRange(head.Time, TimeProvider.System.GetUtcNow().AddSeconds(-30), TimeProvider.System.GetUtcNow().AddSeconds(2));
    }

    /// <summary>The end of a terminal reaches only processes of its session.</summary>
    private static void AssertOwnSession(int processId)
    {
        if (OperatingSystem.IsLinux())
        {
            var status = File.ReadAllText($"/proc/{processId}/stat");
            var session = status[(status.LastIndexOf(')') + 2)..].Split(' ')[3];
            Assert.Equal(processId, int.Parse(session));
        }
    }

    private static DevnetOptions Options(int port) => new() { Port = port, AccountNames = ["alice", "bob"] };

    private static Task<SendingException> RefusalAsync(Func<Task> action) => Assert.ThrowsAsync<SendingException>(action);

    private LocalDevnet Open(string name = "devnet") => new(new DevnetFolder(_folder.File(name)), Repository.Find(), TimeProvider.System);

    private Task<DevnetState> UpAsync() => _devnet.UpAsync(Options(0), new Progress<string>(), default);

    /// <summary>Reports at once, in the caller's thread.</summary>
    private sealed class Reporter(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}
