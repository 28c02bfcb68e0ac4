using CsCheck;
using Sending.Chain.Work;
using Sending.Edge.Epochs;

namespace Sending.Edge.Tests.Epochs;

public class LeafSelectionTests
{
    [Fact]
    public void TheMostValuableThatFitStay()
    {
        var leaves = Leaves(5, 60, 30, 60, 8);

        var selection = LeafSelection.Of(leaves, 100);

        Assert.Equal([leaves[1], leaves[2], leaves[4]], selection.Kept);
        Assert.Equal([leaves[0], leaves[3]], selection.LeftOut);
        Assert.Equal(65UL, selection.LeftOutUnits);
    }

    [Fact]
    public void NothingIsLeftOutThatWouldFit() => Gen.Select(Gen.ULong[1, 1_000].Array[0, 50], Gen.ULong[0, 20_000]).Sample((units, capacity) =>
    {
        var leaves = Leaves(units);

        var selection = LeafSelection.Of(leaves, capacity);

        var kept = selection.Kept.Aggregate(0UL, (sum, leaf) => sum + leaf.Units);
        Assert.True(kept <= capacity);
        Assert.All(selection.LeftOut, leaf => Assert.True(kept + leaf.Units > capacity));
        Assert.Equal(leaves.Where(selection.Kept.Contains), selection.Kept);
        Assert.Equal(leaves.Count, selection.Kept.Count + selection.LeftOut.Count);
    });

    private static IReadOnlyList<SignedLeaf> Leaves(params ulong[] units)
        => [.. units.Select((each, number) => new SignedLeaf($"0x{number:x40}", $"0x{number:x40}", each, []))];
}
