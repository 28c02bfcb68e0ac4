using System.Security.Cryptography;

namespace Sending.Crypto.Engines;

/// <summary>One known answer for each operation: a library that fails one is not used.</summary>
internal static class SelfTest
{
    // The vector for RFC 6979 over secp256k1 that Bitcoin's libraries share: key 1, SHA-256 of the message.
    private const string Signature =
        "934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d82442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5";

    // The generator (SEC 2, section 2.4.1) is the public key of 1.
    private const string Generator =
        "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";

    public static bool Passes(SignatureEngine engine)
    {
        var digest = SHA256.HashData("Satoshi Nakamoto"u8);
        var generator = Convert.FromHexString(Generator);
        var privateKey = new byte[Secp256k1.PrivateKeyLength];
        privateKey[^1] = 1;
        var publicKey = new byte[Secp256k1.PublicKeyLength];
        engine.WritePublicKey(privateKey, publicKey);
        if (!publicKey.SequenceEqual(generator))
        {
            return false;
        }

        var signature = new byte[Secp256k1.SignatureLength];
        var recoveryId = engine.Sign(digest, privateKey, signature);
        if (!signature.SequenceEqual(Convert.FromHexString(Signature)) || !engine.Verify(digest, signature, generator))
        {
            return false;
        }

        publicKey.AsSpan().Clear();
        if (!engine.TryRecover(digest, signature, recoveryId, publicKey) || !publicKey.SequenceEqual(generator))
        {
            return false;
        }

        digest[0] ^= 1;
        return !engine.Verify(digest, signature, generator);
    }
}
