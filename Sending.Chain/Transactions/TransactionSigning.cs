using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Accounts;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;
using Nethereum.Web3.Accounts;

namespace Sending.Chain.Transactions;

/// <summary>Signs complete EIP-1559 transactions with any of Nethereum's accounts; nothing is asked of a node.</summary>
internal static class TransactionSigning
{
    private const byte DynamicFeeType = 2;

    public static async Task<OutboxAttempt> SignAsync(
        IAccount account,
        long chainId,
        TransactionCall call,
        long nonce,
        FeeOffer fees,
        BigInteger gasLimit,
        long head,
        bool filler)
    {
        var input = new TransactionInput
        {
            From = call.From,
            To = call.To,
            Data = call.Data,
            Value = new HexBigInteger(call.Value),
            Gas = new HexBigInteger(gasLimit),
            Nonce = new HexBigInteger(nonce),
            Type = new HexBigInteger(DynamicFeeType),
            MaxFeePerGas = new HexBigInteger(fees.MaxFee),
            MaxPriorityFeePerGas = new HexBigInteger(fees.Tip),
            ChainId = new HexBigInteger(chainId),
        };
        var signed = account is Account own
            ? new AccountOfflineTransactionSigner().SignTransaction(own, input, chainId)
            : await account.TransactionManager.SignTransactionAsync(input);
        var raw = signed.EnsureHexPrefix();
        return new OutboxAttempt(TransactionUtils.CalculateTransactionHash(raw).EnsureHexPrefix(), nonce, fees.MaxFee, fees.Tip, gasLimit, filler)
        {
            Raw = raw,
            SignedAtBlock = head,
        };
    }
}
