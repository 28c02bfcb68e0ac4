using System.Security.Cryptography;
using Sending.Crypto;
using Sending.Crypto.Engines;

namespace Sending.Bench;

/// <summary>A signature and what it is of.</summary>
/// <param name="Signature">r, s and v.</param>
internal sealed record Sample(byte[] Digest, byte[] PrivateKey, byte[] PublicKey, byte[] Signature)
{
    public byte[] Parts { get; } = Signature[..^1];

    public int RecoveryId => Signature[^1] - 27;
}

/// <summary>Signatures of 64 keys, one after the other.</summary>
internal sealed class Samples
{
    private readonly Sample[] _samples;
    private int _turn;

    private Samples(Sample[] samples) => _samples = samples;

    /// <summary>The one whose key <see cref="ImportToSystem"/> imports.</summary>
    public Sample OfSystem => _samples[0];

    public static Samples Make(SignatureEngine engine) => new(
    [
        .. Enumerable.Range(0, 64).Select(i =>
        {
            var (digest, privateKey) = (Keccak256.Hash([(byte)i]), Keccak256.Hash([(byte)i, (byte)i]));
            var (publicKey, signature) = (new byte[Secp256k1.PublicKeyLength], new byte[EthereumSignature.Length]);
            engine.WritePublicKey(privateKey, publicKey);
            signature[^1] = (byte)(27 + engine.Sign(digest, privateKey, signature.AsSpan(0, Secp256k1.SignatureLength)));
            return new Sample(digest, privateKey, publicKey, signature);
        }),
    ]);

    public Sample Next() => _samples[_turn++ % _samples.Length];

    /// <summary>The first key as the base class library has it: on Linux, with OpenSSL.</summary>
    public ECDsa ImportToSystem() => ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.CreateFromFriendlyName("secp256k1"),
        Q = new ECPoint { X = OfSystem.PublicKey[1..33], Y = OfSystem.PublicKey[33..] },
    });
}
