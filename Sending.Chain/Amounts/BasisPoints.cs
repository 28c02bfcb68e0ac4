using System.Numerics;
using Sending.Chain.Errors;

namespace Sending.Chain.Amounts;

/// <summary>Rates: a percentage with at most two decimals outside, basis points (1/10,000) inside.</summary>
public static class BasisPoints
{
    /// <summary>100 %.</summary>
    public const int Whole = 10_000;

    /// <summary>Reads "5%", "5" or "2.5%" into basis points.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: no percentage from 0 to 100 with at most two decimals.</exception>
    public static int Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var number = trimmed.EndsWith('%') ? trimmed[..^1] : trimmed;
        BigInteger scaled;
        try
        {
            scaled = SendAmount.Parse(number);
        }
        catch (SendingException)
        {
            throw Invalid(text);
        }

        var basisPoints = BigInteger.DivRem(scaled * 100, SendAmount.One, out var remainder);
        return remainder.IsZero && basisPoints <= Whole ? (int)basisPoints : throw Invalid(text);
    }

    /// <summary>"5%" or "2.5%".</summary>
    public static string Format(BigInteger basisPoints) => SendAmount.Format(basisPoints * (SendAmount.One / 100)) + "%";

    private static SendingException Invalid(string text)
        => new(
            ErrorCode.InvalidInput,
            $"\"{text}\" is not a rate: write a percentage from 0% to 100% with at most two decimals, such as 5% or 2.5%.",
            new Dictionary<string, string> { ["rate"] = text });
}
