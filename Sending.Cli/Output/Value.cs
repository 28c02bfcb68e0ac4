using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Sending.Chain.Amounts;
using Sending.Chain.Epochs;
using Sending.Chain.Formats;

namespace Sending.Cli.Output;

/// <summary>One value of a report, written for people and for programs.</summary>
/// <param name="Text">What a person reads.</param>
/// <param name="Json">What a program reads; amounts are decimal strings, times ISO 8601 in UTC, durations whole seconds.</param>
internal sealed record Value(string Text, JsonNode? Json)
{
    /// <summary>Nothing to say: a dash, and null.</summary>
    public static Value None { get; } = new("-", null);

    public static Value Of(string text) => new(text, JsonValue.Create(text));

    public static Value OrNone(string? text) => text is null ? None : Of(text);

    public static Value Of(bool value) => new(value ? "yes" : "no", JsonValue.Create(value));

    public static Value Of(BigInteger number) =>
        new(number.ToString("N0", CultureInfo.InvariantCulture), JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>An identifier: a number without thousands separators.</summary>
    public static Value Id(BigInteger number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return new(digits, JsonNode.Parse(digits));
    }

    /// <summary>Tokens, given in their smallest unit (10^-18).</summary>
    public static Value Amount(BigInteger units, string symbol) =>
        new(HumanAmount.Format(units) + " " + symbol, JsonValue.Create(SendAmount.Format(units)));

    /// <summary>SEND, given in its smallest unit.</summary>
    public static Value Send(BigInteger units) => Amount(units, "SEND");

    /// <summary>ETH, given in wei.</summary>
    public static Value Eth(BigInteger units) => Amount(units, "ETH");

    public static Value Rate(BigInteger bps) =>
        new(BasisPoints.Format(bps), JsonNode.Parse(bps.ToString(CultureInfo.InvariantCulture)));

    /// <summary>An account: people see its name too.</summary>
    public static Value Account(string address, string? name) =>
        new(name is null ? address : $"{name} {address}", JsonValue.Create(address));

    /// <summary>An identity: people see its name too.</summary>
    public static Value Did(string address, string? name = null)
    {
        var did = new Did(address).ToString();
        return new(name is null ? did : $"{name} {did}", JsonValue.Create(did));
    }

    public static Value Time(DateTimeOffset time) =>
        new(ChainTime.Format(time), JsonValue.Create(ChainTime.FormatIso(time)));

    public static Value Span(TimeSpan duration) => new(Duration.Format(duration), JsonValue.Create((long)duration.TotalSeconds));

    public static Value List(IReadOnlyList<string> texts) =>
        new(texts.Count == 0 ? "-" : string.Join(", ", texts), new JsonArray([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]));
}
