using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Formats;

namespace Sending.Chain.Work;

/// <summary>A leaf of a commitment, its signature, and the way from it to the root: all that a contract needs to judge it.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Signature">What the leaf's hash is of; a receipt's 65 bytes, or whatever a dishonest Edge put there.</param>
/// <param name="Steps">From the leaf up.</param>
public sealed record ProvenLeaf(MerkleSumLeaf Leaf, byte[] Signature, IReadOnlyList<MerkleSumStep> Steps)
{
    /// <summary>Whether this answers the challenge of a unit: the leaf is in the tree and covers the unit, and the signature is the committed one, by its signer.</summary>
    /// <param name="domain">See <see cref="TypedDataDomain.OfWork"/>.</param>
    /// <param name="epoch">The commitment's epoch.</param>
    /// <param name="edge">The commitment's Edge.</param>
    /// <param name="root">The commitment's root.</param>
    /// <param name="units">The commitment's units.</param>
    /// <param name="unit">Counted from 0.</param>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public bool Answers(TypedDataDomain domain, ulong epoch, string edge, ReadOnlySpan<byte> root, ulong units, ulong unit)
        => MerkleSumProof.Covers(Leaf, Steps, root, units, unit)
            && new RelayReceipt(edge, Leaf.Client, epoch, Leaf.Units) is var receipt
            && receipt.RecoverSigner(domain, Signature) is { } signer
            && MerkleSumLeaf.CompareKeys(MerkleSumLeaf.Of(receipt, signer, Signature), Leaf) == 0
            && MerkleSumLeaf.Of(receipt, signer, Signature).SignatureHash.AsSpan().SequenceEqual(Leaf.SignatureHash);

    internal WorkLeaf EncodeLeaf() => new() { Client = Leaf.Client, Signer = Leaf.Signer, Units = Leaf.Units, SignatureHash = Leaf.SignatureHash };

    internal List<ProofStep> EncodeSteps() => [.. Steps.Select(step => new ProofStep { Hash = step.Hash, Sum = step.Sum, IsLeft = step.IsLeft })];

    internal Answer EncodeAnswer(ulong unit) => new() { Unit = unit, Leaf = EncodeLeaf(), Proof = EncodeSteps(), Signature = Signature };
}
