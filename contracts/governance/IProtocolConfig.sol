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
    InactivityEpochs
}

/// @title The epoch clock and the governed parameters, versioned by epoch
interface IProtocolConfig {
    /// @notice What is fixed at deployment. Times in seconds; windows count from an epoch's end.
    /// @dev 0 < w1 < w2 < w3 < w4 <= epochDuration, settlementDelay < epochDuration, maxLag >= 3.
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

    /// @notice The parameters that every change of a stake reads; NodeStaking keeps a copy of them.
    struct StakingLimits {
        uint256 minStakeEdge;
        uint256 minStakeGuardian;
        uint256 minStakeWatchDog;
        uint256 maxDelegationRatio;
        uint256 unbondingPeriod;
    }

    /// @notice `parameter` is `value` from epoch `fromEpoch` on.
    event ParameterSet(Parameter indexed parameter, uint256 value, uint256 fromEpoch);
    /// @notice `listener` is told about every change of a parameter from now on.
    event ListenerAdded(address indexed listener);
    event ListenerRemoved(address indexed listener);

    error ParameterOutOfBounds(Parameter parameter, uint256 value, uint256 min, uint256 max);
    /// @dev Minimum stakes are kept elsewhere in units of 10^9.
    error NotWholeGwei(Parameter parameter, uint256 value);
    /// @dev The first values must name every parameter.
    error ParameterMissing(Parameter parameter);
    error LengthMismatch(uint256 parameters, uint256 values);
    error InvalidClock();
    /// @dev unbonding >= maxSettlementDelay + W4 + D + epochDuration
    error UnbondingTooShort(uint256 unbonding, uint256 required);
    /// @dev (inactivityEpochs + 1) x epochDuration + W4 < maxSettlementDelay
    error InactivityTooLong(uint256 duration, uint256 limit);
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
    /// @notice Five parameters in one call.
    function stakingLimitsAt(uint256 epoch) external view returns (StakingLimits memory);
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
    /// @notice Copies what it needs from the configuration again. Anybody may call it; it changes nothing when the copy is right.
    function syncParameters() external;
}
