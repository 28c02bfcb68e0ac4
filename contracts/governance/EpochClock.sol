// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IProtocolConfig} from "./IProtocolConfig.sol";

/// @title The epoch clock, read from the configuration once: it is fixed at deployment
abstract contract EpochClock {
    /// @notice Source of the epoch clock and of all parameters.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IProtocolConfig public immutable config;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 internal immutable _genesis;
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 internal immutable _epochDuration;

    /// @notice There is no contract at `config`.
    error InvalidConfig(address config);

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IProtocolConfig config_) {
        if (address(config_).code.length == 0) revert InvalidConfig(address(config_));
        config = config_;
        _genesis = config_.genesis();
        _epochDuration = config_.epochDuration();
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
}
