namespace Sending.Chain.Reverts.Sentences;

/// <summary>What ProtocolConfig refuses.</summary>
internal static class ConfigSentences
{
    public static readonly Dictionary<string, Func<RevertArguments, string>> Table = new()
    {
        ["ParameterOutOfBounds"] = a => $"The value {a.Text("value")} lies outside of {a.Text("min")} to {a.Text("max")}.",
        ["ParameterMissing"] = a => $"Parameter {a.Text("parameter")} has no value.",
        ["ListenerKnown"] = a => $"{a.Text("listener")} listens to parameter changes already.",
        ["ListenerUnknown"] = a => $"{a.Text("listener")} does not listen to parameter changes.",
        ["TooManyListeners"] = a => $"At most {a.Text("max")} contracts can listen to parameter changes.",
        ["LengthMismatch(parameters,values)"] = a => $"{a.Text("parameters")} parameters came with {a.Text("values")} values.",
        ["InvalidClock"] = _ => "The epoch clock's windows are out of order.",
        ["UnbondingTooShort"] = a => $"Unbonding in {a.Span("unbonding")} is too short; {a.Span("required")} are needed.",
        ["InactivityTooLong"] = a => $"An inactivity of {a.Span("duration")} is too long; the limit is {a.Span("limit")}.",
        ["BeforeGenesis"] = a => $"The epoch clock begins on {a.Time("genesis")}.",
        ["NotMultipleOf"] = a => $"The value {a.Text("value")} of parameter {a.Text("parameter")} is not a multiple of {a.Text("unit")}.",
        ["EmissionTooHigh"] = a => $"An emission of {a.Text("rate")} millionths an epoch is too high; the limit is {a.Text("limit")}.",
        ["PartsTooLarge"] = a => $"The parts of the emission are {a.Rate("sum")} together; at most {a.Rate("max")} are possible.",
        ["ForgeryPays"] = a => $"Forged work would pay: a staked token could claim {a.Text("feesPerToken")} of fees, and the penalty covers {a.Text("limit")}.",
        ["InvalidConfig"] = a => $"There is no configuration at {a.Text("config")}.",
    };
}
