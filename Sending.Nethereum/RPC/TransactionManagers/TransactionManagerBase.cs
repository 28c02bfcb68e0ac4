using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Accounts;
using Nethereum.RPC.Eth;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Transactions;
using Nethereum.RPC.Fee1559Suggestions;
using Nethereum.RPC.TransactionReceipts;
using Nethereum.RPC.TransactionTypes;

namespace Nethereum.RPC.TransactionManagers;

/// <inheritdoc cref="ITransactionManager"/>
public abstract class TransactionManagerBase : ITransactionManager
{
    private const int AskTheNode = -1;

    private IFee1559SuggestionStrategy _feeStrategy;
    private ITransactionReceiptService _receiptService;

    public virtual IClient Client { get; set; }

    public BigInteger DefaultGasPrice { get; set; } = AskTheNode;

    public abstract BigInteger DefaultGas { get; set; }

    public IAccount Account { get; protected set; }

    public bool UseLegacyAsDefault { get; set; }

    public bool CalculateOrSetDefaultGasPriceFeesIfNotSet { get; set; } = true;

    public bool EstimateOrSetDefaultGasIfNotSet { get; set; } = true;

    public BigInteger? ChainId { get; protected set; }

    /// <summary>The tip of transactions that have none; null to have it suggested.</summary>
    public BigInteger? DefaultMaxPriorityFeePerGas { get; set; }

    public IFee1559SuggestionStrategy Fee1559SuggestionStrategy
    {
        get => _feeStrategy ??= new SimpleFeeSuggestionStrategy(Client);
        set => _feeStrategy = value;
    }

    public ITransactionReceiptService TransactionReceiptService
    {
        get => _receiptService ??= TransactionReceiptServiceFactory.GetDefaultransactionReceiptService(this);
        set => _receiptService = value;
    }

    public bool IsTransactionToBeSendAsEIP1559(TransactionInput transaction)
    {
        if (transaction.Type is not null)
        {
            return transaction.Type.Value == TransactionType.EIP1559.AsByte();
        }
        var isPriced1559 = transaction.MaxFeePerGas is not null || transaction.MaxPriorityFeePerGas is not null;
        return isPriced1559 || (transaction.GasPrice is null && !UseLegacyAsDefault);
    }

    public abstract Task<string> SignTransactionAsync(TransactionInput transaction);

    public abstract Task<string> SendTransactionAsync(TransactionInput transactionInput);

    public virtual Task<string> SendTransactionAsync(string from, string to, HexBigInteger amount) =>
        SendTransactionAsync(new TransactionInput { From = from, To = to, Value = amount });

    public Task<string> SendRawTransactionAsync(string signedTransaction) => new EthSendRawTransaction(ConnectedClient).SendRequestAsync(signedTransaction);

    public Task<TransactionReceipt> SendTransactionAndWaitForReceiptAsync(TransactionInput transactionInput, CancellationToken cancellationToken = default) =>
        TransactionReceiptService.SendRequestAndWaitForReceiptAsync(transactionInput, cancellationToken);

    public virtual Task<HexBigInteger> EstimateGasAsync(CallInput callInput) => new EthEstimateGas(ConnectedClient).SendRequestAsync(callInput);

    public Task<Fee1559> CalculateFee1559Async(BigInteger? maxPriorityFeePerGas = null) =>
        Fee1559SuggestionStrategy.SuggestFeeAsync(maxPriorityFeePerGas ?? DefaultMaxPriorityFeePerGas);

    /// <summary>The price of a legacy transaction: its own, the default one, or the node's.</summary>
    public async Task<HexBigInteger> GetGasPriceAsync(TransactionInput transactionInput) => transactionInput.GasPrice
        ?? (DefaultGasPrice >= 0 ? new HexBigInteger(DefaultGasPrice) : await new EthGasPrice(ConnectedClient).SendRequestAsync().ConfigureAwait(false));

    protected void SetDefaultTransactionTypeIfNotSet(TransactionInput transaction)
    {
        if (transaction.Type is null && IsTransactionToBeSendAsEIP1559(transaction))
        {
            transaction.Type = TransactionType.EIP1559.AsHexBigInteger();
        }
    }

    protected async Task SetTransactionFeesOrPricingAsync(TransactionInput transaction)
    {
        SetDefaultTransactionTypeIfNotSet(transaction);
        if (!CalculateOrSetDefaultGasPriceFeesIfNotSet)
        {
            return;
        }
        if (!IsTransactionToBeSendAsEIP1559(transaction))
        {
            transaction.GasPrice = await GetGasPriceAsync(transaction).ConfigureAwait(false);
            return;
        }
        if (transaction.MaxFeePerGas is not null && transaction.MaxPriorityFeePerGas is null)
        {
            var tip = DefaultMaxPriorityFeePerGas ?? SimpleFeeSuggestionStrategy.DEFAULT_MAX_PRIORITY_FEE_PER_GAS;
            transaction.MaxPriorityFeePerGas = new HexBigInteger(BigInteger.Min(tip, transaction.MaxFeePerGas.Value));
        }
        else if (transaction.MaxFeePerGas is null)
        {
            var fee = await CalculateFee1559Async(transaction.MaxPriorityFeePerGas?.Value).ConfigureAwait(false);
            transaction.MaxPriorityFeePerGas = fee.MaxPriorityFeePerGas is { } tip ? new HexBigInteger(tip) : null;
            transaction.MaxFeePerGas = fee.MaxFeePerGas is { } most ? new HexBigInteger(most) : null;
        }
    }

    /// <summary>Asks the node for the chain id, once.</summary>
    protected async Task EnsureChainIdAndChainFeatureIsSetAsync() =>
        ChainId ??= (await new EthChainId(ConnectedClient).SendRequestAsync().ConfigureAwait(false)).Value;

    protected void SetDefaultGasIfNotSet(TransactionInput transactionInput) => transactionInput.Gas ??= new HexBigInteger(DefaultGas);

    private protected async Task SetGasAsync(TransactionInput transaction)
    {
        if (transaction.Gas is null && EstimateOrSetDefaultGasIfNotSet)
        {
            transaction.Gas = await EstimateGasAsync(transaction).ConfigureAwait(false);
        }
        SetDefaultGasIfNotSet(transaction);
    }

    private protected IClient ConnectedClient =>
        Client ?? throw new InvalidOperationException("The transaction manager needs a client: make a Web3 with the account, or set Client.");
}
