using System.Numerics;
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
    internal CallInput ToInput() => new() { To = To, Data = Data, From = From, Value = new HexBigInteger(Value) };
}
