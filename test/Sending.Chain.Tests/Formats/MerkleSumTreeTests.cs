using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Formats;

namespace Sending.Chain.Tests.Formats;

public class MerkleSumTreeTests
{
    private static readonly JsonElement Vector = Vectors.Read("work-trees");

    [Fact]
    public void Trees_and_proofs_are_those_of_the_vectors()
    {
        foreach (var item in Vector.Items("trees"))
        {
            var tree = MerkleSumTree.Build(item.Leaves().Reverse());
            Assert.Equal(item.Leaves().Select(leaf => leaf.Hash().Hex()), tree.Leaves.Select(leaf => leaf.Hash().Hex()));
            Assert.Equal(item.Text("root"), tree.Root.Hex());
            Assert.Equal(item.Units("total"), tree.Total);
            foreach (var proof in item.Items("proofs"))
            {
                var place = (int)proof.Units("leaf");
                Assert.Equal(proof.Text("hash"), tree.Leaves[place].Hash().Hex());
                Assert.Equal(proof.Units("left"), tree.FirstUnitOf(place));
                Assert.Equal(proof.Steps().Describe(), tree.ProofOf(place).Describe());
            }
        }
    }

    [Fact]
    public void Walks_end_where_the_vectors_say()
    {
        foreach (var item in Vector.Items("walks"))
        {
            var end = MerkleSumProof.Walk(item.GetProperty("leaf").Leaf(), item.Steps());
            Assert.NotNull(end);
            Assert.Equal(item.Text("root"), end.Root.Hex());
            Assert.Equal(item.Units("total"), end.Total);
            Assert.Equal(item.Units("left"), end.Left);
        }
    }

    public static TheoryData<string> RefusedProofs() => Reasons("refusedProofs");

    [Theory]
    [MemberData(nameof(RefusedProofs))]
    public void Refuses_proofs(string why)
    {
        var item = Find("refusedProofs", why);
        Assert.False(MerkleSumProof.Covers(item.GetProperty("leaf").Leaf(), item.Steps(), item.Bytes("root"), item.Units("total"), item.Units("unit")));
    }

    [Theory]
    [InlineData("overflows")]
    [InlineData("tooDeep")]
    public void Walks_nowhere_when_sums_overflow_or_there_are_too_many_steps(string list)
    {
        foreach (var item in Vector.Items(list))
        {
            Assert.Null(MerkleSumProof.Walk(item.GetProperty("leaf").Leaf(), item.Steps()));
        }
    }

    public static TheoryData<string> RefusedTrees() => Reasons("refusedTrees");

    [Theory]
    [MemberData(nameof(RefusedTrees))]
    public void Refuses_leaves_that_make_no_tree(string why)
    {
        var item = Find("refusedTrees", why);
        Assert.Throws<FormatException>(() => MerkleSumTree.FromOrdered(item.Leaves()));
        if (item.Text("error") != "order" || why == "the same key twice")
        {
            Assert.Throws<FormatException>(() => MerkleSumTree.Build(item.Leaves()));
        }
    }

    [Fact]
    public void Keys_are_ordered_as_the_vectors_say()
    {
        foreach (var item in Vector.Items("orders"))
        {
            var (first, second) = (item.GetProperty("first").Leaf(), item.GetProperty("second").Leaf());
            Assert.Equal(item.GetProperty("before").GetBoolean(), MerkleSumLeaf.CompareKeys(first, second) < 0);
            Assert.Equal(-Math.Sign(MerkleSumLeaf.CompareKeys(first, second)), Math.Sign(MerkleSumLeaf.CompareKeys(second, first)));
        }
    }

    [Fact]
    public void A_leaf_is_made_of_a_signed_receipt()
    {
        var receipts = Vectors.Read("receipts");
        var item = receipts.Items("receipts")[1];
        var receipt = new RelayReceipt(item.Text("edge"), item.Text("client"), item.Units("epoch"), item.Units("units"));
        var signer = receipt.RecoverSigner(receipts.Domain(), item.Bytes("signature"))!;
        var leaf = MerkleSumLeaf.Of(receipt, signer, item.Bytes("signature"));
        Assert.Equal((item.Text("client"), item.Text("signer"), 1024UL), (leaf.Client, leaf.Signer, leaf.Units));
        Assert.Equal(Nethereum.Util.Sha3Keccack.Current.CalculateHash(item.Bytes("signature")).ToHex(), leaf.SignatureHash.ToHex());
    }

    [Fact]
    public void The_signatures_in_the_trees_are_those_of_the_leaves_signers()
    {
        var domain = Vectors.Read("receipts").Domain();
        var edge = Vectors.Read("receipts").Items("receipts")[0].Text("edge");
        foreach (var item in Vector.Items("trees")[0].Items("leaves"))
        {
            var leaf = item.Leaf();
            Assert.Equal(leaf.Signer, new RelayReceipt(edge, leaf.Client, 7, leaf.Units).RecoverSigner(domain, item.Bytes("signature")));
        }
    }

    [Fact]
    public void There_is_no_proof_of_what_is_not_there()
    {
        var tree = MerkleSumTree.Build(Vector.Items("trees")[0].Leaves());
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.LeafOf(tree.Total));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ProofOf(tree.Leaves.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ProofOf(-1));
    }

    [Fact]
    public void Refuses_hashes_of_another_length()
    {
        var leaf = Vector.Items("trees")[0].Leaves()[0];
        Assert.Throws<ArgumentException>(() => (leaf with { SignatureHash = new byte[31] }).Hash());
        Assert.Throws<ArgumentException>(() => MerkleSumProof.Walk(leaf, [new MerkleSumStep(new byte[33], 1, IsLeft: false)]));
    }

    private static TheoryData<string> Reasons(string list) => [.. Vector.Items(list).Select(item => item.Text("why"))];

    private static JsonElement Find(string list, string why) => Vector.Items(list).Single(item => item.Text("why") == why);
}
