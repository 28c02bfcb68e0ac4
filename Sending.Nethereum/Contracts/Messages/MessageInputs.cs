using Nethereum.ABI;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.Contracts.CQS;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.Contracts;

/// <summary>Messages as calls and transactions. The message's own class counts, not the one it is passed as.</summary>
internal static class MessageInputs
{
    private const int SelectorSize = 4;

    public static string DataOf(FunctionMessage message)
    {
        var type = message.GetType();
        return new FunctionCallEncoder().EncodeRequest(message, type, ABITypedRegistry.GetFunctionABI(type).Sha3Signature);
    }

    public static byte[] BytesOf(FunctionMessage message)
    {
        var type = message.GetType();
        using var writer = AbiWriter.Rent();
        Convert.FromHexString(ABITypedRegistry.GetFunctionABI(type).Sha3Signature, writer.Next(SelectorSize), out _, out _);
        MessageMap.Of(type).Encode(message, writer);
        return writer.ToArray();
    }

    public static string DataOf(ContractDeploymentMessage message)
    {
        if (string.IsNullOrEmpty(message.ByteCode) || !message.ByteCode.IsHex())
        {
            throw new InvalidOperationException($"{message.GetType().Name} has no bytecode to deploy: it is empty, or a library in it is not linked.");
        }
        return ParametersEncoder.EncodeToHex(message.ByteCode.EnsureHexPrefix(), message, message.GetType());
    }

    public static CallInput CallOf(ContractMessageBase message, string data, string to) => Fill(new CallInput(), message, data, to);

    public static TransactionInput TransactionOf(ContractMessageBase message, string data, string to)
    {
        var transaction = Fill(new TransactionInput(), message, data, to);
        transaction.Nonce = message.GetHexNonce();
        transaction.AccessList = message.AccessList;
        transaction.AuthorisationList = message.AuthorisationList;
        return transaction;
    }

    private static TInput Fill<TInput>(TInput input, ContractMessageBase message, string data, string to)
        where TInput : CallInput
    {
        input.Data = data;
        input.To = to;
        input.From = message.FromAddress;
        input.Value = message.GetHexValue();
        input.Gas = message.GetHexMaximumGas();
        input.GasPrice = message.GetHexGasPrice();
        input.MaxFeePerGas = message.GetHexMaxFeePerGas();
        input.MaxPriorityFeePerGas = message.GetMaxPriorityFeePerGas();
        input.Type = message.GetHexTransactionType();
        return input;
    }
}
