using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.Model;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.TransactionTypes;
using Nethereum.Signer;
using TransactionType = Nethereum.RPC.TransactionTypes.TransactionType;

namespace Nethereum.Web3.Accounts;

/// <summary>Signs complete transactions with an account's private key.</summary>
public class AccountOfflineTransactionSigner
{
    private const int AccessListType = 1;

    /// <summary>The signed transaction as hex.</summary>
    /// <exception cref="ArgumentException">The gas, the nonce, a fee or the chain id is missing.</exception>
    /// <exception cref="NotSupportedException">The transaction is of a type that is not signed here.</exception>
    public string SignTransaction(Account account, TransactionInput transaction, BigInteger? overridingAccountChainId = null)
    {
        var chainId = overridingAccountChainId ?? account.ChainId
            ?? throw new ArgumentException("The chain id is missing: give it to the account.", nameof(account));
        var key = new EthECKey(account.PrivateKey);
        return transaction.Type?.Value switch
        {
            { } type when type == TransactionType.EIP1559.AsByte() => Sign1559(key, chainId, transaction),
            { } type when type == AccessListType => Sign2930(key, chainId, transaction),
            null or { IsZero: true } => SignLegacy(key, chainId, transaction),
            { } type => throw new NotSupportedException($"Transactions of type {type} cannot be signed here."),
        };
    }

    private static string Sign1559(EthECKey key, BigInteger chainId, TransactionInput transaction) => new Transaction1559Signer().SignTransaction(
        key,
        new Transaction1559(
            chainId,
            Required(transaction.Nonce, "nonce"),
            Required(transaction.MaxPriorityFeePerGas, "tip"),
            Required(transaction.MaxFeePerGas, "maximum fee"),
            Required(transaction.Gas, "gas"),
            transaction.To,
            transaction.Value?.Value ?? 0,
            transaction.Data,
            Slots(transaction.AccessList)));

    private static string Sign2930(EthECKey key, BigInteger chainId, TransactionInput transaction) => new TypeTransactionSigner<Transaction2930>().SignTransaction(
        key,
        new Transaction2930(
            chainId,
            Required(transaction.Nonce, "nonce"),
            Required(transaction.GasPrice, "gas price"),
            Required(transaction.Gas, "gas"),
            transaction.To,
            transaction.Value?.Value ?? 0,
            transaction.Data,
            Slots(transaction.AccessList)));

    private static string SignLegacy(EthECKey key, BigInteger chainId, TransactionInput transaction) => new LegacyTransactionSigner().SignTransaction(
        key.GetPrivateKeyAsBytes(),
        chainId,
        transaction.To,
        transaction.Value?.Value ?? 0,
        Required(transaction.Nonce, "nonce"),
        Required(transaction.GasPrice, "gas price"),
        Required(transaction.Gas, "gas"),
        transaction.Data);

    private static BigInteger Required(HexBigInteger value, string name) =>
        value?.Value ?? throw new ArgumentException($"The transaction's {name} is missing.", nameof(value));

    private static List<AccessListItem> Slots(List<AccessList> accessList) =>
        accessList?.ConvertAll(item => new AccessListItem(item.Address, [.. (item.StorageKeys ?? []).Select(slot => slot.HexToByteArray())])) ?? [];
}
