using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Epochs;
using Sending.Chain.Formats;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Chain.Work;
using Sending.Guardian.Tests.Support;

namespace Sending.Guardian.Tests.Story;

/// <summary>Guardians as processes on a devnet of their own, whose clock the test drives.</summary>
public abstract class GuardianStory(DevnetFixture devnet) : IClassFixture<DevnetFixture>, IAsyncLifetime
{
    private protected static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private protected DevnetFixture Devnet => devnet;

    private protected ContractAddresses Contracts => devnet.Connection.Deployment.Contracts;

    private protected EpochClock Clock { get; private set; } = null!;

    private protected DrivenClock Time { get; private set; } = null!;

    private protected List<ServiceProcess> Processes { get; } = [];

    private protected TemporaryFolder Folder { get; } = new();

    private protected TypedDataDomain Receipts => TypedDataDomain.OfWork(devnet.Connection.Deployment.ChainId, Contracts.WorkProofs);

    private protected TypedDataDomain Rewards => TypedDataDomain.OfRewards(devnet.Connection.Deployment.ChainId, Contracts.RewardPool);

    public virtual async Task InitializeAsync()
    {
        Clock = await devnet.Protocol.GetClockAsync(default);
        Time = await DrivenClock.StartAsync(devnet);
    }

    public virtual async Task DisposeAsync()
    {
        Processes.ForEach(process => process.Dispose());
        await Time.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>When an epoch ends.</summary>
    private protected DateTimeOffset EndOf(long epoch) => Clock.StartOf(epoch + 1);

    /// <summary>Sets the clock, and returns when there is a block that says so.</summary>
    private protected async Task ReachAsync(DateTimeOffset time)
    {
        Time.Set(time);
        await UntilAsync($"it is {time:T}", async () => (await devnet.Connection.GetHeadAsync(default)).Time >= time);
    }

    private protected async Task RegisterAsync(UnlockedAccount owner, NodeRole role, int stake, Uri endpoint)
        => await devnet.SendAsync(await devnet.Actions.RegisterAsync(owner, new NodeRegistration(role, owner.Address, 0, endpoint.GetLeftPart(UriPartial.Authority), []), stake * SendAmount.One, default), owner);

    private protected Task CommitWorkAsync(UnlockedAccount edge, long epoch, byte[] root, ulong units)
        => SendAsync(edge, Contracts.WorkProofs, new CommitWorkFunction { Epoch = epoch, Root = root, Units = units });

    private protected async Task SendAsync<TFunction>(UnlockedAccount account, string contract, TFunction message)
        where TFunction : FunctionMessage, new()
        => await devnet.SendAsync(await devnet.Planner.PrepareAsync(TransactionCall.Of(contract, message, account.Address), default), account);

    /// <summary>The leaf of a receipt that an Edge may well commit to.</summary>
    private protected SignedLeaf Leaf(UnlockedAccount edge, UnlockedAccount client, long epoch, ulong units)
        => new(client.Address, client.Address, units, new RelayReceipt(edge.Address, client.Address, (ulong)epoch, units).Sign(Receipts, client.Key));

    private protected Task AllAreReadyAsync()
        => Task.WhenAll(Processes.Select(process => UntilAsync($"{process.Name} is ready", async () => await process.GetAsync("/readyz") is not null)));

    /// <summary>What a process says of a duty; "" when it says nothing.</summary>
    private protected static async Task<string> NoteAsync(ServiceProcess process, string duty)
        => await process.GetAsync("/v1/duties") is { } document
            ? document.GetProperty("duties").EnumerateArray().Where(each => each.GetProperty("name").GetString() == duty).Select(each => each.GetProperty("note").GetString()).SingleOrDefault() ?? ""
            : "";

    private protected async Task UntilAsync(string what, Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (patience.IsCancellationRequested)
            {
                var logs = string.Join("\n\n", Processes.Select(process => $"{process.Name}:\n{string.Join('\n', process.Log.Split('\n').TakeLast(25))}"));
                throw new TimeoutException($"It did not happen that {what}.\n{logs}");
            }

            await Task.Delay(200);
        }
    }
}
