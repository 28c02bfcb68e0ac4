using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace Sending.Crypto.Tests;

public sealed class Keccak256Tests
{
    /// <summary>From the Keccak team's known answers, and a selector everybody knows.</summary>
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    [InlineData("transfer(address,uint256)", "a9059cbb2ab09eb219583f4a59a5d0623ade346d962bcd4e46b11da047c9049b")]
    public void KnownAnswers(string text, string expected) => Assert.Equal(expected, Hex(Keccak256.Hash(Encoding.UTF8.GetBytes(text))));

    /// <summary>Every length up to several times the 136 bytes taken in at a time, and long ones.</summary>
    [Fact]
    public void LikeBouncyCastle()
    {
        var random = new Seeded();
        foreach (var length in Enumerable.Range(0, 700).Concat([10_000, 136 * 1_000, 1_000_003]))
        {
            var input = random.Bytes(length);
            Assert.True(BouncyCastle(input).SequenceEqual(Keccak256.Hash(input)), $"Seed {random.Seed}, {length} bytes");
        }
    }

    [Fact]
    public async Task LikeViem()
    {
        var random = new Seeded();
        var inputs = new[] { 0, 1, 31, 32, 134, 135, 136, 137, 271, 272, 273, 1_024, 100_000 }.Select(random.Hex).ToList();
        var expected = await NodeTools.RunAsync<string[]>("viem-crypto.mjs", new { task = "keccak", items = inputs.Select(data => new { data }) });
        random.AssertSame(inputs, expected, data => "0x" + Hex(Keccak256.Hash(Convert.FromHexString(data[2..]))));
    }

    [Fact]
    public void TheHashMayReplaceItsInput()
    {
        var bytes = new byte[200];
        var expected = Keccak256.Hash(bytes);
        Keccak256.Hash(bytes, bytes.AsSpan(100, 32));
        Assert.Equal(expected, bytes[100..132]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void TheRoomForTheHashHas32Bytes(int length) => Assert.Throws<ArgumentException>(() => Keccak256.Hash([], new byte[length]));

    [Fact]
    public void NothingIsAllocated()
    {
        var input = new byte[1_000];
        Span<byte> hash = stackalloc byte[Keccak256.HashLength];
        Keccak256.Hash(input, hash);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var length = 0; length < input.Length; length++)
        {
            Keccak256.Hash(input.AsSpan(0, length), hash);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static byte[] BouncyCastle(byte[] input)
    {
        var digest = new KeccakDigest(256);
        digest.BlockUpdate(input, 0, input.Length);
        var hash = new byte[32];
        digest.DoFinal(hash, 0);
        return hash;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
