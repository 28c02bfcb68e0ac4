// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManagedUpgradeable} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";

/// @title A pause of what enters a contract, never of what leaves it
/// @notice At most `MAX_PAUSE` long, and then not again for `PAUSE_COOLDOWN` after its end.
abstract contract EntryPause is AccessManagedUpgradeable {
    /// @custom:storage-location erc7201:sending.storage.EntryPause
    struct EntryPauseStorage {
        uint64 pausedUntil;
    }

    /// @notice Longest pause, in seconds.
    uint256 public constant MAX_PAUSE = 7 days;
    /// @notice Shortest time between the end of a pause and the next one, in seconds.
    uint256 public constant PAUSE_COOLDOWN = 30 days;

    // keccak256(abi.encode(uint256(keccak256("sending.storage.EntryPause")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant ENTRY_PAUSE_STORAGE = 0xebdd9cc7439a4bf096271f986b8d0985e2ec8dd6508634928e07dd49a138f500;

    /// @notice Entries are refused until `until` (Unix seconds), unless `EntriesUnpaused` comes first.
    event EntriesPaused(uint256 until);
    /// @notice Entries are open again before the pause was over.
    event EntriesUnpaused();

    error EntriesArePaused(uint256 until);
    error EntriesNotPaused();
    error InvalidPause(uint256 duration, uint256 maxDuration);
    error PauseTooSoon(uint256 notBefore);

    modifier whenEntriesOpen() {
        _requireEntriesOpen();
        _;
    }

    /// @notice Refuses entries for `duration` seconds from now.
    function pauseEntries(uint256 duration) external restricted {
        if (duration == 0 || duration > MAX_PAUSE) revert InvalidPause(duration, MAX_PAUSE);
        EntryPauseStorage storage $ = _entryPauseStorage();
        if ($.pausedUntil != 0 && block.timestamp < $.pausedUntil + PAUSE_COOLDOWN) revert PauseTooSoon($.pausedUntil + PAUSE_COOLDOWN);
        uint256 until = block.timestamp + duration;
        $.pausedUntil = uint64(until);
        emit EntriesPaused(until);
    }

    /// @notice Ends the pause now; the cooldown counts from here.
    function unpauseEntries() external restricted {
        EntryPauseStorage storage $ = _entryPauseStorage();
        if (block.timestamp >= $.pausedUntil) revert EntriesNotPaused();
        $.pausedUntil = uint64(block.timestamp);
        emit EntriesUnpaused();
    }

    /// @notice End of the newest pause (Unix seconds), which may be over; 0 when there was none.
    function entriesPausedUntil() external view returns (uint256) {
        return _entryPauseStorage().pausedUntil;
    }

    function _requireEntriesOpen() private view {
        uint256 until = _entryPauseStorage().pausedUntil;
        if (block.timestamp < until) revert EntriesArePaused(until);
    }

    function _entryPauseStorage() private pure returns (EntryPauseStorage storage $) {
        assembly {
            $.slot := ENTRY_PAUSE_STORAGE
        }
    }
}
