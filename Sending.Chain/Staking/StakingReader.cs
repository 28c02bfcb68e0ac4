using System.Numerics;
using Nethereum.Util;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Rpc;

namespace Sending.Chain.Staking;

/// <summary>What the chain says about nodes, stakes, requests and rewards: lists from events, their present state from views.</summary>
/// <param name="connection">The node.</param>
/// <param name="events">Lists events.</param>
public sealed class StakingReader(ChainConnection connection, EventReader events)
{
    private const int ParallelReads = 8;

    private string Staking => connection.Deployment.Contracts.NodeStaking;

    /// <summary>The node of <paramref name="owner"/> without its endpoint, or null when there is none.</summary>
    public async Task<NodeView?> FindNodeAsync(string owner, CancellationToken cancellationToken)
    {
        var info = (await connection.Staking.NodeInfoQueryAsync(owner).WaitAsync(cancellationToken)).Info;
        return info.Role == (byte)NodeRole.None ? null : ToView(owner, info);
    }

    /// <summary>The node of <paramref name="owner"/> without its endpoint.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: no such node.</exception>
    public async Task<NodeView> GetNodeAsync(string owner, CancellationToken cancellationToken)
        => await FindNodeAsync(owner, cancellationToken)
            ?? throw new SendingException(
                ErrorCode.CheckFailed,
                $"{owner} has no node. See `sending-cli node list`; register one with `sending-cli stake <amount> --role edge`.",
                new Dictionary<string, string> { ["check"] = "node", ["owner"] = owner });

    /// <summary>The node of <paramref name="owner"/> with its endpoint, which is read from events.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: no such node.</exception>
    public async Task<NodeView> GetNodeWithEndpointAsync(string owner, CancellationToken cancellationToken)
    {
        var node = await GetNodeAsync(owner, cancellationToken);
        return node with { Endpoint = (await ReadEndpointsAsync(owner, cancellationToken)).GetValueOrDefault(node.Owner) };
    }

    /// <summary>All nodes, or those of one role, in the order of their registration.</summary>
    public async Task<IReadOnlyList<NodeView>> ListNodesAsync(NodeRole? role, CancellationToken cancellationToken)
    {
        string?[] filter = role is { } wanted ? [null, EventTopic.Number((int)wanted)] : [];
        var owners = new List<string>();
        await foreach (var registered in events.ReadAsync<NodeRegisteredEventDTO>(Staking, filter, cancellationToken))
        {
            owners.Add(registered.Event.Owner);
        }

        if (owners.Count == 0)
        {
            return [];
        }

        var endpoints = await ReadEndpointsAsync(null, cancellationToken);
        return await ReadAllAsync(
            owners,
            async owner => (await FindNodeAsync(owner, cancellationToken))! with { Endpoint = endpoints.GetValueOrDefault(owner) },
            cancellationToken);
    }

    /// <summary>The node that an operator key belongs to, now or formerly; null when it is free.</summary>
    public async Task<string?> FindNodeOfOperatorAsync(string operatorAddress, CancellationToken cancellationToken)
    {
        var owner = await connection.Staking.NodeOfQueryAsync(operatorAddress).WaitAsync(cancellationToken);
        return AddressUtil.Current.IsAnEmptyAddress(owner) || AddressUtil.Current.IsZeroAddress(owner) ? null : owner;
    }

    /// <summary>What <paramref name="account"/> has at the node of <paramref name="node"/>; zero when nothing.</summary>
    public async Task<PositionView> GetPositionAsync(string node, string account, CancellationToken cancellationToken)
    {
        var info = (await connection.Staking.PositionInfoQueryAsync(node, account).WaitAsync(cancellationToken)).ReturnValue1;
        return new PositionView(node, account, info.Bonded, info.ClaimableRewards);
    }

    /// <summary>Everything that <paramref name="account"/> has or had at nodes, its own first; positions that are empty now included.</summary>
    public async Task<IReadOnlyList<PositionView>> ListPositionsAsync(string account, CancellationToken cancellationToken)
    {
        var nodes = new List<string>();
        await foreach (var staked in events.ReadAsync<StakedEventDTO>(Staking, [null, EventTopic.Address(account)], cancellationToken))
        {
            if (!nodes.Contains(staked.Event.Node))
            {
                nodes.Add(staked.Event.Node);
            }
        }

        var positions = await ReadAllAsync(nodes, node => GetPositionAsync(node, account, cancellationToken), cancellationToken);
        return [.. positions.OrderBy(position => position.IsDelegation)];
    }

    /// <summary>Open unstake requests of an account, at one node or at all, by the time at which they can be withdrawn.</summary>
    public async Task<IReadOnlyList<RequestView>> ListRequestsAsync(string account, string? node, CancellationToken cancellationToken)
    {
        var asked = new List<(string Node, BigInteger Id)>();
        string?[] filter = [node is null ? null : EventTopic.Address(node), EventTopic.Address(account)];
        await foreach (var request in events.ReadAsync<UnstakeRequestedEventDTO>(Staking, filter, cancellationToken))
        {
            asked.Add((request.Event.Node, request.Event.RequestId));
        }

        var requests = await ReadAllAsync(asked, request => FindRequestAsync(request.Node, account, request.Id, cancellationToken), cancellationToken);
        return [.. requests.OfType<RequestView>().OrderBy(request => request.AvailableAt).ThenBy(request => request.Id)];
    }

    /// <summary>One open request, or null when there is none of that number.</summary>
    public async Task<RequestView?> FindRequestAsync(string node, string account, BigInteger id, CancellationToken cancellationToken)
    {
        var request = (await connection.Staking.UnstakeRequestQueryAsync(node, account, id).WaitAsync(cancellationToken)).ReturnValue1;
        return request.AvailableAt.IsZero ? null : new RequestView(node, account, id, request.Amount, ChainTime.FromUnix(request.AvailableAt));
    }

    /// <summary>What an account holds.</summary>
    public async Task<BalanceView> GetBalanceAsync(string account, CancellationToken cancellationToken)
    {
        var send = connection.Token.BalanceOfQueryAsync(account);
        var eth = connection.Web3.Eth.GetBalance.SendRequestAsync(account);
        return new BalanceView(account, await send.WaitAsync(cancellationToken), (await eth.WaitAsync(cancellationToken)).Value);
    }

    /// <summary>Until when entries are paused, or null when they are open at <paramref name="chainTime"/>.</summary>
    public async Task<DateTimeOffset?> GetPauseAsync(DateTimeOffset chainTime, CancellationToken cancellationToken)
    {
        var until = ChainTime.FromUnix(await connection.Staking.EntriesPausedUntilQueryAsync().WaitAsync(cancellationToken));
        return until > chainTime ? until : null;
    }

    private static NodeView ToView(string owner, NodeInfo info) => new(
        AddressUtil.Current.ConvertToChecksumAddress(owner),
        (NodeRole)info.Role,
        info.Index,
        info.Operator,
        info.Active,
        info.Suspended,
        info.Tombstoned,
        info.Commission,
        info.NextCommissionAt.IsZero ? null : new CommissionChange(info.NextCommission, ChainTime.FromUnix(info.NextCommissionAt)),
        info.Bonded,
        info.OwnBonded,
        info.Unbonding,
        info.OwnUnbonding,
        info.Weight,
        info.UnreleasedRewards,
        info.UnreleasedRewards.IsZero ? null : ChainTime.FromUnix(info.RewardsReleasedAt),
        info.LastSeenEpoch);

    private static async Task<IReadOnlyList<TResult>> ReadAllAsync<TItem, TResult>(
        IReadOnlyList<TItem> items,
        Func<TItem, Task<TResult>> read,
        CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, items.Count, options, async (index, _) => results[index] = await read(items[index]));
        return results;
    }

    private async Task<Dictionary<string, string>> ReadEndpointsAsync(string? node, CancellationToken cancellationToken)
    {
        var endpoints = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string?[] filter = node is null ? [] : [EventTopic.Address(node)];
        await foreach (var set in events.ReadAsync<EndpointSetEventDTO>(Staking, filter, cancellationToken))
        {
            endpoints[set.Event.Node] = set.Event.Endpoint;
        }

        return endpoints;
    }
}
