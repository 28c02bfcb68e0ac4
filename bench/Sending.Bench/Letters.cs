using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sending.Bench;

/// <summary>
/// A load of letters of 1 KiB, alike for whoever carries them: each client has so many on their way to the next one, and writes another when one is both
/// on the carrier's disk and with its recipient.
/// </summary>
/// <param name="clients">How many there are.</param>
/// <param name="send">Sends a letter of a client to the next one; done when the carrier says that it is on its disk.</param>
internal sealed class Letters(int clients, Func<int, byte[], CancellationToken, Task> send)
{
    private const int Length = 1_024;

    private readonly ConcurrentDictionary<long, TaskCompletionSource<long>> _awaited = new();
    private long _number;

    /// <summary>A letter is with its recipient. Carriers that deliver at least once may say so again.</summary>
    public void Arrive(ReadOnlySpan<byte> letter)
    {
        if (_awaited.TryRemove(BinaryPrimitives.ReadInt64LittleEndian(letter), out var arrived))
        {
            arrived.TrySetResult(Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Keeps letters on their way for a while.</summary>
    /// <param name="inFlight">So many of each client.</param>
    /// <param name="time">How long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Letters a second, and how long each took from being written until it arrived.</returns>
    public async Task<(double Rate, IReadOnlyList<TimeSpan> Times)> LoadAsync(int inFlight, TimeSpan time, CancellationToken cancellationToken)
    {
        var times = new ConcurrentBag<TimeSpan>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients * inFlight).Select(async place =>
        {
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                times.Add(await CarryAsync(place % clients, cancellationToken));
            }
        }));
        return (times.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, [.. times]);
    }

    private async Task<TimeSpan> CarryAsync(int client, CancellationToken cancellationToken)
    {
        var (number, letter) = (Interlocked.Increment(ref _number), new byte[Length]);
        Random.Shared.NextBytes(letter);
        BinaryPrimitives.WriteInt64LittleEndian(letter, number);
        var arrived = _awaited[number] = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var written = Stopwatch.GetTimestamp();
        await send(client, letter, cancellationToken);
        return Stopwatch.GetElapsedTime(written, await arrived.Task.WaitAsync(cancellationToken));
    }
}
