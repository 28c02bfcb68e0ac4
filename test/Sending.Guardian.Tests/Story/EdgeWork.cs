using Nethereum.Signer;
using Sending.Chain.Accounts;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Work;
using Sending.Crypto;
using Sending.Testing.Work;

namespace Sending.Guardian.Tests.Story;

/// <summary>What an Edge commits to of an epoch, honest or in one of the ways to cheat. In each there is a receipt of the payer, which alone would be paid.</summary>
/// <param name="edge">Owner of the Edge's node.</param>
/// <param name="payer">Who has a credit line at the Edge, and has signed for <see cref="PaidUnits"/>.</param>
/// <param name="epoch">The epoch.</param>
/// <param name="domain">See <see cref="TypedDataDomain.OfWork"/>.</param>
internal sealed class EdgeWork(UnlockedAccount edge, UnlockedAccount payer, long epoch, TypedDataDomain domain)
{
    public const ulong PaidUnits = 900;

    private const int Smallest = 10;

    /// <summary>Receipts of ten clients, all signed.</summary>
    public LeafSet Honest() => LeafSet.Build(epoch, edge.Address, [Paid(), .. Others(9)]);

    /// <summary>Beside what is signed, leaves of clients that never signed anything, of the units given.</summary>
    public LeafSet Invented(int signed, params ulong[] invented)
        => LeafSet.Build(epoch, edge.Address, [Paid(), .. Others(signed), .. invented.Select(Invent)]);

    /// <summary>More units than its leaves have.</summary>
    public LeafSet MoreUnits(ulong more)
    {
        var honest = Honest();
        return honest with { Units = honest.Units + more };
    }

    /// <summary>A root that counts more units below its right child than that has itself.</summary>
    public LeafSet HiddenUnits(ulong more)
    {
        var honest = LeafSet.Build(epoch, edge.Address, [Paid(), .. Others(1)]);
        var (left, right) = (honest.Leaves[0].ToLeaf(), honest.Leaves[1].ToLeaf());
        byte[] node = [.. left.Hash(), .. BigEndian(left.Units), .. right.Hash(), .. BigEndian(right.Units + more)];
        return honest with { Root = Word.Hash(Keccak256.Hash(node)), Units = honest.Units + more };
    }

    /// <summary>Two leaves in the wrong order.</summary>
    public LeafSet Disordered()
    {
        var leaves = Honest().Leaves.ToArray();
        (leaves[3], leaves[4]) = (leaves[4], leaves[3]);
        return AsIs(leaves);
    }

    /// <summary>The payer's receipt twice.</summary>
    public LeafSet Twice()
    {
        var leaves = Honest().Leaves;
        return AsIs([.. leaves.SelectMany(leaf => leaf.Client == payer.Address ? new[] { leaf, leaf } : [leaf])]);
    }

    /// <summary>The receipts of another Edge.</summary>
    public LeafSet Of(LeafSet other) => LeafSet.Build(epoch, edge.Address, [.. other.Leaves, .. Others(3)]);

    private static byte[] BigEndian(ulong number)
    {
        var bytes = new byte[sizeof(ulong)];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        return bytes;
    }

    private LeafSet AsIs(IReadOnlyList<SignedLeaf> leaves) => LeafMaker.AsIs(leaves) with { Epoch = epoch, Edge = edge.Address };

    private SignedLeaf Paid() => Sign(payer.Key, PaidUnits);

    private IEnumerable<SignedLeaf> Others(int count) => Enumerable.Range(0, count).Select(_ => Sign(EthECKey.GenerateKey(), Smallest));

    private SignedLeaf Sign(EthECKey client, ulong units)
    {
        var address = client.GetPublicAddress();
        return new SignedLeaf(address, address, units, new RelayReceipt(edge.Address, address, (ulong)epoch, units).Sign(domain, client));
    }

    /// <summary>The Edge signs for a client that exists.</summary>
    private SignedLeaf Invent(ulong units)
    {
        var client = EthECKey.GenerateKey().GetPublicAddress();
        return new SignedLeaf(client, client, units, new RelayReceipt(edge.Address, client, (ulong)epoch, units).Sign(domain, edge.Key));
    }
}
