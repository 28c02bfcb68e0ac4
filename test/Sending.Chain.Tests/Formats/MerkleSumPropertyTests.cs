using CsCheck;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Formats;

namespace Sending.Chain.Tests.Formats;

public class MerkleSumPropertyTests
{
    // Few different accounts, so that leaves share clients.
    private static readonly Gen<string> Address = Gen.Int[0, 9].Select(number => "0x" + number.ToString("x40"));
    private static readonly Gen<byte[]> Hash = Gen.Byte.Array[32];
    private static readonly Gen<MerkleSumLeaf> Leaf = Gen.Select(
        Address, Address, Gen.ULong[1, 1000], Hash, (client, signer, units, hash) => new MerkleSumLeaf(client, signer, units, hash));

    private static readonly Gen<MerkleSumTree> Tree = Leaf.Array[1, 40].Select(
        leaves => MerkleSumTree.Build(leaves.DistinctBy(leaf => (leaf.Client, leaf.Signer))));

    [Fact]
    public void Every_unit_has_one_leaf_and_its_proof_covers_exactly_its_units() =>
        Tree.Sample(
            tree =>
            {
                var next = 0UL;
                for (var i = 0; i < tree.Leaves.Count; i++)
                {
                    var (leaf, steps) = (tree.Leaves[i], tree.ProofOf(i));
                    var last = next + leaf.Units - 1;
                    Assert.Equal((i, i), (tree.LeafOf(next), tree.LeafOf(last)));
                    Assert.True(MerkleSumProof.Covers(leaf, steps, tree.Root, tree.Total, next));
                    Assert.True(MerkleSumProof.Covers(leaf, steps, tree.Root, tree.Total, last));
                    Assert.False(MerkleSumProof.Covers(leaf, steps, tree.Root, tree.Total, last + 1));
                    Assert.False(MerkleSumProof.Covers(leaf, steps, tree.Root, tree.Total, unchecked(next - 1)));
                    next = last + 1;
                }

                Assert.Equal(tree.Total, next);
            },
            iter: 150);

    [Fact]
    public void The_order_in_which_leaves_arrive_does_not_matter() =>
        Gen.Select(Tree, Gen.Int).Sample(
            (tree, seed) =>
            {
                MerkleSumLeaf[] shuffled = [.. tree.Leaves];
                new Random(seed).Shuffle(shuffled);
                Assert.Equal(tree.Root.ToHex(), MerkleSumTree.Build(shuffled).Root.ToHex());
                Assert.Equal(tree.Root.ToHex(), MerkleSumTree.FromOrdered(tree.Leaves).Root.ToHex());
            },
            iter: 100);

    [Fact]
    public void Anything_changed_in_a_leaf_or_a_step_proves_nothing() =>
        Gen.Select(Tree, Gen.Int, Gen.Int[0, 6], Gen.Int, Gen.ULong[1, ulong.MaxValue], Gen.Int[0, 255]).Sample(
            (tree, leafSeed, what, stepSeed, amount, bit) =>
            {
                var place = (int)((uint)leafSeed % (uint)tree.Leaves.Count);
                var (leaf, steps) = (tree.Leaves[place], tree.ProofOf(place).ToArray());
                var step = steps.Length == 0 ? 0 : (int)((uint)stepSeed % (uint)steps.Length);
                switch (steps.Length == 0 ? what % 4 : what)
                {
                    case 0: leaf = leaf with { Client = Flip(leaf.Client, bit % 160) }; break;
                    case 1: leaf = leaf with { Signer = Flip(leaf.Signer, bit % 160) }; break;
                    case 2: leaf = leaf with { Units = unchecked(leaf.Units + amount) }; break;
                    case 3: leaf = leaf with { SignatureHash = Flip(leaf.SignatureHash, bit) }; break;
                    case 4: steps[step] = steps[step] with { Hash = Flip(steps[step].Hash, bit) }; break;
                    case 5: steps[step] = steps[step] with { Sum = unchecked(steps[step].Sum + amount) }; break;
                    default: steps[step] = steps[step] with { IsLeft = !steps[step].IsLeft }; break;
                }

                AssertProvesNothing(tree, leaf, steps);
            },
            iter: 2_000);

    [Fact]
    public void Steps_left_out_added_or_moved_prove_nothing() =>
        Gen.Select(Tree, Gen.Int, Gen.Int[0, 2], Gen.Int, Hash, Gen.Bool).Sample(
            (tree, leafSeed, what, stepSeed, hash, isLeft) =>
            {
                var place = (int)((uint)leafSeed % (uint)tree.Leaves.Count);
                var steps = tree.ProofOf(place).ToList();
                var at = (int)((uint)stepSeed % (uint)(steps.Count + 1));
                switch (steps.Count < 2 ? 0 : what)
                {
                    case 0:
                        steps.Insert(at, new MerkleSumStep(hash, 0, isLeft));
                        break;
                    case 1:
                        steps.RemoveAt(at % steps.Count);
                        break;
                    default:
                        var other = (at + 1) % steps.Count;
                        (steps[at % steps.Count], steps[other]) = (steps[other], steps[at % steps.Count]);
                        break;
                }

                if (steps.Describe() != tree.ProofOf(place).Describe())
                {
                    AssertProvesNothing(tree, tree.Leaves[place], steps);
                }
            },
            iter: 1_000);

    [Fact]
    public void Another_root_or_total_is_not_proven() =>
        Gen.Select(Tree, Gen.Int[0, 255], Gen.ULong[1, ulong.MaxValue]).Sample(
            (tree, bit, amount) =>
            {
                var (leaf, steps) = (tree.Leaves[0], tree.ProofOf(0));
                Assert.False(MerkleSumProof.Covers(leaf, steps, Flip(tree.Root, bit), tree.Total, 0));
                Assert.False(MerkleSumProof.Covers(leaf, steps, tree.Root, unchecked(tree.Total + amount), 0));
            },
            iter: 200);

    [Fact]
    public void Sums_are_exact_up_to_64_bits_and_never_wrap_around() =>
        Gen.Select(Gen.ULong[1, ulong.MaxValue], Gen.ULong[1, ulong.MaxValue], Hash).Sample(
            (first, second, hash) =>
            {
                MerkleSumLeaf[] leaves = [new("0x" + new string('1', 40), "0x" + new string('1', 40), first, hash), new("0x" + new string('2', 40), "0x" + new string('1', 40), second, hash)];
                MerkleSumStep[] steps = [new(leaves[1].Hash(), second, IsLeft: false)];
                if ((UInt128)first + second <= ulong.MaxValue)
                {
                    Assert.Equal(first + second, MerkleSumTree.Build(leaves).Total);
                    Assert.Equal(first + second, MerkleSumProof.Walk(leaves[0], steps)!.Total);
                }
                else
                {
                    Assert.Throws<FormatException>(() => MerkleSumTree.Build(leaves));
                    Assert.Null(MerkleSumProof.Walk(leaves[0], steps));
                }
            },
            iter: 500);

    [Fact]
    public void Forty_steps_are_walked_and_no_more() =>
        Gen.Select(Leaf, Gen.Int[0, 100], Hash).Sample(
            (leaf, count, hash) =>
            {
                var end = MerkleSumProof.Walk(leaf, [.. Enumerable.Repeat(new MerkleSumStep(hash, 1, IsLeft: true), count)]);
                Assert.Equal(count <= 40 ? leaf.Units + (ulong)count : null, end?.Total);
                Assert.Equal(count <= 40 ? (ulong)count : null, end?.Left);
            },
            iter: 200);

    private static void AssertProvesNothing(MerkleSumTree tree, MerkleSumLeaf leaf, IReadOnlyCollection<MerkleSumStep> steps) =>
        Assert.False(MerkleSumProof.Walk(leaf, steps) is { } end && end.Total == tree.Total && end.Root.AsSpan().SequenceEqual(tree.Root));

    private static byte[] Flip(byte[] bytes, int bit)
    {
        byte[] changed = [.. bytes];
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        return changed;
    }

    private static string Flip(string address, int bit) => Flip(address.HexToByteArray(), bit).Hex();
}
