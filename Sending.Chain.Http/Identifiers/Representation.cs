using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Sending.Chain.Identity;

namespace Sending.Chain.Http.Identifiers;

/// <summary>
/// A form in which a resolution is answered: the whole result, or the document alone. The media type of a document names its vocabulary too:
/// <c>application/did</c> came with DID 1.1, the others are those of DID 1.0.
/// </summary>
/// <param name="MediaType">What <c>Content-Type</c> says.</param>
/// <param name="IsResult">Whether it is the resolution result with its metadata.</param>
/// <param name="Profile">The document's vocabulary; the DID method's own when null.</param>
/// <param name="HasContext">Whether the document keeps its JSON-LD context, which plain JSON does not need (DID Core, 6.2).</param>
internal sealed record Representation(string MediaType, bool IsResult, DidDocumentProfile? Profile, bool HasContext)
{
    /// <summary>The profile by which older clients name a resolution result.</summary>
    public const string ResultProfile = "https://w3id.org/did-resolution";

    private const string LinkedData = "application/ld+json";

    /// <summary>In the order of preference; the first is for who accepts anything.</summary>
    public static IReadOnlyList<Representation> All { get; } =
    [
        new("application/did-resolution", IsResult: true, Profile: null, HasContext: true),
        new($"{LinkedData};profile=\"{ResultProfile}\"", IsResult: true, Profile: null, HasContext: true),
        new("application/did", IsResult: false, DidDocumentProfile.Multikey, HasContext: true),
        new("application/did+ld+json", IsResult: false, DidDocumentProfile.EthrDid, HasContext: true),
        new("application/did+json", IsResult: false, DidDocumentProfile.EthrDid, HasContext: false),
    ];

    private static readonly FrozenDictionary<string, Representation> s_byEssence =
        All.ToFrozenDictionary(representation => representation.MediaType.Split(';')[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What the client likes best (RFC 9110, 12.5.1): the most specific range decides about each, the highest quality wins. Nothing accepted
    /// means anything; malformed ranges, which widespread clients send, are passed over.
    /// </summary>
    /// <returns>Null when it accepts none.</returns>
    public static Representation? Choose(StringValues accept)
    {
        if (accept.All(string.IsNullOrWhiteSpace))
        {
            return All[0];
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return null;
        }

        Representation? best = null;
        var bestQuality = 0.0;
        foreach (var representation in All)
        {
            var quality = QualityOf(representation, ranges);
            if (quality > bestQuality)
            {
                (best, bestQuality) = (representation, quality);
            }
        }

        return best;
    }

    private static double QualityOf(Representation representation, IList<MediaTypeHeaderValue> ranges)
    {
        var (quality, specificity) = (0.0, -1);
        foreach (var range in ranges)
        {
            if (SpecificityOf(range, representation) is { } found && found > specificity)
            {
                (quality, specificity) = (range.Quality ?? 1, found);
            }
        }

        return quality;
    }

    /// <summary>How closely the range names the representation; null when it does not.</summary>
    private static int? SpecificityOf(MediaTypeHeaderValue range, Representation representation)
    {
        if (range.MatchesAllTypes)
        {
            return 0;
        }

        if (range.MatchesAllSubTypes)
        {
            return range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 1 : null;
        }

        if (!s_byEssence.TryGetValue(range.MediaType.Value ?? "", out var named) || named != representation)
        {
            return null;
        }

        var profile = range.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("profile", StringComparison.OrdinalIgnoreCase));
        return profile is null ? 2
            : representation.MediaType.StartsWith(LinkedData, StringComparison.Ordinal) && !Names(profile, ResultProfile) ? null
            : 3;
    }

    private static bool Names(NameValueHeaderValue profile, string wanted)
        => profile.GetUnescapedValue().ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(wanted, StringComparer.Ordinal);
}
