using System.Numerics;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Sending.Chain.Transactions;

/// <summary>What a transaction does, whatever it costs and whenever it is sent.</summary>
/// <param name="From">Who signs it (EIP-55).</param>
/// <param name="To">The contract, or the recipient of a transfer.</param>
/// <param name="Function">Name of the contract function, "transfer" for plain ETH; for people.</param>
/// <param name="Data">Call data in hex with 0x.</param>
/// <param name="Value">Wei sent along.</param>
public sealed record TransactionCall(string From, string To, string Function, string Data, BigInteger Value)
{
    /// <summary>A call of a contract.</summary>
    /// <param name="contract">Its address.</param>
    /// <param name="message">The function with its arguments, and ETH when it takes any.</param>
    /// <param name="from">Who signs it.</param>
    public static TransactionCall Of<TFunction>(string contract, TFunction message, string from)
        where TFunction : FunctionMessage, new()
        => new(from, contract, ABITypedRegistry.GetFunctionABI<TFunction>().Name, message.GetCallData().ToHex(true), message.AmountToSend);

    /// <summary>A transfer of ETH.</summary>
    public static TransactionCall Transfer(string from, string to, BigInteger wei) => new(from, to, "transfer", "0x", wei);

    internal CallInput ToInput() => new() { To = To, Data = Data, From = From, Value = new HexBigInteger(Value) };
}
