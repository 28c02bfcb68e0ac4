using System.Numerics;

namespace Sending.Chain.Staking;

/// <summary>The governed parameters, in the contract's order and numbering.</summary>
public enum ProtocolParameter
{
    /// <summary>Minimum own stake of an Edge, smallest unit of SEND.</summary>
    MinStakeEdge,

    /// <summary>Minimum own stake of a Guardian, smallest unit of SEND.</summary>
    MinStakeGuardian,

    /// <summary>Minimum own stake of a WatchDog, smallest unit of SEND.</summary>
    MinStakeWatchDog,

    /// <summary>Delegated stake that counts, as a multiple of the node's own.</summary>
    MaxDelegationRatio,

    /// <summary>Seconds from a request to its withdrawal.</summary>
    UnbondingPeriod,

    /// <summary>Seconds over which a payment to a node is released.</summary>
    RewardRelease,

    /// <summary>Highest commission, basis points.</summary>
    MaxCommission,

    /// <summary>Largest change of a commission at once, basis points.</summary>
    MaxCommissionStep,

    /// <summary>Seconds that a rise of a commission waits.</summary>
    CommissionRiseDelay,

    /// <summary>Part of an owner's own slashed stake that goes to the reporter, basis points.</summary>
    ReporterShare,

    /// <summary>Closed reveal windows without a reveal after which a guardian may be suspended.</summary>
    InactivityEpochs,
}

/// <summary>A governed parameter.</summary>
/// <param name="Parameter">Which.</param>
/// <param name="Value">In force now.</param>
/// <param name="NextValue">In force from the next epoch on.</param>
/// <param name="Min">Lowest value that governance may choose.</param>
/// <param name="Max">Highest value that governance may choose.</param>
public sealed record ParameterView(ProtocolParameter Parameter, BigInteger Value, BigInteger NextValue, BigInteger Min, BigInteger Max);

/// <summary>The parameters that the checks before a transaction need. Amounts in the smallest unit of SEND.</summary>
/// <param name="MinStakeEdge">Minimum own stake of an Edge.</param>
/// <param name="MinStakeGuardian">Minimum own stake of a Guardian.</param>
/// <param name="MinStakeWatchDog">Minimum own stake of a WatchDog.</param>
/// <param name="MaxDelegationRatio">Delegated stake that a node may have, as a multiple of its own.</param>
/// <param name="UnbondingPeriod">From a request to its withdrawal.</param>
/// <param name="MaxCommission">Highest commission, basis points.</param>
/// <param name="MaxCommissionStep">Largest change at once, basis points.</param>
/// <param name="CommissionRiseDelay">How long a rise waits.</param>
public sealed record StakingRules(
    BigInteger MinStakeEdge,
    BigInteger MinStakeGuardian,
    BigInteger MinStakeWatchDog,
    BigInteger MaxDelegationRatio,
    TimeSpan UnbondingPeriod,
    BigInteger MaxCommission,
    BigInteger MaxCommissionStep,
    TimeSpan CommissionRiseDelay)
{
    /// <summary>Minimum own stake of a role.</summary>
    public BigInteger MinStake(NodeRole role) => role switch
    {
        NodeRole.Edge => MinStakeEdge,
        NodeRole.Guardian => MinStakeGuardian,
        NodeRole.WatchDog => MinStakeWatchDog,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
