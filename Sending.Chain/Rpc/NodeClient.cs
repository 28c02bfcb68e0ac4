using System.Runtime.ExceptionServices;
using Nethereum.JsonRpc.Client;
using Nethereum.JsonRpc.Client.RpcMessages;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Rpc.Failover;

namespace Sending.Chain.Rpc;

/// <summary>
/// Nethereum's RPC client over one endpoint or several of one chain. Requests are sent to the first that is well, and again elsewhere when that
/// fails, within <see cref="RpcOptions.RequestTimeout"/>; those that may have another effect when sent twice (<c>eth_sendTransaction</c>,
/// <c>evm_*</c>, filters) only once. What finds no answer comes out as a <see cref="SendingException"/> with
/// <see cref="ErrorCode.NodeUnreachable"/> or <see cref="ErrorCode.WrongChain"/>, from every call; errors that the node itself reports come out as
/// Nethereum's own exceptions. After a signed transaction was sent again its answer may be "already known" or "nonce too low": its hash is to be
/// looked up, not sent anew.
/// </summary>
public sealed class NodeClient : RpcClient, IDisposable
{
    private readonly EndpointPool _pool;
    private readonly HttpClient _http;

    /// <param name="urls">The JSON-RPC endpoints, http or https.</param>
    /// <param name="deployment">The chain that they must be of; null for any, of which they are trusted to be the same.</param>
    /// <param name="options">Time limits; the defaults when null.</param>
    public NodeClient(RpcUrls urls, Deployment? deployment = null, RpcOptions? options = null)
        : this(urls, deployment, new EndpointPool(urls, new ChainCheck(deployment), options ?? new RpcOptions()), options ?? new RpcOptions())
    {
    }

    private NodeClient(RpcUrls urls, Deployment? deployment, EndpointPool pool, RpcOptions options)
        : this(urls, pool, new HttpClient(new FailoverHandler(pool, deployment, options)) { Timeout = Timeout.InfiniteTimeSpan })
    {
    }

    // The handler knows where to send and with what credentials; the base class needs some URL.
    private NodeClient(RpcUrls urls, EndpointPool pool, HttpClient http)
        : base(new UriBuilder(urls.All[0]) { UserName = "", Password = "" }.Uri, http)
        => (Urls, _pool, _http) = (urls, pool, http);

    /// <summary>The JSON-RPC endpoints, the preferred one first.</summary>
    public RpcUrls Urls { get; }

    /// <summary>What is known of each endpoint, in the same order.</summary>
    public IReadOnlyList<EndpointHealth> Health => [.. _pool.All.Select(endpoint => endpoint.Health)];

    /// <summary>The highest block that an endpoint told; null when none was asked.</summary>
    public long? HighestHead => _pool.HighestHead;

    /// <summary>Asks every endpoint for its chain and newest block, so that <see cref="Health"/> is of now.</summary>
    public Task ProbeAsync(CancellationToken cancellationToken) => _pool.ProbeAsync(cancellationToken);

    /// <inheritdoc/>
    public override async Task<RpcResponseMessage> SendAsync(RpcRequestMessage request, string? route = null)
    {
        try
        {
            return await base.SendAsync(request, route);
        }
        catch (Exception error) when (Cause(error) is { } cause)
        {
            throw Rethrow(cause);
        }
    }

    /// <inheritdoc/>
    protected override async Task<RpcResponseMessage[]> SendAsync(RpcRequestMessage[] requests)
    {
        try
        {
            return await base.SendAsync(requests);
        }
        catch (Exception error) when (Cause(error) is { } cause)
        {
            throw Rethrow(cause);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _pool.Dispose();
    }

    private static SendingException? Cause(Exception? error)
    {
        while (error is not null and not SendingException)
        {
            error = error.InnerException;
        }

        return error as SendingException;
    }

    private static SendingException Rethrow(SendingException cause)
    {
        ExceptionDispatchInfo.Throw(cause);
        return cause;
    }
}
