using System.Collections.Concurrent;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Relay;
using Sending.Chain.Relay.Wire;

namespace Sending.Edge.Relay;

/// <summary>The other Edges, to which this one logs in by its operator.</summary>
/// <param name="http">Sends; without redirects.</param>
/// <param name="account">This Edge, with nobody who pays.</param>
/// <param name="chainId">The chain.</param>
/// <param name="directory">The registered Edges.</param>
/// <param name="time">The machine's clock.</param>
internal sealed class EdgePeers(HttpClient http, EdgeAccount account, long chainId, EdgeDirectory directory, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Peer> _peers = new(StringComparer.Ordinal);

    /// <summary>Hands an envelope over; done when the other Edge has it on its disk.</summary>
    /// <param name="owner">Owner of the other Edge's node.</param>
    /// <param name="envelope">The envelope.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.EdgeUnreachable"/>, <see cref="ErrorCode.EdgeRefused"/>.</exception>
    public async Task SendAsync(string owner, Envelope envelope, CancellationToken cancellationToken)
    {
        var peer = PeerOf(await directory.FindAsync(owner, cancellationToken), owner);
        var known = peer.Token;
        var token = known ?? await LogInAsync(peer, cancellationToken);
        try
        {
            await peer.Http.ForwardAsync(envelope, token, cancellationToken);
        }
        catch (SendingException error) when (known is not null && EdgeHttp.IsLoggedOut(error))
        {
            await peer.Http.ForwardAsync(envelope, await LogInAsync(peer, cancellationToken), cancellationToken);
        }
    }

    private async Task<string> LogInAsync(Peer peer, CancellationToken cancellationToken) => peer.Token = await peer.Http.LogInAsync(account, chainId, cancellationToken);

    private Peer PeerOf(IndexedNode? node, string owner)
    {
        if (node?.Endpoint is not { } endpoint || !Uri.TryCreate(endpoint, UriKind.Absolute, out var url))
        {
            throw new SendingException(ErrorCode.EdgeUnreachable, $"The Edge of {owner} is not active, or has told no endpoint.");
        }

        var known = _peers.GetValueOrDefault(owner);
        return known?.Endpoint == endpoint ? known : _peers[owner] = new Peer(endpoint, new EdgeHttp(http, url, time));
    }

    private sealed record Peer(string Endpoint, EdgeHttp Http)
    {
        private volatile string? _token;

        public string? Token
        {
            get => _token;
            set => _token = value;
        }
    }
}
