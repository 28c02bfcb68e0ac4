using System.Diagnostics.Metrics;

namespace Sending.Edge.Epochs;

/// <summary>What an Edge counts of its epochs.</summary>
internal sealed class EpochMetrics(Meter meter)
{
    /// <summary>Units that were committed to.</summary>
    public Counter<long> Committed { get; } = meter.CreateCounter<long>("sending_edge_committed_units", null, "Units committed to.");

    /// <summary>Units with receipts that nobody pays for: the stake did not cover them, or their epoch's window was missed.</summary>
    public Counter<long> Lost { get; } = meter.CreateCounter<long>("sending_edge_lost_units", null, "Units with receipts that were not committed to.");

    /// <summary>Challenges for which an answer was recorded.</summary>
    public Counter<long> Answers { get; } = meter.CreateCounter<long>("sending_edge_answers", null, "Answers to challenges.");

    /// <summary>Claims that were recorded.</summary>
    public Counter<long> Claims { get; } = meter.CreateCounter<long>("sending_edge_claims", null, "Claims of earnings.");
}
