namespace Sending.Chain.Reverts.Sentences;

/// <summary>What WorkProofs refuses.</summary>
internal static class WorkSentences
{
    public static readonly Dictionary<string, Func<RevertArguments, string>> Table = new()
    {
        ["OutsideWindow"] = a => $"For epoch {a.Text("epoch")} this is possible from {a.Time("from")} {(a.IsMax("until") ? "on" : $"until {a.Time("until")}")}.",
        ["NotEdge"] = a => $"{a.Text("caller")} is neither owner nor operator of an Edge.",
        ["NotGuardian(caller)"] = a => $"{a.Text("caller")} is neither owner nor operator of a guardian.",
        ["ZeroUnits"] = _ => "A commitment has at least one unit.",
        ["ZeroRoot"] = _ => "The root of a commitment is not zero.",
        ["ZeroHash"] = _ => "The hash of a score commitment is not zero.",
        ["OverCapacity"] = a => $"{a.Text("units")} units are more than the {a.Text("capacity")} that the Edge's stake covered at the epoch's end. Stake more for later epochs.",
        ["ScoresMismatch"] = a => $"The scores are not those that {a.Text("guardian")} has committed for epoch {a.Text("epoch")}, or were revealed already.",
        ["InvalidScores"] = _ => "A score is 0 to 100, or 255 for no opinion.",
        ["NoCommitment"] = a => $"{a.Text("edge")} has no commitment of epoch {a.Text("epoch")}.",
        ["UnitOutOfRange"] = a => $"Unit {a.Text("unit")} does not exist; the commitment has {a.Text("units")} units, counted from 0.",
        ["AlreadyChallenged"] = a => $"Unit {a.Text("unit")} of {a.Text("edge")} in epoch {a.Text("epoch")} was challenged already.",
        ["ChallengeNotOpen"] = a => $"There is no open challenge of unit {a.Text("unit")} of {a.Text("edge")} in epoch {a.Text("epoch")}.",
        ["AlreadyConvicted"] = a => $"{a.Text("edge")} is convicted for epoch {a.Text("epoch")} already.",
        ["ProofMismatch"] = a => $"The proof does not lead to what {a.Text("edge")} has committed for epoch {a.Text("epoch")}.",
        ["ProofTooDeep"] = a => $"A proof of {a.Text("depth")} steps is too deep; at most {a.Text("maxDepth")} are possible.",
        ["SumOverflow"] = _ => "The sums of the proof are too large.",
        ["UnitNotCovered"] = a => $"The leaf covers {a.Text("units")} units from {a.Text("left")} on, not unit {a.Text("unit")}.",
        ["SignatureMismatch"] = a => $"The signature has the hash {a.Text("actual")}; the leaf commits to {a.Text("expected")}.",
        ["InvalidReceipt"] = a => $"The signature is no receipt of {a.Text("signer")} for {a.Text("client")} in this epoch.",
        ["ReceiptIsValid"] = a => $"The receipt of {a.Text("signer")} for {a.Text("client")} is valid; there is nothing to prove.",
        ["LeavesInOrder"] = _ => "The two leaves are in order; there is nothing to prove.",
        ["NothingToAnswer"] = _ => "None of these challenges is open.",
        ["NothingToRefund"] = _ => "None of these challenges is open; their bonds were paid out.",
    };
}
