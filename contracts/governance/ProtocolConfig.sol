// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManagedUpgradeable} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {IParameterListener, IProtocolConfig, Parameter} from "./IProtocolConfig.sol";

/// @title The epoch clock and the governed parameters, versioned by epoch
/// @notice A change is in force from the next epoch on, so that no rule about an epoch changes within it, and every past value stays readable.
/// @dev A later version appends to `Parameter` and `bounds`, and sets the first values in a reinitializer; no storage moves.
contract ProtocolConfig is IProtocolConfig, AccessManagedUpgradeable, UUPSUpgradeable {
    using Checkpoints for Checkpoints.Trace208;
    using EnumerableSet for EnumerableSet.AddressSet;

    /// @custom:storage-location erc7201:sending.storage.ProtocolConfig
    struct ConfigStorage {
        Clock clock;
        /// Keyed by the epoch from which the value is in force.
        mapping(Parameter => Checkpoints.Trace208) values;
        EnumerableSet.AddressSet listeners;
    }

    // keccak256(abi.encode(uint256(keccak256("sending.storage.ProtocolConfig")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant CONFIG_STORAGE = 0x1a3fd204580040275a01056b115a2218f7885ab02a5d886eb7dbb3a1930eed00;

    uint256 private constant BPS = 10_000;
    uint256 private constant GWEI = 1e9;
    uint256 private constant MIN_LAG = 3;
    /// A genesis further away than this is a mistake.
    uint256 private constant MAX_GENESIS_WAIT = 366 days;
    /// Listeners are told in one transaction, which must fit into a block.
    uint256 private constant MAX_LISTENERS = 8;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @param authority The `AccessManager` that says who may set parameters, add listeners and upgrade.
    /// @param clock Fixed for ever; a `genesis` of 0 stands for this block's time.
    /// @param parameters Every parameter, each with its first value in `values`.
    function initialize(
        address authority,
        Clock calldata clock,
        Parameter[] calldata parameters,
        uint256[] calldata values
    ) external initializer {
        __AccessManaged_init(authority);
        if (!_isValid(clock)) revert InvalidClock();
        ConfigStorage storage $ = _config();
        $.clock = clock;
        if (clock.genesis == 0) $.clock.genesis = uint40(block.timestamp);
        _setParameters(parameters, values, 0);
        for (uint256 i = 0; i <= uint256(type(Parameter).max); i++) {
            if ($.values[Parameter(i)].length() == 0) revert ParameterMissing(Parameter(i));
        }
    }

    /// @inheritdoc IProtocolConfig
    function setParameters(Parameter[] calldata parameters, uint256[] calldata values) external restricted {
        uint256 start = genesis();
        _setParameters(parameters, values, block.timestamp < start ? 0 : epochAt(block.timestamp) + 1);
        address[] memory told = _config().listeners.values();
        for (uint256 i = 0; i < told.length; i++) IParameterListener(told[i]).syncParameters();
    }

    /// @inheritdoc IProtocolConfig
    function addListener(address listener) external restricted {
        ConfigStorage storage $ = _config();
        if ($.listeners.length() == MAX_LISTENERS) revert TooManyListeners(MAX_LISTENERS);
        if (!$.listeners.add(listener)) revert ListenerKnown(listener);
        emit ListenerAdded(listener);
        IParameterListener(listener).syncParameters();
    }

    /// @inheritdoc IProtocolConfig
    function removeListener(address listener) external restricted {
        if (!_config().listeners.remove(listener)) revert ListenerUnknown(listener);
        emit ListenerRemoved(listener);
    }

    /// @inheritdoc IProtocolConfig
    function clockParameters() external view returns (Clock memory) {
        return _config().clock;
    }

    /// @inheritdoc IProtocolConfig
    function currentEpoch() external view returns (uint256) {
        return epochAt(block.timestamp);
    }

    /// @inheritdoc IProtocolConfig
    function epochStart(uint256 epoch) external view returns (uint256) {
        return genesis() + epoch * epochDuration();
    }

    /// @inheritdoc IProtocolConfig
    function value(Parameter parameter) external view returns (uint256) {
        return valueAt(parameter, block.timestamp < genesis() ? 0 : epochAt(block.timestamp));
    }

    /// @inheritdoc IProtocolConfig
    function stakingLimitsAt(uint256 epoch) external view returns (StakingLimits memory limits) {
        limits.minStakeEdge = valueAt(Parameter.MinStakeEdge, epoch);
        limits.minStakeGuardian = valueAt(Parameter.MinStakeGuardian, epoch);
        limits.minStakeWatchDog = valueAt(Parameter.MinStakeWatchDog, epoch);
        limits.maxDelegationRatio = valueAt(Parameter.MaxDelegationRatio, epoch);
        limits.unbondingPeriod = valueAt(Parameter.UnbondingPeriod, epoch);
    }

    /// @inheritdoc IProtocolConfig
    function listeners() external view returns (address[] memory) {
        return _config().listeners.values();
    }

    /// @inheritdoc IProtocolConfig
    function genesis() public view returns (uint256) {
        return _config().clock.genesis;
    }

    /// @inheritdoc IProtocolConfig
    function epochDuration() public view returns (uint256) {
        return _config().clock.epochDuration;
    }

    /// @inheritdoc IProtocolConfig
    function epochAt(uint256 timestamp) public view returns (uint256) {
        uint256 start = genesis();
        if (timestamp < start) revert BeforeGenesis(timestamp, start);
        return (timestamp - start) / epochDuration();
    }

    /// @inheritdoc IProtocolConfig
    function maxSettlementDelay() public view returns (uint256) {
        Clock storage clock = _config().clock;
        return (uint256(clock.maxLag) + 1) * clock.epochDuration;
    }

    /// @inheritdoc IProtocolConfig
    function valueAt(Parameter parameter, uint256 epoch) public view returns (uint256) {
        uint48 key = epoch > type(uint48).max ? type(uint48).max : uint48(epoch);
        return _config().values[parameter].upperLookupRecent(key);
    }

    /// @inheritdoc IProtocolConfig
    function bounds(Parameter parameter) public view returns (uint256 min, uint256 max) {
        if (parameter <= Parameter.MinStakeWatchDog) return (1 ether, 10_000_000 ether);
        if (parameter == Parameter.MaxDelegationRatio) return (0, 20);
        if (parameter == Parameter.UnbondingPeriod) return (1 minutes, 365 days);
        if (parameter == Parameter.RewardRelease) return (1 seconds, 180 days);
        if (parameter == Parameter.MaxCommission) return (0, BPS);
        if (parameter == Parameter.MaxCommissionStep) return (1, BPS);
        // A rise never comes sooner than a cut, which waits for the next epoch.
        if (parameter == Parameter.CommissionRiseDelay) return (epochDuration(), 365 days);
        if (parameter == Parameter.ReporterShare) return (0, BPS / 2);
        return (1, 1_000); // InactivityEpochs
    }

    function _authorizeUpgrade(address) internal override restricted {}

    function _setParameters(Parameter[] calldata parameters, uint256[] calldata values, uint256 fromEpoch) private {
        if (parameters.length != values.length) revert LengthMismatch(parameters.length, values.length);
        for (uint256 i = 0; i < parameters.length; i++) {
            _checkBounds(parameters[i], values[i]);
            _config().values[parameters[i]].push(uint48(fromEpoch), uint208(values[i]));
            emit ParameterSet(parameters[i], values[i], fromEpoch);
        }
        _checkTogether(fromEpoch);
    }

    function _checkBounds(Parameter parameter, uint256 newValue) private view {
        (uint256 min, uint256 max) = bounds(parameter);
        if (newValue < min || newValue > max) revert ParameterOutOfBounds(parameter, newValue, min, max);
        if (parameter <= Parameter.MinStakeWatchDog && newValue % GWEI != 0) revert NotWholeGwei(parameter, newValue);
    }

    /// @dev What must hold between parameters and the clock: stake can be slashed for as long as what it did may be settled,
    /// and an absent guardian is suspended before the epochs that it holds up lapse.
    function _checkTogether(uint256 epoch) private view {
        Clock storage clock = _config().clock;
        uint256 settledAfter = maxSettlementDelay();

        uint256 required = settledAfter + clock.w4 + clock.settlementDelay + clock.epochDuration;
        uint256 unbonding = valueAt(Parameter.UnbondingPeriod, epoch);
        if (unbonding < required) revert UnbondingTooShort(unbonding, required);

        uint256 inactivity = (valueAt(Parameter.InactivityEpochs, epoch) + 1) * clock.epochDuration + clock.w4;
        if (inactivity >= settledAfter) revert InactivityTooLong(inactivity, settledAfter);
    }

    function _isValid(Clock calldata clock) private view returns (bool) {
        return
            clock.genesis <= block.timestamp + MAX_GENESIS_WAIT &&
            0 < clock.w1 &&
            clock.w1 < clock.w2 &&
            clock.w2 < clock.w3 &&
            clock.w3 < clock.w4 &&
            clock.w4 <= clock.epochDuration &&
            clock.settlementDelay < clock.epochDuration &&
            clock.maxLag >= MIN_LAG;
    }

    function _config() private pure returns (ConfigStorage storage $) {
        assembly {
            $.slot := CONFIG_STORAGE
        }
    }
}
