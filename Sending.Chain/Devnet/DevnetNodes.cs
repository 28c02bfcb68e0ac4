using System.Net;
using System.Net.Sockets;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;

namespace Sending.Chain.Devnet;

/// <summary>Registers a devnet's nodes and bonds their stakes, as their owners would.</summary>
internal sealed class DevnetNodes(DevnetFolder folder, ChainConnection connection, TimeProvider time)
{
    /// <summary>Registers each with an endpoint of its own on this machine, all at the same time.</summary>
    /// <returns>The endpoints, in the nodes' order.</returns>
    public async Task<IReadOnlyList<Uri>> RegisterAsync(IReadOnlyList<DevnetNodePlan> nodes, CancellationToken cancellationToken)
    {
        Uri[] endpoints = [.. FreePorts(nodes.Count).Select(port => new Uri($"http://127.0.0.1:{port}"))];
        var index = new ProtocolIndex(folder.IndexFile, connection, new FollowerOptions { Finality = Finality.Latest }, time);
        var actions = new StakingActions(connection, new StakingReader(connection, index), new ProtocolReader(connection), new TransactionPlanner(connection));
        var password = (await File.ReadAllTextAsync(folder.PasswordFile, cancellationToken)).TrimEnd('\n');
        using var outbox = await Outbox.OpenAsync(folder.OutboxFile, connection, time, new OutboxOptions { Finality = Finality.Latest }, cancellationToken);
        await Task.WhenAll(nodes.Zip(endpoints).Select(async each =>
        {
            var (node, endpoint) = each;
            var owner = await folder.Accounts.UnlockAsync(node.Name, password, cancellationToken);
            var registration = new NodeRegistration(node.Role, owner.Address, 0, endpoint.ToString().TrimEnd('/'), []);
            var plan = await actions.RegisterAsync(owner, registration, node.Stake, cancellationToken);
            await outbox.SendAsync(plan.ToIntent(), owner, null, cancellationToken);
        }));
        return endpoints;
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        try
        {
            return [.. listeners.Select(listener =>
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            })];
        }
        finally
        {
            Array.ForEach(listeners, listener => listener.Dispose());
        }
    }
}
