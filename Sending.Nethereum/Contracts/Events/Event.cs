using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.Contracts;

/// <summary>An event by the class it decodes to.</summary>
public class Event<TEventMessage> : EventBase
    where TEventMessage : IEventDTO, new()
{
    public Event(IClient client, string contractAddress)
        : base(client, contractAddress, typeof(TEventMessage))
    {
    }

    /// <summary>The event of all contracts.</summary>
    public Event(IClient client)
        : this(client, null)
    {
    }

    /// <summary>Decodes the logs of this event; others are left out.</summary>
    public static List<EventLog<TEventMessage>> DecodeAllEvents(FilterLog[] logs) => logs.DecodeAllEvents<TEventMessage>();

    /// <summary>Null when the log is of another event.</summary>
    public static EventLog<TEventMessage> DecodeEvent(FilterLog log) => log.DecodeEvent<TEventMessage>();

    public static EventABI GetEventABI() => ABITypedRegistry.GetEvent<TEventMessage>();

    /// <inheritdoc cref="DecodeAllEvents(FilterLog[])"/>
    public List<EventLog<TEventMessage>> DecodeAllEventsForEvent(FilterLog[] logs) => EventABI.DecodeAllEvents<TEventMessage>(logs);

    /// <summary>The events that match, by eth_getLogs.</summary>
    /// <exception cref="FilterInputNotForEventException">The filter asks for another event or for another contract.</exception>
    public async Task<List<EventLog<TEventMessage>>> GetAllChangesAsync(NewFilterInput filterInput) =>
        DecodeAllEventsForEvent(await GetLogsAsync(filterInput).ConfigureAwait(false));
}
