namespace Sending.Chain.Reverts.Sentences;

/// <summary>What NodeStaking refuses.</summary>
internal static class StakingSentences
{
    public static readonly Dictionary<string, Func<RevertArguments, string>> Table = new()
    {
        ["UnknownNode"] = a => $"There is no node of {a.Text("node")}. See `sending-cli node list`.",
        ["AlreadyRegistered"] = a => $"{a.Text("owner")} has registered a node already; an account owns one node, in one role, for ever.",
        ["InvalidRole"] = _ => "The role must be edge, guardian or watchdog.",
        ["InvalidEndpoint"] = a => $"The endpoint is {a.Text("length")} bytes long; at most {a.Text("maxLength")} are allowed.",
        ["OperatorInUse"] = a => $"The operator {a.Text("operator")} belongs to the node of {a.Text("node")} for ever. Use another key as operator.",
        ["InvalidOperatorConsent"] = a => $"The operator {a.Text("operator")} has not signed its consent to serve {a.Text("owner")}.",
        ["ZeroAddress"] = _ => "An address is zero.",
        ["ZeroAmount"] = _ => "The amount is zero.",
        ["BelowMinimumStake"] = a => $"A stake of {a.Send("stake")} is below the role's minimum of {a.Send("minimum")}.",
        ["CommissionTooHigh"] = a => $"A commission of {a.Rate("commission")} is above the maximum of {a.Rate("maximum")}.",
        ["CommissionStepTooLarge"] = a => $"The commission cannot go from {a.Rate("from")} to {a.Rate("to")} at once; the largest step is {a.Rate("maxStep")}.",
        ["DelegationLimitExceeded"] = a => $"The node would have {a.Send("delegated")} delegated to it; its own stake allows {a.Send("limit")}.",
        ["InsufficientStake"] = a => $"{a.Send("requested")} is more than the {a.Send("available")} that are staked.",
        ["UnknownRequest"] = a => $"There is no open request {a.Text("requestId")} of {a.Text("account")} at the node of {a.Text("node")}. See `sending-cli unstake list`.",
        ["RequestNotMature"] = a => $"Request {a.Text("requestId")} can be withdrawn from {a.Time("availableAt")} on, not before.",
        ["NothingToClaim(node,account)"] = a => $"{a.Text("account")} has no released rewards at the node of {a.Text("node")}. See `sending-cli rewards show`.",
        ["NodeTombstoned"] = a => $"The node of {a.Text("node")} was slashed below 1 % and is closed for ever: nothing enters any more, everything left can be taken out.",
        ["NotGuardian(node)"] = a => $"The node of {a.Text("node")} is no guardian.",
        ["NotNodeOperator"] = a => $"{a.Text("caller")} is neither owner nor operator of the node of {a.Text("node")}.",
        ["NotSuspended"] = a => $"The guardian {a.Text("node")} is not suspended; there is nothing to resume.",
        ["AlreadySuspended"] = a => $"The guardian {a.Text("node")} is suspended already.",
        ["NotInactive"] = a => $"The guardian {a.Text("node")} was last seen in epoch {a.Text("lastSeenEpoch")}, too recently to be suspended.",
        ["DelegationIsByStake"] = _ => "Votes cannot be delegated by themselves: delegate stake instead (`sending-cli delegate`).",
        ["FutureEpoch"] = a => $"Epoch {a.Text("epoch")} has not come yet; it is epoch {a.Text("currentEpoch")}.",
        ["ERC5805FutureLookup"] = a => $"The time {a.Time("timepoint")} has not come yet.",
        ["NotRewardPool"] = a => $"{a.Text("caller")} is not the reward pool, which alone may do this.",
        ["NotWorkProofs"] = a => $"{a.Text("caller")} is not the work proofs contract, which alone may do this.",
        ["NotSlasher"] = a => $"{a.Text("caller")} is neither the work proofs nor the reward pool: only what they prove is slashed.",
        ["InsufficientRewards"] = a => $"{a.Send("requested")} are more than the {a.Send("available")} of rewards that wait here.",
    };
}
