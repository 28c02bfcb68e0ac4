using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;
using Sending.Chain.Deployments;
using Sending.Chain.Events.Projection;
using Sending.Chain.Identity.Documents;

namespace Sending.Chain.Identity;

/// <summary>What happened to an identity, event by event.</summary>
public static class IdentityEvents
{
    private static readonly string[] Registry = [nameof(ContractAddresses.DidRegistry)];

    /// <summary>The newest changes of an identity, the newest last.</summary>
    /// <param name="state">The state.</param>
    /// <param name="identity">The identity.</param>
    /// <param name="limit">How many; no block is cut, so there may be a few more.</param>
    /// <param name="before">Only changes before this block, for the next page; null for all.</param>
    public static IReadOnlyList<IdentityEvent> Of(ProtocolState state, string identity, int limit, long? before = null)
        => [.. state.History.ListOf(identity, limit, before, DidEvent.Topics, Registry).Select(found => Of(DidEvent.Decode(found)))];

    private static IdentityEvent Of(DidEvent change)
    {
        var block = change.Source.Block;
        var isOver = change.ValidTo < block.Time.ToUnixTimeSeconds();
        var told = new IdentityEvent(block.Time, block.Number, change.Source.Log.TransactionHash, What(change, isOver));
        return change.Kind switch
        {
            IdentityChangeKind.Owner => told with { Account = AddressUtil.Current.IsZeroAddress(change.Account) ? null : change.Account },
            IdentityChangeKind.Delegate => told with { Account = change.Account, Name = Name(change), ValidTo = isOver ? null : change.ValidTo },
            _ => told with
            {
                Attribute = new IdentityAttribute(change.Name, change.Value, change.ValidTo),
                Name = Name(change),
                ValidTo = change.ValidTo.IsZero ? null : change.ValidTo,
            },
        };
    }

    private static string What(DidEvent change, bool isOver) => change.Kind switch
    {
        IdentityChangeKind.Owner => AddressUtil.Current.IsZeroAddress(change.Account) ? "deactivated" : "owner changed",
        IdentityChangeKind.Delegate => isOver ? "delegate revoked" : "delegate added",
        _ => change.ValidTo.IsZero ? "attribute revoked" : "attribute set",
    };

    private static string Name(DidEvent change) => AttributeName.Text(change.Name) ?? change.Name.ToHex(true);
}

/// <summary>A change of an identity; null what its kind does not have.</summary>
/// <param name="Time">When.</param>
/// <param name="Block">In which block, which is the number of the document's version too.</param>
/// <param name="TransactionHash">By which transaction.</param>
/// <param name="What">What, in a word or two.</param>
public sealed record IdentityEvent(DateTimeOffset Time, long Block, string TransactionHash, string What)
{
    /// <summary>The attribute's name or the delegate's type.</summary>
    public string? Name { get; init; }

    /// <summary>The delegate, or the new owner.</summary>
    public string? Account { get; init; }

    /// <summary>The attribute.</summary>
    public IdentityAttribute? Attribute { get; init; }

    /// <summary>Until when it is valid, in Unix seconds.</summary>
    public BigInteger? ValidTo { get; init; }
}
