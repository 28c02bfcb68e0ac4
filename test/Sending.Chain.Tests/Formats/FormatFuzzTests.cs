using Sending.Chain.Formats;
using Sending.Testing;

namespace Sending.Chain.Tests.Formats;

/// <summary>Identifiers, signatures and bit fields from outside.</summary>
public class FormatFuzzTests
{
    private const string Account = "70997970c51812dc3a010c7d01b50e0d17dc79c8";

    [Fact]
    public void Dids() => Fuzz.Text(["did:sdn:" + Account], text =>
    {
        Assert.True(!Did.TryParse(text, out var did) || did.ToString() == text);
        Did.Parse(text);
    }, error => error is FormatException);

    [Fact]
    public void User_ids() => Fuzz.Text([new UserId("0x" + Account, "0x" + Account).ToString()], text =>
    {
        Assert.True(!UserId.TryParse(text, out var id) || id.ToString() == text);
        UserId.Parse(text);
    }, error => error is FormatException);

    /// <summary>Fewer, since a signature of the right form takes a multiplication on the curve.</summary>
    [Fact]
    public void Signatures()
    {
        var digest = new byte[32];
        byte[] sound = [.. Enumerable.Repeat((byte)0x11, 64), 27];
        Fuzz.Bytes([sound], signature => AccountSignature.Recover(digest, signature), _ => false);
    }

    [Fact]
    public void Scores_and_bitmaps() => Fuzz.Bytes([[100, 0, 255], [0b101, 1]], bytes =>
    {
        var edges = HeldBitmap.Edges(bytes);
        Assert.True(bytes.AsSpan().TrimEnd((byte)0).SequenceEqual(HeldBitmap.Of(edges)));
        Assert.Equal(AvailabilityScores.AreValid(bytes), Enumerable.Range(0, bytes.Length).All(edge => AvailabilityScores.Of(bytes, edge) is null or <= AvailabilityScores.Highest));
    }, _ => false);

    [Fact]
    public void Proofs()
    {
        // Each 41 bytes are a step: the sibling's hash, its sum, its side.
        var leaf = new MerkleSumLeaf("0x" + Account, "0x" + Account, 5, new byte[32]);
        byte[] sound = [.. new byte[32], 0, 0, 0, 0, 0, 0, 0, 9, 1];
        Fuzz.Bytes([sound, [.. sound, .. sound]], bytes =>
        {
            var steps = bytes.Chunk(41).Where(chunk => chunk.Length == 41)
                .Select(chunk => new MerkleSumStep(chunk[..32], System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(chunk.AsSpan(32)), chunk[40] % 2 == 1)).ToList();
            var end = MerkleSumProof.Walk(leaf, steps);
            Assert.True(end is null || (end.Total >= leaf.Units && end.Left <= end.Total - leaf.Units));
        }, _ => false);
    }
}
