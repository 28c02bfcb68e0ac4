using System.Globalization;
using Nethereum.JsonRpc.Client.RpcMessages;

namespace Nethereum.JsonRpc.Client;

/// <summary>Requests that are sent together.</summary>
public class RpcRequestResponseBatch
{
    /// <summary>Whether requests may fail without an exception; their items then tell.</summary>
    public bool AcceptPartiallySuccessful { get; set; }

    public List<IRpcRequestResponseBatchItem> BatchItems { get; set; } = [];

    public RpcRequestMessage[] GetRpcRequests() => [.. BatchItems.Select(item => item.RpcRequestMessage)];

    /// <summary>Gives each item the answer with its id.</summary>
    /// <exception cref="RpcClientUnknownException">A request has no answer or two, or an answer is null.</exception>
    /// <exception cref="RpcResponseBatchException">A request failed and the batch may not succeed in part.</exception>
    public virtual void UpdateBatchItemResponses(IEnumerable<RpcResponseMessage> responses)
    {
        var byId = new Dictionary<string, RpcResponseMessage>();
        foreach (var response in responses)
        {
            if (response is null || !byId.TryAdd(Text(response.Id), response))
            {
                throw new RpcClientUnknownException("The batch was answered with null for an answer, or with two answers of one id.");
            }
        }

        var errors = new List<RpcError>();
        foreach (var item in BatchItems)
        {
            var response = byId.GetValueOrDefault(Text(item.RpcRequestMessage.Id))
                ?? throw new RpcClientUnknownException($"The batch has no answer to the request with the id {item.RpcRequestMessage.Id}.");
            item.DecodeResponse(response);
            if (item.HasError)
            {
                errors.Add(item.RpcError);
            }
        }
        if (errors.Count > 0 && !AcceptPartiallySuccessful)
        {
            throw new RpcResponseBatchException([.. errors]);
        }
    }

    private static string Text(object id) => Convert.ToString(id, CultureInfo.InvariantCulture);
}
