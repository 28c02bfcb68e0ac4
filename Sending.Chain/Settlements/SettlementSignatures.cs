using Sending.Chain.Formats;
using Sending.Chain.Wire;

namespace Sending.Chain.Settlements;

/// <summary>Signatures of a settlement, as <c>GET /v1/settlements/{epoch}/signatures</c> serves them. Each verifies itself; none is checked here.</summary>
/// <param name="Settlement">What was signed.</param>
/// <param name="Digest">Its digest, 0x and 64 lower-case digits.</param>
/// <param name="Signatures">Who has signed.</param>
public sealed record SettlementSignatures(SettlementMessage Settlement, string Digest, IReadOnlyList<GuardianSignature> Signatures)
{
    /// <summary>Most bytes of a document that is read.</summary>
    public const int MaxBytes = 1 << 20;

    private const int MaxSignatures = 2_000;

    /// <summary>Reads a document that somebody else wrote.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static SettlementSignatures Parse(ReadOnlyMemory<byte> json) => WireObject.Read(json, root => new SettlementSignatures(
        SettlementWire.ReadMessage(root.Object("settlement")),
        root.Hash("digest"),
        root.List("signatures", MaxSignatures, entry => new GuardianSignature(entry.Address("guardian"), entry.Bytes("signature", AccountSignature.Length)))));

    /// <summary>The document as UTF-8.</summary>
    public byte[] ToJson() => WireWriting.Json(writer =>
    {
        writer.WriteString("digest", Digest);
        SettlementWire.WriteMessage(writer, "settlement", Settlement);
        writer.WriteList("signatures", Signatures, (inner, entry) =>
        {
            inner.WriteString("guardian", entry.Guardian);
            inner.WriteHex("signature", entry.Signature);
        });
    });
}

/// <summary>A guardian's signature.</summary>
/// <param name="Guardian">The node's owner.</param>
/// <param name="Signature">Its operator's.</param>
public sealed record GuardianSignature(string Guardian, byte[] Signature);
