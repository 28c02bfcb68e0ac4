// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IProtocolConfig, Parameter, ParameterGroup} from "../governance/IProtocolConfig.sol";
import {ParameterCopy} from "../governance/ParameterCopy.sol";
import {NodeStakingStorage} from "./NodeStakingStorage.sol";
import {Limits} from "./Slots.sol";

/// @title The governed parameters, as staking needs them
abstract contract StakingLimits is NodeStakingStorage, ParameterCopy {
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 private immutable _revealWindowEnd;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IProtocolConfig config_) ParameterCopy(config_, ParameterGroup.Staking) {
        _revealWindowEnd = config_.clockParameters().w2;
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
    function _limitsAt(uint256 epoch) internal view returns (Limits) {
        return Limits.wrap(_parametersOf(epoch));
    }
}
