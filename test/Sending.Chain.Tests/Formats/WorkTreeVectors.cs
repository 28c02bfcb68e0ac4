using System.Text.Json;
using Sending.Chain.Formats;

namespace Sending.Chain.Tests.Formats;

/// <summary>Leaves and proofs as the vectors write them.</summary>
internal static class WorkTreeVectors
{
    public static MerkleSumLeaf Leaf(this JsonElement item) =>
        new(item.Text("client"), item.Text("signer"), item.Units("units"), item.Bytes("signatureHash"));

    public static MerkleSumLeaf[] Leaves(this JsonElement item) => [.. item.GetProperty("leaves").EnumerateArray().Select(Leaf)];

    public static MerkleSumStep[] Steps(this JsonElement item) =>
        [.. item.GetProperty("steps").EnumerateArray().Select(step => new MerkleSumStep(step.Bytes("hash"), step.Units("sum"), step.GetProperty("isLeft").GetBoolean()))];

    public static string Describe(this IEnumerable<MerkleSumStep> steps) =>
        string.Join('\n', steps.Select(step => $"{step.Hash.Hex()} {step.Sum} {step.IsLeft}"));
}
