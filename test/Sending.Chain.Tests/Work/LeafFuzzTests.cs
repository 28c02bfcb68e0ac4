using System.Text;
using Sending.Chain.Work;
using Sending.Testing;
using Sending.Testing.Work;

namespace Sending.Chain.Tests.Work;

public class LeafFuzzTests
{
    private static readonly LeafSet Set = LeafMaker.Honest(3);

    [Fact]
    public void Pages() => Fuzz.Text(
        [Text(new LeafPage(Set.Header, 0, Set.Leaves).ToJson()), Text(new LeafPage(Set.Header, 1, [.. Set.Leaves.Skip(1).Take(1)]).ToJson())],
        text =>
        {
            var page = LeafPage.Parse(Encoding.UTF8.GetBytes(text));
            Assert.Equal(page.Leaves.Count, LeafPage.Parse(page.ToJson()).Leaves.Count);
        },
        error => error is FormatException,
        inputs: Fuzz.UsualInputs / 4);

    [Fact]
    public void Evidence() => Fuzz.Text(
        [Text(Set.EvidenceOf(Set.ToTree(), 1).ToJson(2))],
        text => LeafEvidence.Parse(Encoding.UTF8.GetBytes(text)).Covers(new byte[32], 5, 1),
        error => error is FormatException,
        inputs: Fuzz.UsualInputs / 4);

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
