using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Chain.Epochs;
using Sending.Chain.Staking;

namespace Sending.Chain.Governance;

/// <summary>What must hold before somebody proposes, votes, or carries a decision out.</summary>
public static class GovernanceChecks
{
    /// <summary>A proposal that sets parameters: each within its bounds, and some change in sum.</summary>
    public static IEnumerable<Problem> Set(IReadOnlyList<ParameterSetting> settings, IReadOnlyList<ParameterView> parameters)
    {
        foreach (var setting in settings)
        {
            var now = parameters.Single(parameter => parameter.Parameter == setting.Parameter);
            if (setting.Value < now.Min || setting.Value > now.Max)
            {
                yield return new Problem(
                    "bounds",
                    $"{setting} is out of bounds: {ParameterText.FormatValue(setting.Parameter, now.Min)} to {ParameterText.FormatValue(setting.Parameter, now.Max)}. See `sending-cli params`.",
                    new Dictionary<string, string>
                    {
                        ["parameter"] = ParameterText.Name(setting.Parameter),
                        ["value"] = ParameterText.FormatValue(setting.Parameter, setting.Value),
                        ["min"] = ParameterText.FormatValue(setting.Parameter, now.Min),
                        ["max"] = ParameterText.FormatValue(setting.Parameter, now.Max),
                    });
            }
        }

        if (settings.Count > 0 && settings.All(setting => parameters.Single(parameter => parameter.Parameter == setting.Parameter).NextValue == setting.Value))
        {
            yield return new Problem("change", "Every parameter has that value already. See `sending-cli params`.", new Dictionary<string, string>());
        }
    }

    /// <summary>The right to propose.</summary>
    public static IEnumerable<Problem> Propose(string account, BigInteger votes, BigInteger threshold)
    {
        if (votes < threshold)
        {
            yield return new Problem(
                "votes",
                $"{account} has {SendAmount.Text(votes)} of votes; a proposal needs {SendAmount.Text(threshold)}. Votes are a guardian's stake, from the second after it was bonded: `sending-cli stake <amount> --role guardian`.",
                new Dictionary<string, string> { ["votes"] = SendAmount.Format(votes), ["threshold"] = SendAmount.Format(threshold) });
        }
    }

    /// <summary>A vote.</summary>
    /// <param name="account">Who votes.</param>
    /// <param name="proposal">On what.</param>
    /// <param name="votes">What it counts.</param>
    /// <param name="hasVoted">Whether it was cast already.</param>
    public static IEnumerable<Problem> Vote(string account, ProposalView proposal, BigInteger votes, bool hasVoted)
    {
        if (proposal.State != ProposalState.Active)
        {
            var when = proposal.State == ProposalState.Pending
                ? $"voting begins at {ChainTime.Format(proposal.Proposal.VoteStart)}"
                : $"voting ended at {ChainTime.Format(proposal.Proposal.VoteEnd)}";
            yield return State(proposal, $"cannot be voted on: it is {Name(proposal.State)}, {when}");
        }
        else if (hasVoted)
        {
            yield return new Problem(
                "voted",
                $"{account} has voted on proposal {proposal.Number} already; a vote stands. See `sending-cli gov show {proposal.Number}`.",
                new Dictionary<string, string> { ["account"] = account, ["proposal"] = proposal.Proposal.Id.ToString() });
        }
        else if (votes.IsZero)
        {
            yield return new Problem(
                "votes",
                $"{account} has no votes on proposal {proposal.Number}: votes are the stake of a guardian that was active when voting began, at {ChainTime.Format(proposal.Proposal.VoteStart)}.",
                new Dictionary<string, string> { ["account"] = account, ["votes"] = "0" });
        }
    }

    /// <summary>Putting a decision on the waiting list.</summary>
    public static IEnumerable<Problem> Queue(ProposalView proposal, bool needsQueuing)
    {
        if (proposal.State != ProposalState.Succeeded)
        {
            yield return State(proposal, $"cannot be queued: it is {Name(proposal.State)}");
        }
        else if (!needsQueuing)
        {
            yield return State(proposal, $"need not wait. Execute it: `sending-cli gov execute {proposal.Number}`");
        }
    }

    /// <summary>Carrying a decision out.</summary>
    /// <param name="proposal">The decision.</param>
    /// <param name="needsQueuing">Whether it has to wait first.</param>
    /// <param name="chainTime">The newest block's time.</param>
    public static IEnumerable<Problem> Execute(ProposalView proposal, bool needsQueuing, DateTimeOffset chainTime)
    {
        if (proposal.State == ProposalState.Succeeded && needsQueuing)
        {
            yield return State(proposal, $"has to wait first. Queue it: `sending-cli gov queue {proposal.Number}`");
        }
        else if (proposal.State is not (ProposalState.Succeeded or ProposalState.Queued))
        {
            yield return State(proposal, $"cannot be executed: it is {Name(proposal.State)}");
        }
        else if (proposal.Proposal.Eta is { } eta && chainTime < eta)
        {
            yield return State(proposal, $"can be executed from {ChainTime.Format(eta)} on, in {Duration.Format(eta - chainTime)}");
        }
    }

    /// <summary>Taking a proposal back.</summary>
    public static IEnumerable<Problem> Cancel(string account, ProposalView proposal)
    {
        if (!string.Equals(account, proposal.Proposal.Proposer, StringComparison.OrdinalIgnoreCase))
        {
            yield return State(proposal, $"can be cancelled by its proposer alone, {proposal.Proposal.Proposer}");
        }
        else if (proposal.State != ProposalState.Pending)
        {
            yield return State(proposal, $"cannot be cancelled once voting has begun: it is {Name(proposal.State)}");
        }
    }

    private static Problem State(ProposalView proposal, string what) => new(
        "state",
        $"Proposal {proposal.Number} {what}.",
        new Dictionary<string, string> { ["proposal"] = proposal.Proposal.Id.ToString(), ["state"] = Name(proposal.State) });

    /// <summary>"active".</summary>
    public static string Name(ProposalState state) => state switch
    {
        ProposalState.Canceled => "cancelled",
        _ => state.ToString().ToLowerInvariant(),
    };
}
