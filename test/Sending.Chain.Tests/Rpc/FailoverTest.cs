using System.Numerics;
using Sending.Chain.Rpc;
using Sending.Testing;

namespace Sending.Chain.Tests.Rpc;

/// <summary>Two endpoints of one devnet, each able to misbehave.</summary>
public abstract class FailoverTest(DevnetFixture devnet) : IAsyncLifetime
{
    /// <summary>As patient as a busy machine needs, but quick to look again.</summary>
    protected static readonly RpcOptions Options = new()
    {
        RequestTimeout = TimeSpan.FromSeconds(15),
        AttemptTimeout = TimeSpan.FromSeconds(10),
        FirstPause = TimeSpan.FromMilliseconds(20),
        BreakDuration = TimeSpan.FromMilliseconds(500),
        ProbeInterval = TimeSpan.FromSeconds(1),
    };

    /// <summary>Looks at nothing in the background, so that requests can be counted.</summary>
    protected static readonly RpcOptions Quiet = Options with { ProbeInterval = TimeSpan.FromHours(1) };

    protected DevnetFixture Devnet { get; } = devnet;

    /// <summary>The endpoint that the user prefers.</summary>
    protected FaultyRpc First { get; } = FaultyRpc.InFrontOf(devnet.State.RpcUrl!);

    protected FaultyRpc Second { get; } = FaultyRpc.InFrontOf(devnet.State.RpcUrl!);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }

    protected Task<ChainConnection> OpenAsync(RpcOptions? options = null)
        => ChainConnection.OpenAsync(Devnet.Connection.Deployment, new RpcUrls([First.Url, Second.Url]), options ?? Quiet, default);

    protected async Task<BigInteger> BalanceAsync(ChainConnection connection)
        => (await connection.Web3.Eth.GetBalance.SendRequestAsync(Devnet.Address("bob"))).Value;

    protected static async Task<long> HeadAsync(ChainConnection connection) => (long)(await connection.Web3.Eth.Blocks.GetBlockNumber.SendRequestAsync()).Value;

    /// <summary>Makes requests until they show what is wanted.</summary>
    protected async Task UntilAsync(ChainConnection connection, Func<bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!wanted())
        {
            await BalanceAsync(connection);
            await Task.Delay(50, patience.Token);
        }
    }
}
