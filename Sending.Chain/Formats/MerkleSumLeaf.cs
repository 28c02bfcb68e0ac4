using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>A leaf of an Edge's work tree: the last receipt of one signer for one client.</summary>
/// <param name="Client">The payer.</param>
/// <param name="Signer">Who signed: the client, or a <c>relay</c> delegate of its DID.</param>
/// <param name="Units">The receipt's running total; 0 in no tree.</param>
/// <param name="SignatureHash">Keccak-256 of the receipt's signature.</param>
public sealed record MerkleSumLeaf(string Client, string Signer, ulong Units, byte[] SignatureHash)
{
    /// <summary>The leaf of a signed receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="signer">See <see cref="RelayReceipt.RecoverSigner"/>.</param>
    /// <param name="signature">Its 65 bytes.</param>
    public static MerkleSumLeaf Of(RelayReceipt receipt, string signer, ReadOnlySpan<byte> signature) =>
        new(receipt.Client, signer, receipt.Units, Keccak256.Hash(signature));

    /// <summary>Orders leaves by client, then signer, as numbers; 0 when both have the same key.</summary>
    /// <exception cref="ArgumentException">An address is malformed.</exception>
    public static int CompareKeys(MerkleSumLeaf left, MerkleSumLeaf right) => CompareKeys(left.Key(), right.Key());

    /// <summary>The leaf's hash.</summary>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public byte[] Hash()
    {
        var words = new AbiWords(stackalloc byte[4 * Bytes32.Length]);
        words.AddAddress(Client);
        words.AddAddress(Signer);
        words.AddNumber(Units);
        words.AddHash(SignatureHash);
        return Keccak256.Hash(words.Written);
    }

    internal static int CompareKeys(byte[] left, byte[] right) => left.AsSpan().SequenceCompareTo(right);

    internal byte[] Key()
    {
        var key = new byte[2 * AddressBytes.Length];
        AddressBytes.Write(Client, key.AsSpan(0, AddressBytes.Length));
        AddressBytes.Write(Signer, key.AsSpan(AddressBytes.Length));
        return key;
    }
}
