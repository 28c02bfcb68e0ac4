using Sending.Chain.Errors;
using Sending.Chain.Identity.Documents;

namespace Sending.Chain.Identity;

/// <summary>
/// Public keys as users have them: hexadecimal digits, Multikey (<c>z…</c>, W3C Controlled Identifiers), or PEM as OpenSSL writes it (RFC 5480, RFC 8410).
/// </summary>
public static class PublicKeyText
{
    private const int MaxLength = 1024;
    private const int MaxMultikeyLength = 100;
    private const string PemStart = "-----BEGIN PUBLIC KEY-----";
    private const string PemEnd = "-----END PUBLIC KEY-----";

    /// <summary>What stands before the key: in a Multikey (the multicodec), and in a SubjectPublicKeyInfo.</summary>
    private static readonly (DidKeyType Type, byte[] Prefix)[] Forms =
    [
        (DidKeyType.Secp256k1, PublicKey.Secp256k1Prefix),
        (DidKeyType.Ed25519, PublicKey.Ed25519Prefix),
        (DidKeyType.X25519, PublicKey.X25519Prefix),
        (DidKeyType.Secp256k1, Convert.FromHexString("3056301006072a8648ce3d020106052b8104000a034200")),
        (DidKeyType.Secp256k1, Convert.FromHexString("3036301006072a8648ce3d020106052b8104000a032200")),
        (DidKeyType.Ed25519, Convert.FromHexString("302a300506032b6570032100")),
        (DidKeyType.X25519, Convert.FromHexString("302a300506032b656e032100")),
    ];

    /// <summary>Reads a public key. Plain digits of 32 bytes are X25519 when it is for agreement, else Ed25519.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: no such key, or of a type that cannot serve the purpose.</exception>
    public static DidKey Parse(string text, DidKeyPurpose purpose)
    {
        var trimmed = text.Trim();
        var (type, bytes) = Read(trimmed.Length <= MaxLength ? trimmed : "", purpose) ?? throw Invalid(
            text, "write 64 or 66 hexadecimal digits, a Multikey (z…), or the name of a PEM file with a public key; types are Ed25519, X25519 and secp256k1");
        if (type == DidKeyType.Secp256k1)
        {
            bytes = PublicKey.CompressSecp256k1(bytes) ?? throw Invalid(text, "it is no point of secp256k1");
        }
        else if (bytes.Length != DidKey.LengthOf(type))
        {
            throw Invalid(text, $"a key of {type} has {DidKey.LengthOf(type)} bytes");
        }

        return (type == DidKeyType.X25519) == (purpose == DidKeyPurpose.Agreement)
            ? new DidKey(type, purpose, bytes)
            : throw Invalid(text, type == DidKeyType.X25519 ? "X25519 serves key agreement alone" : $"key agreement takes X25519, not {type}");
    }

    private static (DidKeyType Type, byte[] Bytes)? Read(string text, DidKeyPurpose purpose)
    {
        if (text.Length > PemStart.Length + PemEnd.Length && text.StartsWith(PemStart, StringComparison.Ordinal) && text.EndsWith(PemEnd, StringComparison.Ordinal))
        {
            var der = new byte[MaxLength];
            return Convert.TryFromBase64String(text[PemStart.Length..^PemEnd.Length], der, out var length) ? Unwrap(der[..length]) : null;
        }

        if (text.StartsWith('z'))
        {
            return text.Length <= MaxMultikeyLength && Base58.Decode(text[1..]) is { } multikey ? Unwrap(multikey) : null;
        }

        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        if (digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var bytes = Convert.FromHexString(digits);
        return bytes.Length switch
        {
            32 => (purpose == DidKeyPurpose.Agreement ? DidKeyType.X25519 : DidKeyType.Ed25519, bytes),
            33 or 65 => (DidKeyType.Secp256k1, bytes),
            _ => null,
        };
    }

    private static (DidKeyType Type, byte[] Bytes)? Unwrap(byte[] wrapped)
    {
        foreach (var (type, prefix) in Forms)
        {
            if (wrapped.AsSpan().StartsWith(prefix))
            {
                return (type, wrapped[prefix.Length..]);
            }
        }

        return null;
    }

    private static SendingException Invalid(string text, string why)
        => new(
            ErrorCode.InvalidInput,
            $"\"{(text.Length > 100 ? text[..100] + "…" : text)}\" is not a public key that can be used so: {why}.",
            new Dictionary<string, string> { ["key"] = text });
}
