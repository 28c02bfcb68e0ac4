using System.Globalization;
using System.Numerics;
using Sending.Chain.Errors;

namespace Sending.Chain.Amounts;

/// <summary>Amounts of SEND and ETH: decimal text outside, whole numbers of the smallest unit (10^-18) inside.</summary>
public static class SendAmount
{
    /// <summary>Digits after the decimal point.</summary>
    public const int Decimals = 18;

    /// <summary>One token in its smallest unit.</summary>
    public static readonly BigInteger One = BigInteger.Pow(10, Decimals);

    /// <summary>The largest amount that a contract can hold (2^256 - 1).</summary>
    public static readonly BigInteger Max = BigInteger.Pow(2, 256) - 1;

    /// <summary>Reads a decimal amount such as "25000" or "0.5"; zero is allowed.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: not digits with at most one point and 18 decimals.</exception>
    public static BigInteger Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            throw Invalid(text, "it is empty");
        }

        if (trimmed[0] == '-')
        {
            throw Invalid(text, "it is negative");
        }

        var point = trimmed.IndexOf('.');
        var whole = point < 0 ? trimmed : trimmed[..point];
        var fraction = point < 0 ? "" : trimmed[(point + 1)..];
        if (whole.Length == 0 || (point >= 0 && fraction.Length == 0) || !whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit))
        {
            throw Invalid(text, "it is not a decimal number such as 25000 or 0.5");
        }

        if (fraction.Length > Decimals)
        {
            throw Invalid(text, $"it has {fraction.Length} decimals; at most {Decimals} exist");
        }

        // Longer than any uint256; refused before the cost of parsing it grows.
        var amount = whole.Length > 100
            ? Max + 1
            : BigInteger.Parse(whole + fraction.PadRight(Decimals, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
        return amount <= Max ? amount : throw Invalid(text, "it is larger than any token balance can be");
    }

    /// <summary>As <see cref="Parse"/>, but refuses zero.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static BigInteger ParsePositive(string text)
    {
        var amount = Parse(text);
        return amount > 0 ? amount : throw Invalid(text, "it must be more than 0");
    }

    /// <summary>An amount of SEND for a person: "25,000 SEND".</summary>
    public static string Text(BigInteger amount) => Format(amount, grouped: true) + " SEND";

    /// <summary>Decimal text without trailing zeros; <paramref name="grouped"/> puts commas between thousands.</summary>
    public static string Format(BigInteger amount, bool grouped = false)
    {
        var magnitude = BigInteger.Abs(amount);
        var whole = BigInteger.DivRem(magnitude, One, out var remainder);
        var text = whole.ToString(grouped ? "N0" : "D", CultureInfo.InvariantCulture);
        if (!remainder.IsZero)
        {
            text += "." + remainder.ToString("D18", CultureInfo.InvariantCulture).TrimEnd('0');
        }

        return amount.Sign < 0 ? "-" + text : text;
    }

    internal static SendingException Invalid(string text, string why)
        => new(
            ErrorCode.InvalidInput,
            $"\"{text}\" is not an amount: {why}.",
            new Dictionary<string, string> { ["amount"] = text });
}
