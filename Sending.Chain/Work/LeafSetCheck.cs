using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Crypto;

namespace Sending.Chain.Work;

/// <summary>Checks all that an honest commitment's leaves are, as the contract would each of them.</summary>
public static class LeafSetCheck
{
    /// <summary>Most faults that are told: one is enough for a conviction.</summary>
    public const int MaxFaults = 16;

    private const int Portion = 4096;
    private const int DigestLength = 32;

    /// <summary>Looks for what is wrong: root and sum, then order, then every signature, on all cores, and its signer's right.</summary>
    /// <param name="set">The leaves, with epoch, Edge, root and units as they are committed.</param>
    /// <param name="domain">See <see cref="TypedDataDomain.OfWork"/>.</param>
    /// <param name="maySign">Whether a signer (second) may sign for a client (first) in the epoch, see <see cref="ReceiptRight"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LeafSetReport> RunAsync(
        LeafSet set, TypedDataDomain domain, Func<string, string, bool> maySign, CancellationToken cancellationToken)
    {
        if (FindWrongTree(set) is { } wrong)
        {
            return new LeafSetReport([wrong]);
        }

        var faults = FindDisorder(set).Take(MaxFaults).ToList();
        for (var from = 0; from < set.Leaves.Count && faults.Count < MaxFaults; from += Portion)
        {
            var signers = await RecoverAsync(set, from, Math.Min(Portion, set.Leaves.Count - from), domain, cancellationToken);
            faults.AddRange(FindInvalid(set, from, signers, maySign).Take(MaxFaults - faults.Count));
        }

        return new LeafSetReport(faults);
    }

    private static LeafFault? FindWrongTree(LeafSet set)
    {
        MerkleSumTree tree;
        try
        {
            tree = set.ToTree();
        }
        catch (FormatException error)
        {
            return new LeafFault(set.Leaves.Count == 0 ? LeafFaultKind.WrongRoot : LeafFaultKind.WrongSum, 0, 0, error.Message);
        }

        var root = Word.Hash(tree.Root);
        if (root != set.Root)
        {
            return new LeafFault(LeafFaultKind.WrongRoot, 0, 0, $"The leaves have the root {root}, not {set.Root}.");
        }

        return tree.Total == set.Units
            ? null
            : new LeafFault(LeafFaultKind.WrongSum, 0, 0, $"The leaves have {tree.Total} units, the commitment claims {set.Units}.");
    }

    private static IEnumerable<LeafFault> FindDisorder(LeafSet set)
    {
        var before = Key(set.Leaves[0]);
        for (var i = 1; i < set.Leaves.Count; i++)
        {
            var key = Key(set.Leaves[i]);
            if (MerkleSumLeaf.CompareKeys(before, key) >= 0)
            {
                yield return new LeafFault(LeafFaultKind.Disorder, i - 1, i, $"Leaf {i} does not come after leaf {i - 1} by (client, signer).");
            }

            before = key;
        }
    }

    private static byte[] Key(SignedLeaf leaf) => [.. AddressBytes.Of(leaf.Client), .. AddressBytes.Of(leaf.Signer)];

    private static async Task<RecoveredSigners> RecoverAsync(LeafSet set, int from, int count, TypedDataDomain domain, CancellationToken cancellationToken)
    {
        var digests = new byte[count * DigestLength];
        var signatures = new byte[count * AccountSignature.Length];
        for (var i = 0; i < count; i++)
        {
            var leaf = set.Leaves[from + i];
            new RelayReceipt(set.Edge, leaf.Client, (ulong)set.Epoch, leaf.Units).Digest(domain).CopyTo(digests, i * DigestLength);
            if (leaf.Signature.Length == AccountSignature.Length)
            {
                // Others stay zeros, which nobody signed.
                leaf.Signature.CopyTo(signatures, i * AccountSignature.Length);
            }
        }

        return await SignatureBatch.RecoverAsync(digests, signatures, cancellationToken);
    }

    private static IEnumerable<LeafFault> FindInvalid(LeafSet set, int from, RecoveredSigners signers, Func<string, string, bool> maySign)
    {
        for (var i = 0; i < signers.Count; i++)
        {
            var leaf = set.Leaves[from + i];
            var reason = leaf.Units == 0 ? "has no units"
                : !signers.TryGet(i, out var signer) || !signer.SequenceEqual(AddressBytes.Of(leaf.Signer)) ? $"is not signed by {leaf.Signer}"
                : !maySign(leaf.Client, leaf.Signer) ? $"is signed by {leaf.Signer}, who may not sign for {leaf.Client}"
                : null;
            if (reason is not null)
            {
                yield return new LeafFault(LeafFaultKind.InvalidReceipt, from + i, from + i, $"Leaf {from + i} {reason}.");
            }
        }
    }
}
