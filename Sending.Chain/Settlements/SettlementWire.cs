using System.Text.Json;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Wire;

namespace Sending.Chain.Settlements;

/// <summary>Parts that documents about settlements share.</summary>
internal static class SettlementWire
{
    /// <summary>Most steps of a proof: trees have fewer than 2^40 leaves.</summary>
    public const int MaxDepth = 40;

    public static SettlementMessage ReadMessage(WireObject settlement) => new(
        settlement.Whole("epoch"),
        Word.Bytes(settlement.Hash("previous")),
        Word.Bytes(settlement.Hash("earningsRoot")),
        settlement.Amount("totalEarned"),
        Word.Bytes(settlement.Hash("chargesRoot")),
        settlement.Amount("totalCharged"));

    public static void WriteMessage(Utf8JsonWriter writer, string name, SettlementMessage message)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("epoch", (long)message.Epoch);
        writer.WriteHex("previous", message.Previous);
        writer.WriteHex("earningsRoot", message.EarningsRoot);
        writer.WriteAmount("totalEarned", message.TotalEarned);
        writer.WriteHex("chargesRoot", message.ChargesRoot);
        writer.WriteAmount("totalCharged", message.TotalCharged);
        writer.WriteEndObject();
    }

    public static EpochFigures ReadEpoch(WireObject epoch) => new(
        epoch.Whole("epoch"),
        epoch.Amount("guardianStake"),
        epoch.Amount("edgeBudget"),
        epoch.Amount("guardianBudget"),
        epoch.List("edges", SettlementDocument.MaxNodes, ReadEdge),
        epoch.List("guardians", SettlementDocument.MaxNodes, ReadGuardian));

    public static void WriteEpoch(Utf8JsonWriter writer, EpochFigures epoch)
    {
        writer.WriteNumber("epoch", epoch.Epoch);
        writer.WriteAmount("guardianStake", epoch.GuardianStake);
        writer.WriteAmount("edgeBudget", epoch.EdgeBudget);
        writer.WriteAmount("guardianBudget", epoch.GuardianBudget);
        writer.WriteList("edges", epoch.Edges, WriteEdge);
        writer.WriteList("guardians", epoch.Guardians, WriteGuardian);
    }

    private static EdgeFigures ReadEdge(WireObject edge) => new(
        edge.Address("edge"),
        (int)edge.Whole("index", int.MaxValue),
        (int)edge.Whole("score", AvailabilityScores.Highest),
        edge.HashOrNull("root"),
        edge.Unsigned("units"),
        edge.Flag("rejected"),
        edge.Flag("stands"),
        edge.Amount("charged"),
        edge.Amount("fees"),
        edge.Amount("subsidy"));

    private static void WriteEdge(Utf8JsonWriter writer, EdgeFigures edge)
    {
        writer.WriteString("edge", edge.Edge);
        writer.WriteNumber("index", edge.Index);
        writer.WriteNumber("score", edge.Score);
        writer.WriteString("root", edge.Root);
        writer.WriteNumber("units", edge.Units);
        writer.WriteBoolean("rejected", edge.Rejected);
        writer.WriteBoolean("stands", edge.Stands);
        writer.WriteAmount("charged", edge.Charged);
        writer.WriteAmount("fees", edge.Fees);
        writer.WriteAmount("subsidy", edge.Subsidy);
    }

    private static GuardianFigures ReadGuardian(WireObject guardian)
        => new(guardian.Address("guardian"), guardian.Amount("stake"), guardian.Flag("revealed"), guardian.Amount("pay"));

    private static void WriteGuardian(Utf8JsonWriter writer, GuardianFigures guardian)
    {
        writer.WriteString("guardian", guardian.Guardian);
        writer.WriteAmount("stake", guardian.Stake);
        writer.WriteBoolean("revealed", guardian.Revealed);
        writer.WriteAmount("pay", guardian.Pay);
    }
}
