using Nethereum.Util;

namespace Nethereum.Model;

/// <summary>A transaction with a gas price and an access list (EIP-2930).</summary>
internal sealed class Transaction2930(EvmUInt256 chainId, EvmUInt256? nonce, EvmUInt256? gasPrice, EvmUInt256? gasLimit, string receiverAddress, EvmUInt256? amount, string data, List<AccessListItem> accessList)
    : SignedTypeTransaction
{
    public override TransactionType TransactionType => TransactionType.LegacyEIP2930;

    private protected override IEnumerable<byte[]> EncodeFields() =>
    [
        TransactionFields.EncodeInteger(chainId),
        TransactionFields.EncodeInteger(nonce),
        TransactionFields.EncodeInteger(gasPrice),
        TransactionFields.EncodeInteger(gasLimit),
        TransactionFields.EncodeReceiver(receiverAddress),
        TransactionFields.EncodeInteger(amount),
        TransactionFields.EncodeData(data),
        TransactionFields.EncodeAccessList(accessList),
    ];
}
