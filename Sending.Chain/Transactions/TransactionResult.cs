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

/// <summary>How far a transaction has come.</summary>
public enum TransactionStage
{
    /// <summary>Signed; the hash is known and nothing has left this process.</summary>
    Signed,

    /// <summary>The node has accepted it.</summary>
    Sent,

    /// <summary>Not mined yet; reported with each look.</summary>
    Waiting,

    /// <summary>Mined, whether it succeeded or not.</summary>
    Mined,
}

/// <summary>Progress of one transaction.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Elapsed">Time since it was signed.</param>
public sealed record TransactionProgress(TransactionStage Stage, string Hash, TimeSpan Elapsed);
