using System.Numerics;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;
using Nethereum.Web3.Accounts;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Chain.Reverts;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>
/// The only way by which transactions leave: simulated first, so that a refusal costs nothing and says why; signed here, so that the hash
/// is known before anything is sent; and waited for. It asks the node for each nonce, so one account sends one transaction at a time.
/// </summary>
/// <param name="connection">The node.</param>
/// <param name="time">Measures waiting.</param>
/// <param name="options">Pricing and patience; the defaults when null.</param>
public sealed class TransactionSender(ChainConnection connection, TimeProvider time, TransactionOptions? options = null)
{
    private const byte DynamicFeeType = 2;

    private readonly TransactionOptions _options = options ?? new TransactionOptions();
    private readonly RevertDecoder _reverts = new(connection);
    private readonly RevertDiagnosis _diagnosis = new(connection, new RevertDecoder(connection));

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
        => PrepareAsync(
            new TransactionCall(from, contract, ABITypedRegistry.GetFunctionABI<TFunction>().Name, message.GetCallData().ToHex(true), message.AmountToSend),
            cancellationToken);

    /// <summary>Simulates and prices a transfer of ETH.</summary>
    /// <inheritdoc cref="PrepareAsync{TFunction}" path="/exception"/>
    public Task<TransactionPlan> PrepareTransferAsync(string to, BigInteger wei, string from, CancellationToken cancellationToken)
        => PrepareAsync(new TransactionCall(from, to, "transfer", "0x", wei), cancellationToken);

    /// <summary>Signs a plan, sends it and waits until it is mined.</summary>
    /// <param name="plan">What <see cref="PrepareAsync{TFunction}"/> returned.</param>
    /// <param name="account">The plan's sender.</param>
    /// <param name="progress">Is told of each stage, the hash included, before anything is sent.</param>
    /// <param name="cancellationToken">Stops waiting; once the transaction is out it stays out.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.RevertedAfterSending"/>, <see cref="ErrorCode.ReceiptTimeout"/>, or <see cref="ErrorCode.Interrupted"/> when cancelled
    /// after sending; each with <c>details["transactionHash"]</c>.
    /// </exception>
    public async Task<TransactionResult> SendAsync(
        TransactionPlan plan,
        UnlockedAccount account,
        IProgress<TransactionProgress>? progress,
        CancellationToken cancellationToken)
    {
        var nonce = await connection.Web3.Eth.Transactions.GetTransactionCount
            .SendRequestAsync(plan.Call.From, BlockParameter.CreatePending())
            .WaitAsync(cancellationToken);
        var (raw, hash) = Sign(plan, account, nonce);
        var started = time.GetTimestamp();
        void Report(TransactionStage stage) => progress?.Report(new TransactionProgress(stage, hash, time.GetElapsedTime(started)));

        Report(TransactionStage.Signed);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await BroadcastAsync(raw, hash, plan, cancellationToken);
            Report(TransactionStage.Sent);
            var receipt = await WaitForReceiptAsync(hash, started, Report, cancellationToken);
            Report(TransactionStage.Mined);
            return receipt.Status.Value.IsOne
                ? new TransactionResult(hash, (long)receipt.BlockNumber.Value, receipt.GasUsed.Value, receipt.EffectiveGasPrice.Value, receipt)
                : throw await _diagnosis.ExplainAsync(plan.Call, plan.GasLimit, receipt, cancellationToken);
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            throw Outcome(
                ErrorCode.Interrupted,
                $"Stopped waiting, but the transaction is out and may still be mined: {hash}. Look it up before you send it again.",
                hash,
                error);
        }
    }

    private static SendingException Outcome(ErrorCode code, string message, string hash, Exception? cause = null)
        => new(code, message, new Dictionary<string, string> { ["transactionHash"] = hash }, cause);

    private async Task<TransactionPlan> PrepareAsync(TransactionCall call, CancellationToken cancellationToken)
    {
        BigInteger estimate;
        try
        {
            estimate = (await connection.Web3.Eth.Transactions.EstimateGas
                .SendRequestAsync(call.ToInput())
                .WaitAsync(cancellationToken)).Value;
        }
        catch (RpcResponseException error)
        {
            throw _reverts.Describe(error) is { } reason
                ? new SendingException(ErrorCode.Reverted, reason.Sentence, reason.Details, error)
                : new SendingException(ErrorCode.NodeRefused, $"The node refuses to simulate {call.Function}: {error.RpcError.Message}", null, error);
        }

        var head = await connection.GetHeadAsync(cancellationToken);
        var limit = GasHeadroom.Limit(estimate, _options.GasHeadroomPercent);
        var plan = new TransactionPlan(call, estimate, limit, head.BaseFee, await SuggestTipAsync(cancellationToken));
        await AssertCanPayAsync(plan, cancellationToken);
        return plan;
    }

    private async Task<BigInteger> SuggestTipAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await connection.Web3.Client.SendRequestAsync<HexBigInteger>("eth_maxPriorityFeePerGas").WaitAsync(cancellationToken)).Value;
        }
        catch (RpcResponseException)
        {
            return _options.FallbackTip;
        }
    }

    private async Task AssertCanPayAsync(TransactionPlan plan, CancellationToken cancellationToken)
    {
        var balance = (await connection.Web3.Eth.GetBalance.SendRequestAsync(plan.Call.From).WaitAsync(cancellationToken)).Value;
        var needed = plan.MaxFee + plan.Call.Value;
        if (balance < needed)
        {
            throw new SendingException(
                ErrorCode.CheckFailed,
                $"{plan.Call.From} has {SendAmount.Format(balance)} ETH, but the transaction may cost up to {SendAmount.Format(needed)} ETH. "
                + $"Send it ETH first; on a devnet: sending-cli devnet fund {plan.Call.From} --eth 1",
                new Dictionary<string, string>
                {
                    ["check"] = "gas",
                    ["account"] = plan.Call.From,
                    ["balance"] = SendAmount.Format(balance),
                    ["needed"] = SendAmount.Format(needed),
                });
        }
    }

    private (string Raw, string Hash) Sign(TransactionPlan plan, UnlockedAccount account, HexBigInteger nonce)
    {
        var input = new TransactionInput
        {
            From = plan.Call.From,
            To = plan.Call.To,
            Data = plan.Call.Data,
            Value = new HexBigInteger(plan.Call.Value),
            Gas = new HexBigInteger(plan.GasLimit),
            Nonce = nonce,
            Type = new HexBigInteger(DynamicFeeType),
            MaxFeePerGas = new HexBigInteger(plan.MaxFeePerGas),
            MaxPriorityFeePerGas = new HexBigInteger(plan.Tip),
            ChainId = new HexBigInteger(connection.Deployment.ChainId),
        };
        var raw = new AccountOfflineTransactionSigner()
            .SignTransaction(new Account(account.Key, connection.Deployment.ChainId), input, connection.Deployment.ChainId)
            .EnsureHexPrefix();
        return (raw, TransactionUtils.CalculateTransactionHash(raw).EnsureHexPrefix());
    }

    private async Task BroadcastAsync(string raw, string hash, TransactionPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            await connection.Web3.Eth.Transactions.SendRawTransaction.SendRequestAsync(raw).WaitAsync(cancellationToken);
        }
        catch (RpcResponseException error)
        {
            // Some nodes answer with an error although they hold the transaction (sent before, or failed when mined at once).
            if (await connection.Web3.Eth.Transactions.GetTransactionByHash.SendRequestAsync(hash).WaitAsync(cancellationToken) is not null)
            {
                return;
            }

            throw _reverts.Describe(error) is { } reason
                ? new SendingException(ErrorCode.Reverted, reason.Sentence, reason.Details, error)
                : new SendingException(ErrorCode.NodeRefused, $"The node refuses the transaction {plan.Call.Function}: {error.RpcError.Message}", null, error);
        }
        catch (SendingException error) when (error.Code == ErrorCode.NodeUnreachable)
        {
            throw Outcome(
                ErrorCode.NodeUnreachable,
                $"{error.Message} Whether it has taken the transaction {hash} is unknown: look it up before you send it again.",
                hash,
                error);
        }
    }

    private async Task<TransactionReceipt> WaitForReceiptAsync(
        string hash,
        long started,
        Action<TransactionStage> report,
        CancellationToken cancellationToken)
    {
        SendingException? trouble = null;
        for (var pause = _options.ShortestPoll; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, _options.LongestPoll.Ticks)))
        {
            try
            {
                if (await connection.Web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(hash).WaitAsync(cancellationToken) is { } receipt)
                {
                    return receipt;
                }
            }
            catch (SendingException error) when (error.Code == ErrorCode.NodeUnreachable)
            {
                trouble = error;
            }

            if (time.GetElapsedTime(started) > _options.ReceiptTimeout)
            {
                throw Outcome(
                    ErrorCode.ReceiptTimeout,
                    $"The transaction {hash} is out, but was not mined within {Duration.Format(_options.ReceiptTimeout)}. "
                    + (trouble?.Message ?? "Look it up later; do not send it again before."),
                    hash,
                    trouble);
            }

            report(TransactionStage.Waiting);
            await Task.Delay(pause, time, cancellationToken);
        }
    }
}
