using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;

namespace Sending.Chain.Work;

/// <summary>Commits work by hand: the checks first, then the simulation; problems end as in <see cref="StakingActions"/>.</summary>
/// <param name="connection">The node.</param>
/// <param name="index">The protocol's state as indexed.</param>
/// <param name="planner">Simulates and prices.</param>
public sealed class WorkActions(ChainConnection connection, ProtocolIndex index, TransactionPlanner planner)
{
    /// <summary>What an account may commit for an epoch.</summary>
    public async Task<CommitmentTerms> GetTermsAsync(string account, long epoch, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        var end = state.Clock.StartOf(epoch + 1);
        var node = state.Staking.FindNode(account) ?? state.Staking.ListNodes().FirstOrDefault(other => Same(other.Operator, account));
        return new CommitmentTerms(
            epoch,
            account,
            node,
            node is { Role: NodeRole.Edge } && state.Epoch == epoch + 1 ? await WorkCapacity.GetAsync(connection, state, node.Owner, epoch, cancellationToken) : 0,
            state.Parameters.ValueAt(ProtocolParameter.FeePerUnit, epoch),
            state.Work.ListCommitments(epoch).SingleOrDefault(commitment => Same(commitment.Edge, node?.Owner)),
            end,
            end + state.Clock.W1,
            end + state.Clock.W4,
            state.Block.Time);
    }

    /// <summary>Looks at every leaf of a set as the contract would.</summary>
    public async Task<LeafSetReport> CheckAsync(LeafSet set, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        var domain = TypedDataDomain.OfWork(connection.Deployment.ChainId, connection.Deployment.Contracts.WorkProofs);
        return await LeafSetCheck.RunAsync(set, domain, (client, signer) => ReceiptRight.MaySign(state, client, signer, set.Epoch), cancellationToken);
    }

    /// <summary>Commits to units under a root; it replaces what was committed for the epoch before.</summary>
    /// <param name="terms">See <see cref="GetTermsAsync"/>.</param>
    /// <param name="root">0x and 64 digits.</param>
    /// <param name="units">The root's sum.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public Task<TransactionPlan> CommitAsync(CommitmentTerms terms, string root, ulong units, CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(WorkChecks.Commit(terms, units));
        var message = new CommitWorkFunction { Epoch = terms.Epoch, Root = Word.Bytes(root), Units = units };
        return planner.PrepareAsync(connection.Deployment.Contracts.WorkProofs, message, terms.Account, cancellationToken);
    }

    private static bool Same(string one, string? other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
