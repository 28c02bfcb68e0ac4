using Sending.Chain.Events.Projection;
using Sending.Chain.Settlements;
using Sending.Chain.Staking;
using Sending.Chain.Wire;

namespace Sending.Guardian.Settlements;

/// <summary>Asks the other guardians for what they have signed. They may be anybody: what does not verify is dropped, and who is silent is not waited for.</summary>
/// <param name="guardian">Which guardian it is; null to observe.</param>
/// <param name="client">Asks.</param>
/// <param name="book">Keeps what verifies.</param>
internal sealed class SignatureExchange(GuardianIdentity? guardian, SettlementClient client, SignatureBook book)
{
    /// <summary>Asks everybody once, all at the same time.</summary>
    public async Task CollectAsync(ProtocolState state, long epoch, CancellationToken cancellationToken)
    {
        var others = ServiceDirectory.List(state, NodeRole.Guardian).Where(service => guardian is null || !guardian.Owns(service.Node));
        var answers = await Task.WhenAll(others.Select(service => client.FindSignaturesAsync(epoch, service.Url, cancellationToken)));
        foreach (var found in answers.Select(answer => answer.Found).OfType<SettlementSignatures>().Where(found => found.Settlement.Epoch == epoch))
        {
            // One signature of each guardian; who is none has no operator that could have signed.
            foreach (var signature in found.Signatures.DistinctBy(signature => signature.Guardian, StringComparer.OrdinalIgnoreCase))
            {
                book.Add(state, found.Settlement, signature);
            }
        }
    }
}
