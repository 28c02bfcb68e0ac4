using System.Diagnostics.Metrics;

namespace Sending.Guardian.Probes;

/// <summary>What a guardian counts of its probes.</summary>
internal sealed class ProbeMetrics(Meter meter)
{
    private readonly Counter<long> _probes = meter.CreateCounter<long>("sending_guardian_probes", null, "Probes of Edges.");
    private readonly Histogram<double> _seconds = meter.CreateHistogram<double>("sending_guardian_probe_seconds", "s", "How long probes took that were answered in time.");

    /// <summary>Counts a probe.</summary>
    public void Add(string edge, ProbeResult result)
    {
        var outcome = result.Answered switch
        {
            true => "answered",
            false => "unanswered",
            null => "void",
        };
        _probes.Add(1, new KeyValuePair<string, object?>("edge", edge), new KeyValuePair<string, object?>("result", outcome));
        if (result.Answered == true)
        {
            _seconds.Record(result.Took.TotalSeconds);
        }
    }
}
