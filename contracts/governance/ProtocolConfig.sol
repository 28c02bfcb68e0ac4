// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManagedUpgradeable} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {IParameterListener, IProtocolConfig, Parameter, ParameterGroup} from "./IProtocolConfig.sol";
import {ParameterLayout} from "./ParameterLayout.sol";

/// @title The epoch clock and the governed parameters, versioned by epoch
/// @notice A change is in force from the next epoch on, so that no rule about an epoch changes within it, and every past value stays readable.
/// @dev A later version appends to `Parameter` and `bounds`, and sets the first values in a reinitializer; no storage moves.
contract ProtocolConfig is IProtocolConfig, AccessManagedUpgradeable, UUPSUpgradeable {
    using Checkpoints for Checkpoints.Trace208;
    using EnumerableSet for EnumerableSet.AddressSet;
    using ParameterLayout for ParameterLayout.Field;

    /// @custom:storage-location erc7201:sending.storage.ProtocolConfig
    struct ConfigStorage {
        Clock clock;
        /// Keyed by the epoch from which a group's word is in force.
        mapping(ParameterGroup => Checkpoints.Trace208) words;
        EnumerableSet.AddressSet listeners;
    }

    // keccak256(abi.encode(uint256(keccak256("sending.storage.ProtocolConfig")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant CONFIG_STORAGE = 0x1a3fd204580040275a01056b115a2218f7885ab02a5d886eb7dbb3a1930eed00;

    uint256 private constant BPS = 10_000;
    uint256 private constant MILLION = 1e6;
    /// Units that the auditor draws against whom forged work must not pay.
    uint256 private constant AUDITED_UNITS = 64;
    uint256 private constant MIN_LAG = 3;
    /// A settlement of all epochs that one can cover must fit into a block.
    uint256 private constant MAX_LAG = 30;
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
        _requireAll(parameters);
        _setParameters(parameters, values, 0);
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
    function packedAt(ParameterGroup group, uint256 epoch) external view returns (uint256) {
        return _word(group, epoch);
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
        ParameterLayout.Field memory field = ParameterLayout.fieldOf(parameter);
        return field.read(_word(field.group, epoch));
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
        if (parameter == Parameter.InactivityEpochs) return (1, 1_000);
        return parameter <= Parameter.MinDeposit ? _workBounds(parameter) : _settlementBounds(parameter);
    }

    function _authorizeUpgrade(address) internal override restricted {}

    function _setParameters(Parameter[] calldata parameters, uint256[] calldata values, uint256 fromEpoch) private {
        if (parameters.length != values.length) revert LengthMismatch(parameters.length, values.length);
        for (uint256 i = 0; i < parameters.length; i++) {
            ParameterLayout.Field memory field = ParameterLayout.fieldOf(parameters[i]);
            _checkBounds(parameters[i], values[i], field.unit);
            uint256 word = field.write(_word(field.group, fromEpoch), values[i]);
            _config().words[field.group].push(uint48(fromEpoch), uint208(word));
            emit ParameterSet(parameters[i], values[i], fromEpoch);
        }
        _checkTogether(fromEpoch);
    }

    function _word(ParameterGroup group, uint256 epoch) private view returns (uint256) {
        uint48 key = epoch > type(uint48).max ? type(uint48).max : uint48(epoch);
        return _config().words[group].upperLookupRecent(key);
    }

    function _requireAll(Parameter[] calldata parameters) private pure {
        uint256 named = 0;
        for (uint256 i = 0; i < parameters.length; i++) named |= 1 << uint256(parameters[i]);
        for (uint256 i = 0; i <= uint256(type(Parameter).max); i++) {
            if ((named >> i) & 1 == 0) revert ParameterMissing(Parameter(i));
        }
    }

    function _workBounds(Parameter parameter) private pure returns (uint256 min, uint256 max) {
        if (parameter == Parameter.FeePerUnit) return (1, 1 ether);
        // A commitment's units are kept in 56 bits: the supply is below 2^30 SEND.
        if (parameter == Parameter.UnitsPerStakedToken) return (1, 2 ** 26);
        if (parameter == Parameter.ChallengeBond) return (1 ether, 100_000 ether);
        if (parameter == Parameter.WorkSlash) return (1, BPS);
        return (ParameterLayout.MICRO, 1_000 ether); // MinDeposit
    }

    function _settlementBounds(Parameter parameter) private pure returns (uint256 min, uint256 max) {
        // Without a cut, traffic with oneself would cost nothing; of it, at most half comes back as a subsidy.
        if (parameter == Parameter.Cut) return (100, BPS / 2);
        if (parameter == Parameter.SubsidyCap) return (0, BPS / 2);
        if (parameter == Parameter.EmissionRate) return (0, MILLION - 1);
        if (parameter == Parameter.GuardianYieldCap) return (0, MILLION / 10);
        if (parameter == Parameter.EquivocationSlash) return (1, BPS);
        if (parameter == Parameter.MinSigners) return (1, 100);
        if (parameter == Parameter.MinTotalGuardianStake) return (1 ether, 500_000_000 ether);
        return (0, BPS); // the parts of the emission
    }

    function _checkBounds(Parameter parameter, uint256 newValue, uint256 unit) private view {
        (uint256 min, uint256 max) = bounds(parameter);
        if (newValue < min || newValue > max) revert ParameterOutOfBounds(parameter, newValue, min, max);
        if (newValue % unit != 0) revert NotMultipleOf(parameter, newValue, unit);
    }

    /// @dev What must hold between parameters and the clock: stake can be slashed for as long as what it did may be settled,
    /// an absent guardian is suspended before the epochs that it holds up lapse, and the fund outlives whatever is settled at once.
    function _checkTogether(uint256 epoch) private view {
        Clock storage clock = _config().clock;
        uint256 settledAfter = maxSettlementDelay();

        uint256 required = settledAfter + clock.w4 + clock.settlementDelay + clock.epochDuration;
        uint256 unbonding = valueAt(Parameter.UnbondingPeriod, epoch);
        if (unbonding < required) revert UnbondingTooShort(unbonding, required);

        uint256 inactivity = (valueAt(Parameter.InactivityEpochs, epoch) + 1) * clock.epochDuration + clock.w4;
        if (inactivity >= settledAfter) revert InactivityTooLong(inactivity, settledAfter);

        uint256 rate = valueAt(Parameter.EmissionRate, epoch);
        uint256 highest = (MILLION - 1) / (uint256(clock.maxLag) + 1);
        if (rate > highest) revert EmissionTooHigh(rate, highest);

        uint256 parts =
            valueAt(Parameter.EdgePart, epoch) + valueAt(Parameter.GuardianPart, epoch) + valueAt(Parameter.WatchDogPart, epoch);
        if (parts > BPS) revert PartsTooLarge(parts, BPS);
        _checkForgery(epoch);
    }

    /// @dev An Edge that invents a share f of its work is not caught by an auditor of k units with probability (1 - f)^k, and its
    /// expected gain is at most fees x f x (1 - f)^k - slash x (1 - (1 - f)^k) of its own stake: nowhere positive while
    /// fees <= k x slash. What it can claim grows with delegated stake, and a part of what it loses may come back as a reporter's.
    function _checkForgery(uint256 epoch) private view {
        uint256 fees = valueAt(Parameter.UnitsPerStakedToken, epoch) * valueAt(Parameter.FeePerUnit, epoch);
        uint256 lost = valueAt(Parameter.WorkSlash, epoch) * (BPS - valueAt(Parameter.ReporterShare, epoch));
        uint256 limit = (AUDITED_UNITS * lost * 1 ether) / (BPS * BPS * (1 + valueAt(Parameter.MaxDelegationRatio, epoch)));
        if (fees > limit) revert ForgeryPays(fees, limit);
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
            clock.maxLag >= MIN_LAG &&
            clock.maxLag <= MAX_LAG;
    }

    function _config() private pure returns (ConfigStorage storage $) {
        assembly {
            $.slot := CONFIG_STORAGE
        }
    }
}
