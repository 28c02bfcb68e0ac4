using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Crypto;

namespace Sending.Chain.Identity.Documents;

/// <summary>Public keys of attributes as Controlled Identifiers 1.0 writes them: <c>Multikey</c>, or <c>JsonWebKey</c> for what that has no prefix for.</summary>
internal static class PublicKey
{
    private const int EdwardsLength = 32;
    private const int MaxJwkLength = 8_192;

    // Multicodec codes (multiformats/multicodec) as unsigned varints, and the length of the key that follows.
    public static readonly byte[] Ed25519Prefix = [0xed, 0x01];
    public static readonly byte[] X25519Prefix = [0xec, 0x01];
    public static readonly byte[] Secp256k1Prefix = [0xe7, 0x01];
    private static readonly byte[] P256Prefix = [0x80, 0x24];

    /// <summary>Members of a JWK that are secret (RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1).</summary>
    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>The members of a verification method that say its type and key; null when the value is no such key.</summary>
    /// <param name="name">What the attribute's name says of it.</param>
    /// <param name="value">The attribute's value: the key's bytes; PEM or JWK when the name says so.</param>
    public static IEnumerable<KeyValuePair<string, JsonNode?>>? Describe(AttributeName name, byte[] value)
    {
        var jwk = name.Encoding switch
        {
            "pem" => OfPem(value),
            "jwk" => OfJwk(value),
            _ => null,
        };
        if (jwk is not null)
        {
            return Members("JsonWebKey", "publicKeyJwk", jwk);
        }

        return Multikey(name.Algorithm, value) is { } key ? Members("Multikey", "publicKeyMultibase", JsonValue.Create("z" + Base58.Encode(key))) : null;
    }

    /// <summary>Whether a key of the algorithm can do nothing but agree on keys (RFC 7748).</summary>
    public static bool IsForAgreementOnly(string algorithm) => algorithm == "X25519";

    /// <summary>The compressed form of a point of secp256k1 (SEC 1, section 2.3.3); null when it is none.</summary>
    public static byte[]? CompressSecp256k1(byte[] value)
    {
        Span<byte> key = stackalloc byte[Secp256k1.PublicKeyLength];
        if (!Secp256k1.TryReadPublicKey(value, key))
        {
            return null;
        }

        var compressed = new byte[Secp256k1.CompressedPublicKeyLength];
        Secp256k1.CompressPublicKey(key, compressed);
        return compressed;
    }

    private static KeyValuePair<string, JsonNode?>[] Members(string type, string name, JsonNode key) => [new("type", JsonValue.Create(type)), new(name, key)];

    private static byte[]? Multikey(string algorithm, byte[] value) => algorithm switch
    {
        "Ed25519" when value.Length == EdwardsLength => [.. Ed25519Prefix, .. value],
        "X25519" when value.Length == EdwardsLength => [.. X25519Prefix, .. value],
        "Secp256k1" => CompressSecp256k1(value) is { } key ? [.. Secp256k1Prefix, .. key] : null,
        "P256" or "Secp256r1" => OfP256(value) is { } key ? [.. P256Prefix, .. key] : null,
        _ => null,
    };

    /// <summary>The compressed form (SEC 1, section 2.3.3), of which a given compressed key is taken at its word.</summary>
    private static byte[]? OfP256(byte[] value) => value switch
    {
        [2 or 3, ..] when value.Length == Secp256k1.CompressedPublicKeyLength => value,
        [4, .. var point] when value.Length == Secp256k1.PublicKeyLength && IsOnP256(point) => [(byte)(2 + (point[^1] & 1)), .. point[..32]],
        _ => null,
    };

    private static bool IsOnP256(byte[] point)
    {
        try
        {
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[..32], Y = point[32..] } });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>RSA keys (RFC 7518, section 6.3.1): nothing else is written in PEM in names that are in use.</summary>
    private static JsonObject? OfPem(byte[] value)
    {
        if (AttributeName.StrictText(value) is not { } text)
        {
            return null;
        }

        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(text);
            var key = rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url(key.Modulus!), ["e"] = Base64Url(key.Exponent!) };
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonObject? OfJwk(byte[] value)
    {
        if (value.Length > MaxJwkLength || !ServiceEndpoint.TryRead(value, out var json) || json is not JsonObject jwk)
        {
            return null;
        }

        // Whoever published a private key is not helped by its being shown to everybody who asks.
        return jwk["kty"]?.GetValueKind() == JsonValueKind.String && !PrivateMembers.Any(jwk.ContainsKey) ? jwk : null;
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
