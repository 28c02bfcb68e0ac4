using System.Text;
using Nethereum.HdWallet;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Internals;

public sealed class CompatibilityDecompositionTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u00e9", "e\u0301")]
    [InlineData("\ufb01", "fi")]
    [InlineData("\u3000", " ")]
    [InlineData("\uac01", "\u1100\u1161\u11a8")]
    [InlineData("\uac00", "\u1100\u1161")]
    [InlineData("a\u0323\u0301", "a\u0323\u0301")]
    [InlineData("a\u0301\u0323", "a\u0323\u0301")]
    [InlineData("\u1e9b\u0323", "s\u0323\u0307")]
    public void Examples(string text, string expected) => Assert.Equal(expected, CompatibilityDecomposition.Normalize(text));

    /// <summary>Every character there is, and random sequences of marks, against JavaScript's own normalisation.</summary>
    [Fact]
    public async Task LikeNode()
    {
        var random = new Seeded();
        var characters = Enumerable.Range(0, 0x11000).Where(code => Rune.IsValid(code)).Select(code => new Rune(code).ToString()).Chunk(64).Select(chunk => string.Concat(chunk));
        var marks = Enumerable.Range(0, 300).Select(_ => "a" + string.Concat(Enumerable.Range(0, 6).Select(_ => ((char)(0x300 + random.Below(0x70))).ToString())));
        var texts = characters.Concat(marks).ToList();
        random.AssertSame(texts, await Viem.AskAsync("nfkd", texts.Select(text => new { text })), CompatibilityDecomposition.Normalize);
    }
}
