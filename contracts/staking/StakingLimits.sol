// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IParameterListener, IProtocolConfig, Parameter} from "../governance/IProtocolConfig.sol";
import {NodeStakingStorage} from "./NodeStakingStorage.sol";
import {Limits} from "./Slots.sol";

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
    /// @dev A change is never for a later epoch than the next, so what holds in three epochs says all that is asked for until the next change.
    function syncParameters() public {
        Limits[3] storage limits = _staking().limits;
        uint256 epoch = _currentEpoch();
        uint256 first = epoch == 0 ? 0 : epoch - 1;
        bool changed = false;
        for (uint256 i = 0; i < 3; ++i) if (!_pullLimits(first + i).equals(_limitsAt(first + i))) changed = true;
        if (!changed) return;
        for (uint256 i = 0; i < 3; ++i) limits[i] = _pullLimits(first + i);
        emit ParametersSynced(epoch);
    }

    /// @dev Before genesis it is epoch 0 here, so that nothing that leaves depends on the clock having started.
    function _currentEpoch() internal view returns (uint256) {
        unchecked {
            return block.timestamp <= _genesis ? 0 : (block.timestamp - _genesis) / _epochDuration;
        }
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

    /// @dev What holds in `epoch`: the present one or the one before.
    function _limitsAt(uint256 epoch) internal view returns (Limits limits) {
        Limits[3] storage all = _staking().limits;
        limits = all[2];
        if (epoch < limits.fromEpoch()) limits = all[1];
        if (epoch < limits.fromEpoch()) limits = all[0];
    }

    function _pullLimits(uint256 epoch) private view returns (Limits) {
        IProtocolConfig.StakingLimits memory limits = config.stakingLimitsAt(epoch);
        return
            Limits.wrap(
                uint256(limits.unbondingPeriod.toUint32()) |
                    (uint256(limits.maxDelegationRatio.toUint8()) << 32) |
                    (uint256((limits.minStakeEdge / 1 gwei).toUint56()) << 40) |
                    (uint256((limits.minStakeGuardian / 1 gwei).toUint56()) << 96) |
                    (uint256((limits.minStakeWatchDog / 1 gwei).toUint56()) << 152) |
                    (uint256(epoch.toUint32()) << 208)
            );
    }
}
