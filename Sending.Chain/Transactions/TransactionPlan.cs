using System.Numerics;

namespace Sending.Chain.Transactions;

/// <summary>A transaction that was simulated and priced, and not signed yet.</summary>
/// <param name="Call">What it does.</param>
/// <param name="GasEstimate">What the simulation used.</param>
/// <param name="GasLimit">The estimate with headroom.</param>
/// <param name="BaseFee">Base fee of the newest block, wei per gas.</param>
/// <param name="Tip">Priority fee, wei per gas.</param>
public sealed record TransactionPlan(
    TransactionCall Call,
    BigInteger GasEstimate,
    BigInteger GasLimit,
    BigInteger BaseFee,
    BigInteger Tip)
{
    /// <summary>Most that is paid per unit of gas: twice the base fee, which may rise while the transaction waits, and the tip.</summary>
    public BigInteger MaxFeePerGas => (2 * BaseFee) + Tip;

    /// <summary>What the gas will cost if nothing changes, in wei.</summary>
    public BigInteger ExpectedFee => GasEstimate * (BaseFee + Tip);

    /// <summary>The most that the gas can cost, in wei; the account must hold it.</summary>
    public BigInteger MaxFee => GasLimit * MaxFeePerGas;

    /// <summary>The plan as an intent of its own, which never costs more than <see cref="MaxFee"/>.</summary>
    public TransactionIntent ToIntent() => new($"{Call.Function}/{Guid.NewGuid():N}", Call)
    {
        GasLimit = GasLimit,
        Fees = new FeePolicy { Cap = MaxFeePerGas },
    };
}
