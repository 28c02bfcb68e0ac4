using System.Numerics;
using Sending.Chain.Amounts;

namespace Sending.Chain.Devnet;

/// <summary>What a devnet is started with.</summary>
public sealed record DevnetOptions
{
    /// <summary>Port of the node on 127.0.0.1; 0 lets the system choose a free one.</summary>
    public int Port { get; init; } = 8545;

    /// <summary>Names of the ready accounts; the first is the default one.</summary>
    public IReadOnlyList<string> AccountNames { get; init; } = ["alice", "bob", "carol", "dave", "erin", "frank"];

    /// <summary>What each gets, in the smallest unit of SEND; the node gives each 10,000 ETH.</summary>
    public BigInteger SendPerAccount { get; init; } = 1_000_000 * SendAmount.One;
}
