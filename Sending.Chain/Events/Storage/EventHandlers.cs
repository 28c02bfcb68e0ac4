using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Sending.Chain.Events.Storage;

/// <summary>Finds the code for an event by its contract and signature, and decodes the event for it; others pass by.</summary>
public sealed class EventHandlers
{
    private readonly Dictionary<(string Contract, string Topic), Action<IProjectionSession, ChainEvent>> _handlers = [];

    /// <summary>Does <paramref name="handle"/> for each event of its kind that <paramref name="contract"/> (its name) emits.</summary>
    public EventHandlers On<TEvent>(string contract, Action<IProjectionSession, ChainEvent, TEvent> handle)
        where TEvent : class, IEventDTO, new()
    {
        var topic = Event<TEvent>.GetEventABI().Sha3Signature.EnsureHexPrefix().ToLowerInvariant();
        _handlers.Add((contract, topic), (session, chainEvent) => handle(session, chainEvent, chainEvent.Decode<TEvent>()));
        return this;
    }

    /// <summary>Handles an event, if it is of a kind that is known.</summary>
    public void Apply(IProjectionSession session, ChainEvent chainEvent)
    {
        if (chainEvent.Log.Topics is [var topic, ..] && _handlers.TryGetValue((chainEvent.Contract, topic.ToString()!.ToLowerInvariant()), out var handle))
        {
            handle(session, chainEvent);
        }
    }
}
