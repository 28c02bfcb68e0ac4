using System.Numerics;

namespace Sending.Chain.Transactions;

/// <summary>What a unit of gas costs now, in wei.</summary>
/// <param name="BaseFee">Base fee of the newest block.</param>
/// <param name="Tip">The tip that the node suggests.</param>
internal sealed record FeeMarket(BigInteger BaseFee, BigInteger Tip)
{
    /// <summary>Twice the base fee, which may rise while a transaction waits, and the tip.</summary>
    public BigInteger Comfortable => (2 * BaseFee) + Tip;
}

/// <summary>What a transaction offers per unit of gas (EIP-1559), in wei.</summary>
internal sealed record FeeOffer(BigInteger MaxFee, BigInteger Tip)
{
    /// <summary>The first offer of an intent.</summary>
    /// <returns>Null when the cap does not reach the base fee: it could not be mined.</returns>
    public static FeeOffer? First(FeeMarket market, BigInteger cap)
    {
        var most = BigInteger.Min(market.Comfortable, cap);
        return most < market.BaseFee ? null : new FeeOffer(most, BigInteger.Min(market.Tip, most));
    }

    /// <summary>Both fees by an eighth, or what the market asks where that is more, within the cap.</summary>
    /// <returns>Null when the cap leaves less than the tenth more that nodes demand of a replacement.</returns>
    public FeeOffer? Raise(FeeMarket market, BigInteger cap)
    {
        var tip = BigInteger.Max(ByShare(Tip, 1, 8), market.Tip);
        var most = BigInteger.Min(BigInteger.Max(BigInteger.Max(ByShare(MaxFee, 1, 8), market.Comfortable), tip), cap);
        tip = BigInteger.Min(tip, most);
        return most < ByShare(MaxFee, 1, 10) || tip < ByShare(Tip, 1, 10) ? null : new FeeOffer(most, tip);
    }

    /// <summary>Whether the market has left it behind.</summary>
    public bool IsBehind(FeeMarket market) => MaxFee < market.BaseFee + market.Tip || Tip < market.Tip;

    private static BigInteger ByShare(BigInteger value, int numerator, int denominator)
        => value + (((value * numerator) + denominator - 1) / denominator);
}
