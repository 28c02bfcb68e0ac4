using System.Numerics;

namespace Sending.Chain.Transactions;

/// <summary>
/// The gas limit that goes with an estimate. Gas that is not used costs nothing, while a transaction that runs out of it costs all of it
/// and does nothing; so the limit leaves room for what may have changed when the transaction is mined.
/// </summary>
internal static class GasHeadroom
{
    /// <summary>No transaction may ask for more (EIP-7825).</summary>
    private static readonly BigInteger MostPerTransaction = 1 << 24;

    /// <summary>
    /// Three storage slots written for the first time, 20,000 gas each (EIP-2200) and 2,100 for the first access (EIP-2929). A call
    /// estimated in the second of another one finds the checkpoint of that second and overwrites it; mined a second later it pushes a new one.
    /// A percentage alone does not cover that: the jump is as large for a small call as for a large one.
    /// </summary>
    private static readonly BigInteger FreshSlots = 3 * 22_100;

    /// <param name="estimate">What the simulation used.</param>
    /// <param name="percent">Room in percent, for what grows with the call.</param>
    public static BigInteger Limit(BigInteger estimate, int percent)
        => BigInteger.Max(estimate, BigInteger.Min(MostPerTransaction, (estimate * (100 + percent) / 100) + FreshSlots));
}
