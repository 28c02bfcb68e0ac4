using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;

namespace Sending.Chain.Devnet;

/// <summary>
/// Moves a devnet's clock ahead. It runs on from there at its usual pace, so that it stays ahead of the real one; it never goes back.
/// </summary>
internal sealed class DevnetTime(ChainConnection connection)
{
    /// <summary>Moves on to <paramref name="target"/>, with a block at that time or up to a second later.</summary>
    /// <returns>The newest block afterwards.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: the moment has passed.</exception>
    public async Task<ChainHead> AdvanceAsync(ClockTarget target, CancellationToken cancellationToken)
    {
        var clock = await new ProtocolReader(connection).GetClockAsync(cancellationToken);
        var head = await connection.GetHeadAsync(cancellationToken);
        var moment = target.Resolve(clock, head.Time);
        while (head.Time < moment)
        {
            var seconds = (long)Math.Ceiling((moment - head.Time).TotalSeconds);
            await connection.Web3.Client.SendRequestAsync("evm_increaseTime", null, seconds).WaitAsync(cancellationToken);
            await connection.Web3.Client.SendRequestAsync("evm_mine").WaitAsync(cancellationToken);
            head = await connection.GetHeadAsync(cancellationToken);
        }

        return head;
    }
}
