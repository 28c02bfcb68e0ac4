using System.Globalization;
using Sending.Chain.Events;

namespace Sending.Chain.Identity;

/// <summary>Which version of a document is asked for.</summary>
/// <param name="Block">The one after this block; null when not by block.</param>
/// <param name="Time">The one at this time; null when not by time.</param>
internal sealed record DidVersion(long? Block, DateTimeOffset? Time)
{
    public static readonly DidVersion Newest = new(null, null);

    private const string IdName = "versionId";
    private const string TimeName = "versionTime";

    /// <summary>Parameters that another resolver would follow and that change what is meant; others are passed over, as DID Resolution 1.0 allows.</summary>
    private static readonly string[] Unsupported = ["hl", "service", "serviceType", "relativeRef"];

    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>Whether a block came after the version.</summary>
    public bool IsBefore(IndexedBlock block) => block.Number > Block || block.Time > Time;

    /// <summary>Finds the version that a DID URL and options ask for.</summary>
    /// <param name="url">The DID URL.</param>
    /// <param name="options">The options.</param>
    /// <param name="version">The version; null when there is an error.</param>
    /// <returns>The error; null when there is none.</returns>
    public static DidResolution? Find(DidUrl url, DidResolutionOptions options, out DidVersion? version)
    {
        version = null;
        var (id, time) = ((string?)null, (string?)null);
        foreach (var (name, value) in url.Parameters())
        {
            if (Unsupported.Contains(name))
            {
                return DidResolution.Failed(DidResolutionError.FeatureNotSupported, $"The DID URL parameter \"{name}\" is not followed here; leave it out.");
            }

            ref var place = ref id;
            if (name == TimeName)
            {
                place = ref time;
            }
            else if (name != IdName)
            {
                continue;
            }

            if (place is not null)
            {
                return DidResolution.Failed(DidResolutionError.InvalidDidUrl, $"The DID URL has \"{name}\" twice; give it once.");
            }

            place = value;
        }

        return Find(id, time, options, out version);
    }

    private static DidResolution? Find(string? id, string? time, DidResolutionOptions options, out DidVersion? version)
    {
        version = null;
        var count = new object?[] { id, time, options.VersionId, options.VersionTime }.Count(each => each is not null);
        if (count > 1)
        {
            var error = id is not null && time is not null && count == 2 ? DidResolutionError.InvalidDidUrl : DidResolutionError.InvalidOptions;
            return DidResolution.Failed(error, $"One version at a time: give either {IdName} or {TimeName}, in the DID URL or as an option.");
        }

        var block = 0L;
        if ((id ?? options.VersionId) is { } number && !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out block))
        {
            return DidResolution.Failed(
                id is null ? DidResolutionError.InvalidOptions : DidResolutionError.InvalidDidUrl,
                $"{IdName} is the number of a block in decimal digits, not \"{number}\".");
        }

        var at = options.VersionTime;
        if (time is not null)
        {
            if (!DateTimeOffset.TryParseExact(time, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var given))
            {
                return DidResolution.Failed(DidResolutionError.InvalidDidUrl, $"{TimeName} is a time such as 2026-01-31T23:59:59Z, not \"{time}\".");
            }

            at = given;
        }

        version = new DidVersion(id is null && options.VersionId is null ? null : block, at);
        return null;
    }
}
