namespace Sending.Chain.Rpc;

/// <summary>How patient the RPC client is.</summary>
public sealed record RpcOptions
{
    /// <summary>Longest wait for an answer to one request. Nethereum's own limit of 20 seconds stays above it.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
