using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Wire;

namespace Sending.Chain.Settlements;

/// <summary>A settlement as <c>GET /v1/settlements/{epoch}</c> serves it: what is signed, what it commits to, and the figures that it follows from.</summary>
/// <param name="Settlement">What guardians sign.</param>
/// <param name="Digest">What they sign of it, 0x and 64 lower-case digits.</param>
/// <param name="FirstEpoch">The first epoch that it covers.</param>
/// <param name="Figures">Cumulative earnings and charges.</param>
/// <param name="Epochs">The figures of each epoch covered.</param>
public sealed record SettlementDocument(
    SettlementMessage Settlement,
    string Digest,
    long FirstEpoch,
    CumulativeFigures Figures,
    IReadOnlyList<EpochFigures> Epochs)
{
    /// <summary>Most bytes of a document that is read.</summary>
    public const int MaxBytes = 256 << 20;

    /// <summary>Most nodes of a role that one has.</summary>
    public const int MaxNodes = 100_000;

    private const int MaxLines = 2_000_000;
    private const int MaxEpochs = 31;

    /// <summary>The document of a settlement that was computed.</summary>
    /// <param name="result">The settlement.</param>
    /// <param name="domain">See <see cref="TypedDataDomain.OfRewards"/>.</param>
    public static SettlementDocument Of(SettlementResult result, TypedDataDomain domain)
        => new(result.Message, Word.Hash(result.Message.Digest(domain)), result.Epochs[0].Epoch, result.Figures, result.Epochs);

    /// <summary>Reads a document that somebody else wrote. Nothing in it is checked but its form: see <see cref="Matches"/>.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static SettlementDocument Parse(ReadOnlyMemory<byte> json) => WireObject.Read(json, root => new SettlementDocument(
        SettlementWire.ReadMessage(root.Object("settlement")),
        root.Hash("digest"),
        root.Whole("firstEpoch"),
        new CumulativeFigures(
            root.List("earnings", MaxNodes, entry => new NodeEarnings(entry.Address("node"), entry.Amount("cumulative"))),
            root.List("lines", MaxLines, line => new LineCharge(line.Address("payer"), line.Address("edge"), line.Amount("cumulative")))),
        root.List("epochs", MaxEpochs, SettlementWire.ReadEpoch)));

    /// <summary>Whether it is of a settlement on chain, and commits to what that commits to. The figures of epochs are not on chain: they are its writer's word.</summary>
    public bool Matches(IndexedSettlement settlement)
    {
        try
        {
            return Digest == settlement.Digest
                && (Settlement.Epoch, FirstEpoch) == (settlement.Epoch, settlement.FirstEpoch)
                && (Settlement.TotalEarned, Settlement.TotalCharged) == (settlement.Earned, settlement.Charged)
                && (Word.Hash(Settlement.Previous), Word.Hash(Settlement.EarningsRoot), Word.Hash(Settlement.ChargesRoot))
                    == (settlement.Previous, settlement.EarningsRoot, settlement.ChargesRoot)
                && Word.Hash(SettlementTrees.OfEarnings(Figures.Earnings).Root) == settlement.EarningsRoot
                && Word.Hash(SettlementTrees.OfCharges(Figures.Charges).Root) == settlement.ChargesRoot;
        }
        catch (FormatException)
        {
            // Something is listed twice.
            return false;
        }
    }

    /// <summary>The document as UTF-8.</summary>
    public byte[] ToJson() => WireWriting.Json(writer =>
    {
        SettlementWire.WriteMessage(writer, "settlement", Settlement);
        writer.WriteString("digest", Digest);
        writer.WriteNumber("firstEpoch", FirstEpoch);
        writer.WriteList("lines", Figures.Charges, (inner, line) =>
        {
            inner.WriteString("payer", line.Payer);
            inner.WriteString("edge", line.Edge);
            inner.WriteAmount("cumulative", line.Cumulative);
        });
        writer.WriteList("earnings", Figures.Earnings, (inner, entry) =>
        {
            inner.WriteString("node", entry.Node);
            inner.WriteAmount("cumulative", entry.Cumulative);
        });
        writer.WriteList("epochs", Epochs, SettlementWire.WriteEpoch);
    });
}
