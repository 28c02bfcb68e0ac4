namespace Sending.Chain.Reverts.Sentences;

/// <summary>What RelayCredit refuses.</summary>
internal static class CreditSentences
{
    public static readonly Dictionary<string, Func<RevertArguments, string>> Table = new()
    {
        ["BelowMinimumDeposit"] = a => $"A deposit of {a.Send("amount")} is below the minimum of {a.Send("minimum")}.",
        ["InsufficientBalance"] = a => $"{a.Send("requested")} are more than the {a.Send("balance")} of the credit line that are not requested yet.",
        ["NothingRequested"] = a => $"{a.Text("payer")} has not requested a withdrawal of credit at {a.Text("edge")}.",
        ["EpochNotClosed"] = a => $"Epoch {a.Text("epoch")} is not closed yet: wait for its settlement to be final.",
        ["InvalidCharge"] = a => $"{a.Text("cumulativeCharged")} is not what the newest final settlement charged {a.Text("payer")} at {a.Text("edge")}. Fetch the proof again.",
        ["CreditSetAside"] = a => $"Of all credit {a.Send("available")} can be paid out now; the rest is set aside for a settlement. Try again when it is executed.",
    };
}
