using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sending.Chain.Formats;
using Sending.Chain.Http.Problems;
using Sending.Chain.Work;

namespace Sending.Chain.Http.Leaves;

/// <summary>
/// The trees that proofs come out of. To make one takes all its leaves, so one is made at a time, so many wait for it, and the last few are kept.
/// </summary>
internal sealed class LeafTrees(ILeafStore store)
{
    private const int MostWaiting = 32;

    /// <summary>A kept leaf takes about half a kilobyte.</summary>
    private const int MostLeavesKept = 1 << 18;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly LinkedList<(string Root, MerkleSumTree Tree)> _kept = [];
    private int _waiting;

    /// <summary>The leaf that covers a unit, with its path; null when the set is not kept any more.</summary>
    /// <exception cref="RefusalException">404: the leaves have not so many units.</exception>
    public async Task<LeafEvidence?> ProveAsync(LeafSetHeader header, ulong unit, CancellationToken cancellationToken)
    {
        if (await GetAsync(header, cancellationToken) is not { } tree)
        {
            return null;
        }

        // By the leaves, not by what somebody committed to with this root: that may be more, and may be less.
        if (unit >= tree.Total)
        {
            throw new RefusalException(new Refusal(
                StatusCodes.Status404NotFound, ProblemCode.UnknownUnit, "There is no such unit", $"The leaves of this root have {tree.Total} units, counted from 0; unit {unit} is none of them.")
            {
                Members = () => [KeyValuePair.Create("units", (JsonNode?)tree.Total)],
            });
        }

        var place = tree.LeafOf(unit);
        return await store.ReadAsync(header.Root, place, 1, cancellationToken) is [var leaf]
            ? new LeafEvidence(leaf, tree.FirstUnitOf(place), tree.ProofOf(place))
            : null;
    }

    private async Task<MerkleSumTree?> GetAsync(LeafSetHeader header, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new RefusalException(new Refusal(
                StatusCodes.Status503ServiceUnavailable, ProblemCode.Busy, "Too many proofs are asked for", "Others wait for proofs already. Try again soon, or read the leaves and make the proof yourself.") { RetryAfter = s_pause });
        }

        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                return Find(header.Root) ?? await MakeAsync(header, cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private MerkleSumTree? Find(string root)
    {
        for (var node = _kept.First; node is not null; node = node.Next)
        {
            if (node.Value.Root == root)
            {
                _kept.Remove(node);
                _kept.AddFirst(node);
                return node.Value.Tree;
            }
        }

        return null;
    }

    private async Task<MerkleSumTree?> MakeAsync(LeafSetHeader header, CancellationToken cancellationToken)
    {
        var leaves = new List<MerkleSumLeaf>(header.Count);
        while (leaves.Count < header.Count)
        {
            var portion = await store.ReadAsync(header.Root, leaves.Count, LeafPage.MaxLeaves, cancellationToken);
            if (portion.Count == 0)
            {
                return null;
            }

            leaves.AddRange(portion.Select(leaf => leaf.ToLeaf()));
        }

        // What others committed to, in order or not, is proven as it is.
        var tree = MerkleSumTree.OfServed(leaves);
        _kept.AddFirst((header.Root, tree));
        while (_kept.Count > 1 && _kept.Sum(each => each.Tree.Leaves.Count) > MostLeavesKept)
        {
            _kept.RemoveLast();
        }

        return tree;
    }
}
