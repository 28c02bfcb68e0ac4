using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;

namespace Sending.Chain.Staking;

/// <summary>
/// What the chain says about nodes, stakes, requests and rewards: which there are comes from the index, their present state from the contracts'
/// views, of a list at the block that the index is at.
/// </summary>
/// <param name="connection">The node.</param>
/// <param name="index">The protocol's state as indexed.</param>
public sealed class StakingReader(ChainConnection connection, ProtocolIndex index)
{
    /// <summary>The node of <paramref name="owner"/> without its endpoint, or null when there is none.</summary>
    public Task<NodeView?> FindNodeAsync(string owner, CancellationToken cancellationToken) => FindNodeAsync(owner, BlockParameter.CreateLatest(), cancellationToken);

    /// <summary>The node of <paramref name="owner"/> without its endpoint.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: no such node.</exception>
    public async Task<NodeView> GetNodeAsync(string owner, CancellationToken cancellationToken)
        => await FindNodeAsync(owner, cancellationToken)
            ?? throw new SendingException(
                ErrorCode.CheckFailed,
                $"{owner} has no node. See `sending-cli node list`; register one with `sending-cli stake <amount> --role edge`.",
                new Dictionary<string, string> { ["check"] = "node", ["owner"] = owner });

    /// <summary>The node of <paramref name="owner"/> with its endpoint, which no view tells.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: no such node.</exception>
    public async Task<NodeView> GetNodeWithEndpointAsync(string owner, CancellationToken cancellationToken)
    {
        var node = await GetNodeAsync(owner, cancellationToken);
        using var state = await index.ReadAsync(cancellationToken);
        return node with { Endpoint = state.Staking.FindNode(owner)?.Endpoint };
    }

    /// <summary>All nodes, or those of one role, in the order of their registration.</summary>
    public async Task<IReadOnlyList<NodeView>> ListNodesAsync(NodeRole? role, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        return await state.Staking.ListNodes(role).ReadAllAsync(
            async (node, token) => (await FindNodeAsync(node.Owner, BlockOf(state), token))! with { Endpoint = node.Endpoint },
            cancellationToken);
    }

    /// <summary>The node that an operator key belongs to, now or formerly; null when it is free.</summary>
    public async Task<string?> FindNodeOfOperatorAsync(string operatorAddress, CancellationToken cancellationToken)
    {
        var owner = await connection.Staking.NodeOfQueryAsync(operatorAddress).WaitAsync(cancellationToken);
        return AddressUtil.Current.IsAnEmptyAddress(owner) || AddressUtil.Current.IsZeroAddress(owner) ? null : owner;
    }

    /// <summary>What <paramref name="account"/> has at the node of <paramref name="node"/>; zero when nothing.</summary>
    public Task<PositionView> GetPositionAsync(string node, string account, CancellationToken cancellationToken)
        => GetPositionAsync(node, account, BlockParameter.CreateLatest(), cancellationToken);

    /// <summary>Everything that <paramref name="account"/> has or had at nodes, its own first; positions that are empty now included.</summary>
    public async Task<IReadOnlyList<PositionView>> ListPositionsAsync(string account, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        var positions = await state.Staking.ListPositionsOf(account).ReadAllAsync(
            (position, token) => GetPositionAsync(position.Node, account, BlockOf(state), token),
            cancellationToken);
        return [.. positions.OrderBy(position => position.IsDelegation)];
    }

    /// <summary>Open unstake requests of an account, at one node or at all, by the time at which they can be withdrawn.</summary>
    public async Task<IReadOnlyList<RequestView>> ListRequestsAsync(string account, string? node, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        return
        [
            .. state.Staking.ListOpenRequests(account)
                .Where(request => node is null || string.Equals(request.Node, node, StringComparison.OrdinalIgnoreCase))
                .Select(request => new RequestView(request.Node, account, request.Id, request.Amount, request.AvailableAt))
                .OrderBy(request => request.AvailableAt)
                .ThenBy(request => request.Id),
        ];
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

    private static BlockParameter BlockOf(ProtocolState state) => new(new HexBigInteger(state.Block.Number));

    private async Task<NodeView?> FindNodeAsync(string owner, BlockParameter block, CancellationToken cancellationToken)
    {
        var info = (await connection.Staking.NodeInfoQueryAsync(owner, block).WaitAsync(cancellationToken)).Info;
        return info.Role == (byte)NodeRole.None ? null : ToView(owner, info);
    }

    private async Task<PositionView> GetPositionAsync(string node, string account, BlockParameter block, CancellationToken cancellationToken)
    {
        var info = (await connection.Staking.PositionInfoQueryAsync(node, account, block).WaitAsync(cancellationToken)).ReturnValue1;
        return new PositionView(node, account, info.Bonded, info.ClaimableRewards);
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
}
