using Sending.Chain.Accounts;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;

namespace Sending.Chain.Identity;

/// <summary>
/// The ways to change an identity: the checks first, then the simulation; what comes back is priced and ready to be signed, or signed and ready for
/// somebody else to send. A problem ends in a <see cref="Errors.SendingException"/>: <see cref="Errors.ErrorCode.CheckFailed"/> from a check,
/// <see cref="Errors.ErrorCode.Reverted"/> from the simulation.
/// </summary>
public sealed class IdentityActions(ChainConnection connection, IdentityReader reader, TransactionPlanner planner)
{
    private string Registry => connection.Deployment.Contracts.DidRegistry;

    private TypedDataDomain Domain => TypedDataDomain.OfDid(connection.Deployment.ChainId, Registry);

    /// <summary>Changes by the identity's owner, all of them or none, in one transaction.</summary>
    /// <param name="owner">Who will sign the transaction.</param>
    /// <param name="identity">Whose document changes.</param>
    /// <param name="changes">In their order; see <see cref="IdentityChanges"/>.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public async Task<TransactionPlan> ChangeAsync(string owner, string identity, IReadOnlyList<DidChange> changes, CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(IdentityChecks.Change(changes, owner, await reader.GetAsync(identity, cancellationToken)));
        return await planner.PrepareAsync(Registry, new ApplyChangesFunction { Identity = identity, Changes = Encode(changes) }, owner, cancellationToken);
    }

    /// <summary>Signs changes for somebody else to send, who then pays for them.</summary>
    /// <param name="owner">The identity's owner.</param>
    /// <param name="identity">Whose document changes.</param>
    /// <param name="changes">In their order.</param>
    /// <param name="lifetime">How long from the chain's present time the signature can be used.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SignedDidChanges> SignAsync(
        UnlockedAccount owner,
        string identity,
        IReadOnlyList<DidChange> changes,
        TimeSpan lifetime,
        CancellationToken cancellationToken)
    {
        var now = await reader.GetAsync(identity, cancellationToken);
        Problems.ThrowIfAny(IdentityChecks.Change(changes, owner.Address, now));
        var wanted = new DidChanges(now.Identity, now.Owner, changes, now.Nonce, (now.Time + lifetime).ToUnixTimeSeconds());
        return new SignedDidChanges(wanted, Domain, wanted.Sign(Domain, owner.Key));
    }

    /// <summary>Brings signed changes to the registry.</summary>
    /// <param name="sender">Who sends and pays the transaction; anybody.</param>
    /// <param name="signed">The changes.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public async Task<TransactionPlan> SubmitAsync(string sender, SignedDidChanges signed, CancellationToken cancellationToken)
    {
        var changes = signed.Changes;
        Problems.ThrowIfAny(IdentityChecks.Submit(signed, Domain, await reader.GetAsync(changes.Identity, cancellationToken)));
        var message = new ApplyChangesSignedFunction
        {
            Identity = changes.Identity,
            Changes = Encode(changes.Changes),
            Deadline = changes.Deadline,
            Signature = signed.Signature,
        };
        return await planner.PrepareAsync(Registry, message, sender, cancellationToken);
    }

    private static List<Change> Encode(IReadOnlyList<DidChange> changes) =>
    [
        .. changes.Select(change => new Change
        {
            Kind = (byte)change.Kind,
            Name = change.Name,
            Account = change.Account,
            Value = change.Value,
            Validity = change.Validity,
        }),
    ];
}
