using System.Numerics;
using Sending.Chain.Amounts;

namespace Sending.Chain.Duties;

/// <summary>When earnings are worth their gas.</summary>
/// <param name="Factor">Claimed once they are worth so many times the gas of the claim.</param>
/// <param name="Epochs">Claimed at least every so many epochs, whatever they are worth.</param>
/// <param name="SendPerEth">What an ETH is worth, in the smallest unit of SEND; null when nobody said: then only <paramref name="Epochs"/> counts.</param>
public sealed record ClaimPolicy(int Factor, int Epochs, BigInteger? SendPerEth)
{
    /// <summary>Whether to claim now.</summary>
    /// <param name="reward">In the smallest unit of SEND.</param>
    /// <param name="gasCost">In wei.</param>
    /// <param name="epochsSince">Epochs since the last claim, or since there could have been one.</param>
    public bool IsDue(BigInteger reward, BigInteger gasCost, long epochsSince)
        => reward.Sign > 0 && (epochsSince >= Epochs || (SendPerEth is { } price && reward * SendAmount.One >= gasCost * price * Factor));
}
