using Nethereum.Signer;
using Sending.Chain.Formats;
using Sending.Chain.Work;

namespace Sending.Testing.Work;

/// <summary>Leaves that clients have signed, and sets of them that nobody would commit to.</summary>
public static class LeafMaker
{
    public const long Epoch = 7;

    public static readonly string Edge = new EthECKey(Number(1000), isPrivate: true).GetPublicAddress();

    public static readonly TypedDataDomain Domain = TypedDataDomain.OfWork(31337, "0x" + new string('5', 40));

    public static EthECKey Key(int number) => new(Number(number), isPrivate: true);

    /// <summary>A receipt that a client signs itself, or a delegate for it.</summary>
    public static SignedLeaf Sign(int client, ulong units, int? signer = null, long epoch = Epoch, string? edge = null)
    {
        var receipt = new RelayReceipt(edge ?? Edge, Key(client).GetPublicAddress(), (ulong)epoch, units);
        var key = Key(signer ?? client);
        return new SignedLeaf(receipt.Client, key.GetPublicAddress(), units, receipt.Sign(Domain, key));
    }

    public static LeafSet Honest(int clients) => LeafSet.Build(Epoch, Edge, Enumerable.Range(1, clients).Select(client => Sign(client, (ulong)client)));

    /// <summary>A set of exactly these leaves, with the root and the units that they have.</summary>
    public static LeafSet AsIs(IReadOnlyList<SignedLeaf> leaves)
    {
        var set = new LeafSet(Epoch, Edge, "", 0, leaves);
        var tree = set.ToTree();
        return set with { Root = "0x" + Convert.ToHexStringLower(tree.Root), Units = tree.Total };
    }

    private static byte[] Number(int number) => [.. new byte[28], .. BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(number))];
}
