// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice A node's rewards on their way to its shares: rewardPerShare 96, unreleased 96, updatedAt 40 (Unix seconds), duration 24 bits
/// (seconds from `updatedAt` until all is released).
type RewardStream is uint256;

using RewardStreamSlot for RewardStream global;

/// @title Rewards that are released evenly over time to whoever holds shares meanwhile
library RewardStreamSlot {
    /// @dev `rewardPerShare` counts tokens x SCALE.
    uint256 internal constant SCALE = 1e15;
    uint256 internal constant MAX_DURATION = type(uint24).max;

    function rewardPerShare(RewardStream self) internal pure returns (uint256) {
        return uint96(RewardStream.unwrap(self));
    }

    function unreleased(RewardStream self) internal pure returns (uint256) {
        return uint96(RewardStream.unwrap(self) >> 96);
    }

    /// @dev When the last of it will be released; when it last changed if nothing is left.
    function releasedAt(RewardStream self) internal pure returns (uint256) {
        unchecked {
            return updatedAt(self) + duration(self);
        }
    }

    /// @dev The stream as it is now, as must be known before the number of shares changes. What the division leaves over stays unreleased,
    /// and what leaves it is rounded up: the holders' parts, rounded down each, are covered.
    function released(RewardStream self, uint256 shares) internal view returns (RewardStream) {
        uint256 left = unreleased(self);
        if (left == 0 || shares == 0) return self;
        unchecked {
            uint256 elapsed = block.timestamp - updatedAt(self);
            uint256 time = duration(self);
            uint256 added = ((elapsed >= time ? left : (left * elapsed) / time) * SCALE) / shares;
            uint256 perShare = rewardPerShare(self);
            if (added == 0 || perShare + added > type(uint96).max) return self;
            left -= (added * shares + SCALE - 1) / SCALE;
            return _pack(perShare + added, left, elapsed >= time ? 0 : time - elapsed);
        }
    }

    /// @dev Everything unreleased, and `amount` more, spread evenly from now on. The stream must be as it is now.
    function extended(RewardStream self, uint256 amount, uint256 time) internal view returns (RewardStream) {
        return _pack(rewardPerShare(self), unreleased(self) + amount, time);
    }

    function emptied(RewardStream self) internal view returns (RewardStream) {
        return _pack(rewardPerShare(self), 0, 0);
    }

    function updatedAt(RewardStream self) private pure returns (uint256) {
        return uint40(RewardStream.unwrap(self) >> 192);
    }

    function duration(RewardStream self) private pure returns (uint256) {
        return RewardStream.unwrap(self) >> 232;
    }

    function _pack(uint256 perShare, uint256 left, uint256 time) private view returns (RewardStream) {
        return RewardStream.wrap(perShare | (left << 96) | (block.timestamp << 192) | (time << 232));
    }
}
