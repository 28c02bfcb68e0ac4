using System.Text.Json;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Formats;
using Sending.Chain.Wire;

namespace Sending.Chain.Work;

/// <summary>A leaf with its path to the root: what answers a challenge, or convicts the Edge that committed to it.</summary>
/// <param name="Leaf">The leaf with its signature.</param>
/// <param name="Left">The first unit that it covers.</param>
/// <param name="Steps">From the leaf up.</param>
public sealed record LeafEvidence(SignedLeaf Leaf, ulong Left, IReadOnlyList<MerkleSumStep> Steps)
{
    /// <summary>Reads <c>{"leaf":{…},"left","steps":[{"hash","sum","isLeft"}]}</c>, which others may have written. Whether it leads anywhere is not checked.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static LeafEvidence Parse(ReadOnlyMemory<byte> json) => WireObject.Read(json, root => new LeafEvidence(
        LeafPage.ReadLeaf(root.Object("leaf")),
        root.Unsigned("left"),
        root.List("steps", MerkleSumProof.MaxDepth, step => new MerkleSumStep(Convert.FromHexString(step.Hash("hash").AsSpan(2)), step.Unsigned("sum"), step.Flag("isLeft")))));

    /// <summary>Whether the leaf is in a committed tree and covers a unit.</summary>
    /// <param name="root">The commitment's root.</param>
    /// <param name="total">The commitment's units.</param>
    /// <param name="unit">Counted from 0.</param>
    public bool Covers(ReadOnlySpan<byte> root, ulong total, ulong unit) => MerkleSumProof.Covers(Leaf.ToLeaf(), [.. Steps], root, total, unit);

    /// <summary>The leaf as the contract takes it.</summary>
    public WorkLeaf ToWorkLeaf()
    {
        var leaf = Leaf.ToLeaf();
        return new WorkLeaf { Client = leaf.Client, Signer = leaf.Signer, Units = leaf.Units, SignatureHash = leaf.SignatureHash };
    }

    /// <summary>The path as the contract takes it.</summary>
    public List<ProofStep> ToProof() => [.. Steps.Select(step => new ProofStep { Hash = step.Hash, Sum = step.Sum, IsLeft = step.IsLeft })];

    /// <summary>The answer to the challenge of a unit.</summary>
    public Answer ToAnswer(ulong unit) => new() { Unit = unit, Leaf = ToWorkLeaf(), Proof = ToProof(), Signature = Leaf.Signature };

    /// <summary>The document, as <c>GET /v1/leaves/{root}/proof?unit=</c> serves it.</summary>
    /// <param name="unit">The unit that was asked for.</param>
    public byte[] ToJson(ulong unit) => WireWriting.Json(writer =>
    {
        writer.WriteNumber("unit", unit);
        writer.WriteStartObject("leaf");
        LeafPage.WriteLeaf(writer, Leaf);
        writer.WriteEndObject();
        writer.WriteNumber("left", Left);
        writer.WriteList("steps", Steps, WriteStep);
    });

    private static void WriteStep(Utf8JsonWriter writer, MerkleSumStep step)
    {
        writer.WriteHex("hash", step.Hash);
        writer.WriteNumber("sum", step.Sum);
        writer.WriteBoolean("isLeft", step.IsLeft);
    }
}
