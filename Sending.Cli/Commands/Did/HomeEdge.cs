using Sending.Chain.Identity;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>The Edge at which an identity is to be found.</summary>
/// <param name="Service">It as a service of the identity.</param>
/// <param name="Owner">Owner of its node; null when it was named by its URL.</param>
/// <param name="Warnings">What may be wrong with it.</param>
internal sealed record HomeEdge(DidService Service, string? Owner, IReadOnlyList<string> Warnings)
{
    /// <summary>The Edge that a user means by a URL, or by its owner's DID, name or address.</summary>
    public static async Task<HomeEdge> ReadAsync(Session session, string urlOrOwner, CancellationToken cancellationToken)
    {
        if (urlOrOwner.Contains("://", StringComparison.Ordinal))
        {
            return new HomeEdge(DidService.Parse(DidService.SendingEdge, NodeEndpoint.Parse(urlOrOwner)), null, []);
        }

        var owner = await session.Accounts.AddressAsync(urlOrOwner, cancellationToken).ConfigureAwait(false);
        var node = await session.Reader.FindNodeAsync(owner, cancellationToken).ConfigureAwait(false);
        return new HomeEdge(
            DidService.Parse(DidService.SendingEdge, Value.Did(owner).Text),
            owner,
            node is { Role: NodeRole.Edge, Active: true } ? [] : [$"{urlOrOwner} has no active Edge now; nobody finds the identity there until it has."]);
    }
}
