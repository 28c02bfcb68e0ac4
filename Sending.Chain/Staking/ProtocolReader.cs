using System.Numerics;
using Sending.Chain.Epochs;
using Sending.Chain.Rpc;

namespace Sending.Chain.Staking;

/// <summary>The epoch clock and the governed parameters.</summary>
/// <param name="connection">The node.</param>
public sealed class ProtocolReader(ChainConnection connection)
{
    /// <summary>The clock; it never changes, so one read serves for as long as the connection.</summary>
    public async Task<EpochClock> GetClockAsync(CancellationToken cancellationToken)
    {
        var clock = (await connection.Config.ClockParametersQueryAsync().WaitAsync(cancellationToken)).ReturnValue1;
        return new EpochClock(
            ChainTime.FromUnix(clock.Genesis),
            TimeSpan.FromSeconds(clock.EpochDuration),
            TimeSpan.FromSeconds(clock.W1),
            TimeSpan.FromSeconds(clock.W2),
            TimeSpan.FromSeconds(clock.W3),
            TimeSpan.FromSeconds(clock.W4),
            TimeSpan.FromSeconds(clock.SettlementDelay),
            clock.MaxLag);
    }

    /// <summary>All parameters with their bounds and what they will be in the next epoch.</summary>
    public async Task<IReadOnlyList<ParameterView>> GetParametersAsync(CancellationToken cancellationToken)
    {
        var nextEpoch = await connection.Config.CurrentEpochQueryAsync().WaitAsync(cancellationToken) + 1;
        return await Task.WhenAll(Enum.GetValues<ProtocolParameter>().Select(async parameter =>
        {
            var value = connection.Config.ValueQueryAsync((byte)parameter);
            var next = connection.Config.ValueAtQueryAsync((byte)parameter, nextEpoch);
            var bounds = await connection.Config.BoundsQueryAsync((byte)parameter).WaitAsync(cancellationToken);
            return new ParameterView(parameter, await value.WaitAsync(cancellationToken), await next.WaitAsync(cancellationToken), bounds.Min, bounds.Max);
        }));
    }

    /// <summary>What the checks before a transaction need, in force now.</summary>
    public async Task<StakingRules> GetRulesAsync(CancellationToken cancellationToken)
    {
        async Task<BigInteger> Value(ProtocolParameter parameter)
            => await connection.Config.ValueQueryAsync((byte)parameter).WaitAsync(cancellationToken);

        ProtocolParameter[] wanted =
        [
            ProtocolParameter.MinStakeEdge,
            ProtocolParameter.MinStakeGuardian,
            ProtocolParameter.MinStakeWatchDog,
            ProtocolParameter.MaxDelegationRatio,
            ProtocolParameter.UnbondingPeriod,
            ProtocolParameter.MaxCommission,
            ProtocolParameter.MaxCommissionStep,
            ProtocolParameter.CommissionRiseDelay,
        ];
        var values = await Task.WhenAll(wanted.Select(Value));
        return new StakingRules(
            values[0],
            values[1],
            values[2],
            values[3],
            TimeSpan.FromSeconds((double)values[4]),
            values[5],
            values[6],
            TimeSpan.FromSeconds((double)values[7]));
    }
}
