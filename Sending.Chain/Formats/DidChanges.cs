using System.Numerics;
using System.Text;
using Nethereum.Signer;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>What an identity's owner signs, so that anybody can bring its changes to DidRegistry: all of them or none.</summary>
/// <param name="Identity">Whose document changes.</param>
/// <param name="Owner">The identity's owner when the changes are made.</param>
/// <param name="Changes">In their order.</param>
/// <param name="Nonce">The owner's in the registry.</param>
/// <param name="Deadline">Last second (Unix) in which the signature can be used.</param>
public sealed record DidChanges(string Identity, string Owner, IReadOnlyList<DidChange> Changes, BigInteger Nonce, BigInteger Deadline)
{
    private static readonly byte[] TypeHash = Keccak256.Hash(Encoding.UTF8.GetBytes(
        "Changes(address identity,address owner,Change[] changes,uint256 nonce,uint256 deadline)" + DidChange.Type));

    /// <summary>The EIP-712 hash of the changes, in no domain yet.</summary>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public byte[] StructHash()
    {
        var words = new AbiWords(stackalloc byte[6 * Bytes32.Length]);
        words.AddHash(TypeHash);
        words.AddAddress(Identity);
        words.AddAddress(Owner);
        words.AddHash(Keccak256.Hash([.. Changes.SelectMany(change => change.StructHash())]));
        words.AddNumber(Nonce);
        words.AddNumber(Deadline);
        return Keccak256.Hash(words.Written);
    }

    /// <summary>What is signed.</summary>
    /// <param name="domain">See <see cref="TypedDataDomain.OfDid"/>.</param>
    public byte[] Digest(TypedDataDomain domain) => domain.Digest(StructHash());

    /// <summary>Signs the changes.</summary>
    /// <param name="domain">See <see cref="TypedDataDomain.OfDid"/>.</param>
    /// <param name="key">The owner's.</param>
    public byte[] Sign(TypedDataDomain domain, EthECKey key) => AccountSignature.Sign(Digest(domain), key);
}
