using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;

namespace Sending.Chain.Events.Projection.Check;

/// <summary>Nodes, positions, requests, votes.</summary>
internal sealed class StakingCheck(ChainConnection connection, ProtocolState state, BlockParameter at, Differences differences)
{
    public IEnumerable<Func<CancellationToken, Task>> All()
    {
        yield return CheckTotalsAsync;
        foreach (var role in new[] { NodeRole.Edge, NodeRole.Guardian, NodeRole.WatchDog })
        {
            yield return token => CheckCountAsync(role, token);
        }

        foreach (var node in state.Staking.ListNodes())
        {
            var operators = state.Staking.ListOperators(node.Owner).Select(key => key.Operator).Distinct().ToList();
            var votes = state.Staking.WeightBefore(node.Owner, state.Block.Time);
            yield return token => CheckNodeAsync(node, token);
            yield return token => CheckOperatorsAsync(node.Owner, operators, token);
            yield return async token => differences.Compare(
                $"node {node.Owner}",
                "votes a second ago",
                votes,
                await connection.Staking.GetPastVotesQueryAsync(node.Owner, state.Block.Time.ToUnixTimeSeconds() - 1, at).WaitAsync(token));
        }

        foreach (var position in state.Staking.ListPositions())
        {
            yield return token => CheckPositionAsync(position, token);
        }

        foreach (var request in state.Staking.ListRequests())
        {
            yield return token => CheckRequestAsync(request, token);
        }
    }

    private async Task CheckTotalsAsync(CancellationToken cancellationToken)
    {
        var (owed, undistributed) = (state.Staking.FundOwed, state.Staking.UndistributedRewards);
        differences.Compare("staking", "owed to the fund", owed, await connection.Staking.FundOwedQueryAsync(at).WaitAsync(cancellationToken));
        differences.Compare("staking", "undistributed rewards", undistributed, await connection.Staking.UndistributedRewardsQueryAsync(at).WaitAsync(cancellationToken));
    }

    private async Task CheckCountAsync(NodeRole role, CancellationToken cancellationToken) => differences.Compare(
        "staking",
        $"number of {NodeRoles.Name(role)} nodes",
        state.Staking.ListNodes(role).Count,
        await connection.Staking.NodeCountQueryAsync((byte)role, at).WaitAsync(cancellationToken));

    private async Task CheckNodeAsync(IndexedNode node, CancellationToken cancellationToken)
    {
        var info = (await connection.Staking.NodeInfoQueryAsync(node.Owner, at).WaitAsync(cancellationToken)).Info;
        var subject = $"node {node.Owner}";
        differences.Compare(subject, "role", (int)node.Role, info.Role);
        differences.Compare(subject, "index", node.Index, info.Index);
        differences.Compare(subject, "operator", node.Operator, info.Operator);
        differences.Compare(subject, "active", node.Active, info.Active);
        differences.Compare(subject, "suspended", node.Suspended, info.Suspended);
        differences.Compare(subject, "closed for ever", node.Tombstoned, info.Tombstoned);
        differences.Compare(subject, "commission", node.Commission, info.Commission);
        differences.Compare(subject, "next commission", node.NextCommission?.Commission ?? 0, info.NextCommission);
        differences.Compare(subject, "next commission from", node.NextCommission?.EffectiveAt, info.NextCommissionAt);
        differences.Compare(subject, "bonded", node.Bonded, info.Bonded);
        differences.Compare(subject, "own bonded", node.OwnBonded, info.OwnBonded);
        differences.Compare(subject, "unbonding", node.Unbonding, info.Unbonding);
        differences.Compare(subject, "own unbonding", node.OwnUnbonding, info.OwnUnbonding);
        differences.Compare(subject, "weight", node.Weight, info.Weight);
        differences.Compare(subject, "last seen epoch", node.LastSeenEpoch, info.LastSeenEpoch);
        differences.Compare(subject, "share price", node.SharePrice, info.SharePrice);
    }

    private async Task CheckOperatorsAsync(string node, List<string> operators, CancellationToken cancellationToken)
    {
        foreach (var key in operators)
        {
            differences.Compare($"operator {key}", "node", node, await connection.Staking.NodeOfQueryAsync(key, at).WaitAsync(cancellationToken));
        }
    }

    private async Task CheckPositionAsync(IndexedPosition position, CancellationToken cancellationToken)
    {
        var info = (await connection.Staking.PositionInfoQueryAsync(position.Node, position.Account, at).WaitAsync(cancellationToken)).ReturnValue1;
        var subject = $"position of {position.Account} at {position.Node}";
        differences.Compare(subject, "shares", position.Shares, info.Shares);
        differences.Compare(subject, "bonded", position.Bonded, info.Bonded);
        differences.Compare(subject, "next request", position.NextRequest, info.NextRequestId);
    }

    private async Task CheckRequestAsync(IndexedRequest request, CancellationToken cancellationToken)
    {
        var info = (await connection.Staking.UnstakeRequestQueryAsync(request.Node, request.Account, request.Id, at).WaitAsync(cancellationToken)).ReturnValue1;
        var subject = $"request {request.Id} of {request.Account} at {request.Node}";
        var open = request.Outcome == RequestOutcome.Open;
        differences.Compare(subject, "amount", open ? request.Amount : 0, info.Amount);
        differences.Compare(subject, "shares", open ? request.Shares : 0, info.Shares);
        differences.Compare(subject, "available at", open ? request.AvailableAt : null, info.AvailableAt);
    }
}
