using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Rpc;
using Sending.Chain.Transactions;

namespace Sending.Chain.Staking;

/// <summary>
/// Each way to change a stake or a node: the checks first, then the simulation; what comes back is priced and ready to be signed.
/// A problem ends in a <see cref="Errors.SendingException"/>: <see cref="Errors.ErrorCode.CheckFailed"/> from a check,
/// <see cref="Errors.ErrorCode.Reverted"/> from the simulation.
/// </summary>
public sealed class StakingActions(ChainConnection connection, StakingReader reader, ProtocolReader protocol, TransactionPlanner planner)
{
    /// <summary>What the contract takes for "all that is staked", so that nothing is left by a change of price meanwhile.</summary>
    private static readonly BigInteger Everything = SendAmount.Max;

    private readonly TokenPermits _permits = new(connection);

    private string Contract => connection.Deployment.Contracts.NodeStaking;

    /// <summary>Registers a node and stakes, by permit, in one transaction.</summary>
    public async Task<TransactionPlan> RegisterAsync(
        UnlockedAccount owner,
        NodeRegistration registration,
        BigInteger amount,
        CancellationToken cancellationToken)
    {
        var head = await connection.GetHeadAsync(cancellationToken);
        Problems.ThrowIfAny(EntryChecks.Register(
            registration,
            amount,
            await reader.GetBalanceAsync(owner.Address, cancellationToken),
            await protocol.GetRulesAsync(cancellationToken),
            await reader.FindNodeAsync(owner.Address, cancellationToken),
            await reader.FindNodeOfOperatorAsync(registration.Operator, cancellationToken),
            await reader.GetPauseAsync(head.Time, cancellationToken)));
        var message = new RegisterAndStakeWithPermitFunction
        {
            Registration = new Registration
            {
                Role = (byte)registration.Role,
                Operator = registration.Operator,
                Commission = (ushort)registration.Commission,
                Endpoint = registration.Endpoint,
                OperatorConsent = registration.OperatorConsent,
            },
            Amount = amount,
            Permit = await SignPermitAsync(owner, amount, cancellationToken),
        };
        return await PrepareAsync(message, owner.Address, cancellationToken);
    }

    /// <summary>Adds to a node's stake by permit: own stake when the account is its owner, delegated stake otherwise.</summary>
    public async Task<TransactionPlan> StakeAsync(
        UnlockedAccount account,
        string node,
        BigInteger amount,
        CancellationToken cancellationToken)
    {
        var head = await connection.GetHeadAsync(cancellationToken);
        Problems.ThrowIfAny(EntryChecks.Stake(
            amount,
            await reader.GetBalanceAsync(account.Address, cancellationToken),
            await reader.GetNodeAsync(node, cancellationToken),
            await protocol.GetRulesAsync(cancellationToken),
            await reader.GetPauseAsync(head.Time, cancellationToken)));
        var message = new StakeWithPermitFunction
        {
            Node = node,
            Amount = amount,
            Permit = await SignPermitAsync(account, amount, cancellationToken),
        };
        return await PrepareAsync(message, account.Address, cancellationToken);
    }

    /// <summary>Asks for stake back; it can be withdrawn after the unbonding period.</summary>
    public async Task<TransactionPlan> UnstakeAsync(
        string account,
        string node,
        AmountRequest amount,
        CancellationToken cancellationToken)
    {
        var position = await reader.GetPositionAsync(node, account, cancellationToken);
        var value = amount.Resolve(position.Bonded);
        Problems.ThrowIfAny(ExitChecks.Unstake(value, position));
        var message = new RequestUnstakeFunction { Node = node, Amount = amount.IsAll ? Everything : value };
        return await PrepareAsync(message, account, cancellationToken);
    }

    /// <summary>Takes an unstake request back; its tokens are bonded again.</summary>
    public async Task<TransactionPlan> CancelUnstakeAsync(
        string account,
        string node,
        BigInteger requestId,
        CancellationToken cancellationToken)
    {
        var request = await reader.FindRequestAsync(node, account, requestId, cancellationToken);
        if (request is null)
        {
            Problems.ThrowIfAny([ExitChecks.UnknownRequest(requestId)]);
        }

        await CheckRebondAsync(request!.Amount, account, node, cancellationToken);
        return await PrepareAsync(new CancelUnstakeFunction { Node = node, RequestId = requestId }, account, cancellationToken);
    }

    /// <summary>Withdraws one request, or all that are mature at one node.</summary>
    /// <param name="account">Who asked for them.</param>
    /// <param name="node">The node's owner.</param>
    /// <param name="requestId">The request, or null for all that are mature.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public async Task<TransactionPlan> WithdrawAsync(
        string account,
        string node,
        BigInteger? requestId,
        CancellationToken cancellationToken)
    {
        var head = await connection.GetHeadAsync(cancellationToken);
        List<BigInteger> ids;
        if (requestId is { } id)
        {
            Problems.ThrowIfAny(ExitChecks.WithdrawOne(id, await reader.FindRequestAsync(node, account, id, cancellationToken), head.Time));
            ids = [id];
        }
        else
        {
            var requests = await reader.ListRequestsAsync(account, node, cancellationToken);
            Problems.ThrowIfAny(ExitChecks.Withdraw(requests, head.Time));
            ids = [.. requests.Where(request => request.IsMature(head.Time)).Select(request => request.Id)];
        }

        return await PrepareAsync(new WithdrawFunction { Node = node, RequestIds = ids }, account, cancellationToken);
    }

    /// <summary>Pays released rewards out.</summary>
    public async Task<TransactionPlan> ClaimAsync(string account, string node, CancellationToken cancellationToken)
    {
        await CheckClaimAsync(account, node, cancellationToken);
        return await PrepareAsync(new ClaimRewardsFunction { Node = node }, account, cancellationToken);
    }

    /// <summary>Bonds released rewards.</summary>
    public async Task<TransactionPlan> RestakeAsync(string account, string node, CancellationToken cancellationToken)
    {
        var position = await CheckClaimAsync(account, node, cancellationToken);
        await CheckRebondAsync(position.ClaimableRewards, account, node, cancellationToken);
        return await PrepareAsync(new RestakeRewardsFunction { Node = node }, account, cancellationToken);
    }

    /// <summary>Gives the owner's node another hot key.</summary>
    /// <param name="owner">The node's owner.</param>
    /// <param name="operatorAddress">The hot key.</param>
    /// <param name="consent">Its signature; empty when it is the owner, or when it served this node before.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public async Task<TransactionPlan> SetOperatorAsync(
        string owner,
        string operatorAddress,
        byte[] consent,
        CancellationToken cancellationToken)
    {
        var node = await reader.GetNodeAsync(owner, cancellationToken);
        Problems.ThrowIfAny(NodeChecks.SetOperator(operatorAddress, node, await reader.FindNodeOfOperatorAsync(operatorAddress, cancellationToken)));
        var message = new SetOperatorFunction { Operator = operatorAddress, OperatorConsent = consent };
        return await PrepareAsync(message, owner, cancellationToken);
    }

    /// <summary>Publishes another endpoint of the owner's node.</summary>
    public async Task<TransactionPlan> SetEndpointAsync(string owner, string endpoint, CancellationToken cancellationToken)
    {
        var checkedEndpoint = NodeEndpoint.Parse(endpoint);
        await reader.GetNodeAsync(owner, cancellationToken);
        return await PrepareAsync(new SetEndpointFunction { Endpoint = checkedEndpoint }, owner, cancellationToken);
    }

    /// <summary>Changes the commission of the owner's node; a rise waits, a cut takes effect at the next epoch.</summary>
    public async Task<TransactionPlan> SetCommissionAsync(string owner, BigInteger commission, CancellationToken cancellationToken)
    {
        var node = await reader.GetNodeAsync(owner, cancellationToken);
        Problems.ThrowIfAny(NodeChecks.SetCommission(commission, node, await protocol.GetRulesAsync(cancellationToken)));
        return await PrepareAsync(new SetCommissionFunction { Commission = commission }, owner, cancellationToken);
    }

    /// <summary>Gives a suspended guardian its votes back.</summary>
    public async Task<TransactionPlan> ResumeAsync(string caller, string node, CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(NodeChecks.Resume(caller, await reader.GetNodeAsync(node, cancellationToken)));
        return await PrepareAsync(new ResumeFunction { Node = node }, caller, cancellationToken);
    }

    private async Task<PositionView> CheckClaimAsync(string account, string node, CancellationToken cancellationToken)
    {
        var position = await reader.GetPositionAsync(node, account, cancellationToken);
        Problems.ThrowIfAny(ExitChecks.Claim(position, await reader.GetNodeAsync(node, cancellationToken)));
        return position;
    }

    private async Task CheckRebondAsync(BigInteger amount, string account, string node, CancellationToken cancellationToken)
    {
        var head = await connection.GetHeadAsync(cancellationToken);
        Problems.ThrowIfAny(EntryChecks.Rebond(
            amount,
            account,
            await reader.GetNodeAsync(node, cancellationToken),
            await protocol.GetRulesAsync(cancellationToken),
            await reader.GetPauseAsync(head.Time, cancellationToken)));
    }

    private async Task<PermitSignature> SignPermitAsync(UnlockedAccount owner, BigInteger amount, CancellationToken cancellationToken)
    {
        var permit = await _permits.SignAsync(owner, Contract, amount, cancellationToken);
        return new PermitSignature { Deadline = permit.Deadline, V = permit.V, R = permit.R, S = permit.S };
    }

    private Task<TransactionPlan> PrepareAsync<TFunction>(TFunction message, string from, CancellationToken cancellationToken)
        where TFunction : FunctionMessage, new()
        => planner.PrepareAsync(Contract, message, from, cancellationToken);
}
