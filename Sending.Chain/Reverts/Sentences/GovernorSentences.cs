namespace Sending.Chain.Reverts.Sentences;

/// <summary>What SendGovernor refuses.</summary>
internal static class GovernorSentences
{
    public static readonly Dictionary<string, Func<RevertArguments, string>> Table = new()
    {
        ["GovernorAlreadyCastVote"] = a => $"{a.Text("voter")} has voted on this proposal already.",
        ["GovernorAlreadyQueuedProposal"] = a => $"Proposal {a.Text("proposalId")} waits already.",
        ["GovernorDisabledDeposit"] = _ => "The governor takes no ETH.",
        ["GovernorInsufficientProposerVotes"] = a => $"{a.Text("proposer")} has {a.Send("votes")} of votes; a proposal needs {a.Send("threshold")}.",
        ["GovernorInvalidProposalLength"] = a => $"A proposal of {a.Text("targets")} targets came with {a.Text("calldatas")} calls and {a.Text("values")} values.",
        ["GovernorInvalidQuorumFraction"] = a => $"A quorum of {a.Text("quorumNumerator")} parts of {a.Text("quorumDenominator")} is impossible.",
        ["GovernorInvalidSignature"] = a => $"The vote was not signed by {a.Text("voter")}.",
        ["GovernorInvalidVoteParams"] = _ => "This vote takes no parameters.",
        ["GovernorInvalidVoteType"] = _ => "A vote is 0 (against), 1 (for) or 2 (abstain).",
        ["GovernorInvalidVotingPeriod"] = a => $"A voting period of {a.Span("votingPeriod")} is too short.",
        ["GovernorLockedIgnore"] = _ => "The governor cannot bar itself from its own settings.",
        ["GovernorMismatchedNonce"] = a => $"Proposal {a.Text("proposalId")} was scheduled anew by somebody else; propose it again.",
        ["GovernorNonexistentProposal"] = a => $"There is no proposal {a.Text("proposalId")}.",
        ["GovernorOnlyExecutor"] = a => $"{a.Text("account")} cannot do this: it takes a proposal.",
        ["GovernorPreventLateQuorumVoteExtensionTooLarge"] = a => $"An extension of {a.Span("newVoteExtension")} is longer than voting itself ({a.Span("maxVoteExtension")}).",
        ["GovernorProposalQueueingFailed"] = a => $"Proposal {a.Text("proposalId")} could not be scheduled.",
        ["GovernorProposalQueueingNotRequired"] = a => $"Proposal {a.Text("proposalId")} need not wait; execute it.",
        ["GovernorRestrictedProposer"] = a => $"The proposal's text keeps it for another proposer than {a.Text("proposer")}.",
        ["GovernorUnableToCancel"] = a => $"{a.Text("account")} cannot cancel proposal {a.Text("proposalId")}: only its proposer can, before voting begins.",
        ["GovernorUnexpectedProposalState"] = a => $"Proposal {a.Text("proposalId")} is {State(a.Text("current"))}.",
        ["GovernorUnmetDelay"] = a => $"Proposal {a.Text("proposalId")} can be executed from {a.Time("neededTimestamp")} on.",
        ["InvalidContract"] = a => $"There is no contract at {a.Text("account")}.",
    };

    private static string State(string number) => number switch
    {
        "0" => "not open to votes yet",
        "1" => "open to votes",
        "2" => "cancelled",
        "3" => "defeated",
        "4" => "agreed to and not scheduled yet",
        "5" => "scheduled",
        "6" => "expired",
        "7" => "executed",
        _ => number,
    };
}
