using System.Numerics;
using System.Text;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>An EIP-712 domain: what a signature is good for, and nothing else.</summary>
/// <param name="Name">The contract's name for it.</param>
/// <param name="ChainId">The chain.</param>
/// <param name="VerifyingContract">The contract that takes the signature.</param>
public sealed record TypedDataDomain(string Name, BigInteger ChainId, string VerifyingContract)
{
    private static readonly byte[] TypeHash =
        Keccak256.Hash("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"u8);

    /// <summary>The version of the domain's formats.</summary>
    public string Version { get; init; } = "1";

    /// <summary>The domain of receipts.</summary>
    /// <param name="chainId">The chain.</param>
    /// <param name="workProofs">Address of WorkProofs.</param>
    public static TypedDataDomain OfWork(BigInteger chainId, string workProofs) => new("SendingWork", chainId, workProofs);

    /// <summary>The domain of settlements.</summary>
    /// <param name="chainId">The chain.</param>
    /// <param name="rewardPool">Address of RewardPool.</param>
    public static TypedDataDomain OfRewards(BigInteger chainId, string rewardPool) => new("SendingRewards", chainId, rewardPool);

    /// <summary>The domain of signed changes of identities.</summary>
    /// <param name="chainId">The chain.</param>
    /// <param name="didRegistry">Address of DidRegistry.</param>
    public static TypedDataDomain OfDid(BigInteger chainId, string didRegistry) => new("SendingDid", chainId, didRegistry);

    /// <summary>The domain of token permits (ERC-2612).</summary>
    /// <param name="chainId">The chain.</param>
    /// <param name="sendToken">Address of SendToken.</param>
    public static TypedDataDomain OfToken(BigInteger chainId, string sendToken) => new("SEND", chainId, sendToken);

    /// <summary>The domain's hash.</summary>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public byte[] Separator()
    {
        var words = new AbiWords(stackalloc byte[5 * Bytes32.Length]);
        words.AddHash(TypeHash);
        words.AddHash(Keccak256.Hash(Encoding.UTF8.GetBytes(Name)));
        words.AddHash(Keccak256.Hash(Encoding.UTF8.GetBytes(Version)));
        words.AddNumber(ChainId);
        words.AddAddress(VerifyingContract);
        return Keccak256.Hash(words.Written);
    }

    /// <summary>What is signed for a struct in this domain.</summary>
    /// <param name="structHash">The struct's 32 bytes.</param>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    public byte[] Digest(ReadOnlySpan<byte> structHash)
    {
        Bytes32.Require(structHash, "A struct's hash");
        Span<byte> signed = stackalloc byte[2 + (2 * Bytes32.Length)];
        signed[0] = 0x19;
        signed[1] = 0x01;
        Separator().CopyTo(signed[2..]);
        structHash.CopyTo(signed[^Bytes32.Length..]);
        return Keccak256.Hash(signed);
    }
}
