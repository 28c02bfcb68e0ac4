using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Transactions;

namespace Sending.Chain.Http.Hosting;

/// <summary>What every service stands on: the node, the followed index, the outbox and the operator's account, in a folder of its own.</summary>
public sealed class ServiceContext : IDisposable
{
    private static readonly TimeSpan s_leasePatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_devnetPoll = TimeSpan.FromMilliseconds(300);

    private ServiceContext(ServiceOptions options, string folder, ChainConnection connection, ChainIdentity chain, FollowedIndex index, Outbox outbox, UnlockedAccount? account, TimeProvider time)
        => (Options, Folder, Connection, Chain, Index, Outbox, Account, Time) = (options, folder, connection, chain, index, outbox, account, time);

    /// <summary>What the operator said.</summary>
    public ServiceOptions Options { get; }

    /// <summary>Where the service's files are.</summary>
    public string Folder { get; }

    /// <summary>The node.</summary>
    public ChainConnection Connection { get; }

    /// <summary>Which chain it is, for the service's own state files.</summary>
    public ChainIdentity Chain { get; }

    /// <summary>The protocol's state, kept at the newest block while the host runs.</summary>
    public FollowedIndex Index { get; }

    /// <summary>The only way to send.</summary>
    public Outbox Outbox { get; }

    /// <summary>The operator's account; null for a service that observes.</summary>
    public UnlockedAccount? Account { get; }

    /// <summary>The machine's clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>A file of the service's own.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>Connects and opens everything. The folder is the process's alone until it is disposed of.</summary>
    /// <param name="options">What the operator said.</param>
    /// <param name="account">The operator's account; null to observe.</param>
    /// <param name="time">The machine's clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException">No such network, its node cannot be used, or another process uses the folder.</exception>
    public static async Task<ServiceContext> OpenAsync(ServiceOptions options, UnlockedAccount? account, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = options.Settings;
        var catalog = new NetworkCatalog(settings.Folders.Deployments, settings.Devnet.DeploymentFile);
        var deployment = await catalog.ReadAsync(settings.Network.Value!, cancellationToken);
        var rpc = settings.RpcTimeout.Value is { } limit ? new RpcOptions { RequestTimeout = Duration.Parse(limit) } : null;
        var urls = settings.RpcUrl.Value is { } text ? RpcUrls.Parse(text) : null;
        var connection = await ChainConnection.OpenAsync(deployment, urls, rpc, cancellationToken);
        FollowedIndex? index = null;
        try
        {
            var chain = await connection.GetIdentityAsync(cancellationToken);
            var folder = options.DataFolder ?? options.FolderOf(chain, account?.Address);
            var following = new FollowerOptions { Finality = options.Finality };
            following = options.OnDevnet ? following with { PollInterval = s_devnetPoll } : following;
            index = await new ProtocolIndex(Path.Combine(folder, "index.db"), connection, following, time).FollowAsync(s_leasePatience, cancellationToken);
            var sending = new OutboxOptions { Finality = options.Finality, FeeCap = options.FeeCap };
            var outbox = await Outbox.OpenAsync(Path.Combine(folder, "outbox.db"), connection, time, sending, cancellationToken);
            if (account is not null)
            {
                outbox.Load(account);
            }

            return new ServiceContext(options, folder, connection, chain, index, outbox, account, time);
        }
        catch
        {
            index?.Dispose();
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Outbox.Dispose();
        Index.Dispose();
        Connection.Dispose();
    }
}
