using System.Runtime.ExceptionServices;
using Nethereum.JsonRpc.Client;
using Nethereum.JsonRpc.Client.RpcMessages;
using Sending.Chain.Errors;

namespace Sending.Chain.Rpc;

/// <summary>
/// Nethereum's RPC client over a guarded transport: whatever the transport does wrong comes out as a <see cref="SendingException"/>
/// with <see cref="ErrorCode.NodeUnreachable"/>, from every call; errors that the node itself reports come out as
/// Nethereum's own exceptions.
/// </summary>
public sealed class NodeClient : RpcClient, IDisposable
{
    private readonly HttpClient _http;

    /// <param name="url">The JSON-RPC endpoint, http or https.</param>
    /// <param name="options">Time limits; the defaults when null.</param>
    public NodeClient(Uri url, RpcOptions? options = null)
        : this(url, CreateHttp(url, options ?? new RpcOptions()))
    {
    }

    private NodeClient(Uri url, HttpClient http)
        : base(url, http)
        => (Url, _http) = (url, http);

    /// <summary>The JSON-RPC endpoint.</summary>
    public Uri Url { get; }

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
    public void Dispose() => _http.Dispose();

    private static HttpClient CreateHttp(Uri url, RpcOptions options)
    {
        var sockets = new SocketsHttpHandler { ConnectTimeout = options.ConnectTimeout, UseProxy = !url.IsLoopback };
        return new HttpClient(new TransportGuard(url, options, sockets)) { Timeout = Timeout.InfiniteTimeSpan };
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
