using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;

namespace Sending.Chain.Devnet;

/// <summary>
/// Moves a devnet's clock ahead. It runs on from there at its usual pace, so that it stays ahead of the real one; it never goes back.
/// </summary>
internal sealed class DevnetTime(ChainConnection connection, DevnetDuties duties, TimeProvider time)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Moves on to <paramref name="target"/>, with a block at that time or up to a second later. Before, and at each window on the way, services that
    /// have something to do are waited for; where all of them wait for the clock themselves, it moves on to the moment that the first one waits for.
    /// </summary>
    /// <param name="target">The moment.</param>
    /// <param name="patience">How long to wait for services, at each window; null not to ask them.</param>
    /// <param name="progress">Told what is waited for.</param>
    /// <param name="cancellationToken">Gives up; what was moved stays moved.</param>
    /// <returns>The newest block afterwards.</returns>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.InvalidInput"/>: the moment has passed; <see cref="ErrorCode.CheckFailed"/>: a service still has something to do.
    /// </exception>
    public async Task<ChainHead> AdvanceAsync(ClockTarget target, TimeSpan? patience, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var clock = await new ProtocolReader(connection).GetClockAsync(cancellationToken);
        var head = await connection.GetHeadAsync(cancellationToken);
        var moment = target.Resolve(clock, head.Time);
        while (head.Time < moment)
        {
            var next = moment;
            if (patience is { } longest)
            {
                var goesOn = await WaitForServicesAsync(head, longest, progress, cancellationToken);
                head = await connection.GetHeadAsync(cancellationToken);
                next = Earlier(moment, Earlier(goesOn ?? DateTimeOffset.MaxValue, WindowEnd(clock, head)));
            }

            head = await JumpAsync(head, next, cancellationToken);
        }

        return head;
    }

    private static DateTimeOffset WindowEnd(EpochClock clock, ChainHead head) => head.Time + clock.At(head.Time).UntilNext;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private async Task<ChainHead> JumpAsync(ChainHead head, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        while (head.Time < moment)
        {
            var seconds = (long)Math.Ceiling((moment - head.Time).TotalSeconds);
            await connection.Web3.Client.SendRequestAsync("evm_increaseTime", null, seconds).WaitAsync(cancellationToken);
            await connection.Web3.Client.SendRequestAsync("evm_mine").WaitAsync(cancellationToken);
            head = await connection.GetHeadAsync(cancellationToken);
        }

        return head;
    }

    /// <returns>When the first of those goes on that wait for the clock; null when nobody has anything to do.</returns>
    private async Task<DateTimeOffset?> WaitForServicesAsync(ChainHead head, TimeSpan patience, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var (started, told) = (time.GetTimestamp(), "");
        while (await duties.ListAsync(head.Number, cancellationToken) is { Count: > 0 } left)
        {
            if (left.All(duty => duty.GoesOn > head.Time))
            {
                return left.Min(duty => duty.GoesOn);
            }

            if (time.GetElapsedTime(started) > patience)
            {
                throw new SendingException(
                    ErrorCode.CheckFailed,
                    $"Services still have something to do at {ChainTime.Format(head.Time)}:\n  {string.Join("\n  ", left.Select(duty => duty.Description))}\nWait longer with --wait, or move on all the same with --force.",
                    new Dictionary<string, string> { ["check"] = "duties" });
            }

            if (left[0].Description != told)
            {
                progress.Report($"Waiting for {told = left[0].Description} …");
            }

            await Task.Delay(s_pause, time, cancellationToken);
        }

        return null;
    }
}
