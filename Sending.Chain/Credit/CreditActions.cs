using System.Numerics;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;

namespace Sending.Chain.Credit;

/// <summary>The ways to change a credit line: the checks first, then the simulation; problems end as in <see cref="StakingActions"/>.</summary>
/// <param name="connection">The node.</param>
/// <param name="reader">Where lines stand.</param>
/// <param name="balances">What accounts hold.</param>
/// <param name="planner">Simulates and prices.</param>
public sealed class CreditActions(ChainConnection connection, CreditReader reader, StakingReader balances, TransactionPlanner planner)
{
    private readonly TokenPermits _permits = new(connection);

    private string Contract => connection.Deployment.Contracts.RelayCredit;

    /// <summary>Adds to the line of <paramref name="payer"/> at <paramref name="edge"/> by permit, in one transaction.</summary>
    /// <param name="account">Who pays.</param>
    /// <param name="payer">Whose line it is: the account itself, or anybody.</param>
    /// <param name="edge">Owner of the Edge's node.</param>
    /// <param name="amount">In the smallest unit of SEND.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public async Task<TransactionPlan> DepositAsync(UnlockedAccount account, string payer, string edge, BigInteger amount, CancellationToken cancellationToken)
    {
        var head = await connection.GetHeadAsync(cancellationToken);
        Problems.ThrowIfAny(CreditChecks.Deposit(
            amount,
            await balances.GetBalanceAsync(account.Address, cancellationToken),
            await connection.Config.ValueQueryAsync((byte)ProtocolParameter.MinDeposit).WaitAsync(cancellationToken),
            await reader.GetPauseAsync(head.Time, cancellationToken)));
        var permit = await _permits.SignAsync(account, Contract, amount, cancellationToken);
        var message = new DepositAllWithPermitFunction
        {
            Deposits = [new Deposit { Payer = payer, Edge = edge, Amount = amount }],
            Permit = new PermitSignature { Deadline = permit.Deadline, V = permit.V, R = permit.R, S = permit.S },
        };
        return await planner.PrepareAsync(Contract, message, account.Address, cancellationToken);
    }

    /// <summary>Asks credit back; it can be withdrawn when the present epoch is closed. A further request starts the waiting anew for all that is asked for.</summary>
    public async Task<TransactionPlan> RequestAsync(string payer, string edge, AmountRequest amount, CancellationToken cancellationToken)
    {
        var line = await reader.FindAsync(payer, edge, cancellationToken);
        var value = amount.Resolve(line is null ? 0 : line.Balance - line.Requested);
        Problems.ThrowIfAny(CreditChecks.Request(value, edge, line));
        return await planner.PrepareAsync(
            Contract, new RequestWithdrawFunction { Edge = edge, Amount = amount.IsAll ? SendAmount.Max : value }, payer, cancellationToken);
    }

    /// <summary>Pays out what was asked for, less what was charged.</summary>
    /// <param name="line">The line, whose request's epoch is closed.</param>
    /// <param name="charge">What it was charged.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.ServiceUnreachable"/>: nobody proves what it was charged.</exception>
    public async Task<TransactionPlan> WithdrawAsync(CreditLineView line, ChargeView charge, CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(CreditChecks.Withdraw(line.Edge, line));
        return charge.Doubt(line.Edge) is { } doubt
            ? throw new SendingException(ErrorCode.ServiceUnreachable, doubt)
            : await planner.PrepareAsync(
                Contract,
                charge.Proof is { } proof ? SettlementCalls.Withdrawal(proof) : new WithdrawFunction { Edge = line.Edge, CumulativeCharged = 0, Proof = [] },
                line.Payer,
                cancellationToken);
    }
}
