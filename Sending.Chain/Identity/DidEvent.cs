using System.Numerics;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;

namespace Sending.Chain.Identity;

/// <summary>A change of an identity's document, as the registry told it.</summary>
/// <param name="Source">The event, with its block.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">The attribute's name or the delegate's type, 32 bytes, usually text padded with zeros; empty for a change of the owner.</param>
/// <param name="Account">EIP-55 address of the delegate or the new owner, zero for the identity's end; null for an attribute.</param>
/// <param name="Value">The attribute's value; empty otherwise.</param>
/// <param name="ValidTo">Last second (Unix) in which attribute or delegate is valid; may be past the end of time; 0 for a revoked attribute and a change of the owner.</param>
/// <param name="PreviousChange">Block of the change before; 0 for the first.</param>
public sealed record DidEvent(
    ChainEvent Source,
    IdentityChangeKind Kind,
    byte[] Name,
    string? Account,
    byte[] Value,
    BigInteger ValidTo,
    long PreviousChange)
{
    private static readonly string OwnerTopic = TopicOf<DIDOwnerChangedEventDTO>();
    private static readonly string DelegateTopic = TopicOf<DIDDelegateChangedEventDTO>();
    private static readonly string AttributeTopic = TopicOf<DIDAttributeChangedEventDTO>();

    /// <summary>All changes of an identity, the oldest first. Each is read when it is asked for: memory does not grow with their number.</summary>
    /// <param name="state">The protocol's state, open for as long as changes are read.</param>
    /// <param name="identity">Address of the identity.</param>
    public static IEnumerable<DidEvent> Stream(ProtocolState state, string identity) => state.History.StreamOfIdentity(identity).Select(Decode);

    /// <summary>First topics of the events that are changes.</summary>
    internal static IEnumerable<string> Topics => [OwnerTopic, DelegateTopic, AttributeTopic];

    internal static DidEvent Decode(ChainEvent source)
    {
        var topic = source.Log.Topics[0].ToString();
        if (topic == OwnerTopic)
        {
            var owner = source.Decode<DIDOwnerChangedEventDTO>();
            return new DidEvent(source, IdentityChangeKind.Owner, [], owner.Owner, [], 0, (long)owner.PreviousChange);
        }

        if (topic == DelegateTopic)
        {
            var granted = source.Decode<DIDDelegateChangedEventDTO>();
            return new DidEvent(source, IdentityChangeKind.Delegate, granted.DelegateType, granted.Delegate, [], granted.ValidTo, (long)granted.PreviousChange);
        }

        var set = source.Decode<DIDAttributeChangedEventDTO>();
        return new DidEvent(source, IdentityChangeKind.Attribute, set.Name, null, set.Value, set.ValidTo, (long)set.PreviousChange);
    }

    private static string TopicOf<TEvent>()
        where TEvent : class, IEventDTO, new() => Event<TEvent>.GetEventABI().Sha3Signature.EnsureHexPrefix().ToLowerInvariant();
}
