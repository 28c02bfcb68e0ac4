namespace Sending.Chain.Identity;

/// <summary>How a DID is resolved (DID Resolution 1.0, "DID Resolution Options"). Parameters of the DID URL say the same; give each once.</summary>
public sealed record DidResolutionOptions
{
    /// <summary>The document's vocabulary; the method's own when null.</summary>
    public DidDocumentProfile? Profile { get; init; }

    /// <summary>The document as it was after this block: a block number in decimal digits. Not together with <see cref="VersionTime"/>.</summary>
    public string? VersionId { get; init; }

    /// <summary>The document as it was at this time. Not together with <see cref="VersionId"/>.</summary>
    public DateTimeOffset? VersionTime { get; init; }
}
