using System.Text.Json;
using Sending.Chain.Wire;

namespace Sending.Chain.Work;

/// <summary>A part of a set of leaves, as <c>GET /v1/leaves/{root}?from=</c> serves it.</summary>
/// <param name="Header">The set.</param>
/// <param name="From">Place of the first leaf.</param>
/// <param name="Leaves">The leaves from there on, at most <see cref="MaxLeaves"/>.</param>
public sealed record LeafPage(LeafSetHeader Header, int From, IReadOnlyList<SignedLeaf> Leaves)
{
    /// <summary>Most leaves of a page.</summary>
    public const int MaxLeaves = 1000;

    /// <summary>Most bytes of a page that is read.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Place of the first leaf of the next page; null on the last.</summary>
    public int? Next => From + Leaves.Count < Header.Count ? From + Leaves.Count : null;

    /// <summary>Reads a page that somebody else wrote.</summary>
    /// <exception cref="FormatException">It is malformed, or its places do not fit together.</exception>
    public static LeafPage Parse(ReadOnlyMemory<byte> json) => Parse(json, MaxLeaves);

    /// <summary>Reads a whole set that lies in a file, in the form of a page that has all its leaves, however many.</summary>
    /// <param name="json">The file.</param>
    /// <param name="atMost">Most leaves.</param>
    /// <exception cref="FormatException">It is malformed, or leaves are missing.</exception>
    public static LeafSet ParseSet(ReadOnlyMemory<byte> json, int atMost)
    {
        var page = Parse(json, atMost);
        return page is { From: 0, Next: null }
            ? new LeafSet(page.Header.Epoch, page.Header.Edge, page.Header.Root, page.Header.Units, page.Leaves)
            : throw new FormatException($"It has {page.Leaves.Count} of {page.Header.Count} leaves. Put all pages into one, with from 0 and next null.");
    }

    private static LeafPage Parse(ReadOnlyMemory<byte> json, int atMost) => WireObject.Read(json, root =>
    {
        var header = new LeafSetHeader(root.Whole("epoch"), root.Address("edge"), root.Hash("root"), root.Unsigned("units"), (int)root.Whole("count", int.MaxValue));
        var page = new LeafPage(header, (int)root.Whole("from", header.Count), root.List("leaves", atMost, ReadLeaf));
        var fits = page.Leaves.Count <= header.Count - page.From && root.WholeOrNull("next", int.MaxValue) == page.Next;
        return fits ? page : throw new FormatException("The page's places do not fit together.");
    });

    /// <summary>A page out of a store; null when it has no such set.</summary>
    /// <param name="store">The store.</param>
    /// <param name="root">The set.</param>
    /// <param name="from">Place of the first leaf; beyond the end the page is empty.</param>
    /// <param name="limit">How many, at most <see cref="MaxLeaves"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<LeafPage?> ReadAsync(ILeafStore store, string root, int from, int limit, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(root, cancellationToken) is not { } header)
        {
            return null;
        }

        var first = Math.Clamp(from, 0, header.Count);
        return new LeafPage(header, first, await store.ReadAsync(root, first, Math.Clamp(limit, 1, MaxLeaves), cancellationToken));
    }

    /// <summary>The document.</summary>
    public byte[] ToJson() => WireWriting.Json(writer =>
    {
        writer.WriteString("root", Header.Root);
        writer.WriteNumber("epoch", Header.Epoch);
        writer.WriteString("edge", Header.Edge);
        writer.WriteNumber("units", Header.Units);
        writer.WriteNumber("count", Header.Count);
        writer.WriteNumber("from", From);
        if (Next is { } next)
        {
            writer.WriteNumber("next", next);
        }
        else
        {
            writer.WriteNull("next");
        }

        writer.WriteList("leaves", Leaves, WriteLeaf);
    });

    internal static SignedLeaf ReadLeaf(WireObject leaf)
        => new(leaf.Address("client"), leaf.Address("signer"), leaf.Unsigned("units"), leaf.Bytes("signature", SignedLeaf.MaxSignature));

    internal static void WriteLeaf(Utf8JsonWriter writer, SignedLeaf leaf)
    {
        writer.WriteString("client", leaf.Client);
        writer.WriteString("signer", leaf.Signer);
        writer.WriteNumber("units", leaf.Units);
        writer.WriteHex("signature", leaf.Signature);
    }
}
