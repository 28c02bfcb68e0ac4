using System.Globalization;
using System.Numerics;

namespace Nethereum.Util;

/// <summary>Amounts in wei to amounts in larger units and back.</summary>
public class UnitConversion
{
    /// <summary>The units of ether and their many names.</summary>
    public enum EthUnit
    {
        Wei = 0,
        Kwei = 1,
        Ada = 2,
        Femtoether = 3,
        Mwei = 4,
        Babbage = 5,
        Picoether = 6,
        Gwei = 7,
        Shannon = 8,
        Nanoether = 9,
        Nano = 10,
        Szabo = 11,
        Microether = 12,
        Micro = 13,
        Finney = 14,
        Milliether = 15,
        Milli = 16,
        Ether = 17,
        Kether = 18,
        Grand = 19,
        Einstein = 20,
        Mether = 21,
        Gether = 22,
        Tether = 23,
    }

    /// <summary>A shared instance; it has no state.</summary>
    public static UnitConversion Convert { get; } = new();

    /// <summary>An amount in wei, in the unit.</summary>
    /// <exception cref="OverflowException">It is too large for a decimal; digits beyond the 28th are rounded.</exception>
    public decimal FromWei(BigInteger value, EthUnit toUnit = EthUnit.Ether) => FromWei(value, DecimalsOf(toUnit));

    /// <summary>An amount of a token's smallest unit, in one with so many decimals.</summary>
    /// <exception cref="OverflowException">It is too large for a decimal; digits beyond the 28th are rounded.</exception>
    public decimal FromWei(BigInteger value, int decimalPlacesToUnit)
    {
        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(decimalPlacesToUnit + 1, '0');
        var text = $"{(value.Sign < 0 ? "-" : "")}{digits[..^decimalPlacesToUnit]}.{digits[^decimalPlacesToUnit..].TrimEnd('0')}";
        return decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    /// <summary>How many wei the unit is.</summary>
    public BigInteger GetEthUnitValue(EthUnit ethUnit) => BigInteger.Pow(10, DecimalsOf(ethUnit));

    /// <summary>An amount in wei; digits smaller than one wei are cut off.</summary>
    public BigInteger ToWei(decimal amount, EthUnit fromUnit = EthUnit.Ether) => ToWei(amount, DecimalsOf(fromUnit));

    /// <summary>An amount of the smallest unit of a token with so many decimals; smaller digits are cut off.</summary>
    public BigInteger ToWei(decimal amount, int decimalPlacesFromUnit) => Parse(amount.ToString(CultureInfo.InvariantCulture), decimalPlacesFromUnit);

    /// <summary>An amount in wei.</summary>
    public BigInteger ToWei(BigInteger value, EthUnit fromUnit = EthUnit.Ether) => value * GetEthUnitValue(fromUnit);

    /// <summary>An amount in wei.</summary>
    public BigInteger ToWei(int value, EthUnit fromUnit = EthUnit.Ether) => ToWei(new BigInteger(value), fromUnit);

    /// <summary>An amount in wei.</summary>
    public BigInteger ToWei(long value, EthUnit fromUnit = EthUnit.Ether) => ToWei(new BigInteger(value), fromUnit);

    /// <summary>An amount in wei from decimal digits with at most one point; digits smaller than one wei are cut off.</summary>
    /// <exception cref="FormatException">The text is not such a number.</exception>
    public BigInteger ToWei(string value, EthUnit fromUnit = EthUnit.Ether) => Parse(value, DecimalsOf(fromUnit));

    private static BigInteger Parse(string text, int decimals)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var (whole, fraction) = point < 0 ? (digits, "") : (digits[..point], digits[(point + 1)..]);
        if (whole.Length + fraction.Length == 0 || !(whole + fraction).All(char.IsAsciiDigit))
        {
            throw new FormatException($"'{text}' is not an amount: digits with at most one point are needed.");
        }

        var shifted = whole + (fraction.Length > decimals ? fraction[..decimals] : fraction.PadRight(decimals, '0'));
        var amount = shifted.Length == 0 ? BigInteger.Zero : BigInteger.Parse(shifted, NumberStyles.None, CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? -amount : amount;
    }

    private static int DecimalsOf(EthUnit unit) => unit switch
    {
        EthUnit.Wei => 0,
        EthUnit.Kwei or EthUnit.Ada or EthUnit.Femtoether => 3,
        EthUnit.Mwei or EthUnit.Babbage or EthUnit.Picoether => 6,
        EthUnit.Gwei or EthUnit.Shannon or EthUnit.Nanoether or EthUnit.Nano => 9,
        EthUnit.Szabo or EthUnit.Microether or EthUnit.Micro => 12,
        EthUnit.Finney or EthUnit.Milliether or EthUnit.Milli => 15,
        EthUnit.Ether => 18,
        EthUnit.Kether or EthUnit.Grand or EthUnit.Einstein => 21,
        EthUnit.Mether => 24,
        EthUnit.Gether => 27,
        EthUnit.Tether => 30,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "There is no such unit of ether."),
    };
}
