using System.Numerics;
using Nethereum.Util;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Identity.Documents;
using Sending.Chain.Rpc;

namespace Sending.Chain.Identity;

/// <summary>
/// What an identity is now: owner and nonce by the registry itself, since a change is checked against its newest block; attributes and delegates, which
/// only events tell, by the index.
/// </summary>
/// <param name="connection">The node.</param>
/// <param name="index">The protocol's state as indexed.</param>
public sealed class IdentityReader(ChainConnection connection, ProtocolIndex index)
{
    /// <summary>The identity; every address is one.</summary>
    public async Task<IdentityView> GetAsync(string identity, CancellationToken cancellationToken)
    {
        var registry = connection.Identities;
        var owner = AddressUtil.Current.ConvertToChecksumAddress(await registry.IdentityOwnerQueryAsync(identity).WaitAsync(cancellationToken));
        var deactivatedAt = await registry.DeactivatedAtQueryAsync(identity).WaitAsync(cancellationToken);
        var nonce = await registry.NonceQueryAsync(owner).WaitAsync(cancellationToken);
        var changed = await registry.ChangedQueryAsync(identity).WaitAsync(cancellationToken);
        var head = await connection.GetHeadAsync(cancellationToken);
        using var state = await index.ReadAsync(cancellationToken);
        BigInteger now = head.Time.ToUnixTimeSeconds();
        var ended = !deactivatedAt.IsZero;
        return new IdentityView(
            AddressUtil.Current.ConvertToChecksumAddress(identity),
            owner,
            ended ? ChainTime.FromUnix(deactivatedAt) : null,
            nonce,
            ended ? [] : [.. ListAttributes(state, identity).Where(attribute => attribute.ValidTo > now)],
            ended ? [] : [.. ListDelegates(state, identity).Where(found => found.ValidTo > now)],
            head.Time,
            changed <= state.Block.Number);
    }

    private static IEnumerable<IdentityAttribute> ListAttributes(ProtocolState state, string identity)
        => state.Identities.ListAttributes(identity).Select(found => new IdentityAttribute(Word.Bytes(found.Name), found.Value, found.ValidTo));

    private static IEnumerable<IdentityDelegate> ListDelegates(ProtocolState state, string identity)
        => state.Identities.ListDelegates(identity).Select(found => new IdentityDelegate(AttributeName.Text(Word.Bytes(found.Type)) ?? found.Type, found.Delegate, found.ValidTo));
}
