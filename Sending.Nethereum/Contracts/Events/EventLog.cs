using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.Contracts;

/// <summary>A decoded event with the log it was decoded from.</summary>
public class EventLog<T> : IEventLog
{
    public EventLog(T eventObject, FilterLog log)
    {
        Event = eventObject;
        Log = log;
    }

    public T Event { get; }

    public FilterLog Log { get; }
}
