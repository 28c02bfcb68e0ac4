using Sending.Chain.Events.Storage;
using Sending.Chain.Wire;

namespace Sending.Chain.Work;

/// <summary>Bounds of what is fetched.</summary>
public sealed record LeafClientOptions
{
    /// <summary>Most leaves of a set; each takes about 400 bytes of memory.</summary>
    public int MaxLeaves { get; init; } = 1 << 20;

    /// <summary>How long a source may take for a page.</summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a source may take for a set.</summary>
    public TimeSpan SetTimeout { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>What became of fetching a set.</summary>
/// <param name="Set">The leaves, whose root is the one asked for; null when nobody gave them.</param>
/// <param name="Source">Who gave them.</param>
/// <param name="Failures">Who did not.</param>
public sealed record LeafFetch(LeafSet? Set, Uri? Source, IReadOnlyList<ServiceFailure> Failures);

/// <summary>Fetches the leaves of commitments from Edges and Guardians, who may be anybody: page by page, bounded in memory and time, the root checked.</summary>
/// <param name="http">Asks; best without redirects.</param>
/// <param name="options">The bounds.</param>
/// <param name="time">Measures time-outs.</param>
public sealed class LeafClient(HttpClient http, LeafClientOptions options, TimeProvider time)
{
    private readonly EndpointReader _reader = new(http, time);

    /// <summary>Fetches a commitment's leaves from the first source that gives them. Whether they are sound, <see cref="LeafSetCheck"/> says.</summary>
    /// <param name="commitment">What is committed; <see cref="LeafSetHeader.Count"/> does not matter.</param>
    /// <param name="sources">Base URLs, the best first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LeafFetch> FetchAsync(LeafSetHeader commitment, IEnumerable<Uri> sources, CancellationToken cancellationToken)
    {
        var failures = new List<ServiceFailure>();
        foreach (var source in sources)
        {
            using var deadline = new CancellationTokenSource(options.SetTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            try
            {
                return new LeafFetch(await FetchAsync(commitment, source, either.Token), source, failures);
            }
            catch (FormatException error)
            {
                failures.Add(new ServiceFailure(source, error.Message));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(new ServiceFailure(source, $"does not give the leaves within {options.SetTimeout.TotalSeconds:0} s"));
            }
        }

        return new LeafFetch(null, null, failures);
    }

    private async Task<LeafSet> FetchAsync(LeafSetHeader commitment, Uri source, CancellationToken cancellationToken)
    {
        var leaves = new List<SignedLeaf>();
        int? next = 0;
        while (next is { } from)
        {
            var page = await ReadPageAsync(commitment.Root, source, from, cancellationToken);
            leaves.AddRange(page.Leaves);
            next = page.Next;
        }

        var set = new LeafSet(commitment.Epoch, commitment.Edge, commitment.Root, commitment.Units, leaves);
        return Word.Hash(set.ToTree().Root) == commitment.Root ? set : throw new FormatException("gives other leaves than those of the root");
    }

    private async Task<LeafPage> ReadPageAsync(string root, Uri source, int from, CancellationToken cancellationToken)
    {
        var url = EndpointReader.At(source, $"v1/leaves/{root}?from={from}&limit={LeafPage.MaxLeaves}");
        var (document, problem) = await _reader.ReadAsync(url, LeafPage.MaxBytes, options.PageTimeout, cancellationToken);
        var page = LeafPage.Parse(document ?? throw new FormatException(problem));
        return page switch
        {
            { Header.Count: var count } when count > options.MaxLeaves => throw new FormatException($"has {count} leaves; more than {options.MaxLeaves} are not read"),
            { Header.Root: var other } when other != root => throw new FormatException($"gives the leaves of {other}"),
            _ when page.From != from => throw new FormatException($"gives leaves from {page.From} on, not from {from}"),
            { Leaves.Count: 0 } => throw new FormatException("gives a page without leaves"),
            _ => page,
        };
    }
}
