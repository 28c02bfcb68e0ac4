using System.Globalization;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Identity.Documents;
using Sending.Chain.Rpc;

namespace Sending.Chain.Identity;

/// <summary>
/// Resolves <c>did:sdn</c> and, of the deployment's chain, <c>did:ethr</c> to DID documents of now or of any time before, from the events of the
/// registry (DID Resolution 1.0; ERC-1056). May be used by many at once.
/// </summary>
/// <param name="source">The protocol's state.</param>
/// <param name="connection">The node that the index is read from.</param>
/// <param name="time">The machine's clock.</param>
public sealed class DidResolver(IProtocolSource source, ChainConnection connection, TimeProvider time)
{
    private readonly ResolutionCache _cache = new();

    /// <summary>How old the newest block that is known may be: within that time the node is not asked again. Zero: it is asked every time.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// Resolves a DID, or a DID URL with the parameters <c>versionId</c> or <c>versionTime</c>. What is not asked of another time is judged at
    /// the newest block's time or the machine's, whichever is later: no key is valid longer because a chain stands still. The times of blocks
    /// themselves are taken for other versions: a <c>versionId</c> is the document as of that block's timestamp.
    /// </summary>
    /// <param name="did">The DID or DID URL.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Stops resolving.</param>
    /// <returns>The document, or why there is none; an identity that was never changed has a document.</returns>
    /// <exception cref="SendingException">The chain cannot be read, see <see cref="IProtocolSource.RefreshAsync"/>.</exception>
    public async Task<DidResolution> ResolveAsync(string did, DidResolutionOptions options, CancellationToken cancellationToken)
    {
        if (!DidUrl.TryParse(did, out var url))
        {
            return DidUrl.BeginsWithDid(did)
                ? DidResolution.Failed(DidResolutionError.InvalidDidUrl, $"\"{did}\" begins with a DID, but is no DID URL.")
                : DidResolution.Failed(DidResolutionError.InvalidDid, $"\"{did}\" is not a DID: did:, the method's name, a colon and what the method wants.");
        }

        if (url.Path.Length > 0 || url.Fragment is not null)
        {
            return DidResolution.Failed(DidResolutionError.InvalidDidUrl, $"A DID is resolved without path and fragment: {url.Did}.");
        }

        if (DidSubject.Find(url, connection.Deployment.ChainId, out var subject) is { } unknown)
        {
            return unknown;
        }

        if (DidVersion.Find(url, options, out var version) is { } malformed)
        {
            return malformed;
        }

        return await ResolveAsync(new ResolutionKey(subject!, options.Profile ?? subject!.Profile, version!), cancellationToken);
    }

    private async Task<DidResolution> ResolveAsync(ResolutionKey key, CancellationToken cancellationToken)
    {
        var newest = await source.RefreshAsync(MaxAge, cancellationToken);
        var now = NowAt(newest.Time);
        if (_cache.Find(key, newest, now) is { } known)
        {
            return known;
        }

        using var state = source.Open() ?? throw new SendingException(ErrorCode.StateUnusable, "The index is being made anew. Try again.");
        now = NowAt(state.Block.Time);
        if (_cache.Find(key, state, now) is { } still)
        {
            return still;
        }

        if (key.Version.Block > state.Block.Number)
        {
            return DidResolution.Failed(
                DidResolutionError.NotFound,
                string.Create(CultureInfo.InvariantCulture, $"There is no version {key.Version.Block} yet: the newest block is {state.Block.Number}."));
        }

        if (key.Version.Time > now)
        {
            return DidResolution.Failed(DidResolutionError.NotFound, $"There is no version of {key.Version.Time:u} yet; now it is {now:u}.");
        }

        var asOf = key.Version switch
        {
            { Block: { } block } => await TimeOfAsync(state, block, cancellationToken),
            { Time: { } at } => at,
            _ => now,
        };
        return _cache.Add(key, state, asOf, Read(key, state, asOf, cancellationToken, out var history), history);
    }

    private DateTimeOffset NowAt(DateTimeOffset block) => time.GetUtcNow() is var now && now > block ? now : block;

    private async Task<DateTimeOffset> TimeOfAsync(ProtocolState state, long block, CancellationToken cancellationToken)
    {
        if (state.FindBlock(block) is { } indexed)
        {
            return indexed.Time;
        }

        var found = await connection.Web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber
            .SendRequestAsync(new BlockParameter(new HexBigInteger(block)))
            .WaitAsync(cancellationToken)
            ?? throw new SendingException(
                ErrorCode.NodeRefused,
                $"The node at {connection.RpcUrls} does not hold block {block}, whose time is needed. It may keep no history: use another.",
                new Dictionary<string, string> { ["rpcUrl"] = connection.RpcUrls.ToString() });
        return ChainTime.FromUnix(found.Timestamp.Value);
    }

    private DidResolution Read(ResolutionKey key, ProtocolState state, DateTimeOffset asOf, CancellationToken cancellationToken, out IdentityHistory history)
    {
        var chainId = connection.Deployment.ChainId;
        history = new IdentityHistory(key.Subject.Address, asOf.ToUnixTimeSeconds());
        history.Read(DidEvent.Stream(state, key.Subject.Address), key.Version.IsBefore, cancellationToken);
        var isEthr = key.Profile == DidDocumentProfile.EthrDid;
        return new DidResolution
        {
            Document = isEthr ? EthrDidDocument.Make(key.Subject, history, chainId) : MultikeyDocument.Make(key.Subject, history, chainId),
            ContentType = isEthr ? "application/did+ld+json" : "application/did",
            DocumentMetadata = new DidDocumentMetadata
            {
                Created = isEthr ? null : history.First?.Time,
                Updated = history.Last?.Time,
                Deactivated = history.Deactivated,
                VersionId = NumberOf(history.Last),
                NextVersionId = NumberOf(history.Next),
                NextUpdate = history.Next?.Time,
            },
        };

        static string? NumberOf(Events.IndexedBlock? block) => block?.Number.ToString(CultureInfo.InvariantCulture);
    }
}
