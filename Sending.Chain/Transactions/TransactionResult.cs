using System.Numerics;
using Nethereum.RPC.Eth.DTOs;

namespace Sending.Chain.Transactions;

/// <summary>A transaction that was mined and succeeded.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="BlockNumber">The block that holds it.</param>
/// <param name="GasUsed">Gas that it used.</param>
/// <param name="EffectiveGasPrice">Wei paid per unit of gas.</param>
/// <param name="Receipt">The whole receipt, with its events.</param>
public sealed record TransactionResult(string Hash, long BlockNumber, BigInteger GasUsed, BigInteger EffectiveGasPrice, TransactionReceipt Receipt)
{
    /// <summary>What the gas cost, in wei.</summary>
    public BigInteger Fee => GasUsed * EffectiveGasPrice;
}
