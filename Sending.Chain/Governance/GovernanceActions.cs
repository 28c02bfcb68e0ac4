using System.Numerics;
using System.Text;
using Nethereum.Contracts;
using Sending.Chain.Contracts.SendGovernor.ContractDefinition;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Crypto;

namespace Sending.Chain.Governance;

/// <summary>
/// What guardians decide by: proposals, votes, and carrying them out. The checks first, then the simulation; problems end as in <see cref="StakingActions"/>.
/// </summary>
/// <param name="connection">The node.</param>
/// <param name="reader">What was proposed, and where it stands.</param>
/// <param name="protocol">The parameters and their bounds.</param>
/// <param name="planner">Simulates and prices.</param>
public sealed class GovernanceActions(ChainConnection connection, GovernanceReader reader, ProtocolReader protocol, TransactionPlanner planner)
{
    /// <summary>
    /// Proposes calls. The text is kept for its proposer by OpenZeppelin's suffix <c>#proposer=0x…</c>, so that nobody who sees the
    /// transaction on its way can propose the same first and take it back.
    /// </summary>
    /// <param name="account">Who proposes: a guardian's owner.</param>
    /// <param name="settings">Parameters to set, in the first call.</param>
    /// <param name="calls">Further calls.</param>
    /// <param name="description">Why; the first line is the title.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public async Task<TransactionPlan> ProposeAsync(
        string account,
        IReadOnlyList<ParameterSetting> settings,
        IReadOnlyList<ProposalCall> calls,
        string description,
        CancellationToken cancellationToken)
    {
        var (votes, threshold) = await reader.GetProposingPowerAsync(account, cancellationToken);
        Problems.ThrowIfAny(
        [
            .. GovernanceChecks.Propose(account, votes, threshold),
            .. GovernanceChecks.Set(settings, await protocol.GetParametersAsync(cancellationToken)),
        ]);
        IReadOnlyList<ProposalCall> all = settings.Count == 0 ? calls : [ProposalCall.ToSet(connection.Deployment, settings), .. calls];
        var message = new ProposeFunction
        {
            Targets = Targets(all),
            Values = Values(all),
            Calldatas = Data(all),
            Description = $"{description}\n#proposer={account.ToLowerInvariant()}",
        };
        return await PrepareAsync(message, account, cancellationToken);
    }

    /// <summary>Votes with all that the account's guardian had bonded when voting began.</summary>
    public async Task<TransactionPlan> VoteAsync(string account, ProposalView proposal, VoteSupport support, string reason, CancellationToken cancellationToken)
    {
        // Before voting begins there is nothing to ask the governor for.
        var open = proposal.State != ProposalState.Pending;
        var votes = open ? await reader.GetVotesAsync(account, proposal.Proposal, cancellationToken) : BigInteger.Zero;
        Problems.ThrowIfAny(GovernanceChecks.Vote(account, proposal, votes, open && await reader.HasVotedAsync(account, proposal.Proposal, cancellationToken)));
        return await PrepareAsync(
            new CastVoteWithReasonFunction { ProposalId = proposal.Proposal.Id, Support = (byte)support, Reason = reason }, account, cancellationToken);
    }

    /// <summary>Puts a decision on the waiting list; anybody may.</summary>
    public async Task<TransactionPlan> QueueAsync(string account, ProposalView proposal, CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(GovernanceChecks.Queue(proposal, await reader.NeedsQueuingAsync(proposal.Proposal, cancellationToken)));
        var message = new QueueFunction
        {
            Targets = Targets(proposal.Calls),
            Values = Values(proposal.Calls),
            Calldatas = Data(proposal.Calls),
            DescriptionHash = Hash(proposal),
        };
        return await PrepareAsync(message, account, cancellationToken);
    }

    /// <summary>Carries a decision out; anybody may.</summary>
    public async Task<TransactionPlan> ExecuteAsync(string account, ProposalView proposal, CancellationToken cancellationToken)
    {
        var head = await connection.GetHeadAsync(cancellationToken);
        Problems.ThrowIfAny(GovernanceChecks.Execute(proposal, await reader.NeedsQueuingAsync(proposal.Proposal, cancellationToken), head.Time));
        var message = new ExecuteFunction
        {
            Targets = Targets(proposal.Calls),
            Values = Values(proposal.Calls),
            Calldatas = Data(proposal.Calls),
            DescriptionHash = Hash(proposal),
        };
        return await PrepareAsync(message, account, cancellationToken);
    }

    /// <summary>Takes a proposal back before voting begins; only its proposer can.</summary>
    public async Task<TransactionPlan> CancelAsync(string account, ProposalView proposal, CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(GovernanceChecks.Cancel(account, proposal));
        var message = new CancelFunction
        {
            Targets = Targets(proposal.Calls),
            Values = Values(proposal.Calls),
            Calldatas = Data(proposal.Calls),
            DescriptionHash = Hash(proposal),
        };
        return await PrepareAsync(message, account, cancellationToken);
    }

    private static List<string> Targets(IReadOnlyList<ProposalCall> calls) => [.. calls.Select(call => call.Target)];

    private static List<BigInteger> Values(IReadOnlyList<ProposalCall> calls) => [.. calls.Select(call => call.Value)];

    private static List<byte[]> Data(IReadOnlyList<ProposalCall> calls) => [.. calls.Select(call => call.Data)];

    private static byte[] Hash(ProposalView proposal) => Keccak256.Hash(Encoding.UTF8.GetBytes(proposal.Proposal.Description));

    private Task<TransactionPlan> PrepareAsync<TFunction>(TFunction message, string from, CancellationToken cancellationToken)
        where TFunction : FunctionMessage, new()
        => planner.PrepareAsync(connection.Deployment.Contracts.SendGovernor, message, from, cancellationToken);
}
