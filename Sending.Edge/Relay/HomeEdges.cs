using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Formats;
using Sending.Chain.Identity;
using Sending.Edge.Cache;

namespace Sending.Edge.Relay;

/// <summary>Finds where a recipient is at home: by its DID document, by what its user id names, or because it has logged in here.</summary>
/// <param name="resolver">Resolves DIDs.</param>
/// <param name="directory">The registered Edges.</param>
/// <param name="cache">Knows who has logged in here.</param>
/// <param name="edge">Owner of this Edge's node.</param>
internal sealed class HomeEdges(DidResolver resolver, EdgeDirectory directory, EnvelopeCache cache, string edge)
{
    // More homes than anybody needs; each is tried.
    private const int MostHomes = 8;

    private static readonly DidResolutionOptions s_options = new();

    /// <summary>Where a recipient is at home.</summary>
    /// <param name="recipient">Who.</param>
    /// <param name="hint">Owner of an Edge that the sender knows of; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>This Edge alone, when it is one of them; the others, in the order to try them; or nobody.</returns>
    public async ValueTask<Homes> FindAsync(Did recipient, string? hint, CancellationToken cancellationToken)
    {
        var resolution = await resolver.ResolveAsync(recipient.ToString(), s_options, cancellationToken);
        if (resolution.DocumentMetadata.Deactivated == true)
        {
            return Homes.None;
        }

        var found = new List<string>();
        foreach (var endpoint in EndpointsOf(resolution.Document).Take(MostHomes))
        {
            if (await OwnerOfAsync(endpoint, cancellationToken) is { } owner && !found.Contains(owner))
            {
                found.Add(owner);
            }
        }

        if (hint is not null && !found.Contains(hint) && (hint == edge || await directory.FindAsync(hint, cancellationToken) is not null))
        {
            found.Insert(0, hint);
        }

        return found.Contains(edge) || (found.Count == 0 && cache.IsResident(recipient)) ? Homes.ThisEdge : new Homes(false, found);
    }

    private static IEnumerable<string> EndpointsOf(JsonObject? document)
    {
        var services = document?["service"] as JsonArray ?? [];
        return services.OfType<JsonObject>()
            .Where(service => TextOf(service["type"]) == DidService.SendingEdge)
            .SelectMany(service => service["serviceEndpoint"] is JsonArray several ? several.AsEnumerable() : [service["serviceEndpoint"]])
            .Select(TextOf)
            .OfType<string>();
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private async ValueTask<string?> OwnerOfAsync(string endpoint, CancellationToken cancellationToken)
    {
        if (Did.TryParse(endpoint, out var did))
        {
            return did.Address == edge || await directory.FindAsync(did.Address, cancellationToken) is not null ? did.Address : null;
        }

        return (await directory.FindByUrlAsync(endpoint, cancellationToken))?.Owner;
    }
}

/// <summary>Where somebody is at home.</summary>
/// <param name="IsHere">At this Edge.</param>
/// <param name="Others">Owners of other Edges, in the order to try them.</param>
internal sealed record Homes(bool IsHere, IReadOnlyList<string> Others)
{
    /// <summary>Nowhere that is known.</summary>
    public static Homes None { get; } = new(false, []);

    /// <summary>At this Edge.</summary>
    public static Homes ThisEdge { get; } = new(true, []);
}
