// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title A weight and its history by time
/// @notice The newest value lives beside the trace's counters, so a change writes one new slot instead of two.
library WeightTrace {
    struct Checkpoint {
        uint96 value;
        /// Unix seconds from which it held.
        uint40 since;
    }

    struct Trace {
        uint96 latest;
        /// Unix seconds from which `latest` holds; 0 when nothing was ever recorded.
        uint40 since;
        /// Number of entries in `history`.
        uint32 older;
        mapping(uint256 index => Checkpoint) history;
    }

    /// @dev Several changes in one second leave one checkpoint, the last.
    function push(Trace storage self, uint256 value) internal {
        uint40 since = self.since;
        if (since != block.timestamp && since != 0) {
            self.history[self.older] = Checkpoint(self.latest, since);
            ++self.older;
        }
        self.latest = uint96(value);
        self.since = uint40(block.timestamp);
    }

    /// @dev The value after the last change at or before `time`; final once `time` has passed.
    function valueAt(Trace storage self, uint256 time) internal view returns (uint256) {
        (uint256 latest, uint256 since) = (self.latest, self.since);
        if (time >= since) return latest;
        uint256 low = 0;
        uint256 high = self.older;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (self.history[middle].since <= time) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 0 : self.history[low - 1].value;
    }
}
