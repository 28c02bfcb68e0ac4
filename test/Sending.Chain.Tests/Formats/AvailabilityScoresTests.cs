using System.Text.Json;
using CsCheck;
using Sending.Chain.Formats;

namespace Sending.Chain.Tests.Formats;

public class AvailabilityScoresTests
{
    private static readonly JsonElement Vector = Vectors.Read("scores");

    [Fact]
    public void Commitments_are_those_of_the_vectors()
    {
        foreach (var item in Vector.Items("commitments"))
        {
            Assert.Equal(
                item.Text("hash"),
                AvailabilityScores.Commitment(item.Number("epoch"), item.Text("guardian"), item.Bytes("scores"), item.Bytes("salt")).Hex());
        }
    }

    [Fact]
    public void Scores_are_0_to_100_or_none()
    {
        Assert.All(Vector.AllBytes("valid"), scores => Assert.True(AvailabilityScores.AreValid(scores)));
        Assert.All(Vector.AllBytes("invalid"), scores => Assert.False(AvailabilityScores.AreValid(scores)));
    }

    [Fact]
    public void One_wrong_byte_anywhere_is_seen() =>
        Gen.Select(Gen.Byte[0, 100].Array[1, 100], Gen.Int, Gen.Byte).Sample((scores, seed, value) =>
        {
            scores[(uint)seed % scores.Length] = value;
            Assert.Equal(value is <= 100 or 255, AvailabilityScores.AreValid(scores));
        });

    [Fact]
    public void Nothing_is_said_of_an_Edge_without_a_byte()
    {
        byte[] scores = [0, 100, 255];
        Assert.Equal([(byte?)0, 100, null, null], Enumerable.Range(0, 4).Select(edge => AvailabilityScores.Of(scores, edge)));
    }

    [Fact]
    public void Refuses_a_salt_of_another_length() =>
        Assert.Throws<ArgumentException>(() => AvailabilityScores.Commitment(1, "0x" + new string('1', 40), [1], new byte[31]));

    [Fact]
    public void Bitmaps_are_those_of_the_vectors()
    {
        foreach (var item in Vector.Items("held"))
        {
            int[] edges = [.. item.GetProperty("indices").EnumerateArray().Select(index => int.Parse(index.GetString()!))];
            Assert.Equal(item.Text("bitmap"), HeldBitmap.Of(edges.Reverse()).Hex());
            Assert.Equal(edges, HeldBitmap.Edges(item.Bytes("bitmap")));
        }
    }

    [Fact]
    public void A_bitmap_contains_what_it_was_made_of() =>
        Gen.Int[0, 300].Array[0, 30].Sample(edges =>
        {
            var bitmap = HeldBitmap.Of(edges);
            Assert.Equal(edges.Distinct().Order(), HeldBitmap.Edges(bitmap));
            Assert.All(Enumerable.Range(0, 320), edge => Assert.Equal(edges.Contains(edge), HeldBitmap.Contains(bitmap, edge)));
        });

    [Fact]
    public void Refuses_a_negative_index() => Assert.Throws<ArgumentOutOfRangeException>(() => HeldBitmap.Of([3, -1]));
}
