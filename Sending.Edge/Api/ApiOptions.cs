namespace Sending.Edge.Api;

/// <summary>What clients can make an Edge hold and do.</summary>
public sealed record ApiOptions
{
    /// <summary>Most sockets.</summary>
    public int Sockets { get; init; } = 500;

    /// <summary>Most sockets of one DID.</summary>
    public int SocketsPerDid { get; init; } = 8;

    /// <summary>Deliveries that a socket may have without acknowledgement.</summary>
    public int InFlight { get; init; } = 64;

    /// <summary>Requests of one DID, or messages on its sockets, in a second; twice as many at once.</summary>
    public int RequestsPerSecond { get; init; } = 5_000;

    /// <summary>Log-ins from one address in a second; five times as many at once.</summary>
    public int LoginsPerSecond { get; init; } = 40;

    /// <summary>How long a message may take to arrive once it has begun, and to leave.</summary>
    public TimeSpan MessageTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how much silence a socket's client is asked whether it is there, and how long it may take to answer.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);
}
