using Sending.Edge.Api;
using Sending.Edge.Cache;
using Sending.Edge.Receipts;

namespace Sending.Edge;

/// <summary>What an Edge's relay grants to others.</summary>
public sealed record RelayOptions
{
    /// <summary>How far it trusts those who pay.</summary>
    public LedgerOptions Ledger { get; init; } = new();

    /// <summary>How much it keeps.</summary>
    public CacheOptions Cache { get; init; } = new();

    /// <summary>What clients can make it hold and do.</summary>
    public ApiOptions Api { get; init; } = new();
}
