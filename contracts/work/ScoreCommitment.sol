// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title A guardian's availability scores: one byte for each Edge index, 0 to 100, or 255 for no opinion
library ScoreCommitment {
    uint256 private constant HIGH_BITS = 0x8080808080808080808080808080808080808080808080808080808080808080;
    uint256 private constant LOW_BITS = 0x7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f;
    /// @dev 128 - 101 in each byte: added to the lower seven bits, it carries into the highest from 101 on.
    uint256 private constant FROM_101 = 0x1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b;
    /// @dev 128 - 127 in each byte: added to the lower seven bits, it carries into the highest at 127 only.
    uint256 private constant FROM_127 = 0x0101010101010101010101010101010101010101010101010101010101010101;

    /// @notice What a guardian commits to before it reveals the scores. The salt keeps others from guessing them.
    function hash(uint256 epoch, address guardian, bytes calldata scores, bytes32 salt) internal pure returns (bytes32) {
        return keccak256(abi.encode(epoch, guardian, scores, salt));
    }

    /// @notice Whether every byte is a score: 0 to 100, or 255.
    /// @dev 32 bytes at a time. A byte is none when its highest bit is 0 and the rest is 101 or more, or when that bit is 1 and the rest is not 127.
    function areValid(bytes calldata scores) internal pure returns (bool) {
        uint256 wrong;
        assembly ("memory-safe") {
            let end := add(scores.offset, scores.length)
            for {
                let at := scores.offset
            } lt(at, end) {
                at := add(at, 0x20)
            } {
                let word := calldataload(at)
                let left := sub(end, at)
                // What follows the scores in the last word is moved out; the zeros that come in are scores.
                if lt(left, 0x20) {
                    word := shr(shl(3, sub(0x20, left)), word)
                }
                let low := and(word, LOW_BITS)
                wrong := or(wrong, or(and(not(word), add(low, FROM_101)), and(word, not(add(low, FROM_127)))))
            }
            wrong := and(wrong, HIGH_BITS)
        }
        return wrong == 0;
    }
}
