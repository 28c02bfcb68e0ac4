using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;
using Org.BouncyCastle.Math.EC;
using BcInteger = Org.BouncyCastle.Math.BigInteger;

namespace Nethereum.Signer;

/// <summary>A secp256k1 key: a private one, which signs, or a public one, which verifies alone.</summary>
public class EthECKey
{
    internal const byte LowestV = 27;

    private readonly BcInteger _privateKey;
    private readonly Lazy<ECPoint> _publicKey;

    /// <summary>From a private key of 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is not hexadecimal.</exception>
    /// <exception cref="ArgumentException">It is not a private key.</exception>
    public EthECKey(string privateKey)
        : this(ReadHex(privateKey), isPrivate: true)
    {
    }

    /// <summary>From a private key of 32 bytes, or from a public key of 33, 64 or 65.</summary>
    /// <exception cref="ArgumentException">The bytes are not such a key.</exception>
    public EthECKey(byte[] vch, bool isPrivate)
    {
        if (isPrivate)
        {
            _privateKey = Secp256k1.ReadPrivateKey(vch);
            _publicKey = new Lazy<ECPoint>(() => Secp256k1.PublicKeyOf(_privateKey));
        }
        else
        {
            var point = Secp256k1.ReadPublicKey(vch.Length == 2 * Secp256k1.ScalarLength ? [4, .. vch] : vch);
            _publicKey = new Lazy<ECPoint>(point);
        }
    }

    private EthECKey(ECPoint publicKey) => _publicKey = new Lazy<ECPoint>(publicKey);

    /// <summary>A new key from the operating system's random numbers.</summary>
    public static EthECKey GenerateKey() => new(Secp256k1.RandomPrivateKey(), isPrivate: true);

    /// <summary>The address of a private key.</summary>
    public static string GetPublicAddress(string privateKey) => new EthECKey(privateKey).GetPublicAddress();

    /// <summary>The 32 bytes of the private key.</summary>
    /// <exception cref="InvalidOperationException">It is a public key.</exception>
    public byte[] GetPrivateKeyAsBytes() => PrivateKeyOrThrow().ToByteArrayUnsigned().PadLeft(Secp256k1.ScalarLength);

    /// <summary>The private key as 64 hexadecimal digits with prefix.</summary>
    public string GetPrivateKey() => GetPrivateKeyAsBytes().ToHex(prefix: true);

    /// <summary>The public key: 65 bytes, or 33 when compressed.</summary>
    public byte[] GetPubKey(bool compresseed = false) => _publicKey.Value.GetEncoded(compresseed);

    /// <summary>The public key without its first byte.</summary>
    public byte[] GetPubKeyNoPrefix(bool compressed = false) => GetPubKey(compressed)[1..];

    /// <summary>The address, checksummed: the last 20 bytes of the hash of the public key.</summary>
    public string GetPublicAddress() => GetPublicAddressAsBytes().ConvertToEthereumChecksumAddress();

    /// <summary>The 20 bytes of the address.</summary>
    public byte[] GetPublicAddressAsBytes() => Sha3Keccack.Hash(GetPubKeyNoPrefix())[^20..];

    /// <summary>The recovery id, 0 to 3, that v of 27 to 30, or a parity of 0 or 1, stands for.</summary>
    /// <exception cref="ArgumentException">v is something else.</exception>
    public static int GetRecIdFromV(byte v) => v switch
    {
        0 or 1 => v,
        >= LowestV and < LowestV + 4 => v - LowestV,
        _ => throw new ArgumentException($"A signature's v is 27 or 28 (or a parity of 0 or 1), not {v}.", nameof(v)),
    };

    /// <inheritdoc cref="GetRecIdFromV(byte)"/>
    public static int GetRecIdFromV(byte[] v)
    {
        var value = v.ToUnsignedInteger();
        return value <= byte.MaxValue
            ? GetRecIdFromV((byte)value)
            : throw new ArgumentException($"A signature's v is 27 or 28 (or a parity of 0 or 1), not {value}.", nameof(v));
    }

    /// <summary>The recovery id that v of a chain's legacy transaction stands for (EIP-155).</summary>
    /// <exception cref="ArgumentException">v is not of that chain.</exception>
    public static int GetRecIdFromVChain(BigInteger vChain, BigInteger chainId)
    {
        var recoveryId = vChain - (chainId * 2) - 35;
        return recoveryId.IsZero || recoveryId.IsOne
            ? (int)recoveryId
            : throw new ArgumentException($"v {vChain} is not of chain {chainId}.", nameof(vChain));
    }

    /// <inheritdoc cref="GetRecIdFromVChain(BigInteger, BigInteger)"/>
    public static int GetRecIdFromVChain(byte[] vChain, BigInteger chainId) => GetRecIdFromVChain(vChain.ToUnsignedInteger(), chainId);

    /// <summary>The chain that v of a legacy transaction says (EIP-155).</summary>
    public static BigInteger GetChainFromVChain(BigInteger vChain) => (vChain - 35) / 2;

    /// <summary>The public key that signed the hash. V is 27 or 28, or a parity.</summary>
    /// <exception cref="ArgumentException">There is none: r, s or v is out of bounds.</exception>
    public static EthECKey RecoverFromSignature(EthECDSASignature signature, byte[] hash) =>
        RecoverFromSignature(signature, GetRecIdFromV(signature.V), hash);

    /// <summary>The public key that signed the hash. V is a parity.</summary>
    /// <exception cref="ArgumentException">There is none: r, s or v is out of bounds.</exception>
    public static EthECKey RecoverFromParityYSignature(EthECDSASignature signature, byte[] hash) => RecoverFromSignature(signature, hash);

    /// <summary>The public key that signed the hash. V contains the chain id (EIP-155).</summary>
    /// <exception cref="ArgumentException">There is none: r, s or v is out of bounds.</exception>
    public static EthECKey RecoverFromSignature(EthECDSASignature signature, byte[] hash, BigInteger chainId) =>
        RecoverFromSignature(signature, GetRecIdFromVChain(signature.V, chainId), hash);

    /// <summary>The public key that signed the hash, by the recovery id, 0 to 3.</summary>
    /// <exception cref="ArgumentException">There is none: r, s or the recovery id is out of bounds.</exception>
    public static EthECKey RecoverFromSignature(EthECDSASignature signature, int recId, byte[] hash) =>
        new(Secp256k1.Recover(hash, signature.R, signature.S, recId) ?? throw new ArgumentException("No key can have made this signature: its r, s or v is out of bounds."));

    /// <summary>Signs a hash of 32 bytes; V contains the chain id (EIP-155).</summary>
    public EthECDSASignature SignAndCalculateV(byte[] hash, BigInteger chainId) => Sign(hash, recoveryId => ((chainId * 2) + 35 + recoveryId).ToMinimalBytes());

    /// <summary>Signs a hash of 32 bytes; V is the parity, 0 or 1.</summary>
    public EthECDSASignature SignAndCalculateYParityV(byte[] hash) => Sign(hash, recoveryId => [(byte)recoveryId]);

    /// <summary>Signs a hash of 32 bytes; V is 27 or 28.</summary>
    public EthECDSASignature SignAndCalculateV(byte[] hash) => Sign(hash, recoveryId => [(byte)(LowestV + recoveryId)]);

    /// <summary>Signs a hash of 32 bytes; V is left out.</summary>
    public EthECDSASignature Sign(byte[] hash) => Sign(hash, _ => null);

    /// <summary>Whether this key signed the hash.</summary>
    public bool Verify(byte[] hash, EthECDSASignature sig) => Secp256k1.Verify(hash, sig.R, sig.S, _publicKey.Value);

    /// <summary>Whether this key signed the hash, and s is low (EIP-2).</summary>
    public bool VerifyAllowingOnlyLowS(byte[] hash, EthECDSASignature sig) => sig.IsLowS && Verify(hash, sig);

    private EthECDSASignature Sign(byte[] hash, Func<int, byte[]> calculateV)
    {
        var (r, s, recoveryId) = Secp256k1.Sign(hash, PrivateKeyOrThrow());
        return new EthECDSASignature(r, s, calculateV(recoveryId));
    }

    private BcInteger PrivateKeyOrThrow() => _privateKey ?? throw new InvalidOperationException("This is a public key: the private key is not known.");

    private static byte[] ReadHex(string privateKey)
    {
        try
        {
            return privateKey.HexToByteArray();
        }
        catch (FormatException)
        {
            // The message of the original error quotes the text, which may be most of a secret.
            throw new FormatException("The private key is not hexadecimal.");
        }
    }
}
