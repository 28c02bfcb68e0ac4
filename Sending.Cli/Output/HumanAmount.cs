using System.Numerics;
using Sending.Chain.Amounts;

namespace Sending.Cli.Output;

/// <summary>Amounts as people read them: thousands separated, at most six places; <c>~</c> marks what was cut.</summary>
internal static class HumanAmount
{
    private const int Places = 6;

    /// <param name="units">The amount in its smallest unit, 10^-18.</param>
    public static string Format(BigInteger units)
    {
        var text = SendAmount.Format(units, grouped: true);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || text.Length - point - 1 <= Places)
        {
            return text;
        }

        // A tiny amount keeps its first significant digits, or it would read as nothing.
        var fraction = text[(point + 1)..];
        var zeros = fraction.Length - fraction.TrimStart('0').Length;
        var length = BigInteger.Abs(units) < SendAmount.One ? Math.Min(fraction.Length, Math.Max(Places, zeros + 2)) : Places;
        var kept = fraction[..length].TrimEnd('0');
        return (length == fraction.Length ? "" : "~") + (kept.Length == 0 ? text[..point] : text[..(point + 1)] + kept);
    }
}
