using System.Numerics;
using Sending.Crypto.Engines;

namespace Sending.Crypto.Tests.Support;

/// <summary>An input for the engines and for test/support/noble-signatures.mjs. Bytes are hexadecimal digits without prefix.</summary>
/// <param name="Kind">recover, verify, publicKey or sign.</param>
/// <param name="Digest">32 bytes.</param>
/// <param name="Signature">64 bytes.</param>
/// <param name="RecoveryId">Any.</param>
/// <param name="PublicKey">Any bytes; 65 when verifying.</param>
/// <param name="PrivateKey">32 bytes.</param>
public sealed record SignatureCase(string Kind, string Digest, string Signature, int RecoveryId, string PublicKey, string PrivateKey)
{
    /// <summary>What an engine makes of it, as the script writes it.</summary>
    internal string Ask(SignatureEngine engine)
    {
        var (digest, signature, publicKey) = (Convert.FromHexString(Digest), Convert.FromHexString(Signature), Convert.FromHexString(PublicKey));
        var point = new byte[Secp256k1.PublicKeyLength];
        switch (Kind)
        {
            case "recover":
                return engine.TryRecover(digest, signature, RecoveryId, point) ? Hex(point) : "none";
            case "verify":
                return engine.Verify(digest, signature, publicKey) ? "true" : "false";
            case "publicKey":
                return engine.TryReadPublicKey(publicKey, point) ? Hex(point) : "none";
            default:
                var privateKey = Convert.FromHexString(PrivateKey);
                if (!Secp256k1.IsPrivateKey(privateKey))
                {
                    return "none";
                }

                engine.WritePublicKey(privateKey, point);
                var made = new byte[Secp256k1.SignatureLength];
                var recoveryId = engine.Sign(digest, privateKey, made);
                return $"{Hex(made)} {recoveryId} {Hex(point)}";
        }
    }

    internal static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    internal static string Hex(BigInteger number) => Hex(Curve.Bytes(number));
}
