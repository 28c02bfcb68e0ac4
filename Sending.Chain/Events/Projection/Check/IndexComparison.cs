using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;

namespace Sending.Chain.Events.Projection.Check;

/// <summary>What a comparison of an index with the contracts came to.</summary>
/// <param name="Block">The block at which both were asked.</param>
/// <param name="Compared">Values compared.</param>
/// <param name="Differences">Those that differ.</param>
public sealed record IndexComparison(IndexedBlock Block, int Compared, IReadOnlyList<IndexDifference> Differences);

/// <summary>A value that is not what the contract says.</summary>
/// <param name="Subject">What it is about, such as "node 0x…".</param>
/// <param name="Field">Which value of it.</param>
/// <param name="Indexed">In the index.</param>
/// <param name="OnChain">By the contract's view.</param>
public sealed record IndexDifference(string Subject, string Field, string Indexed, string OnChain);

/// <summary>Collects what differs, from many threads.</summary>
internal sealed class Differences
{
    private readonly ConcurrentQueue<IndexDifference> _found = new();
    private int _compared;

    public int Compared => _compared;

    public IReadOnlyList<IndexDifference> Found => [.. _found.OrderBy(difference => difference.Subject, StringComparer.Ordinal)];

    public void Compare(string subject, string field, BigInteger indexed, BigInteger onChain) => Compare(subject, field, Text(indexed), Text(onChain));

    public void Compare(string subject, string field, bool indexed, bool onChain) => Compare(subject, field, indexed ? "yes" : "no", onChain ? "yes" : "no");

    public void Compare(string subject, string field, DateTimeOffset? indexed, BigInteger onChain)
        => Compare(subject, field, indexed?.ToUnixTimeSeconds() ?? 0, onChain);

    /// <summary>Hex may differ in case.</summary>
    public void Compare(string subject, string field, string indexed, string onChain)
    {
        Interlocked.Increment(ref _compared);
        if (!string.Equals(indexed, onChain, StringComparison.OrdinalIgnoreCase))
        {
            _found.Enqueue(new IndexDifference(subject, field, indexed, onChain));
        }
    }

    private static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
