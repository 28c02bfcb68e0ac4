using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Sending.Chain.Http.Identifiers;

/// <summary>What a client or proxy may keep of an answer, and how it asks whether that is still so (RFC 9110, 13; RFC 9111).</summary>
internal static class Caching
{
    private const int TagBytes = 16;

    /// <summary>The newest document may change with the next block, and a revoked key must not live on in a cache: kept, but asked for again.</summary>
    public const string Newest = "public, no-cache";

    /// <summary>A version that has a successor stays what it is, reorganisations apart: they are why it is an hour and not for ever.</summary>
    public const string Superseded = "public, max-age=3600";

    /// <summary>What is named by its hash is never another.</summary>
    public const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Errors may be cured at any moment.</summary>
    public const string Never = "no-store";

    /// <summary>A strong tag: the same bytes have the same one, on every host.</summary>
    public static EntityTagHeaderValue TagOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(hash[..TagBytes])}\"");
    }

    /// <summary>Whether the client has these bytes already.</summary>
    public static bool IsKnown(RequestHeaders request, EntityTagHeaderValue tag)
        => request.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
