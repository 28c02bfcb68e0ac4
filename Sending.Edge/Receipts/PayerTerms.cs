using System.Numerics;

namespace Sending.Edge.Receipts;

/// <summary>What the chain says about who pays, at one block.</summary>
/// <param name="Payer">Whose credit line it is (EIP-55).</param>
/// <param name="Signer">Whose receipts count.</param>
/// <param name="Epoch">The epoch of that block.</param>
/// <param name="MaySign">Whether the signer's receipts of that epoch count.</param>
/// <param name="Balance">Deposited to the line less paid out.</param>
/// <param name="Withdrawing">Of that, what was requested to be withdrawn in an earlier epoch, which this one may not use.</param>
/// <param name="ChargedAtLeast">The cumulative charge as proven by the last withdrawal.</param>
/// <param name="Charged">The cumulative charge of the last final settlement that is known, and what it covers.</param>
/// <param name="SignerLimit">Units charged at most for the signer in the epoch; null when there is no limit.</param>
/// <param name="Fees">Fee of a unit in an epoch.</param>
internal sealed record PayerTerms(
    string Payer,
    string Signer,
    long Epoch,
    bool MaySign,
    BigInteger Balance,
    BigInteger Withdrawing,
    BigInteger ChargedAtLeast,
    ChargedSoFar Charged,
    BigInteger? SignerLimit,
    Func<long, BigInteger> Fees)
{
    /// <summary>Whether there is a line at all.</summary>
    public bool HasLine => !Balance.IsZero || !ChargedAtLeast.IsZero;

    /// <summary>
    /// What is free of the line: deposited, less paid out, less a withdrawal that was requested in an earlier epoch, less what is charged, less the fees of
    /// what was served since. What was served and not signed for counts too, so that a payer of many signers gets no more than the line holds. May be negative.
    /// </summary>
    /// <param name="spent">Units served in each epoch that <see cref="Charged"/> does not cover.</param>
    public BigInteger FreeAfter(IEnumerable<(long Epoch, long Units)> spent)
    {
        var charged = spent.Aggregate(Charged.Cumulative, (sum, each) => sum + (each.Units * Fees(each.Epoch)));
        return Balance - Withdrawing - BigInteger.Max(charged, ChargedAtLeast);
    }
}
