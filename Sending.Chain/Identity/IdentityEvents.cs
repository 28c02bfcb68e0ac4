using System.Numerics;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Identity.Documents;

namespace Sending.Chain.Identity;

/// <summary>What happened to an identity, event by event.</summary>
public static class IdentityEvents
{
    private static readonly string[] Registry = [nameof(ContractAddresses.DidRegistry)];
    private static readonly Dictionary<string, Func<ChainEvent, IdentityEvent>> Readers = new(StringComparer.OrdinalIgnoreCase);

    static IdentityEvents()
    {
        On<DIDOwnerChangedEventDTO>((at, e) => AddressUtil.Current.IsZeroAddress(e.Owner) ? Of(at, "deactivated") : Of(at, "owner changed") with { Account = e.Owner });
        On<DIDDelegateChangedEventDTO>((at, e) => Of(at, IsOver(at, e.ValidTo) ? "delegate revoked" : "delegate added") with
        {
            Account = e.Delegate,
            Name = AttributeName.Text(e.DelegateType) ?? e.DelegateType.ToHex(true),
            ValidTo = IsOver(at, e.ValidTo) ? null : e.ValidTo,
        });
        On<DIDAttributeChangedEventDTO>((at, e) => Of(at, e.ValidTo.IsZero ? "attribute revoked" : "attribute set") with
        {
            Attribute = new IdentityAttribute(e.Name, e.Value, e.ValidTo),
            Name = new IdentityAttribute(e.Name, e.Value, e.ValidTo).Text,
            ValidTo = e.ValidTo.IsZero ? null : e.ValidTo,
        });
    }

    /// <summary>The newest changes of an identity, the newest last.</summary>
    /// <param name="state">The state.</param>
    /// <param name="identity">The identity.</param>
    /// <param name="limit">How many; no block is cut, so there may be a few more.</param>
    /// <param name="before">Only changes before this block, for the next page; null for all.</param>
    public static IReadOnlyList<IdentityEvent> Of(ProtocolState state, string identity, int limit, long? before = null)
        => [.. state.History.ListOf(identity, limit, before, Readers.Keys, Registry).Select(found => Readers[found.Log.Topics[0].ToString()!](found))];

    private static bool IsOver(ChainEvent at, BigInteger validTo) => validTo < at.Block.Time.ToUnixTimeSeconds();

    private static IdentityEvent Of(ChainEvent at, string what) => new(at.Block.Time, at.Block.Number, at.Log.TransactionHash, what);

    private static void On<TEvent>(Func<ChainEvent, TEvent, IdentityEvent> read)
        where TEvent : class, IEventDTO, new()
        => Readers.Add(Event<TEvent>.GetEventABI().Sha3Signature.EnsureHexPrefix(), found => read(found, found.Decode<TEvent>()));
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
