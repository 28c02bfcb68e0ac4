using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;

namespace Sending.Chain.Governance;

/// <summary>Proposals: what they are comes from the index, where they stand from the governor.</summary>
/// <param name="connection">The node.</param>
/// <param name="index">The protocol's state as indexed.</param>
public sealed class GovernanceReader(ChainConnection connection, ProtocolIndex index)
{
    /// <summary>Every proposal, the oldest first.</summary>
    public async Task<IReadOnlyList<ProposalView>> ListAsync(CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        (int Index, IndexedProposal Proposal)[] proposals = [.. state.Governance.ListProposals().Index()];
        return await proposals.ReadAllAsync((found, token) => ViewAsync(found.Index + 1, found.Proposal, token), cancellationToken);
    }

    /// <summary>One proposal.</summary>
    /// <param name="numberOrId">Its number in the list, or its identifier.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: neither; <see cref="ErrorCode.CheckFailed"/>: there is none.</exception>
    public async Task<ProposalView> GetAsync(string numberOrId, CancellationToken cancellationToken)
    {
        if (!BigInteger.TryParse(numberOrId, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
        {
            throw new SendingException(ErrorCode.InvalidInput, $"'{numberOrId}' is no proposal: give its number, or its identifier, from `sending-cli gov list`.");
        }

        using var state = await index.ReadAsync(cancellationToken);
        foreach (var (place, proposal) in state.Governance.ListProposals().Index())
        {
            if (proposal.Id == wanted || place + 1 == wanted)
            {
                return await ViewAsync(place + 1, proposal, cancellationToken);
            }
        }

        throw new SendingException(
            ErrorCode.CheckFailed,
            $"There is no proposal {numberOrId}. See `sending-cli gov list`.",
            new Dictionary<string, string> { ["check"] = "proposal", ["proposal"] = numberOrId });
    }

    /// <summary>The votes on a proposal, in the order in which they were cast.</summary>
    public async Task<IReadOnlyList<IndexedVote>> ListVotesAsync(BigInteger proposal, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        return state.Governance.ListVotes(proposal);
    }

    /// <summary>Votes for or abstaining without which a proposal is defeated; null while voting has not begun.</summary>
    public async Task<BigInteger?> FindQuorumAsync(IndexedProposal proposal, CancellationToken cancellationToken)
    {
        var head = await connection.GetHeadAsync(cancellationToken);
        return head.Time <= proposal.VoteStart
            ? null
            : await connection.Governor.QuorumQueryAsync(proposal.VoteStart.ToUnixTimeSeconds()).WaitAsync(cancellationToken);
    }

    /// <summary>Votes that <paramref name="account"/> could propose with at this moment, and how many that takes.</summary>
    public async Task<(BigInteger Votes, BigInteger Threshold)> GetProposingPowerAsync(string account, CancellationToken cancellationToken)
    {
        var head = await connection.GetHeadAsync(cancellationToken);
        var threshold = connection.Governor.ProposalThresholdQueryAsync();
        var votes = await connection.Governor.GetVotesQueryAsync(account, head.Time.ToUnixTimeSeconds() - 1).WaitAsync(cancellationToken);
        return (votes, await threshold.WaitAsync(cancellationToken));
    }

    /// <summary>Votes that <paramref name="account"/> has on a proposal: its guardian stake when voting began.</summary>
    public Task<BigInteger> GetVotesAsync(string account, IndexedProposal proposal, CancellationToken cancellationToken)
        => connection.Governor.GetVotesQueryAsync(account, proposal.VoteStart.ToUnixTimeSeconds()).WaitAsync(cancellationToken);

    /// <summary>Whether <paramref name="account"/> has voted on a proposal.</summary>
    public Task<bool> HasVotedAsync(string account, IndexedProposal proposal, CancellationToken cancellationToken)
        => connection.Governor.HasVotedQueryAsync(proposal.Id, account).WaitAsync(cancellationToken);

    /// <summary>Whether a proposal has to be queued before it is executed.</summary>
    public Task<bool> NeedsQueuingAsync(IndexedProposal proposal, CancellationToken cancellationToken)
        => connection.Governor.ProposalNeedsQueuingQueryAsync(proposal.Id).WaitAsync(cancellationToken);

    private async Task<ProposalView> ViewAsync(int number, IndexedProposal proposal, CancellationToken cancellationToken)
    {
        var votes = connection.Governor.ProposalVotesQueryAsync(proposal.Id);
        var state = await connection.Governor.StateQueryAsync(proposal.Id).WaitAsync(cancellationToken);
        var counted = await votes.WaitAsync(cancellationToken);
        return new ProposalView(number, proposal, ReadCalls(proposal.Calls), (ProposalState)state, counted.ForVotes, counted.AgainstVotes, counted.AbstainVotes);
    }

    private static List<ProposalCall> ReadCalls(string json)
    {
        using var calls = JsonDocument.Parse(json);
        return [.. calls.RootElement.EnumerateArray().Select(call => new ProposalCall(
            call.GetProperty("target").GetString()!,
            BigInteger.Parse(call.GetProperty("value").GetString()!, CultureInfo.InvariantCulture),
            call.GetProperty("data").GetString()!.HexToByteArray()))];
    }
}
