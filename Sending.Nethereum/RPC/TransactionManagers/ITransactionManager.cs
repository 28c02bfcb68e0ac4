using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Accounts;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Fee1559Suggestions;
using Nethereum.RPC.TransactionReceipts;

namespace Nethereum.RPC.TransactionManagers;

/// <summary>Prices, signs and sends transactions. Amounts are in wei.</summary>
public interface ITransactionManager
{
    IClient Client { get; set; }

    /// <summary>The price of legacy transactions that have none; -1 to ask the node.</summary>
    BigInteger DefaultGasPrice { get; set; }

    /// <summary>The gas of transactions that have none, when it is not estimated.</summary>
    BigInteger DefaultGas { get; set; }

    IAccount Account { get; }

    /// <summary>Whether transactions without a type are legacy ones, and not EIP-1559.</summary>
    bool UseLegacyAsDefault { get; set; }

    IFee1559SuggestionStrategy Fee1559SuggestionStrategy { get; set; }

    ITransactionReceiptService TransactionReceiptService { get; set; }

    /// <summary>Whether transactions without fees get suggested ones.</summary>
    bool CalculateOrSetDefaultGasPriceFeesIfNotSet { get; set; }

    /// <summary>Whether transactions without gas get it estimated, and not <see cref="DefaultGas"/>.</summary>
    bool EstimateOrSetDefaultGasIfNotSet { get; set; }

    BigInteger? ChainId { get; }

    /// <returns>The transaction's hash.</returns>
    Task<string> SendTransactionAsync(TransactionInput transactionInput);

    Task<HexBigInteger> EstimateGasAsync(CallInput callInput);

    /// <inheritdoc cref="SendTransactionAsync(TransactionInput)"/>
    Task<string> SendTransactionAsync(string from, string to, HexBigInteger amount);

    /// <returns>The signed transaction as hex.</returns>
    Task<string> SignTransactionAsync(TransactionInput transaction);

    Task<TransactionReceipt> SendTransactionAndWaitForReceiptAsync(TransactionInput transactionInput, CancellationToken cancellationToken = default);
}
