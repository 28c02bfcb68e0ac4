using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Sending.Chain.Identity;

namespace Sending.Chain.Http.Identifiers;

/// <summary>
/// Reads the options of a resolution from a request's query (DID Resolution 1.0, "DID Resolution Options" and "DID Parameters"). What is
/// unknown is ignored, what is known has to be well-formed.
/// </summary>
internal static partial class ResolutionQuery
{
    /// <summary>Parameters by which a client wants something else than the document.</summary>
    private static readonly string[] s_dereferencing = ["service", "serviceType", "relativeRef", "hl"];

    /// <summary>Reads the options.</summary>
    /// <param name="query">The query.</param>
    /// <param name="representation">What the client accepts. Who takes a result sees that it is the document's; who takes a document alone would mistake it for the service.</param>
    /// <param name="options">The options.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static DidResolution? Read(IQueryCollection query, Representation representation, out DidResolutionOptions options)
    {
        options = new DidResolutionOptions { Profile = representation.Profile };
        foreach (var (name, values) in query)
        {
            if (WrongIn(name, values, representation) is { } wrong)
            {
                return wrong;
            }
        }

        if (!TryTime(One(query, "versionTime"), out var time))
        {
            return Invalid("versionTime is a time in UTC without fractions of a second, such as 2026-01-31T12:00:00Z.");
        }

        options = options with { VersionId = One(query, "versionId"), VersionTime = time };
        return null;
    }

    private static DidResolution? WrongIn(string name, StringValues values, Representation representation)
    {
        var value = values.ToString();
        return values.Count > 1 ? Invalid("An option is given twice.")
            : !Ascii.IsValid(name) || !Ascii.IsValid(value) ? Invalid("Options are ASCII text.")
            : name is "relativeRef" && !RelativePath().IsMatch(value) ? Invalid("relativeRef is a relative path, percent-encoded.")
            : name is "expandRelativeUrls" or "noCache" && value is not ("true" or "false") ? Invalid($"{name} is true or false.")
            : name is "noCache" && value is "true" ? DidResolution.Failed(
                DidResolutionError.FeatureNotSupported,
                "Nothing is cached here: identities are read from an index that follows the chain. Ask without noCache.")
            : !representation.IsResult && s_dereferencing.Contains(name, StringComparer.Ordinal) ? DidResolution.Failed(
                DidResolutionError.FeatureNotSupported,
                $"{name} is not followed: this resolver answers with DID documents, not with what their services lead to.")
            : null;
    }

    private static string? One(IQueryCollection query, string name) => query.TryGetValue(name, out var values) ? values.ToString() : null;

    private static bool TryTime(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (text is null)
        {
            return true;
        }

        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var valid = DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, utc, out var parsed);
        time = valid ? parsed : null;
        return valid;
    }

    private static DidResolution Invalid(string message) => DidResolution.Failed(DidResolutionError.InvalidOptions, message);

    /// <summary>The path of RFC 3986, 3.3.</summary>
    [GeneratedRegex("""^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*\z""")]
    private static partial Regex RelativePath();
}
