using Nethereum.ABI.Model;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Filters;

namespace Nethereum.Contracts;

/// <summary>An event of one contract, or of all when it has no address.</summary>
public class EventBase
{
    private readonly IEthGetLogs _getLogs;

    public EventBase(IClient client, string contractAddress, EventABI eventABI)
    {
        _getLogs = new EthGetLogs(client);
        ContractAddress = contractAddress;
        EventABI = eventABI;
    }

    public EventBase(IClient client, string contractAddress, Type eventABIType)
        : this(client, contractAddress, ABITypedRegistry.GetEvent(eventABIType))
    {
    }

    public string ContractAddress { get; }

    public EventABI EventABI { get; }

    /// <summary>Decodes the logs of this event; others are left out.</summary>
    public static List<EventLog<T>> DecodeAllEvents<T>(FilterLog[] logs)
        where T : new() => logs.DecodeAllEvents<T>();

    public NewFilterInput CreateFilterInput(BlockParameter fromBlock = null, BlockParameter toBlock = null) => Filter(fromBlock, toBlock);

    /// <summary>Filters by a value of the first indexed parameter; null for any.</summary>
    public NewFilterInput CreateFilterInput<T>(T firstIndexedParameterValue, BlockParameter fromBlock = null, BlockParameter toBlock = null) =>
        Filter(fromBlock, toBlock, [firstIndexedParameterValue]);

    public NewFilterInput CreateFilterInput<T1, T2>(
        T1 firstIndexedParameterValue,
        T2 secondIndexedParameterValue,
        BlockParameter fromBlock = null,
        BlockParameter toBlock = null) => Filter(fromBlock, toBlock, [firstIndexedParameterValue], [secondIndexedParameterValue]);

    public NewFilterInput CreateFilterInput<T1, T2, T3>(
        T1 firstIndexedParameterValue,
        T2 secondIndexedParameterValue,
        T3 thirdIndexedParameterValue,
        BlockParameter fromBlock = null,
        BlockParameter toBlock = null) =>
        Filter(fromBlock, toBlock, [firstIndexedParameterValue], [secondIndexedParameterValue], [thirdIndexedParameterValue]);

    /// <summary>Filters by several values of the first indexed parameter, of which one must be met; null for any.</summary>
    public NewFilterInput CreateFilterInput<T>(T[] firstIndexedParameterValues, BlockParameter fromBlock = null, BlockParameter toBlock = null) =>
        Filter(fromBlock, toBlock, Objects(firstIndexedParameterValues));

    public NewFilterInput CreateFilterInput<T1, T2>(
        T1[] firstIndexedParameterValues,
        T2[] secondIndexedParameterValues,
        BlockParameter fromBlock = null,
        BlockParameter toBlock = null) => Filter(fromBlock, toBlock, Objects(firstIndexedParameterValues), Objects(secondIndexedParameterValues));

    public NewFilterInput CreateFilterInput<T1, T2, T3>(
        T1[] firstIndexedParameterValues,
        T2[] secondIndexedParameterValues,
        T3[] thirdIndexedParameterValues,
        BlockParameter fromBlock = null,
        BlockParameter toBlock = null) =>
        Filter(fromBlock, toBlock, Objects(firstIndexedParameterValues), Objects(secondIndexedParameterValues), Objects(thirdIndexedParameterValues));

    public NewFilterInput CreateFilterInput(object[] filterTopic1, BlockParameter fromBlock = null, BlockParameter toBlock = null) =>
        Filter(fromBlock, toBlock, filterTopic1);

    public NewFilterInput CreateFilterInput(object[] filterTopic1, object[] filterTopic2, BlockParameter fromBlock = null, BlockParameter toBlock = null) =>
        Filter(fromBlock, toBlock, filterTopic1, filterTopic2);

    public NewFilterInput CreateFilterInput(
        object[] filterTopic1,
        object[] filterTopic2,
        object[] filterTopic3,
        BlockParameter fromBlock = null,
        BlockParameter toBlock = null) => Filter(fromBlock, toBlock, filterTopic1, filterTopic2, filterTopic3);

    public bool IsLogForEvent(FilterLog log) => EventABI.IsLogForEvent(log);

    private protected async Task<FilterLog[]> GetLogsAsync(NewFilterInput filterInput)
    {
        if (!EventABI.IsFilterInputForEvent(ContractAddress, filterInput))
        {
            throw new FilterInputNotForEventException();
        }
        return await _getLogs.SendRequestAsync(filterInput).ConfigureAwait(false) ?? [];
    }

    private static object[] Objects<T>(T[] values) => values is null ? null : Array.ConvertAll(values, value => (object)value);

    private NewFilterInput Filter(BlockParameter fromBlock, BlockParameter toBlock, params object[][] wanted) =>
        EventTopics.CreateFilter(EventABI, ContractAddress is null ? null : [ContractAddress], fromBlock, toBlock, wanted);
}
