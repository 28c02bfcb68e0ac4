using Microsoft.AspNetCore.Http.Metadata;

namespace Sending.Chain.Http.Hosting;

/// <summary>Lets an endpoint take a body: the host takes none unless an endpoint has this metadata.</summary>
/// <param name="bytes">Longest body; a longer one is answered 413.</param>
public sealed class BodyLimit(long bytes) : IRequestSizeLimitMetadata
{
    /// <inheritdoc/>
    public long? MaxRequestBodySize { get; } = bytes;
}
