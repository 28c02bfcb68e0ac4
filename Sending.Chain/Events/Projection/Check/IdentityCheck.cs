using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;

namespace Sending.Chain.Events.Projection.Check;

/// <summary>Identities, their delegates, and proposals.</summary>
internal sealed class IdentityCheck(ChainConnection connection, ProtocolState state, BlockParameter at, Differences differences)
{
    public IEnumerable<Func<CancellationToken, Task>> All()
    {
        foreach (var identity in state.Identities.List())
        {
            yield return token => CheckIdentityAsync(identity, token);
            foreach (var granted in state.Identities.ListDelegates(identity.Identity))
            {
                yield return async token => differences.Compare(
                    $"delegate {granted.Delegate} of {identity.Identity}",
                    "valid to",
                    granted.ValidTo,
                    await connection.Identities
                        .DelegatesQueryAsync(identity.Identity, Sha3Keccack.Current.CalculateHash(Word.Bytes(granted.Type)), granted.Delegate, at)
                        .WaitAsync(token));
            }
        }

        foreach (var proposal in state.Governance.ListProposals())
        {
            var votes = state.Governance.ListVotes(proposal.Id);
            yield return token => CheckProposalAsync(proposal, votes, token);
        }
    }

    private async Task CheckIdentityAsync(IndexedIdentity identity, CancellationToken cancellationToken)
    {
        var subject = $"identity {identity.Identity}";
        var registry = connection.Identities;
        differences.Compare(subject, "owner", identity.Owner, await registry.IdentityOwnerQueryAsync(identity.Identity, at).WaitAsync(cancellationToken));
        differences.Compare(subject, "deactivated at", identity.DeactivatedAt, await registry.DeactivatedAtQueryAsync(identity.Identity, at).WaitAsync(cancellationToken));
        differences.Compare(subject, "last change", identity.Changed, await registry.ChangedQueryAsync(identity.Identity, at).WaitAsync(cancellationToken));
        differences.Compare(
            subject,
            "legacy signatures disabled",
            identity.LegacySignaturesDisabled,
            await registry.LegacySignaturesDisabledQueryAsync(identity.Identity, at).WaitAsync(cancellationToken));
    }

    private async Task CheckProposalAsync(IndexedProposal proposal, IReadOnlyList<IndexedVote> votes, CancellationToken cancellationToken)
    {
        const byte cancelled = 2;
        const byte executed = 7;
        var subject = $"proposal {proposal.Id}";
        var governor = connection.Governor;
        var counted = await governor.ProposalVotesQueryAsync(proposal.Id, at).WaitAsync(cancellationToken);
        foreach (var (support, name, onChain) in new[] { (0, "against", counted.AgainstVotes), (1, "for", counted.ForVotes), (2, "abstaining", counted.AbstainVotes) })
        {
            var sum = votes.Where(vote => vote.Support == support).Aggregate(System.Numerics.BigInteger.Zero, (total, vote) => total + vote.Weight);
            differences.Compare(subject, $"votes {name}", sum, onChain);
        }

        differences.Compare(subject, "proposer", proposal.Proposer, await governor.ProposalProposerQueryAsync(proposal.Id, at).WaitAsync(cancellationToken));
        differences.Compare(subject, "votes count as of", proposal.VoteStart, await governor.ProposalSnapshotQueryAsync(proposal.Id, at).WaitAsync(cancellationToken));
        differences.Compare(subject, "voting ends", proposal.VoteEnd, await governor.ProposalDeadlineQueryAsync(proposal.Id, at).WaitAsync(cancellationToken));
        differences.Compare(subject, "executable from", proposal.Eta, await governor.ProposalEtaQueryAsync(proposal.Id, at).WaitAsync(cancellationToken));
        var stage = await governor.StateQueryAsync(proposal.Id, at).WaitAsync(cancellationToken);
        differences.Compare(subject, "executed", proposal.ExecutedAt is not null, stage == executed);
        differences.Compare(subject, "cancelled", proposal.CancelledAt is not null, stage == cancelled);
        foreach (var vote in votes)
        {
            differences.Compare(subject, $"{vote.Voter} has voted", true, await governor.HasVotedQueryAsync(proposal.Id, vote.Voter, at).WaitAsync(cancellationToken));
        }
    }
}
