using Nethereum.Signer;
using Sending.Chain.Accounts;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Formats;
using Sending.Chain.Work;

namespace Sending.Chain.Tests.Protocol;

/// <summary>What an Edge keeps of an epoch, commits to, and publishes: the last receipt of each signer for each client.</summary>
internal sealed class ReceiptBook(TypedDataDomain domain, string edge, long epoch)
{
    private readonly Dictionary<(string Client, string Signer), (MerkleSumLeaf Leaf, byte[] Signature)> _receipts = [];
    private MerkleSumTree? _tree;

    public long Epoch { get; } = epoch;

    /// <summary>The tree that is committed.</summary>
    public MerkleSumTree Tree => _tree ??= MerkleSumTree.Build(_receipts.Values.Select(receipt => receipt.Leaf));

    /// <summary>What it publishes.</summary>
    public LeafSet ToSet() => LeafSet.Build(
        Epoch, edge, _receipts.Values.Select(receipt => new SignedLeaf(receipt.Leaf.Client, receipt.Leaf.Signer, receipt.Leaf.Units, receipt.Signature)));

    /// <summary>Takes a receipt that the client itself signs.</summary>
    public void Take(UnlockedAccount client, ulong units) => Take(client.Address, client, units);

    /// <summary>Takes a receipt that somebody signs for the client, as the Edge takes any: if the signature is the signer's, and the total no lower.</summary>
    public void Take(string client, UnlockedAccount signer, ulong units)
    {
        Put(client, signer.Address, signer.Key, units);
        Assert.Equal(signer.Address, SignerOf(_receipts[(client, signer.Address)]), ignoreCase: true);
    }

    /// <summary>Invents a receipt: it names the client as its signer, but somebody else has signed.</summary>
    public void Invent(string client, EthECKey forger, ulong units) => Put(client, client, forger, units);

    /// <summary>The first unit of a signer's leaf.</summary>
    public ulong FirstUnitOf(string client, string signer) => Tree.FirstUnitOf(Tree.Leaves.ToList().IndexOf(_receipts[(client, signer)].Leaf));

    /// <summary>What an auditor finds who has all leaves: the first unit whose signature is not its signer's; null in an honest book.</summary>
    public ulong? FirstInventedUnit()
    {
        for (var leaf = 0; leaf < Tree.Leaves.Count; leaf++)
        {
            var entry = _receipts[(Tree.Leaves[leaf].Client, Tree.Leaves[leaf].Signer)];
            if (!string.Equals(SignerOf(entry), entry.Leaf.Signer, StringComparison.OrdinalIgnoreCase))
            {
                return Tree.FirstUnitOf(leaf);
            }
        }

        return null;
    }

    /// <summary>The proof of a unit; <paramref name="by"/> names another unit whose leaf is shown instead.</summary>
    public Answer Answer(ulong unit, ulong? by = null)
    {
        var place = Tree.LeafOf(by ?? unit);
        var leaf = Tree.Leaves[place];
        return new Answer
        {
            Unit = unit,
            Leaf = new WorkLeaf { Client = leaf.Client, Signer = leaf.Signer, Units = leaf.Units, SignatureHash = leaf.SignatureHash },
            Proof = [.. Tree.ProofOf(place).Select(step => new ProofStep { Hash = step.Hash, Sum = step.Sum, IsLeft = step.IsLeft })],
            Signature = _receipts[(leaf.Client, leaf.Signer)].Signature,
        };
    }

    private void Put(string client, string signer, EthECKey key, ulong units)
    {
        var receipt = new RelayReceipt(edge, client, (ulong)Epoch, units);
        var signature = receipt.Sign(domain, key);
        var before = _receipts.TryGetValue((client, signer), out var last) ? last.Leaf.Units : 0;
        Assert.True(units >= before, "A later receipt is never lower.");
        _receipts[(client, signer)] = (MerkleSumLeaf.Of(receipt, signer, signature), signature);
        _tree = null;
    }

    private string? SignerOf((MerkleSumLeaf Leaf, byte[] Signature) receipt)
        => new RelayReceipt(edge, receipt.Leaf.Client, (ulong)Epoch, receipt.Leaf.Units).RecoverSigner(domain, receipt.Signature);
}
