using System.Text.Json.Nodes;
using Sending.Chain.Epochs;

namespace Sending.Chain.Identity;

/// <summary>What is known of a DID document beside what it says (DID Resolution 1.0, "DID Document Metadata"). Times are those of blocks.</summary>
public sealed record DidDocumentMetadata
{
    /// <summary>When the identity was changed first; null before, and in the profile of <c>ethr-did-resolver</c>, which does not tell it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When this version came to be; null when the identity had not been changed yet.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Whether the identity had ended.</summary>
    public bool Deactivated { get; init; }

    /// <summary>Number of the block that made this version; null when the identity had not been changed yet.</summary>
    public string? VersionId { get; init; }

    /// <summary>Number of the block that made the next version; null when this is the newest.</summary>
    public string? NextVersionId { get; init; }

    /// <summary>When the next version came to be; null when this is the newest.</summary>
    public DateTimeOffset? NextUpdate { get; init; }

    /// <summary>The metadata as the resolution's <c>didDocumentMetadata</c>; what is unknown is left out.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (Deactivated)
        {
            json["deactivated"] = true;
        }

        Add(json, "created", Time(Created));
        Add(json, "versionId", VersionId);
        Add(json, "updated", Time(Updated));
        Add(json, "nextVersionId", NextVersionId);
        Add(json, "nextUpdate", Time(NextUpdate));
        return json;
    }

    private static void Add(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static string? Time(DateTimeOffset? time) => time is { } known ? ChainTime.FormatIso(known) : null;
}
