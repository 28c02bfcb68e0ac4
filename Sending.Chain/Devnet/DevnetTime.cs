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
    /// have something to do are waited for.
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
            if (patience is { } longest)
            {
                await WaitForServicesAsync(head, longest, progress, cancellationToken);
                head = await connection.GetHeadAsync(cancellationToken);
            }

            var next = patience is null ? moment : Earlier(moment, WindowEnd(clock, head));
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

    private async Task WaitForServicesAsync(ChainHead head, TimeSpan patience, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var (started, told) = (time.GetTimestamp(), "");
        while (await duties.ListAsync(head.Number, cancellationToken) is { Count: > 0 } left)
        {
            if (time.GetElapsedTime(started) > patience)
            {
                throw new SendingException(
                    ErrorCode.CheckFailed,
                    $"Services still have something to do at {ChainTime.Format(head.Time)}:\n  {string.Join("\n  ", left)}\nWait longer with --wait, or move on all the same with --force.",
                    new Dictionary<string, string> { ["check"] = "duties" });
            }

            if (left[0] != told)
            {
                progress.Report($"Waiting for {told = left[0]} …");
            }

            await Task.Delay(s_pause, time, cancellationToken);
        }
    }
}
