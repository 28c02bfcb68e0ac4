using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Staking;

namespace Sending.Edge.Relay;

/// <summary>The registered Edges, by the newest indexed block. Nobody else is forwarded to, whatever URL an identity names.</summary>
internal sealed class EdgeDirectory(IProtocolSource source)
{
    private volatile Known? _known;

    /// <summary>An active Edge by its owner; null when there is none.</summary>
    public async ValueTask<IndexedNode?> FindAsync(string owner, CancellationToken cancellationToken)
        => (await NewestAsync(cancellationToken)).ByOwner.GetValueOrDefault(owner) is { Active: true } node ? node : null;

    /// <summary>An active Edge by its public base URL; null when there is none.</summary>
    public async ValueTask<IndexedNode?> FindByUrlAsync(string url, CancellationToken cancellationToken)
        => (await NewestAsync(cancellationToken)).ByUrl.GetValueOrDefault(url.TrimEnd('/')) is { Active: true } node ? node : null;

    private async ValueTask<Known> NewestAsync(CancellationToken cancellationToken)
    {
        var block = await source.RefreshAsync(TimeSpan.Zero, cancellationToken);
        if (_known is { } known && known.Block == block)
        {
            return known;
        }

        using var state = source.Open() ?? throw new SendingException(ErrorCode.StateUnusable, "The index is being made anew. Try again.");
        var nodes = state.Staking.ListNodes(NodeRole.Edge);
        var byUrl = new Dictionary<string, IndexedNode>(StringComparer.Ordinal);
        foreach (var node in nodes.Where(node => node.Active && node.Endpoint is not null))
        {
            byUrl.TryAdd(node.Endpoint!.TrimEnd('/'), node);
        }

        return _known = new Known(block, nodes.ToDictionary(node => node.Owner, StringComparer.Ordinal), byUrl);
    }

    private sealed record Known(IndexedBlock Block, Dictionary<string, IndexedNode> ByOwner, Dictionary<string, IndexedNode> ByUrl);
}
