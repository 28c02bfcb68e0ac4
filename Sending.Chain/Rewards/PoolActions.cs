using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;

namespace Sending.Chain.Rewards;

/// <summary>What anybody may do for the reward pool: the simulation says whether there is anything to do; problems end as in <see cref="StakingActions"/>.</summary>
/// <param name="connection">The node.</param>
/// <param name="planner">Simulates and prices.</param>
public sealed class PoolActions(ChainConnection connection, TransactionPlanner planner)
{
    private string Contract => connection.Deployment.Contracts.RewardPool;

    /// <summary>Moves the money of final settlements: charges to the pool, earnings on to staking. The first claim after a settlement does it too.</summary>
    public Task<TransactionPlan> ExecuteAsync(string account, CancellationToken cancellationToken)
        => planner.PrepareAsync(Contract, new ExecuteFunction(), account, cancellationToken);

    /// <summary>Takes slashed tokens from staking into the fund.</summary>
    public Task<TransactionPlan> CollectSlashedAsync(string account, CancellationToken cancellationToken)
        => planner.PrepareAsync(Contract, new CollectSlashedFunction(), account, cancellationToken);

    /// <summary>Takes what a node has earned to where its owner and its delegators claim it; anybody may for anybody.</summary>
    /// <param name="account">Who pays the gas.</param>
    /// <param name="proof">What the node has earned by the newest final settlement.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public Task<TransactionPlan> CollectAsync(string account, EarningsProof proof, CancellationToken cancellationToken)
        => planner.PrepareAsync(Contract, SettlementCalls.Claim(proof), account, cancellationToken);
}
