namespace Sending.Bench;

/// <summary>Minimum, median and maximum of repeated measurements.</summary>
internal static class Summary
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static string Of(IReadOnlyCollection<double> values) => $"{Median(values):F0} ({values.Min():F0} to {values.Max():F0})";
}
