using Sending.Chain.Rpc;

namespace Sending.Guardian.Tests.Support;

/// <summary>
/// The chain's clock, held by the test: blocks are mined all the time, with the timestamp that the test has set. No window closes because the machine is busy.
/// </summary>
internal sealed class DrivenClock : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly DevnetFixture _devnet;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _mining;
    private long _time;

    private DrivenClock(DevnetFixture devnet, ChainHead head)
    {
        (_devnet, _time) = (devnet, head.Time.ToUnixTimeSeconds() + 1);
        _mining = MineAsync();
    }

    public static async Task<DrivenClock> StartAsync(DevnetFixture devnet)
    {
        await devnet.SetMiningAsync(automatic: false);
        return new DrivenClock(devnet, await devnet.Connection.GetHeadAsync(default));
    }

    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(Volatile.Read(ref _time));

    public void Set(DateTimeOffset time) => Volatile.Write(ref _time, Math.Max(_time, time.ToUnixTimeSeconds()));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _mining;
        _stop.Dispose();
    }

    private async Task MineAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await _devnet.SetNextBlockTimeAsync(Volatile.Read(ref _time));
            await _devnet.MineAsync();
            await Task.Delay(Pause);
        }
    }
}
