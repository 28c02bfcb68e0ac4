// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EpochClock} from "./EpochClock.sol";
import {IParameterListener, IProtocolConfig, ParameterGroup} from "./IProtocolConfig.sol";

/// @title A copy of one group of parameters
/// @notice What is read in every transaction of everyday use is copied here, so that none of them calls the configuration.
abstract contract ParameterCopy is EpochClock, IParameterListener {
    /// @custom:storage-location erc7201:sending.storage.ParameterCopy
    struct CopyStorage {
        /// Of the epochs before, at and after the last change: the group's word, and above it the epoch from which it holds.
        uint256[3] words;
    }

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    ParameterGroup private immutable _group;

    /// @dev Bits of a group's word.
    uint256 private constant WORD_BITS = 208;

    // keccak256(abi.encode(uint256(keccak256("sending.storage.ParameterCopy")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant COPY_STORAGE = 0x6d9ffeb7470ddc4bb9eae434abc34801184c7aa06d48213b47b28583a0a7c400;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IProtocolConfig config_, ParameterGroup group) EpochClock(config_) {
        _group = group;
    }

    /// @inheritdoc IParameterListener
    /// @dev A change is never for a later epoch than the next, so what holds in three epochs says all that is asked for until the next change.
    function syncParameters() public {
        uint256[3] storage words = _copy().words;
        uint256 epoch = _currentEpoch();
        uint256 first = epoch == 0 ? 0 : epoch - 1;
        bool changed = false;
        for (uint256 i = 0; i < 3; ++i) if (_parametersOf(first + i) << 48 != _pull(first + i) << 48) changed = true;
        if (!changed) return;
        for (uint256 i = 0; i < 3; ++i) words[i] = _pull(first + i);
        emit ParametersSynced(epoch);
    }

    /// @dev The group's word as it holds in `epoch`, the present one or the one before, and above it the epoch from which it was copied.
    function _parametersOf(uint256 epoch) internal view returns (uint256 word) {
        uint256[3] storage words = _copy().words;
        word = words[2];
        if (epoch < word >> WORD_BITS) word = words[1];
        if (epoch < word >> WORD_BITS) word = words[0];
    }

    /// @dev The group's word as it holds in any epoch up to the next; an epoch older than the copy is looked up in the configuration.
    function _parametersOfAny(uint256 epoch) internal view returns (uint256 word) {
        word = _parametersOf(epoch);
        if (epoch < word >> WORD_BITS) word = config.packedAt(_group, epoch);
    }

    function _pull(uint256 epoch) private view returns (uint256) {
        return config.packedAt(_group, epoch) | (epoch << WORD_BITS);
    }

    function _copy() private pure returns (CopyStorage storage $) {
        assembly {
            $.slot := COPY_STORAGE
        }
    }
}
