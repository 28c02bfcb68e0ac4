// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IParameterListener, IProtocolConfig, Parameter} from "../governance/IProtocolConfig.sol";
import {Role} from "./INodeStaking.sol";
import {NodeStakingStorage} from "./NodeStakingStorage.sol";

/// @title The epoch clock and the governed parameters, as staking needs them
/// @notice What every change of a stake reads is copied here, so that no verb of everyday use calls the configuration.
abstract contract StakingLimits is NodeStakingStorage, IParameterListener {
    using SafeCast for uint256;

    /// @notice Source of the epoch clock and of all parameters.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IProtocolConfig public immutable config;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 private immutable _genesis;
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 private immutable _epochDuration;
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 private immutable _revealWindowEnd;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IProtocolConfig config_) {
        if (address(config_) == address(0)) revert ZeroAddress();
        IProtocolConfig.Clock memory clockParameters = config_.clockParameters();
        config = config_;
        _genesis = clockParameters.genesis;
        _epochDuration = clockParameters.epochDuration;
        _revealWindowEnd = clockParameters.w2;
    }

    /// @inheritdoc IParameterListener
    function syncParameters() public {
        StakingStorage storage $ = _staking();
        uint256 epoch = _currentEpoch();
        Limits memory current = _pullLimits(epoch);
        Limits memory next = _pullLimits(epoch + 1);
        if (_same(current, _limitsIn(epoch)) && _same(next, _limitsIn(epoch + 1))) return;
        $.previousLimits = current;
        $.newestLimits = next;
        emit ParametersSynced(epoch);
    }

    /// @dev Before genesis it is epoch 0 here, so that nothing that leaves depends on the clock having started.
    function _currentEpoch() internal view returns (uint256) {
        return block.timestamp <= _genesis ? 0 : (block.timestamp - _genesis) / _epochDuration;
    }

    function _epochStart(uint256 epoch) internal view returns (uint256) {
        return _genesis + epoch * _epochDuration;
    }

    /// @dev How many epochs' reveal windows have closed.
    function _closedReveals() internal view returns (uint256) {
        uint256 offset = _genesis + _revealWindowEnd;
        return block.timestamp <= offset ? 0 : (block.timestamp - offset) / _epochDuration;
    }

    /// @dev A parameter that is not copied.
    function _parameter(Parameter parameter) internal view returns (uint256) {
        return config.valueAt(parameter, _currentEpoch());
    }

    function _limits() internal view returns (Limits storage) {
        return _limitsIn(_currentEpoch());
    }

    function _minStake(Limits storage limits, Role role) internal view returns (uint256) {
        if (role == Role.Edge) return uint256(limits.minStakeEdge) * 1 gwei;
        if (role == Role.Guardian) return uint256(limits.minStakeGuardian) * 1 gwei;
        return uint256(limits.minStakeWatchDog) * 1 gwei;
    }

    function _limitsIn(uint256 epoch) private view returns (Limits storage limits) {
        StakingStorage storage $ = _staking();
        limits = $.newestLimits;
        if (epoch < limits.fromEpoch) limits = $.previousLimits;
    }

    function _pullLimits(uint256 epoch) private view returns (Limits memory) {
        IProtocolConfig.StakingLimits memory limits = config.stakingLimitsAt(epoch);
        return
            Limits({
                fromEpoch: epoch.toUint32(),
                minStakeEdge: (limits.minStakeEdge / 1 gwei).toUint56(),
                minStakeGuardian: (limits.minStakeGuardian / 1 gwei).toUint56(),
                minStakeWatchDog: (limits.minStakeWatchDog / 1 gwei).toUint56(),
                maxDelegationRatio: limits.maxDelegationRatio.toUint8(),
                unbondingPeriod: limits.unbondingPeriod.toUint32()
            });
    }

    function _same(Limits memory a, Limits memory b) private pure returns (bool) {
        return
            a.minStakeEdge == b.minStakeEdge &&
            a.minStakeGuardian == b.minStakeGuardian &&
            a.minStakeWatchDog == b.minStakeWatchDog &&
            a.maxDelegationRatio == b.maxDelegationRatio &&
            a.unbondingPeriod == b.unbondingPeriod;
    }
}
