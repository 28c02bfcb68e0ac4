using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Chain.Reverts;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>
/// Simulates and prices transactions before anybody signs, so that a refusal costs nothing and says why. Sending is the <see cref="Outbox"/>'s part.
/// </summary>
/// <param name="connection">The node.</param>
public sealed class TransactionPlanner(ChainConnection connection)
{
    /// <summary>Tip when the node suggests none: 1 gwei.</summary>
    internal static readonly BigInteger FallbackTip = 1_000_000_000;

    private const int GasHeadroomPercent = 25;

    private readonly Simulation _simulation = new(connection, new RevertDecoder(connection));

    /// <summary>Simulates a contract call and prices it.</summary>
    /// <param name="contract">The contract's address.</param>
    /// <param name="message">The call.</param>
    /// <param name="from">Who will sign.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.Reverted"/> with the decoded reason; <see cref="ErrorCode.CheckFailed"/> when the account cannot pay the gas.
    /// </exception>
    public Task<TransactionPlan> PrepareAsync<TFunction>(
        string contract,
        TFunction message,
        string from,
        CancellationToken cancellationToken)
        where TFunction : FunctionMessage, new()
        => PrepareAsync(TransactionCall.Of(contract, message, from), cancellationToken);

    /// <summary>Simulates and prices a transfer of ETH.</summary>
    /// <inheritdoc cref="PrepareAsync{TFunction}" path="/exception"/>
    public Task<TransactionPlan> PrepareTransferAsync(string to, BigInteger wei, string from, CancellationToken cancellationToken)
        => PrepareAsync(TransactionCall.Transfer(from, to, wei), cancellationToken);

    /// <summary>Simulates and prices a call that is made already.</summary>
    /// <inheritdoc cref="PrepareAsync{TFunction}" path="/exception"/>
    public async Task<TransactionPlan> PrepareAsync(TransactionCall call, CancellationToken cancellationToken)
    {
        var estimate = await _simulation.EstimateAsync(call, cancellationToken);
        var head = await connection.GetHeadAsync(cancellationToken);
        var tip = await _simulation.SuggestTipAsync(FallbackTip, cancellationToken);
        var plan = new TransactionPlan(call, estimate, GasHeadroom.Limit(estimate, GasHeadroomPercent), head.BaseFee, tip);
        var balance = (await connection.Web3.Eth.GetBalance.SendRequestAsync(call.From).WaitAsync(cancellationToken)).Value;
        return balance < plan.MaxFee + call.Value ? throw CannotPay(call.From, balance, plan.MaxFee + call.Value) : plan;
    }

    internal static SendingException CannotPay(string account, BigInteger balance, BigInteger needed) => new(
        ErrorCode.CheckFailed,
        $"{account} has {SendAmount.Format(balance)} ETH, but the transaction may cost up to {SendAmount.Format(needed)} ETH. "
        + $"Send it ETH first; on a devnet: sending-cli devnet fund {account} --eth 1",
        new Dictionary<string, string>
        {
            ["check"] = "gas",
            ["account"] = account,
            ["balance"] = SendAmount.Format(balance),
            ["needed"] = SendAmount.Format(needed),
        });
}
