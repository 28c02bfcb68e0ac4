using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Nethereum.Signer;
using Sending.Crypto;

namespace Nethereum.HdWallet;

/// <summary>A private key with the chain code from which its children are derived (BIP-32).</summary>
internal sealed class ExtendedKey
{
    private const uint Hardened = 0x8000_0000;

    private readonly byte[] _chainCode;

    private ExtendedKey(byte[] privateKey, byte[] chainCode)
    {
        PrivateKey = privateKey;
        _chainCode = chainCode;
    }

    /// <summary>32 bytes.</summary>
    public byte[] PrivateKey { get; }

    /// <summary>The key at the root of a seed of 16 to 64 bytes.</summary>
    /// <exception cref="ArgumentException">The seed has another length, or is one of those, not found so far, that have no key.</exception>
    public static ExtendedKey FromSeed(byte[] seed)
    {
        if (seed.Length is < 16 or > 64)
        {
            throw new ArgumentException($"A seed has 16 to 64 bytes, not {seed.Length}.", nameof(seed));
        }

        var hash = HMACSHA512.HashData("Bitcoin seed"u8, seed);
        return Secp256k1.IsPrivateKey(hash[..32])
            ? new ExtendedKey(hash[..32], hash[32..])
            : throw new ArgumentException("This seed has no key: take another one.", nameof(seed));
    }

    /// <summary>The key at a path such as <c>m/44'/60'/0'/0/0</c>; ' or h marks hardened steps.</summary>
    /// <exception cref="FormatException">The path cannot be read.</exception>
    public ExtendedKey Derive(string path)
    {
        var steps = path.Split('/');
        return steps.Skip(steps[0] == "m" ? 1 : 0).Aggregate(this, (key, step) => key.Child(ReadStep(step, path)));
    }

    private static uint ReadStep(string step, string path)
    {
        var hardened = step.EndsWith('\'') || step.EndsWith('h') || step.EndsWith('H');
        return uint.TryParse(hardened ? step[..^1] : step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Hardened
            ? index | (hardened ? Hardened : 0)
            : throw new FormatException($"'{step}' in the path '{path}' is not a number under 2^31, or one with ' after it.");
    }

    private ExtendedKey Child(uint index)
    {
        Span<byte> position = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(position, index);
        byte[] parent = index >= Hardened ? [0, .. PrivateKey] : new EthECKey(PrivateKey, isPrivate: true).GetPubKey(compresseed: true);
        var hash = HMACSHA512.HashData(_chainCode, (byte[])[.. parent, .. position]);
        var privateKey = new byte[Secp256k1.PrivateKeyLength];
        return Secp256k1.IsPrivateKey(hash[..32]) && Secp256k1.TryAddPrivateKeys(hash[..32], PrivateKey, privateKey)
            ? new ExtendedKey(privateKey, hash[32..])
            : throw new InvalidOperationException($"The step {index} of the path has no key: take the next one.");
    }
}
