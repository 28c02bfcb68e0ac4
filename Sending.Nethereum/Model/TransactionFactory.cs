using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RLP;
using Nethereum.Util;

namespace Nethereum.Model;

/// <summary>Makes transactions from their fields, or from their serialised form.</summary>
public static class TransactionFactory
{
    /// <inheritdoc cref="CreateTransaction(byte[])"/>
    public static ISignedTransaction CreateTransaction(string rlpHex) => CreateTransaction(rlpHex.HexToByteArray());

    /// <summary>Whether the bytes are a typed transaction (EIP-2718), not a legacy one.</summary>
    public static bool IsTypeTransaction(this byte[] bytes) => bytes.Length > 0 && bytes[0] < RlpEncoder.ShortString;

    /// <summary>Reads a transaction, signed or not.</summary>
    /// <exception cref="FormatException">The bytes are malformed, or of a type that is not read here.</exception>
    public static ISignedTransaction CreateTransaction(byte[] rlp)
    {
        if (!rlp.IsTypeTransaction())
        {
            return DecodeLegacy(RlpDecoder.Decode(rlp).Items);
        }

        var fields = RlpDecoder.Decode(rlp.AsSpan(1)).Items;
        return (TransactionType)rlp[0] switch
        {
            TransactionType.LegacyEIP2930 => Decode2930(fields),
            TransactionType.EIP1559 => Decode1559(fields),
            _ => throw new FormatException($"Transactions of type {rlp[0]} are not read here, only legacy ones and those of types 1 and 2."),
        };
    }

    /// <summary>A legacy transaction; v from 35 on says its chain (EIP-155). Unsigned, and of no chain, when r, s and v are empty.</summary>
    /// <exception cref="FormatException">v is none that a legacy transaction can have.</exception>
    public static ISignedTransaction CreateLegacyTransaction(string to, EvmUInt256 gas, EvmUInt256 gasPrice, EvmUInt256 amount, string data, EvmUInt256 nonce, string r, string s, string v)
    {
        var signature = ReadSignature(r, s, v);
        return Sign(new LegacyTransaction(ChainIdOf(signature), nonce, gasPrice, gas, to, amount, data), signature);
    }

    /// <summary>An EIP-1559 transaction; unsigned when r, s and v are empty.</summary>
    public static ISignedTransaction Create1559Transaction(EvmUInt256? chainId, EvmUInt256? nonce, EvmUInt256? maxPriorityFeePerGas, EvmUInt256? maxFeePerGas, EvmUInt256? gasLimit, string to, EvmUInt256? amount, string data, List<AccessListItem> accessList, string r, string s, string v) =>
        Sign(new Transaction1559(chainId ?? default, nonce, maxPriorityFeePerGas, maxFeePerGas, gasLimit, to, amount, data, accessList), ReadSignature(r, s, v));

    /// <summary>An EIP-2930 transaction; unsigned when r, s and v are empty.</summary>
    public static ISignedTransaction Create2930Transaction(EvmUInt256? chainId, EvmUInt256? nonce, EvmUInt256? gasPrice, EvmUInt256? gasLimit, string to, EvmUInt256? amount, string data, List<AccessListItem> accessList, string r, string s, string v) =>
        Sign(new Transaction2930(chainId ?? default, nonce, gasPrice, gasLimit, to, amount, data, accessList), ReadSignature(r, s, v));

    private static LegacyTransaction DecodeLegacy(IReadOnlyList<RlpItem> fields)
    {
        TransactionFields.Require(fields.Count is 6 or 9, "a legacy transaction has 6 fields unsigned and 9 signed");
        BigInteger? chainId = null;
        Signature signature = null;
        if (fields.Count == 9)
        {
            var unsigned = fields[7].Bytes.Length == 0 && fields[8].Bytes.Length == 0;
            signature = unsigned ? null : TransactionFields.DecodeSignature(fields[6], fields[7], fields[8]);
            chainId = unsigned ? fields[6].Integer : ChainIdOf(signature);
        }

        return Sign(
            new LegacyTransaction(
                chainId,
                fields[0].Integer,
                fields[1].Integer,
                fields[2].Integer,
                TransactionFields.DecodeReceiver(fields[3]),
                fields[4].Integer,
                TransactionFields.DecodeData(fields[5])),
            signature);
    }

    private static Transaction2930 Decode2930(IReadOnlyList<RlpItem> fields)
    {
        TransactionFields.Require(fields.Count is 8 or 11, "a transaction of type 1 has 8 fields unsigned and 11 signed");
        return Sign(
            new Transaction2930(
                fields[0].Integer,
                fields[1].Integer,
                fields[2].Integer,
                fields[3].Integer,
                TransactionFields.DecodeReceiver(fields[4]),
                fields[5].Integer,
                TransactionFields.DecodeData(fields[6]),
                TransactionFields.DecodeAccessList(fields[7])),
            fields.Count == 8 ? null : TransactionFields.DecodeSignature(fields[8], fields[9], fields[10]));
    }

    private static Transaction1559 Decode1559(IReadOnlyList<RlpItem> fields)
    {
        TransactionFields.Require(fields.Count is 9 or 12, "a transaction of type 2 has 9 fields unsigned and 12 signed");
        return Sign(
            new Transaction1559(
                fields[0].Integer,
                fields[1].Integer,
                fields[2].Integer,
                fields[3].Integer,
                fields[4].Integer,
                TransactionFields.DecodeReceiver(fields[5]),
                fields[6].Integer,
                TransactionFields.DecodeData(fields[7]),
                TransactionFields.DecodeAccessList(fields[8])),
            fields.Count == 9 ? null : TransactionFields.DecodeSignature(fields[9], fields[10], fields[11]));
    }

    private static T Sign<T>(T transaction, Signature signature)
        where T : SignedTransaction
    {
        try
        {
            if (signature is not null)
            {
                transaction.SetSignature(signature);
            }

            return transaction;
        }
        catch (ArgumentException error)
        {
            throw new FormatException("Malformed transaction: " + error.Message, error);
        }
    }

    private static Signature ReadSignature(string r, string s, string v) =>
        string.IsNullOrEmpty(r) && string.IsNullOrEmpty(s) && string.IsNullOrEmpty(v)
            ? null
            : new Signature(r.HexToByteArray().TrimZeros(), s.HexToByteArray().TrimZeros(), v.HexToByteArray().TrimZeros());

    private static BigInteger? ChainIdOf(Signature signature) =>
        signature?.V.ToUnsignedInteger() is { } v && v >= 35 ? (v - 35) / 2 : null;
}
