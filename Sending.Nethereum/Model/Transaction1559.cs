using Nethereum.Util;

namespace Nethereum.Model;

/// <summary>A transaction with a maximum fee and a tip (EIP-1559). Amounts are in wei.</summary>
public class Transaction1559 : SignedTypeTransaction
{
    public Transaction1559(EvmUInt256 chainId, EvmUInt256? nonce, EvmUInt256? maxPriorityFeePerGas, EvmUInt256? maxFeePerGas, EvmUInt256? gasLimit, string receiverAddress, EvmUInt256? amount, string data, List<AccessListItem> accessList)
    {
        ChainId = chainId;
        Nonce = nonce;
        MaxPriorityFeePerGas = maxPriorityFeePerGas;
        MaxFeePerGas = maxFeePerGas;
        GasLimit = gasLimit;
        ReceiverAddress = receiverAddress;
        Amount = amount;
        Data = data;
        AccessList = accessList;
    }

    public Transaction1559(EvmUInt256 chainId, EvmUInt256 nonce, EvmUInt256 maxPriorityFeePerGas, EvmUInt256 maxFeePerGas, EvmUInt256 gasLimit, string receiverAddress, EvmUInt256 amount, string data, List<AccessListItem> accessList, Signature signature)
        : this(chainId, (EvmUInt256?)nonce, maxPriorityFeePerGas, maxFeePerGas, gasLimit, receiverAddress, amount, data, accessList) => SetSignature(signature);

    public EvmUInt256 ChainId { get; }

    public EvmUInt256? Nonce { get; }

    public EvmUInt256? MaxPriorityFeePerGas { get; }

    public EvmUInt256? MaxFeePerGas { get; }

    public EvmUInt256? GasLimit { get; }

    /// <summary>Null or empty to create a contract.</summary>
    public string ReceiverAddress { get; }

    public EvmUInt256? Amount { get; }

    /// <summary>Hexadecimal digits; null or empty for none.</summary>
    public string Data { get; }

    public List<AccessListItem> AccessList { get; }

    /// <inheritdoc/>
    public override TransactionType TransactionType => TransactionType.EIP1559;

    private protected override IEnumerable<byte[]> EncodeFields() =>
    [
        TransactionFields.EncodeInteger(ChainId),
        TransactionFields.EncodeInteger(Nonce),
        TransactionFields.EncodeInteger(MaxPriorityFeePerGas),
        TransactionFields.EncodeInteger(MaxFeePerGas),
        TransactionFields.EncodeInteger(GasLimit),
        TransactionFields.EncodeReceiver(ReceiverAddress),
        TransactionFields.EncodeInteger(Amount),
        TransactionFields.EncodeData(Data),
        TransactionFields.EncodeAccessList(AccessList),
    ];
}
