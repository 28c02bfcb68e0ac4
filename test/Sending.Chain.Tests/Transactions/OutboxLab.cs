using System.Numerics;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Rpc;
using Sending.Chain.Transactions;
using Sending.Testing;

namespace Sending.Chain.Tests.Transactions;

/// <summary>Outboxes of one test, over the devnet or over a proxy in front of it, and what they are checked against.</summary>
public abstract class OutboxLab(DevnetFixture devnet) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _open = [];

    private protected DevnetFixture Devnet { get; } = devnet;

    private protected FaultyRpc Rpc { get; } = FaultyRpc.InFrontOf(devnet.State.RpcUrl!);

    private protected string File => _folder.File("outbox.db");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var item in Enumerable.Reverse(_open))
        {
            item.Dispose();
        }

        await Rpc.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Quick, and content with the latest block.</summary>
    private protected static OutboxOptions Quick { get; } = new() { Finality = Finality.Latest, LongestPoll = TimeSpan.FromMilliseconds(100) };

    /// <summary>Opens the test's outbox over the proxy, as one more process would.</summary>
    private protected async Task<Outbox> OpenAsync(OutboxOptions? options = null, TimeProvider? time = null)
    {
        var connection = await ChainConnection.OpenAsync(
            Devnet.Connection.Deployment, Rpc.Url, new RpcOptions { RequestTimeout = TimeSpan.FromSeconds(2) }, default);
        _open.Add(connection);
        var outbox = await Outbox.OpenAsync(File, connection, time ?? TimeProvider.System, options ?? Quick, default);
        _open.Add(outbox);
        return outbox;
    }

    /// <summary>A transfer of ETH to an address of its own, so that its effect can be read off.</summary>
    private protected static TransactionIntent Transfer(UnlockedAccount from, string key, BigInteger? wei = null)
        => new(key, TransactionCall.Transfer(from.Address, Recipient(from, key), wei ?? 7));

    /// <summary>The address that <see cref="Transfer"/> sends to.</summary>
    private protected static string Recipient(UnlockedAccount from, string key)
        => AddressUtil.Current.ConvertToChecksumAddress("0x" + Sha3Keccack.Current.CalculateHash($"{from.Address}/{key}")[^40..]);

    /// <summary>What an intent's recipient holds: 7 wei when it was sent exactly once.</summary>
    private protected async Task<BigInteger> ReceivedAsync(TransactionIntent intent)
        => (await Devnet.Connection.Web3.Eth.GetBalance.SendRequestAsync(intent.Call.To)).Value;

    private protected async Task<long> CountAsync(UnlockedAccount account, bool pending = false)
        => (long)(await Devnet.Connection.Web3.Eth.Transactions.GetTransactionCount
            .SendRequestAsync(account.Address, pending ? BlockParameter.CreatePending() : BlockParameter.CreateLatest())).Value;

    /// <summary>Runs the outbox while something is done.</summary>
    private protected static async Task WhileRunningAsync(Outbox outbox, Func<CancellationToken, Task> work)
    {
        using var stop = new CancellationTokenSource();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var pump = Task.Run(() => outbox.RunAsync(stop.Token), CancellationToken.None);
        try
        {
            var first = await Task.WhenAny(pump, work(patience.Token));
            await first;
        }
        finally
        {
            await stop.CancelAsync();
            await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs the outbox until an intent has come so far.</summary>
    private protected static async Task<OutboxEntry> RunUntilAsync(Outbox outbox, string key, OutboxState state)
    {
        OutboxEntry? entry = null;
        await WhileRunningAsync(outbox, async patience => entry = await outbox.WaitAsync(key, state, patience));
        return entry!;
    }

    /// <summary>Waits for a condition.</summary>
    private protected static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private protected Task<UnlockedAccount> AccountAsync(BigInteger? send = null) => Devnet.CreateAccountAsync(send ?? SendAmount.Parse("10"));
}
