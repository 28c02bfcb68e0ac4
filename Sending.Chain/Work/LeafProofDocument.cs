using System.Text.Json.Serialization;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Formats;
using Sending.Crypto;

namespace Sending.Chain.Work;

/// <summary>What <c>GET /v1/leaves/{root}/proof?unit=</c> answers: the leaf that covers a unit, and the way from it to the root.</summary>
/// <param name="Unit">The unit asked for, counted from 0.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Left">The sum of everything to the left of the leaf.</param>
/// <param name="Steps">From the leaf up.</param>
public sealed record LeafProofDocument(ulong Unit, ProofLeaf Leaf, ulong Left, IReadOnlyList<ProofSibling> Steps)
{
    /// <summary>The document of a proof.</summary>
    /// <param name="unit">The unit asked for.</param>
    /// <param name="left">The sum of everything to the left of the leaf.</param>
    /// <param name="proven">The leaf.</param>
    public static LeafProofDocument Of(ulong unit, ulong left, ProvenLeaf proven) => new(
        unit,
        new ProofLeaf(proven.Leaf.Client, proven.Leaf.Signer, proven.Leaf.Units, proven.Signature.ToHex(true)),
        left,
        [.. proven.Steps.Select(step => new ProofSibling(step.Hash.ToHex(true), step.Sum, step.IsLeft))]);

    /// <summary>The proof that the document is of; nothing of it is checked yet but its form.</summary>
    /// <exception cref="FormatException">A hash or signature is not hexadecimal.</exception>
    public ProvenLeaf ToProvenLeaf()
    {
        var signature = Leaf.Signature.HexToByteArray();
        return new ProvenLeaf(
            new MerkleSumLeaf(Leaf.Client, Leaf.Signer, Leaf.Units, Keccak256.Hash(signature)),
            signature,
            [.. Steps.Select(step => new MerkleSumStep(step.Hash.HexToByteArray(), step.Sum, step.IsLeft))]);
    }
}

/// <summary>A leaf as HTTP shows it.</summary>
/// <param name="Client">The payer.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="Units">The receipt's running total.</param>
/// <param name="Signature">The receipt's signature, hexadecimal with 0x.</param>
public sealed record ProofLeaf(string Client, string Signer, ulong Units, string Signature);

/// <summary>A step of a proof as HTTP shows it.</summary>
/// <param name="Hash">The sibling's hash, hexadecimal with 0x.</param>
/// <param name="Sum">The units below the sibling.</param>
/// <param name="IsLeft">Whether the sibling is on the left.</param>
public sealed record ProofSibling(string Hash, ulong Sum, bool IsLeft);

/// <summary>How proofs are written and read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LeafProofDocument))]
public sealed partial class LeafProofJson : JsonSerializerContext;
