using Sending.Chain.Formats;
using Sending.Chain.Work;
using Sending.Testing.Work;

namespace Sending.Chain.Tests.Work;

public class LeafSetCheckTests
{
    [Fact]
    public async Task An_honest_set_is_sound()
    {
        var asked = new List<(string, string)>();
        var set = LeafSet.Build(LeafMaker.Epoch, LeafMaker.Edge, [LeafMaker.Sign(3, 5), LeafMaker.Sign(1, 2), LeafMaker.Sign(1, 9, signer: 2)]);

        Assert.True((await LeafSetCheck.RunAsync(set, LeafMaker.Domain, (client, signer) => Ask(client, signer), default)).IsSound);
        Assert.Equal((16UL, 3), (set.Units, asked.Count));
        Assert.Contains((LeafMaker.Key(1).GetPublicAddress(), LeafMaker.Key(2).GetPublicAddress()), asked);

        bool Ask(string client, string signer)
        {
            asked.Add((client, signer));
            return true;
        }
    }

    [Fact]
    public async Task What_is_no_receipt_for_here_and_now_is_named_with_its_place()
    {
        var another = LeafMaker.Key(900).GetPublicAddress();
        SignedLeaf[] wrong =
        [
            LeafMaker.Sign(1, 5, epoch: LeafMaker.Epoch + 1),
            LeafMaker.Sign(2, 5, edge: another),
            LeafMaker.Sign(3, 5) with { Units = 6 },
            LeafMaker.Sign(4, 5) with { Signature = LeafMaker.Sign(5, 5).Signature },
            LeafMaker.Sign(6, 5) with { Signature = [] },
            LeafMaker.Sign(7, 5) with { Signature = [.. LeafMaker.Sign(7, 5).Signature, 0] },
            LeafMaker.Sign(8, 5) with { Signature = Twin(LeafMaker.Sign(8, 5).Signature) },
        ];
        var set = LeafMaker.AsIs(LeafSet.Build(LeafMaker.Epoch, LeafMaker.Edge, [.. wrong, LeafMaker.Sign(50, 1), LeafMaker.Sign(51, 1)]).Leaves);
        var report = await CheckAsync(set);

        Assert.All(report.Faults, fault => Assert.Equal(LeafFaultKind.InvalidReceipt, fault.Kind));
        Assert.Equal(wrong.Select(leaf => leaf.Client).Order(), report.Faults.Select(fault => set.Leaves[fault.First].Client).Order());

        // What convicts is what the contract takes.
        var (tree, place) = (set.ToTree(), report.Faults[0].First);
        var evidence = set.EvidenceOf(tree, place);
        Assert.True(evidence.Covers(tree.Root, set.Units, evidence.Left));
        Assert.False(evidence.Covers(tree.Root, set.Units, evidence.Left + evidence.Leaf.Units));
        Assert.Equal(evidence.Leaf, LeafEvidence.Parse(evidence.ToJson(evidence.Left)).Leaf, SameLeaf);
    }

    [Fact]
    public async Task A_signer_without_the_right_makes_a_leaf_invalid()
    {
        var set = LeafSet.Build(LeafMaker.Epoch, LeafMaker.Edge, [LeafMaker.Sign(1, 5), LeafMaker.Sign(2, 5, signer: 3)]);
        var fault = Assert.Single((await CheckAsync(set)).Faults);

        Assert.Equal((LeafFaultKind.InvalidReceipt, LeafMaker.Key(3).GetPublicAddress()), (fault.Kind, set.Leaves[fault.First].Signer));
    }

    [Fact]
    public async Task A_leaf_without_units_is_invalid_and_covers_nothing()
    {
        var leaves = LeafSet.Build(LeafMaker.Epoch, LeafMaker.Edge, [LeafMaker.Sign(1, 5), LeafMaker.Sign(2, 5), LeafMaker.Sign(3, 5)]).Leaves.ToArray();
        leaves[1] = LeafMaker.Sign(1, 0) with { Client = leaves[1].Client, Signer = leaves[1].Signer };
        var set = LeafMaker.AsIs(leaves);

        Assert.Equal((LeafFaultKind.InvalidReceipt, 1), Assert.Single((await CheckAsync(set)).Faults) is var fault ? (fault.Kind, fault.First) : default);
        Assert.Equal((0, 2), (set.ToTree().LeafOf(4), set.ToTree().LeafOf(5)));
    }

    [Fact]
    public async Task Disorder_and_a_receipt_twice_are_named_by_both_places()
    {
        var honest = LeafMaker.Honest(5).Leaves;
        foreach (var leaves in new SignedLeaf[][] { [honest[0], honest[2], honest[1], honest[3], honest[4]], [honest[0], honest[1], honest[1], honest[3], honest[4]] })
        {
            var set = LeafMaker.AsIs(leaves);
            var fault = Assert.Single((await CheckAsync(set)).Faults);
            Assert.Equal((LeafFaultKind.Disorder, 1, 2), (fault.Kind, fault.First, fault.Second));

            // The first ends where the second starts, or before it, as proveDisorder wants it.
            var tree = set.ToTree();
            var (first, second) = (set.EvidenceOf(tree, 1), set.EvidenceOf(tree, 2));
            Assert.True(first.Left + first.Leaf.Units <= second.Left);
        }
    }

    [Fact]
    public async Task Other_leaves_or_other_units_than_committed_prove_nothing()
    {
        var set = LeafMaker.Honest(4);

        Assert.Equal(LeafFaultKind.WrongSum, Assert.Single((await CheckAsync(set with { Units = set.Units + 1 })).Faults).Kind);
        Assert.Equal(LeafFaultKind.WrongRoot, Assert.Single((await CheckAsync(set with { Leaves = [.. set.Leaves.Skip(1)] })).Faults).Kind);
        Assert.Equal(LeafFaultKind.WrongRoot, Assert.Single((await CheckAsync(set with { Leaves = [] })).Faults).Kind);
        SignedLeaf[] tooMany = [LeafMaker.Sign(1, ulong.MaxValue), LeafMaker.Sign(2, 1)];
        Assert.Equal(LeafFaultKind.WrongSum, Assert.Single((await CheckAsync(set with { Leaves = tooMany })).Faults).Kind);
    }

    [Fact]
    public async Task Faults_are_told_up_to_a_limit_whatever_the_number_of_leaves()
    {
        var honest = LeafMaker.Honest(3).Leaves;
        var set = LeafMaker.AsIs([.. Enumerable.Repeat(honest[1], 10_000)]);

        Assert.Equal(LeafSetCheck.MaxFaults, (await CheckAsync(set)).Faults.Count);
    }

    /// <summary>Nobody has delegates.</summary>
    private static Task<LeafSetReport> CheckAsync(LeafSet set) => LeafSetCheck.RunAsync(set, LeafMaker.Domain, (client, signer) => client == signer, default);

    /// <summary>The same signature with the other s, which the contract does not take.</summary>
    private static byte[] Twin(byte[] signature)
    {
        var order = System.Numerics.BigInteger.Parse("0fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
        var s = new System.Numerics.BigInteger(signature.AsSpan(32, 32), isUnsigned: true, isBigEndian: true);
        return [.. signature[..32], .. (order - s).ToByteArray(isUnsigned: true, isBigEndian: true), (byte)(55 - signature[64])];
    }

    private static bool SameLeaf(SignedLeaf one, SignedLeaf other)
        => (one.Client, one.Signer, one.Units) == (other.Client, other.Signer, other.Units) && one.Signature.AsSpan().SequenceEqual(other.Signature);
}
