using System.Globalization;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;

namespace Nethereum.Contracts;

/// <summary>Logs as events.</summary>
public static class EventExtensions
{
    public static bool IsLogForEvent<TEventDTO>(this FilterLog log) => ABITypedRegistry.GetEvent<TEventDTO>().IsLogForEvent(log);

    /// <summary>Whether the log's first topic is the event's; of an anonymous event, whether it has as many topics.</summary>
    public static bool IsLogForEvent(this EventABI eventABI, FilterLog log) =>
        eventABI.IsAnonymous ? eventABI.HasSameNumberOfIndexes(log) : log.IsLogForEvent(eventABI.Sha3Signature);

    public static bool IsLogForEvent(this FilterLog log, string signature) => log.EventSignature() is { } topic && topic.IsTheSameHex(signature);

    public static EventABI GetEventABI<TEventDTO>()
        where TEventDTO : IEventDTO => ABITypedRegistry.GetEvent<TEventDTO>();

    public static EventABI GetEventABI<TEventDTO>(this TEventDTO eventDTO)
        where TEventDTO : IEventDTO => ABITypedRegistry.GetEvent(eventDTO.GetType());

    public static NewFilterInput CreateFilterInput(this EventABI eventABI, BlockParameter fromBlock = null, BlockParameter toBlock = null) =>
        EventTopics.CreateFilter(eventABI, null, fromBlock, toBlock);

    public static NewFilterInput CreateFilterInput(this EventABI eventABI, string contractAddress, BlockParameter fromBlock = null, BlockParameter toBlock = null) =>
        EventTopics.CreateFilter(eventABI, [contractAddress], fromBlock, toBlock);

    public static NewFilterInput CreateFilterInput(this EventABI eventABI, string[] contractAddress, BlockParameter fromBlock = null, BlockParameter toBlock = null) =>
        EventTopics.CreateFilter(eventABI, contractAddress, fromBlock, toBlock);

    /// <summary>Whether the filter asks for this event, and for this contract unless that is null.</summary>
    public static bool IsFilterInputForEvent(this EventABI eventABI, string contractAddress, NewFilterInput filterInput) =>
        IsFilterInputForContractAddress(contractAddress, filterInput)
        && (eventABI.IsAnonymous || filterInput.Topics is not { Length: > 0 } topics || eventABI.IsTopicSignatureForEvent(topics[0]));

    public static bool IsFilterInputForContractAddress(string contractAdress, NewFilterInput filterInput) =>
        string.IsNullOrEmpty(contractAdress)
        || filterInput.Address is not { Length: > 0 } addresses
        || Array.Exists(addresses, address => address.IsTheSameAddress(contractAdress));

    /// <param name="eventABI">The event.</param>
    /// <param name="topic">A topic, or an array of topics of which one must be met.</param>
    public static bool IsTopicSignatureForEvent(this EventABI eventABI, object topic) => topic switch
    {
        string text => eventABI.Sha3Signature.IsTheSameHex(text),
        object[] topics => Array.Exists(topics, eventABI.IsTopicSignatureForEvent),
        _ => false,
    };

    /// <summary>Decodes the logs of this event; others are left out.</summary>
    public static List<EventLog<TEventDTO>> DecodeAllEvents<TEventDTO>(this FilterLog[] logs)
        where TEventDTO : new() => ABITypedRegistry.GetEvent<TEventDTO>().DecodeAllEvents<TEventDTO>(logs);

    /// <inheritdoc cref="DecodeAllEvents{TEventDTO}(FilterLog[])"/>
    public static List<EventLog<TEventDTO>> DecodeAllEvents<TEventDTO>(this List<FilterLog> logs)
        where TEventDTO : new() => logs.ToArray().DecodeAllEvents<TEventDTO>();

    /// <inheritdoc cref="DecodeAllEvents{TEventDTO}(FilterLog[])"/>
    public static List<EventLog<TEventDTO>> DecodeAllEvents<TEventDTO>(this TransactionReceipt transactionReceipt)
        where TEventDTO : new() => (transactionReceipt.Logs ?? []).DecodeAllEvents<TEventDTO>();

    /// <inheritdoc cref="DecodeAllEvents{TEventDTO}(FilterLog[])"/>
    public static List<EventLog<TEventDTO>> DecodeAllEvents<TEventDTO>(this EventABI eventABI, FilterLog[] logs)
        where TEventDTO : new()
    {
        var decoder = new EventTopicDecoder(eventABI.IsAnonymous);
        var events = new List<EventLog<TEventDTO>>(logs.Length);
        foreach (var log in logs)
        {
            if (eventABI.IsLogForEvent(log))
            {
                events.Add(new EventLog<TEventDTO>(decoder.DecodeTopics(new TEventDTO(), log.Topics, log.Data), log));
            }
        }

        return events;
    }

    /// <summary>Null when the log is of another event.</summary>
    public static EventLog<TEventDTO> DecodeEvent<TEventDTO>(this EventABI eventABI, FilterLog log)
        where TEventDTO : new() => eventABI.IsLogForEvent(log)
            ? new EventLog<TEventDTO>(new EventTopicDecoder(eventABI.IsAnonymous).DecodeTopics(new TEventDTO(), log.Topics, log.Data), log)
            : null;

    /// <summary>Null when the log is of another event.</summary>
    public static EventLog<TEventDTO> DecodeEvent<TEventDTO>(this FilterLog log)
        where TEventDTO : new() => ABITypedRegistry.GetEvent<TEventDTO>().DecodeEvent<TEventDTO>(log);

    /// <summary>Decodes without a class; null when the log is of another event.</summary>
    public static EventLog<List<ParameterOutput>> DecodeEventDefaultTopics(this EventABI eventABI, FilterLog log) => eventABI.IsLogForEvent(log)
        ? new EventLog<List<ParameterOutput>>(new EventTopicDecoder(eventABI.IsAnonymous).DecodeDefaultTopics(eventABI, log.Topics, log.Data), log)
        : null;

    /// <summary>Whether the log has as many topics as the event: an event of the same name and types may have others indexed.</summary>
    public static bool HasSameNumberOfIndexes(this EventABI eventAbi, FilterLog log) =>
        log.Topics?.Length == eventAbi.NumberOfIndexes + (eventAbi.IsAnonymous ? 0 : 1);

    /// <summary>In the order of the chain: by block, then by place in the block.</summary>
    public static FilterLog[] SortLogs(this IEnumerable<FilterLog> logs) =>
        [.. logs.OrderBy(log => log.BlockNumber?.Value).ThenBy(log => log.LogIndex?.Value)];

    /// <inheritdoc cref="SortLogs(IEnumerable{FilterLog})"/>
    public static EventLog<TEventDTO>[] SortLogs<TEventDTO>(this IEnumerable<EventLog<TEventDTO>> events)
        where TEventDTO : IEventDTO => [.. events.OrderBy(item => item.Log.BlockNumber?.Value).ThenBy(item => item.Log.LogIndex?.Value)];

    /// <summary>The first topic; null when the log has none.</summary>
    public static string EventSignature(this FilterLog log) => log.GetTopic(0);

    public static string IndexedVal1(this FilterLog log) => log.GetTopic(1);

    public static string IndexedVal2(this FilterLog log) => log.GetTopic(2);

    public static string IndexedVal3(this FilterLog log) => log.GetTopic(3);

    /// <summary>Null when the log has fewer topics.</summary>
    public static string GetTopic(this FilterLog log, int number) =>
        log.Topics?.Length > number ? Convert.ToString(log.Topics[number], CultureInfo.InvariantCulture) : null;
}
