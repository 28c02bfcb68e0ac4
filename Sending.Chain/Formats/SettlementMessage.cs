using System.Numerics;
using Nethereum.Signer;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>What guardians sign for the epochs since the last final settlement. Amounts are in base units of SEND.</summary>
/// <param name="Epoch">The last epoch covered.</param>
/// <param name="Previous">Digest of the last final settlement; zeros before the first.</param>
/// <param name="EarningsRoot">See <see cref="SettlementTrees.OfEarnings"/>.</param>
/// <param name="TotalEarned">In the epochs covered.</param>
/// <param name="ChargesRoot">See <see cref="SettlementTrees.OfCharges"/>.</param>
/// <param name="TotalCharged">In the epochs covered.</param>
public sealed record SettlementMessage(
    BigInteger Epoch,
    byte[] Previous,
    byte[] EarningsRoot,
    BigInteger TotalEarned,
    byte[] ChargesRoot,
    BigInteger TotalCharged)
{
    private static readonly byte[] TypeHash = Keccak256.Hash(
        "Settlement(uint256 epoch,bytes32 previous,bytes32 earningsRoot,uint256 totalEarned,bytes32 chargesRoot,uint256 totalCharged)"u8);

    /// <summary>The EIP-712 hash of the settlement, in no domain yet.</summary>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public byte[] StructHash()
    {
        var words = new AbiWords(stackalloc byte[7 * Bytes32.Length]);
        words.AddHash(TypeHash);
        words.AddNumber(Epoch);
        words.AddHash(Previous);
        words.AddHash(EarningsRoot);
        words.AddNumber(TotalEarned);
        words.AddHash(ChargesRoot);
        words.AddNumber(TotalCharged);
        return Keccak256.Hash(words.Written);
    }

    /// <summary>What is signed, and what the next settlement names as its previous.</summary>
    /// <param name="domain">See <see cref="TypedDataDomain.OfRewards"/>.</param>
    public byte[] Digest(TypedDataDomain domain) => domain.Digest(StructHash());

    /// <summary>Signs the settlement.</summary>
    /// <param name="domain">See <see cref="TypedDataDomain.OfRewards"/>.</param>
    /// <param name="key">The guardian's operator key.</param>
    public byte[] Sign(TypedDataDomain domain, EthECKey key) => AccountSignature.Sign(Digest(domain), key);

    /// <summary>Who signed the settlement; null when the signature is malformed.</summary>
    /// <param name="domain">See <see cref="TypedDataDomain.OfRewards"/>.</param>
    /// <param name="signature">Any bytes.</param>
    public string? RecoverSigner(TypedDataDomain domain, ReadOnlySpan<byte> signature) => AccountSignature.Recover(Digest(domain), signature);
}
