using System.Globalization;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Errors;
using Sending.Chain.Reverts;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>Finds out why a mined transaction failed; a receipt does not say.</summary>
internal sealed class RevertDiagnosis(ChainConnection connection, RevertDecoder reverts)
{
    /// <summary>A contract that calls another keeps a 64th of its gas (EIP-150), so that running out of gas further down leaves so much unused.</summary>
    private const int KeptBack = 64;

    /// <summary>The failure of a mined transaction, with its reason.</summary>
    public async Task<SendingException> ExplainAsync(
        TransactionCall call,
        BigInteger gasLimit,
        TransactionReceipt receipt,
        CancellationToken cancellationToken)
    {
        var reason = await FindAsync(call, gasLimit, receipt, cancellationToken);
        var details = new Dictionary<string, string>(reason.Details)
        {
            ["transactionHash"] = receipt.TransactionHash,
            ["blockNumber"] = receipt.BlockNumber.Value.ToString(CultureInfo.InvariantCulture),
            ["gasUsed"] = receipt.GasUsed.Value.ToString(CultureInfo.InvariantCulture),
        };
        return new SendingException(
            ErrorCode.RevertedAfterSending,
            $"The transaction {receipt.TransactionHash} was mined in block {receipt.BlockNumber.Value} and reverted after sending; its gas is spent, nothing else happened. {reason.Sentence}",
            details);
    }

    /// <summary>Asks again on the state after the block, where what made it fail has happened too.</summary>
    private async Task<RevertReason> FindAsync(TransactionCall call, BigInteger gasLimit, TransactionReceipt receipt, CancellationToken cancellationToken)
    {
        if (await ReplayAsync(call, null, receipt.BlockNumber, cancellationToken) is { } refused)
        {
            return refused;
        }

        // Without a limit it would succeed now. Either the limit was too low, or the state has moved on within the block.
        return receipt.GasUsed.Value >= gasLimit - (gasLimit / KeptBack) || await ReplayAsync(call, gasLimit, receipt.BlockNumber, cancellationToken) is not null
            ? Plain("outOfGas", $"It ran out of gas (limit {gasLimit}, used {receipt.GasUsed.Value}): the state had changed since it was estimated. Send it again.")
            : Plain("unknown", "The reason cannot be found any more.");
    }

    private async Task<RevertReason?> ReplayAsync(TransactionCall call, BigInteger? gas, HexBigInteger block, CancellationToken cancellationToken)
    {
        var input = call.ToInput();
        input.Gas = gas is { } limit ? new HexBigInteger(limit) : null;
        try
        {
            await connection.Web3.Eth.Transactions.Call.SendRequestAsync(input, new BlockParameter(block)).WaitAsync(cancellationToken);
            return null;
        }
        catch (RpcResponseException error)
        {
            // A node that says "out of gas" says no reason of the contract's.
            return reverts.Describe(error) ?? (gas is null ? null : Plain("outOfGas", error.RpcError.Message));
        }
    }

    private static RevertReason Plain(string error, string sentence) => new(error, sentence, new Dictionary<string, string> { ["error"] = error });
}
