using Nethereum.ABI;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.Model;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;

namespace Nethereum.Contracts;

/// <summary>Filters by the values of indexed parameters.</summary>
internal static class EventTopics
{
    /// <param name="eventABI">The event.</param>
    /// <param name="addresses">The contracts; null for all.</param>
    /// <param name="fromBlock">The first block; null for the default of the node.</param>
    /// <param name="toBlock">The last block; null for the default of the node.</param>
    /// <param name="wanted">For each indexed parameter the values of which one must be met; null or empty for any value.</param>
    public static NewFilterInput CreateFilter(EventABI eventABI, string[] addresses, BlockParameter fromBlock, BlockParameter toBlock, params object[][] wanted)
    {
        var indexed = eventABI.InputParameters.Where(parameter => parameter.Indexed).OrderBy(parameter => parameter.Order).ToArray();
        if (wanted.Length > indexed.Length)
        {
            throw new ArgumentException($"The event {eventABI.Name} has {indexed.Length} indexed parameters, but {wanted.Length} are filtered for.");
        }
        var topics = new List<object>();
        if (!eventABI.IsAnonymous)
        {
            topics.Add(eventABI.Sha3Signature.EnsureHexPrefix());
        }
        for (var i = 0; i < wanted.Length; i++)
        {
            var parameter = indexed[i];
            var isAny = wanted[i] is not { Length: > 0 } || Array.Exists(wanted[i], value => value is null);
            topics.Add(isAny ? null : Array.ConvertAll(wanted[i], value => Encode(parameter, value)));
        }
        while (topics.Count > 0 && topics[^1] is null)
        {
            topics.RemoveAt(topics.Count - 1);
        }
        return new NewFilterInput { Address = addresses, FromBlock = fromBlock, ToBlock = toBlock, Topics = [.. topics] };
    }

    private static object Encode(Parameter parameter, object value)
    {
        using var writer = AbiWriter.Rent();
        try
        {
            parameter.ABIType.EncodeIndexed(value, writer);
        }
        catch (Exception exception)
        {
            throw new AbiEncodingException(
                parameter.Order,
                parameter.ABIType,
                value,
                $"The indexed parameter '{parameter.Name}' of type {parameter.Type} cannot be encoded: {exception.Message}",
                exception);
        }
        var bytes = writer.ToArray();
        return (parameter.ABIType.IsHashedWhenIndexed ? Sha3Keccack.Current.CalculateHash(bytes) : bytes).ToHex(prefix: true);
    }
}
