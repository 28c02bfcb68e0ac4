namespace Sending.Edge.Receipts;

/// <summary>How far an Edge trusts those who pay it.</summary>
public sealed record LedgerOptions
{
    /// <summary>
    /// Units that are served to a signer ahead of its receipts. At least what the largest envelope costs, or that one could never be sent; it is what
    /// a client that does not sign can cost the Edge, if its line holds so much.
    /// </summary>
    public long Window { get; init; } = 1_024;
}
