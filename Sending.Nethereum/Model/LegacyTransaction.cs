using System.Numerics;
using Nethereum.RLP;
using Nethereum.Util;

namespace Nethereum.Model;

/// <summary>
/// A transaction from before there were types. With a chain id, that chain's alone (EIP-155: the signed hash and v contain it);
/// without, valid on every chain.
/// </summary>
internal sealed class LegacyTransaction(BigInteger? chainId, EvmUInt256 nonce, EvmUInt256 gasPrice, EvmUInt256 gasLimit, string receiverAddress, EvmUInt256 amount, string data)
    : SignedTransaction
{
    public BigInteger? ChainId => chainId;

    public override TransactionType TransactionType =>
        chainId is null ? TransactionType.LegacyTransaction : TransactionType.LegacyChainTransaction;

    public override byte[] GetRLPEncodedRaw() => RlpEncoder.EncodeList(chainId is { } id
        ? EncodeFields().Concat([RlpEncoder.EncodeInteger(id), RlpEncoder.EncodeInteger(0), RlpEncoder.EncodeInteger(0)])
        : EncodeFields());

    public override byte[] GetRLPEncoded() => RlpEncoder.EncodeList(EncodeFields().Concat(TransactionFields.EncodeSignature(SignatureOrThrow())));

    public override void SetSignature(ISignature signature)
    {
        var v = signature.V.ToUnsignedInteger();
        var lowest = chainId is { } id ? (id * 2) + 35 : 27;
        if (v != lowest && v != lowest + 1)
        {
            throw new ArgumentException($"This transaction is signed with v {lowest} or {lowest + 1}, not {v}.", nameof(signature));
        }

        Signature = signature;
    }

    private IEnumerable<byte[]> EncodeFields() =>
    [
        TransactionFields.EncodeInteger(nonce),
        TransactionFields.EncodeInteger(gasPrice),
        TransactionFields.EncodeInteger(gasLimit),
        TransactionFields.EncodeReceiver(receiverAddress),
        TransactionFields.EncodeInteger(amount),
        TransactionFields.EncodeData(data),
    ];
}
