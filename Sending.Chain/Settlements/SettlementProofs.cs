using System.Numerics;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Wire;

namespace Sending.Chain.Settlements;

/// <summary>Makes proofs out of what a settlement commits to.</summary>
/// <param name="figures">All of it.</param>
public sealed class SettlementProofs(CumulativeFigures figures)
{
    private readonly Lazy<StandardMerkleTree> _earningsTree = new(() => SettlementTrees.OfEarnings(figures.Earnings));
    private readonly Lazy<StandardMerkleTree> _chargesTree = new(() => SettlementTrees.OfCharges(figures.Charges));
    private readonly Lazy<Dictionary<string, NodeEarnings>> _earnings = new(() => figures.Earnings.ToDictionary(entry => entry.Node, StringComparer.OrdinalIgnoreCase));
    private readonly Lazy<Dictionary<string, LineCharge>> _charges = new(() => figures.Charges.ToDictionary(charge => Key(charge.Payer, charge.Edge), StringComparer.OrdinalIgnoreCase));

    /// <summary>What a node has earned; null when it has earned nothing.</summary>
    public EarningsProof? FindEarnings(string node) => _earnings.Value.TryGetValue(node, out var entry)
        ? new EarningsProof(entry.Node, entry.Cumulative, _earningsTree.Value.ProofOf(entry.Leaf()))
        : null;

    /// <summary>What a line was charged; null when it was not open by the settlement's epoch.</summary>
    public ChargeProof? FindCharge(string payer, string edge) => _charges.Value.TryGetValue(Key(payer, edge), out var charge)
        ? new ChargeProof(charge.Payer, charge.Edge, charge.Cumulative, _chargesTree.Value.ProofOf(charge.Leaf()))
        : null;

    private static string Key(string payer, string edge) => payer + edge;
}

/// <summary>That a node has earned so much by a settlement, as <c>RewardPool.claim</c> takes it.</summary>
/// <param name="Node">The node's owner.</param>
/// <param name="Cumulative">Since the beginning, in base units of SEND.</param>
/// <param name="Proof">From the leaf up.</param>
public sealed record EarningsProof(string Node, BigInteger Cumulative, IReadOnlyList<byte[]> Proof)
{
    /// <summary>Reads <c>{"node","cumulative","proof"}</c>, which somebody else may have written.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static EarningsProof Parse(ReadOnlyMemory<byte> json)
        => WireObject.Read(json, root => new EarningsProof(root.Address("node"), root.Amount("cumulative"), root.Hashes("proof", SettlementWire.MaxDepth)));

    /// <summary>Whether it leads to a settlement's earnings root, 0x and digits.</summary>
    public bool LeadsTo(string root) => StandardMerkleTree.Verify(Word.Bytes(root), new NodeEarnings(Node, Cumulative).Leaf(), Proof);

    /// <summary>The document.</summary>
    public byte[] ToJson() => WireWriting.Json(writer =>
    {
        writer.WriteString("node", Node);
        writer.WriteAmount("cumulative", Cumulative);
        writer.WriteHashes("proof", Proof);
    });
}

/// <summary>That a line was charged so much by a settlement, as <c>RelayCredit.withdraw</c> takes it.</summary>
/// <param name="Payer">Whose line it is.</param>
/// <param name="Edge">Owner of the Edge that it pays.</param>
/// <param name="Cumulative">Since the beginning, in base units of SEND.</param>
/// <param name="Proof">From the leaf up.</param>
public sealed record ChargeProof(string Payer, string Edge, BigInteger Cumulative, IReadOnlyList<byte[]> Proof)
{
    /// <summary>Reads <c>{"payer","edge","cumulative","proof"}</c>, which somebody else may have written.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static ChargeProof Parse(ReadOnlyMemory<byte> json) => WireObject.Read(
        json,
        root => new ChargeProof(root.Address("payer"), root.Address("edge"), root.Amount("cumulative"), root.Hashes("proof", SettlementWire.MaxDepth)));

    /// <summary>Whether it leads to a settlement's charges root, 0x and digits.</summary>
    public bool LeadsTo(string root) => StandardMerkleTree.Verify(Word.Bytes(root), new LineCharge(Payer, Edge, Cumulative).Leaf(), Proof);

    /// <summary>The document.</summary>
    public byte[] ToJson() => WireWriting.Json(writer =>
    {
        writer.WriteString("payer", Payer);
        writer.WriteString("edge", Edge);
        writer.WriteAmount("cumulative", Cumulative);
        writer.WriteHashes("proof", Proof);
    });
}
