namespace Sending.Chain.Reverts.Sentences;

/// <summary>What RewardPool refuses.</summary>
internal static class RewardSentences
{
    public static readonly Dictionary<string, Func<RevertArguments, string>> Table = new()
    {
        ["AlreadyEndowed"] = _ => "The first fund is there already.",
        ["NotEndowed"] = _ => "The first fund is not there yet: `endow` comes before the first settlement.",
        ["SettlementPending"] = a => $"The settlement of epoch {a.Text("epoch")} is pending until {a.Time("finalAt")}.",
        ["EpochSpent"] = a => $"Epoch {a.Text("epoch")} had its settlement; the next can be that of epoch {a.Text("nextEpoch")}.",
        ["WrongPrevious"] = a => $"The settlement follows {a.Text("previous")}; the last final one is {a.Text("expected")}.",
        ["LengthMismatch(guardians,signatures)"] = a => $"{a.Text("guardians")} guardians came with {a.Text("signatures")} signatures.",
        ["GuardiansNotAscending"] = a => $"{a.Text("guardian")} comes after {a.Text("before")}; guardians are named once each, in ascending order.",
        ["GuardianWithoutWeight"] = a => $"{a.Text("guardian")} had no stake that counted at the epoch's end.",
        ["InvalidSignature(guardian)"] = a => $"The signature for {a.Text("guardian")} is not its operator's.",
        ["TooFewSigners"] = a => $"{a.Text("signers")} guardians have signed; at least {a.Text("minSigners")} must.",
        ["QuorumNotReached"] = a => $"Guardians with {a.Send("signed")} of {a.Send("total")} have signed; two thirds must.",
        ["TooLittleGuardianStake"] = a => $"All guardians together had {a.Send("total")} of stake; a settlement needs {a.Send("minTotal")}.",
        ["ChargesExceedWork"] = a => $"Charges of {a.Send("totalCharged")} are above the {a.Send("workValue")} of committed work.",
        ["ChargesExceedCredit"] = a => $"Charges of {a.Send("totalCharged")} are above the {a.Send("credit")} of credit.",
        ["EarningsExceedBudget"] = a => $"Earnings of {a.Send("totalEarned")} are above the limit of {a.Send("limit")}.",
        ["NothingPending"] = a => $"No settlement of epoch {a.Text("epoch")} is pending.",
        ["TooManyCancellations"] = a => $"The council has cancelled {a.Text("max")} settlements since the last final one; it cannot cancel another.",
        ["NothingToExecute"] = _ => "The money of all final settlements is where it belongs.",
        ["NoFinalSettlement"] = _ => "No settlement is final yet.",
        ["InvalidEarnings"] = a => $"{a.Text("cumulative")} is not what the newest final settlement has for {a.Text("node")}. Fetch the proof again.",
        ["NothingToClaim(node,cumulative,claimed)"] = a => $"{a.Text("node")} has earned {a.Send("cumulative")} so far and got {a.Send("claimed")}: there is nothing to claim.",
        ["NoEquivocation"] = _ => "The two settlements are of different epochs, or the same.",
        ["NotSignedBy"] = a => $"The signature is by {a.Text("signer")}, which is and was no operator of {a.Text("guardian")}.",
        ["AlreadyProven"] = a => $"{a.Text("guardian")} was slashed for its two settlements of epoch {a.Text("epoch")} already.",
    };
}
