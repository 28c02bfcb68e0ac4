using Nethereum.Util;

namespace Nethereum.RPC.Eth.DTOs;

public static class TransactionExtensions
{
    public static bool IsTo(this Transaction txn, string address) => txn.To.IsTheSameAddress(address);

    public static bool IsFrom(this Transaction txn, string address) => txn.From.IsTheSameAddress(address);

    /// <summary>The same transaction to be called or sent again.</summary>
    public static TransactionInput ConvertToTransactionInput(this Transaction txn) => new()
    {
        From = txn.From,
        To = txn.To,
        Gas = txn.Gas,
        GasPrice = txn.GasPrice,
        Value = txn.Value,
        Data = txn.Input,
        Nonce = txn.Nonce,
        Type = txn.Type,
        MaxFeePerGas = txn.MaxFeePerGas,
        MaxPriorityFeePerGas = txn.MaxPriorityFeePerGas,
        AccessList = txn.AccessList,
        AuthorisationList = txn.AuthorisationList,
    };
}
