using System.Globalization;
using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Amounts;
using Sending.Chain.Epochs;

namespace Sending.Chain.Reverts;

/// <summary>The decoded arguments of a Solidity error, each in the words it needs.</summary>
internal sealed class RevertArguments(IReadOnlyDictionary<string, object?> values)
{
    /// <summary>An amount of tokens.</summary>
    public string Send(string name) => SendAmount.Text(Integer(name));

    /// <summary>A moment.</summary>
    public string Time(string name) => ChainTime.Format(ChainTime.FromUnix(BigInteger.Min(Integer(name), 253_402_300_799)));

    /// <summary>Whether a number is the largest that a contract has, which stands for "no end".</summary>
    public bool IsMax(string name) => Integer(name) == SendAmount.Max;

    /// <summary>A span of time in seconds.</summary>
    public string Span(string name) => Duration.Format(TimeSpan.FromSeconds((double)BigInteger.Min(Integer(name), int.MaxValue)));

    /// <summary>A rate in basis points.</summary>
    public string Rate(string name) => BasisPoints.Format(Integer(name));

    /// <summary>Anything else, as it is; a question mark for an argument that the error does not have.</summary>
    public string Text(string name) => values.TryGetValue(name, out var value) ? Format(value) : "?";

    /// <summary>All arguments, unscaled.</summary>
    public IEnumerable<KeyValuePair<string, string>> All()
        => values.Select(pair => KeyValuePair.Create(pair.Key, Format(pair.Value)));

    private static string Format(object? value) => value switch
    {
        byte[] bytes => bytes.ToHex(true),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private BigInteger Integer(string name)
        => BigInteger.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : BigInteger.Zero;
}
