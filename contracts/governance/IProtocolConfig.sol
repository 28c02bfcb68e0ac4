// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice Governed parameters. New ones are appended; a number never changes its meaning.
/// @dev Amounts in the smallest unit of SEND, times in seconds, rates in basis points, unless said otherwise.
enum Parameter {
    MinStakeEdge,
    MinStakeGuardian,
    MinStakeWatchDog,
    /// Delegated stake that counts, as a multiple of the node's own.
    MaxDelegationRatio,
    UnbondingPeriod,
    RewardRelease,
    MaxCommission,
    MaxCommissionStep,
    CommissionRiseDelay,
    /// Part of an owner's own slashed stake that goes to the reporter.
    ReporterShare,
    /// Closed reveal windows without a reveal after which a guardian may be suspended.
    InactivityEpochs,
    /// Price of a unit (1 KiB) of relay work.
    FeePerUnit,
    /// Units that a node may commit in an epoch for every whole SEND of its weight.
    UnitsPerStakedToken,
    /// What a challenger puts down, and whoever answers gets.
    ChallengeBond,
    /// Part of a node's stake that unproven or invalid work costs.
    WorkSlash,
    /// Smallest amount that can be added to a credit line.
    MinDeposit,
    /// Part of every fee that the protocol keeps.
    Cut,
    /// Part of an Edge's cut that its subsidy can reach.
    SubsidyCap,
    /// Part of the fund that an epoch's emission is, in millionths.
    EmissionRate,
    /// Parts of the emission.
    EdgePart,
    GuardianPart,
    WatchDogPart,
    /// Most that guardians earn in an epoch, in millionths of their stake.
    GuardianYieldCap,
    /// Part of a guardian's stake that signing two settlements of one epoch costs.
    EquivocationSlash,
    /// Fewest guardians that sign a settlement.
    MinSigners,
    /// Guardian stake below which there is neither a settlement nor a successful proposal.
    MinTotalGuardianStake
}

/// @notice Parameters that are read together, and therefore kept together in one word.
/// @dev `ParameterLayout` says where in it.
enum ParameterGroup {
    Staking,
    Work,
    Settlement,
    Conduct
}

/// @title The epoch clock and the governed parameters, versioned by epoch
interface IProtocolConfig {
    /// @notice What is fixed at deployment. Times in seconds; windows count from an epoch's end.
    /// @dev 0 < w1 < w2 < w3 < w4 <= epochDuration, settlementDelay < epochDuration, 3 <= maxLag <= 30.
    struct Clock {
        /// Unix seconds at which epoch 0 starts.
        uint40 genesis;
        uint32 epochDuration;
        uint32 w1;
        uint32 w2;
        uint32 w3;
        uint32 w4;
        /// D: how long the council can cancel a settlement.
        uint32 settlementDelay;
        uint16 maxLag;
    }

    /// @notice `parameter` is `value` from epoch `fromEpoch` on.
    event ParameterSet(Parameter indexed parameter, uint256 value, uint256 fromEpoch);
    /// @notice `listener` is told about every change of a parameter from now on.
    event ListenerAdded(address indexed listener);
    event ListenerRemoved(address indexed listener);

    error ParameterOutOfBounds(Parameter parameter, uint256 value, uint256 min, uint256 max);
    /// @dev Amounts that others read often are kept in units of 10^12.
    error NotMultipleOf(Parameter parameter, uint256 value, uint256 unit);
    /// @dev The first values must name every parameter.
    error ParameterMissing(Parameter parameter);
    error LengthMismatch(uint256 parameters, uint256 values);
    error InvalidClock();
    /// @dev unbonding >= maxSettlementDelay + W4 + D + epochDuration
    error UnbondingTooShort(uint256 unbonding, uint256 required);
    /// @dev (inactivityEpochs + 1) x epochDuration + W4 < maxSettlementDelay
    error InactivityTooLong(uint256 duration, uint256 limit);
    /// @dev (maxLag + 1) x emissionRate < 10^6: whatever is covered at once, the fund never runs dry.
    error EmissionTooHigh(uint256 rate, uint256 limit);
    /// @dev The three parts of the emission, in basis points.
    error PartsTooLarge(uint256 sum, uint256 max);
    /// @dev Fees that a staked token lets a node claim, and what of it an auditor of 64 units makes it risk; see `ProtocolConfig`.
    error ForgeryPays(uint256 feesPerToken, uint256 limit);
    error BeforeGenesis(uint256 timestamp, uint256 genesis);
    error ListenerKnown(address listener);
    error ListenerUnknown(address listener);
    error TooManyListeners(uint256 max);

    /// @notice The clock as fixed at deployment.
    function clockParameters() external view returns (Clock memory);
    /// @notice Unix seconds at which epoch 0 starts.
    function genesis() external view returns (uint256);
    /// @notice Seconds.
    function epochDuration() external view returns (uint256);
    /// @notice The epoch of this block; reverts before genesis.
    function currentEpoch() external view returns (uint256);
    /// @notice The epoch that `timestamp` (Unix seconds) is in; reverts before genesis.
    function epochAt(uint256 timestamp) external view returns (uint256);
    /// @notice Unix seconds at which `epoch` starts, and the one before it ends.
    function epochStart(uint256 epoch) external view returns (uint256);
    /// @notice Seconds after an epoch's end by which it is covered or lapsed, but for W4 and the settlement's own delay.
    function maxSettlementDelay() external view returns (uint256);

    /// @notice The value in force in the current epoch; before genesis, the one of epoch 0.
    function value(Parameter parameter) external view returns (uint256);
    /// @notice The value in force in `epoch`; for a future epoch, the one that will be if nothing else is set.
    function valueAt(Parameter parameter, uint256 epoch) external view returns (uint256);
    /// @notice All parameters of `group` as in force in `epoch`, in one word, laid out as `ParameterLayout` says.
    function packedAt(ParameterGroup group, uint256 epoch) external view returns (uint256);
    /// @notice The values that governance may choose from, both included.
    function bounds(Parameter parameter) external view returns (uint256 min, uint256 max);

    /// @notice Who is told about changes.
    function listeners() external view returns (address[] memory);

    /// @notice Sets several parameters at once, in force from the next epoch; bounds and inequalities are checked on the result.
    /// @dev A parameter that is named twice, or set again in the same epoch, gets the last value.
    function setParameters(Parameter[] calldata parameters, uint256[] calldata values) external;
    /// @notice From now on `listener` is told about changes; the first time at once.
    function addListener(address listener) external;
    function removeListener(address listener) external;
}

/// @title Somebody who keeps a copy of parameters
interface IParameterListener {
    /// @notice The parameters of `epoch`, the one before it and the next were copied from the configuration.
    event ParametersSynced(uint256 epoch);

    /// @notice Copies what it needs from the configuration again. Anybody may call it; it changes nothing when the copy is right.
    function syncParameters() external;
}
