using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;

namespace Sending.Chain.Holdings;

/// <summary>Adds up who has what of SEND, out of the index, the contracts' own views, and the newest final settlement as guardians serve it.</summary>
/// <param name="connection">The node.</param>
/// <param name="index">The protocol's state.</param>
/// <param name="settlements">Asks guardians, for what lines were charged is on chain as a root alone.</param>
public sealed class HoldingsReader(ChainConnection connection, ProtocolIndex index, SettlementClient settlements)
{
    /// <summary>Reads all of it at the newest block.</summary>
    /// <param name="accounts">Accounts that may hold SEND and have neither stake nor credit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: no guardian serves the newest final settlement.</exception>
    public async Task<Holdings> ReadAsync(IEnumerable<string> accounts, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        var block = new BlockParameter(new HexBigInteger(state.Block.Number));
        var contracts = connection.Deployment.Contracts;
        var (positions, lines, nodes) = (state.Staking.ListPositions(), state.Credit.ListLines(), state.Staking.ListNodes());
        var charged = await ReadChargesAsync(state, cancellationToken);
        var rewards = await ReadRewardsAsync(positions, block, cancellationToken);
        var everybody = accounts
            .Concat(nodes.Select(node => node.Owner)).Concat(positions.Select(position => position.Account)).Concat(lines.Select(line => line.Payer))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var held = await Task.WhenAll(everybody.Select(async account => new AccountHoldings(
            account,
            await connection.Token.BalanceOfQueryAsync(account, block).WaitAsync(cancellationToken),
            Sum(positions.Where(position => Same(position.Account, account)).Select(position => position.Bonded)) + Sum(state.Staking.ListOpenRequests(account).Select(request => request.Amount)),
            rewards.GetValueOrDefault(account),
            Sum(lines.Where(line => Same(line.Payer, account)).Select(line => line.Balance - charged.GetValueOrDefault(Key(line.Payer, line.Edge)))))));
        var unreleased = Sum(await Task.WhenAll(nodes.Select(async node
            => (await connection.Staking.NodeInfoQueryAsync(node.Owner, block).WaitAsync(cancellationToken)).Info.UnreleasedRewards))) + state.Staking.UndistributedRewards;
        var uncollected = (state.Settlements.LastFinal?.CumulativeEarned ?? 0) - Sum(state.Settlements.ListClaims().Select(claim => claim.Cumulative));
        var (pool, credit, staking) = (await BalanceAsync(contracts.RewardPool), await BalanceAsync(contracts.RelayCredit), await BalanceAsync(contracts.NodeStaking));
        var onItsWay = credit - Sum(lines.Select(line => line.Balance)) + (state.Settlements.LastFinal?.CumulativeCharged ?? 0);
        var owned = Sum(held.Select(account => account.Staked + account.Rewards)) + unreleased + state.Staking.FundOwed;
        return new Holdings(
            state.Block.Number,
            held,
            pool - uncollected + state.Staking.FundOwed + onItsWay,
            uncollected,
            unreleased,
            await BalanceAsync(contracts.WorkProofs),
            staking - owned,
            await connection.Token.TotalSupplyQueryAsync(block).WaitAsync(cancellationToken));

        Task<BigInteger> BalanceAsync(string address) => connection.Token.BalanceOfQueryAsync(address, block).WaitAsync(cancellationToken);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Key(string payer, string edge) => $"{payer}/{edge}".ToLowerInvariant();

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, BigInteger.Add);

    private async Task<Dictionary<string, BigInteger>> ReadRewardsAsync(IReadOnlyList<IndexedPosition> positions, BlockParameter block, CancellationToken cancellationToken)
    {
        var claimable = await Task.WhenAll(positions.Select(async position
            => (position.Account, Amount: await connection.Staking.ClaimableRewardsQueryAsync(position.Node, position.Account, block).WaitAsync(cancellationToken))));
        return claimable.GroupBy(each => each.Account, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => Sum(group.Select(each => each.Amount)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What each line was charged by final settlements.</summary>
    private async Task<Dictionary<string, BigInteger>> ReadChargesAsync(ProtocolState state, CancellationToken cancellationToken)
    {
        if (state.Settlements.LastFinal is not { } last)
        {
            return [];
        }

        var document = (await settlements.FindAsync(last, SettlementSources.Of(state), cancellationToken)).Found ?? throw new SendingException(
            ErrorCode.CheckFailed,
            $"No guardian serves the settlement of epoch {last.Epoch}, so what credit lines were charged is not known. Start a guardian, or try again later.",
            new Dictionary<string, string> { ["check"] = "settlement" });
        return document.Figures.Charges.ToDictionary(charge => Key(charge.Payer, charge.Edge), charge => charge.Cumulative);
    }
}
