using System.Numerics;
using Sending.Chain.Errors;

namespace Sending.Chain.Amounts;

/// <summary>An amount as a user writes it: "25000", "all" or "50%"; the last two need a base, which is known later.</summary>
public sealed record AmountRequest
{
    private readonly BigInteger? _exact;
    private readonly BigInteger _percent;

    private AmountRequest(string text, BigInteger? exact, BigInteger percent)
        => (Text, _exact, _percent) = (text, exact, percent);

    /// <summary>What the user wrote.</summary>
    public string Text { get; }

    /// <summary>Whether all of the base was asked for.</summary>
    public bool IsAll => _exact is null && _percent == SendAmount.One * 100;

    /// <summary>Reads a positive decimal amount, "all", or a percentage above 0 and up to 100.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static AmountRequest Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (trimmed.Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            return new AmountRequest(trimmed, null, SendAmount.One * 100);
        }

        if (!trimmed.EndsWith('%'))
        {
            return new AmountRequest(trimmed, SendAmount.ParsePositive(text), 0);
        }

        var percent = SendAmount.ParsePositive(trimmed[..^1]);
        return percent <= SendAmount.One * 100
            ? new AmountRequest(trimmed, null, percent)
            : throw SendAmount.Invalid(text, "a percentage is at most 100");
    }

    /// <summary>The amount in the smallest unit, rounded down.</summary>
    /// <param name="available">What "all" and percentages are taken of.</param>
    public BigInteger Resolve(BigInteger available)
        => _exact ?? available * _percent / (SendAmount.One * 100);
}
