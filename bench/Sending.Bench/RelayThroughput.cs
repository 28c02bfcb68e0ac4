namespace Sending.Bench;

/// <summary>Envelopes of 1 KiB that an Edge stores durably and delivers a second, and how long each takes, next to NATS JetStream that syncs always.</summary>
internal static class RelayThroughput
{
    private const int Rounds = 5;

    private static readonly int[] s_inFlight = [1, 8, 64];
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(4);

    /// <param name="root">The checkout.</param>
    /// <param name="nats">NATS's server.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task MeasureAsync(string root, string nats, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sending-bench-").FullName;
        try
        {
            await using var edge = await EdgeCarrier.StartAsync(root, Path.Combine(folder, "devnet"), cancellationToken);
            var (other, remark) = await NatsCarrier.TryStartAsync(nats, EdgeCarrier.Clients.Count, Path.Combine(folder, "nats"), cancellationToken);
            await using var peer = other;
            Console.WriteLine(peer is null ? $"NATS is left out: {remark}" : remark);
            foreach (var inFlight in s_inFlight)
            {
                await MeasureAsync(edge.Letters, peer?.Letters, inFlight, cancellationToken);
            }

            Console.WriteLine($"memory of the Edge at most {edge.PeakMemory >> 20} MiB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Letters edge, Letters? peer, int inFlight, CancellationToken cancellationToken)
    {
        (string Name, Letters Letters, List<double> Rates, List<TimeSpan> Times)[] loads = peer is null ? [("Edge", edge, [], [])] : [("Edge", edge, [], []), ("NATS", peer, [], [])];
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var load in loads)
            {
                var (rate, times) = await load.Letters.LoadAsync(inFlight, s_round, cancellationToken);
                if (round > 0)
                {
                    load.Rates.Add(rate);
                    load.Times.AddRange(times);
                }
            }
        }

        Console.WriteLine($"{EdgeCarrier.Clients.Count} clients, {inFlight} in flight of each");
        foreach (var load in loads)
        {
            TimeSpan[] sorted = [.. load.Times.Order()];
            Console.WriteLine(
                $"  {load.Name}  {Summary.Of(load.Rates)} a second, {Summary.Median(load.Rates) / Summary.Median(loads[0].Rates):F2} x the Edge's; "
                + $"p50 {At(0.5):F1} ms, p99 {At(0.99):F1} ms");

            double At(double share) => sorted[(int)(share * (sorted.Length - 1))].TotalMilliseconds;
        }
    }
}
