using Sending.Chain.Formats;
using Sending.Crypto;

namespace Sending.Chain.Work;

/// <summary>A leaf of an Edge's work tree with the signature that it commits to: the last receipt of one signer for one client.</summary>
/// <param name="Client">The payer.</param>
/// <param name="Signer">Who is said to have signed.</param>
/// <param name="Units">The receipt's running total.</param>
/// <param name="Signature">65 bytes in an honest leaf; at most <see cref="MaxSignature"/> in any that is read.</param>
public sealed record SignedLeaf(string Client, string Signer, ulong Units, byte[] Signature)
{
    /// <summary>Most bytes of a signature that are read: an invalid one of another length must be shown to convict its Edge.</summary>
    public const int MaxSignature = 128;

    /// <summary>The leaf as it is hashed.</summary>
    public MerkleSumLeaf ToLeaf() => new(Client, Signer, Units, Keccak256.Hash(Signature));
}
