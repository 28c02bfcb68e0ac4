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

    /// <summary>How many Guardians run; each has an account of its own, such as <c>guardian-1</c>, and stakes 150,000 SEND of it.</summary>
    public int Guardians { get; init; }

    /// <summary>How many Edges run; each has an account of its own, such as <c>edge-1</c>, and stakes 25,000 SEND of it.</summary>
    public int Edges { get; init; }

    /// <summary>An epoch's length, a multiple of the minute that it has by default; windows and periods are stretched with it.</summary>
    public TimeSpan? Epoch { get; init; }
}
