using System.Numerics;
using Nethereum.Signer;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>An ERC-2612 permit: lets a contract take tokens once, in the transaction that carries it.</summary>
/// <param name="Owner">Whose tokens.</param>
/// <param name="Spender">Who may take them.</param>
/// <param name="Value">Exactly how many, in the smallest unit.</param>
/// <param name="Nonce">The owner's permit nonce in the token.</param>
/// <param name="Deadline">Last second (Unix) in which it can be used, by block time.</param>
public sealed record TokenPermit(string Owner, string Spender, BigInteger Value, BigInteger Nonce, BigInteger Deadline)
{
    private static readonly byte[] TypeHash = Keccak256.Hash("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"u8);

    /// <summary>The EIP-712 hash of the permit, in no domain yet.</summary>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public byte[] StructHash()
    {
        var words = new AbiWords(stackalloc byte[6 * Bytes32.Length]);
        words.AddHash(TypeHash);
        words.AddAddress(Owner);
        words.AddAddress(Spender);
        words.AddNumber(Value);
        words.AddNumber(Nonce);
        words.AddNumber(Deadline);
        return Keccak256.Hash(words.Written);
    }

    /// <summary>Signs the permit.</summary>
    /// <param name="domain">See <see cref="TypedDataDomain.OfToken"/>.</param>
    /// <param name="key">The owner's.</param>
    public byte[] Sign(TypedDataDomain domain, EthECKey key) => AccountSignature.Sign(domain.Digest(StructHash()), key);
}
