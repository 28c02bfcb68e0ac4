using System.Numerics;
using System.Text.Json;
using CsCheck;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Signer;
using Sending.Chain.Formats;

namespace Sending.Chain.Tests.Formats;

public class SettlementTests
{
    private static readonly JsonElement Vector = Vectors.Read("settlements");
    private static readonly TypedDataDomain Domain = Vector.Domain();

    [Fact]
    public void Domain_is_that_of_rewards()
    {
        Assert.Equal(Domain, TypedDataDomain.OfRewards(Domain.ChainId, Domain.VerifyingContract));
        Assert.Equal(Vector.Text("separator"), Domain.Separator().Hex());
    }

    [Fact]
    public void Digests_and_signatures_are_those_of_other_libraries()
    {
        foreach (var item in Vector.Items("settlements"))
        {
            var settlement = Read(item);
            Assert.Equal(item.Text("structHash"), settlement.StructHash().Hex());
            Assert.Equal(item.Text("digest"), settlement.Digest(Domain).Hex());
            Assert.Equal(item.Text("signature"), settlement.Sign(Domain, new EthECKey(item.Text("privateKey"))).Hex());
            Assert.Equal(item.Text("signer"), settlement.RecoverSigner(Domain, item.Bytes("signature")));
        }
    }

    [Fact]
    public void Every_field_and_the_domain_are_in_the_digest()
    {
        var signed = Vector.Items("settlements")[1];
        foreach (var item in Vector.Items("altered"))
        {
            Assert.Equal(item.Text("digest"), Read(item).Digest(item.Domain()).Hex());
            Assert.NotEqual(signed.Text("signer"), Read(item).RecoverSigner(item.Domain(), signed.Bytes("signature")));
        }
    }

    [Fact]
    public void Numbers_must_fit_a_word()
    {
        var settlement = Read(Vector.Items("settlements")[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => (settlement with { TotalEarned = BigInteger.MinusOne }).StructHash());
        Assert.Throws<ArgumentOutOfRangeException>(() => (settlement with { TotalEarned = BigInteger.One << 256 }).StructHash());
        Assert.Throws<ArgumentException>(() => (settlement with { Previous = [] }).StructHash());
    }

    [Fact]
    public void Earnings_trees_are_those_of_OpenZeppelin()
    {
        foreach (var item in Vector.Items("earnings"))
        {
            var tree = SettlementTrees.OfEarnings(item.GetProperty("entries").EnumerateArray().Reverse().Select(Earnings));
            AssertSame(item, tree, leaf => Earnings(leaf).Leaf());
        }
    }

    [Fact]
    public void Charges_trees_are_those_of_OpenZeppelin()
    {
        foreach (var item in Vector.Items("charges"))
        {
            var tree = SettlementTrees.OfCharges(item.GetProperty("entries").EnumerateArray().Reverse().Select(Charge));
            AssertSame(item, tree, leaf => Charge(leaf).Leaf());
        }
    }

    [Theory]
    [InlineData("refusedEarnings")]
    [InlineData("refusedCharges")]
    public void Refuses_proofs(string list)
    {
        foreach (var item in Vector.Items(list))
        {
            var leaf = list == "refusedEarnings" ? Earnings(item).Leaf() : Charge(item).Leaf();
            Assert.False(StandardMerkleTree.Verify(item.Bytes("root"), leaf, item.AllBytes("proof")), item.Text("why"));
        }
    }

    [Fact]
    public void An_empty_tree_has_the_root_0()
    {
        Assert.Equal(new byte[32], SettlementTrees.OfEarnings([]).Root);
        Assert.Equal(new byte[32], SettlementTrees.OfEarnings([new NodeEarnings("0x" + new string('1', 40), 0)]).Root);
        Assert.NotEqual(new byte[32], SettlementTrees.OfCharges([new LineCharge("0x" + new string('1', 40), "0x" + new string('2', 40), 0)]).Root);
    }

    [Fact]
    public void Nothing_is_listed_twice()
    {
        var (a, b) = ("0x" + new string('a', 40), "0x" + new string('b', 40));
        Assert.Throws<FormatException>(() => SettlementTrees.OfEarnings([new(a, 1), new(a.ToUpperInvariant().Replace("0X", "0x"), 2)]));
        Assert.Throws<FormatException>(() => SettlementTrees.OfCharges([new(a, b, 0), new(a, b, 5)]));
        Assert.Equal(3, SettlementTrees.OfCharges([new(a, b, 5), new(b, a, 5), new(a, a, 5)]).Count);
    }

    [Fact]
    public void Every_leaf_of_any_tree_is_proven_and_nothing_else() =>
        Gen.Select(Gen.ULong[1, ulong.MaxValue].Array[1, 40], Gen.Int, Gen.Int[0, 255]).Sample(
            (amounts, seed, bit) =>
            {
                NodeEarnings[] earnings = [.. amounts.Select((amount, i) => new NodeEarnings("0x" + (i + 1).ToString("x40"), amount))];
                var tree = SettlementTrees.OfEarnings(earnings);
                foreach (var entry in earnings)
                {
                    Assert.True(StandardMerkleTree.Verify(tree.Root, entry.Leaf(), tree.ProofOf(entry.Leaf())));
                }

                var chosen = earnings[(uint)seed % earnings.Length];
                var proof = tree.ProofOf(chosen.Leaf());
                var other = chosen with { Cumulative = chosen.Cumulative ^ (BigInteger.One << bit) };
                Assert.False(StandardMerkleTree.Verify(tree.Root, other.Leaf(), proof));
                Assert.Throws<KeyNotFoundException>(() => tree.ProofOf(other.Leaf()));
                for (var i = 0; i < proof.Count; i++)
                {
                    byte[][] changed = [.. proof.Select(sibling => (byte[])[.. sibling])];
                    changed[i][bit / 8] ^= (byte)(1 << (bit % 8));
                    Assert.False(StandardMerkleTree.Verify(tree.Root, chosen.Leaf(), changed));
                }
            },
            iter: 200);

    private static void AssertSame(JsonElement item, StandardMerkleTree tree, Func<JsonElement, byte[]> hash)
    {
        JsonElement[] leaves = [.. item.GetProperty("leaves").EnumerateArray()];
        Assert.Equal(item.Text("root"), tree.Root.Hex());
        Assert.Equal(leaves.Length, tree.Count);
        foreach (var leaf in leaves)
        {
            Assert.Equal(leaf.Text("hash"), hash(leaf).Hex());
            Assert.Equal(leaf.AllBytes("proof").Select(Vectors.Hex), tree.ProofOf(hash(leaf)).Select(Vectors.Hex));
            Assert.True(StandardMerkleTree.Verify(tree.Root, hash(leaf), leaf.AllBytes("proof")));
        }
    }

    private static SettlementMessage Read(JsonElement item) => new(
        item.Number("epoch"), item.Bytes("previous"), item.Bytes("earningsRoot"), item.Number("totalEarned"), item.Bytes("chargesRoot"), item.Number("totalCharged"));

    private static NodeEarnings Earnings(JsonElement item) => new(item.Text("node"), item.Number("cumulative"));

    private static LineCharge Charge(JsonElement item) => new(item.Text("payer"), item.Text("edge"), item.Number("cumulative"));
}
