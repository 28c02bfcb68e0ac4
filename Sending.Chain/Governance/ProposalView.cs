using System.Numerics;
using Sending.Chain.Events.Projection;

namespace Sending.Chain.Governance;

/// <summary>A proposal and where it stands. Votes in the smallest unit of SEND.</summary>
/// <param name="Number">1 for the first proposal on this chain.</param>
/// <param name="Proposal">What was proposed.</param>
/// <param name="Calls">What it does.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="For">Votes for it.</param>
/// <param name="Against">Votes against it.</param>
/// <param name="Abstain">Votes that only count for the quorum.</param>
public sealed record ProposalView(
    int Number,
    IndexedProposal Proposal,
    IReadOnlyList<ProposalCall> Calls,
    ProposalState State,
    BigInteger For,
    BigInteger Against,
    BigInteger Abstain)
{
    /// <summary>The first line of its text.</summary>
    public string Title => Proposal.Description.Split('\n', 2)[0].Trim();
}
