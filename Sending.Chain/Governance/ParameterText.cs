using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Chain.Staking;

namespace Sending.Chain.Governance;

/// <summary>How a governed parameter is written: its name as in the protocol's tables, its value as a person says it.</summary>
public static class ParameterText
{
    private const int Millionths = 1_000_000;

    private static readonly FrozenDictionary<string, ProtocolParameter> ByName = Enum.GetValues<ProtocolParameter>()
        .ToFrozenDictionary(Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>"feePerUnit".</summary>
    public static string Name(ProtocolParameter parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.ToString());

    /// <summary>Finds a parameter by its name, in any case.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: there is none of that name.</exception>
    public static ProtocolParameter ParseName(string text) => ByName.TryGetValue(text, out var parameter)
        ? parameter
        : throw Invalid($"There is no parameter '{text}'. They are: {string.Join(", ", Enum.GetValues<ProtocolParameter>().Select(Name))}.");

    /// <summary>Reads a value in the parameter's own unit: "0.002" (SEND), "14d", "10%", "500ppm" or a whole number.</summary>
    /// <returns>The contract's number.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static BigInteger ParseValue(ProtocolParameter parameter, string text) => UnitOf(parameter) switch
    {
        Unit.Send => SendAmount.Parse(text),
        Unit.Seconds => (long)Duration.Parse(text).TotalSeconds,
        Unit.BasisPoints => BasisPoints.Parse(text),
        Unit.Millionths => ParseWhole(parameter, text.EndsWith("ppm", StringComparison.Ordinal) ? text[..^3] : text),
        _ => ParseWhole(parameter, text),
    };

    /// <summary>The value for a person, with its unit; what <see cref="ParseValue"/> reads, but for "SEND" and commas.</summary>
    public static string FormatValue(ProtocolParameter parameter, BigInteger value) => UnitOf(parameter) switch
    {
        Unit.Send => SendAmount.Text(value),
        Unit.Seconds => Duration.Format(TimeSpan.FromSeconds((long)value)),
        Unit.BasisPoints => BasisPoints.Format(value),
        Unit.Millionths => value.ToString(CultureInfo.InvariantCulture) + "ppm",
        _ => value.ToString("N0", CultureInfo.InvariantCulture),
    };

    private static Unit UnitOf(ProtocolParameter parameter) => parameter switch
    {
        ProtocolParameter.MinStakeEdge or ProtocolParameter.MinStakeGuardian or ProtocolParameter.MinStakeWatchDog or ProtocolParameter.FeePerUnit
            or ProtocolParameter.ChallengeBond or ProtocolParameter.MinDeposit or ProtocolParameter.MinTotalGuardianStake => Unit.Send,
        ProtocolParameter.UnbondingPeriod or ProtocolParameter.RewardRelease or ProtocolParameter.CommissionRiseDelay => Unit.Seconds,
        ProtocolParameter.EmissionRate or ProtocolParameter.GuardianYieldCap => Unit.Millionths,
        ProtocolParameter.MaxDelegationRatio or ProtocolParameter.InactivityEpochs or ProtocolParameter.UnitsPerStakedToken
            or ProtocolParameter.MinSigners => Unit.Count,
        _ => Unit.BasisPoints,
    };

    private static BigInteger ParseWhole(ProtocolParameter parameter, string text)
    {
        var most = UnitOf(parameter) == Unit.Millionths ? Millionths : uint.MaxValue;
        return BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw Invalid($"'{text}' is no value for {Name(parameter)}: give a whole number{(most == Millionths ? " of millionths, such as 950 or 950ppm" : "")}.");
    }

    private static SendingException Invalid(string message) => new(ErrorCode.InvalidInput, message);

    private enum Unit
    {
        Send,
        Seconds,
        BasisPoints,
        Millionths,
        Count,
    }
}
