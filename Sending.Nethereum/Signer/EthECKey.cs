using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;
using Sending.Crypto;

namespace Nethereum.Signer;

/// <summary>A secp256k1 key: a private one, which signs, or a public one, which verifies alone.</summary>
public class EthECKey
{
    internal const byte LowestV = 27;

    private readonly byte[] _privateKey;
    private readonly Lazy<byte[]> _publicKey;

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
            _privateKey = Secp256k1.IsPrivateKey(vch)
                ? [.. vch]
                : throw new ArgumentException("A private key has 32 bytes and is between 1 and the order of secp256k1 minus 1.");
            _publicKey = new Lazy<byte[]>(() => PublicKeyOf(_privateKey));
        }
        else
        {
            var publicKey = ReadPublicKey(vch.Length == Secp256k1.PublicKeyLength - 1 ? [4, .. vch] : vch);
            _publicKey = new Lazy<byte[]>(publicKey);
        }
    }

    private EthECKey(byte[] publicKey) => _publicKey = new Lazy<byte[]>(publicKey);

    /// <summary>A new key from the operating system's random numbers.</summary>
    public static EthECKey GenerateKey()
    {
        var privateKey = new byte[Secp256k1.PrivateKeyLength];
        Secp256k1.GeneratePrivateKey(privateKey);
        return new EthECKey(privateKey, isPrivate: true);
    }

    /// <summary>The address of a private key.</summary>
    public static string GetPublicAddress(string privateKey) => new EthECKey(privateKey).GetPublicAddress();

    /// <summary>The 32 bytes of the private key.</summary>
    /// <exception cref="InvalidOperationException">It is a public key.</exception>
    public byte[] GetPrivateKeyAsBytes() => [.. PrivateKeyOrThrow()];

    /// <summary>The private key as 64 hexadecimal digits with prefix.</summary>
    public string GetPrivateKey() => GetPrivateKeyAsBytes().ToHex(prefix: true);

    /// <summary>The public key: 65 bytes, or 33 when compressed.</summary>
    public byte[] GetPubKey(bool compresseed = false)
    {
        if (!compresseed)
        {
            return [.. _publicKey.Value];
        }

        var compressed = new byte[Secp256k1.CompressedPublicKeyLength];
        Secp256k1.CompressPublicKey(_publicKey.Value, compressed);
        return compressed;
    }

    /// <summary>The public key without its first byte.</summary>
    public byte[] GetPubKeyNoPrefix(bool compressed = false) => GetPubKey(compressed)[1..];

    /// <summary>The address, checksummed: the last 20 bytes of the hash of the public key.</summary>
    public string GetPublicAddress() => GetPublicAddressAsBytes().ConvertToEthereumChecksumAddress();

    /// <summary>The 20 bytes of the address.</summary>
    public byte[] GetPublicAddressAsBytes()
    {
        var address = new byte[EthereumAddress.Length];
        EthereumAddress.Write(_publicKey.Value, address);
        return address;
    }

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
    public static EthECKey RecoverFromSignature(EthECDSASignature signature, int recId, byte[] hash)
    {
        Span<byte> parts = stackalloc byte[Secp256k1.SignatureLength];
        var publicKey = new byte[Secp256k1.PublicKeyLength];
        return signature.TryWrite(parts) && Secp256k1.TryRecover(hash, parts, recId, publicKey)
            ? new EthECKey(publicKey)
            : throw new ArgumentException("No key can have made this signature: its r, s or v is out of bounds.");
    }

    /// <summary>Signs a hash of 32 bytes; V contains the chain id (EIP-155).</summary>
    public EthECDSASignature SignAndCalculateV(byte[] hash, BigInteger chainId) => Sign(hash, recoveryId => ((chainId * 2) + 35 + recoveryId).ToMinimalBytes());

    /// <summary>Signs a hash of 32 bytes; V is the parity, 0 or 1.</summary>
    public EthECDSASignature SignAndCalculateYParityV(byte[] hash) => Sign(hash, recoveryId => [(byte)recoveryId]);

    /// <summary>Signs a hash of 32 bytes; V is 27 or 28.</summary>
    public EthECDSASignature SignAndCalculateV(byte[] hash) => Sign(hash, recoveryId => [(byte)(LowestV + recoveryId)]);

    /// <summary>Signs a hash of 32 bytes; V is left out.</summary>
    public EthECDSASignature Sign(byte[] hash) => Sign(hash, _ => null);

    /// <summary>Whether this key signed the hash.</summary>
    public bool Verify(byte[] hash, EthECDSASignature sig)
    {
        Span<byte> parts = stackalloc byte[Secp256k1.SignatureLength];
        return sig.TryWrite(parts) && Secp256k1.Verify(hash, parts, _publicKey.Value);
    }

    /// <summary>Whether this key signed the hash, and s is low (EIP-2).</summary>
    public bool VerifyAllowingOnlyLowS(byte[] hash, EthECDSASignature sig) => sig.IsLowS && Verify(hash, sig);

    private EthECDSASignature Sign(byte[] hash, Func<int, byte[]> calculateV)
    {
        var parts = new byte[Secp256k1.SignatureLength];
        var recoveryId = Secp256k1.Sign(hash, PrivateKeyOrThrow(), parts);
        return new EthECDSASignature(parts[..(parts.Length / 2)], parts[(parts.Length / 2)..], calculateV(recoveryId));
    }

    private byte[] PrivateKeyOrThrow() => _privateKey ?? throw new InvalidOperationException("This is a public key: the private key is not known.");

    private static byte[] PublicKeyOf(byte[] privateKey)
    {
        var publicKey = new byte[Secp256k1.PublicKeyLength];
        Secp256k1.WritePublicKey(privateKey, publicKey);
        return publicKey;
    }

    private static byte[] ReadPublicKey(byte[] encoded)
    {
        var publicKey = new byte[Secp256k1.PublicKeyLength];
        return Secp256k1.TryReadPublicKey(encoded, publicKey)
            ? publicKey
            : throw new ArgumentException("The public key is not a point of secp256k1 in 33, 64 or 65 bytes.");
    }

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
