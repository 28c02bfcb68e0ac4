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

    /// <summary>Price of a unit (1 KiB) of relay work, smallest unit of SEND.</summary>
    FeePerUnit,

    /// <summary>Units that a node may commit in an epoch for every whole SEND of its weight.</summary>
    UnitsPerStakedToken,

    /// <summary>What a challenger puts down, smallest unit of SEND.</summary>
    ChallengeBond,

    /// <summary>Part of a node's stake that unproven or invalid work costs, basis points.</summary>
    WorkSlash,

    /// <summary>Smallest amount that can be added to a credit line, smallest unit of SEND.</summary>
    MinDeposit,

    /// <summary>Part of every fee that the protocol keeps, basis points.</summary>
    Cut,

    /// <summary>Part of an Edge's cut that its subsidy can reach, basis points.</summary>
    SubsidyCap,

    /// <summary>Part of the fund that an epoch's emission is, millionths.</summary>
    EmissionRate,

    /// <summary>The Edges' part of the emission, basis points.</summary>
    EdgePart,

    /// <summary>The Guardians' part of the emission, basis points.</summary>
    GuardianPart,

    /// <summary>The WatchDogs' part of the emission, basis points.</summary>
    WatchDogPart,

    /// <summary>Most that guardians earn in an epoch, millionths of their stake.</summary>
    GuardianYieldCap,

    /// <summary>Part of a guardian's stake that signing two settlements of one epoch costs, basis points.</summary>
    EquivocationSlash,

    /// <summary>Fewest guardians that sign a settlement.</summary>
    MinSigners,

    /// <summary>Guardian stake below which there is neither a settlement nor a successful proposal, smallest unit of SEND.</summary>
    MinTotalGuardianStake,
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
