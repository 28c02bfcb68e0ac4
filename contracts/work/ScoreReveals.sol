// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Role} from "../staking/INodeStaking.sol";
import {IWorkProofs} from "./IWorkProofs.sol";
import {ScoreCommitment} from "./ScoreCommitment.sol";
import {WorkProofsStorage} from "./WorkProofsStorage.sol";

/// @title Availability scores of guardians: committed, then revealed
/// @dev One slot for each guardian, whatever the epoch, which is in the hash.
abstract contract ScoreReveals is WorkProofsStorage {
    /// @dev Nobody knows scores with this hash.
    bytes32 private constant REVEALED = bytes32(uint256(1));

    /// @inheritdoc IWorkProofs
    function commitScores(uint256 epoch, bytes32 hash) external {
        _requireWindow(epoch, 0, _w1);
        if (hash == 0) revert ZeroHash();
        address guardian = _guardian();
        _work().scoreHashes[guardian] = hash;
        emit ScoresCommitted(epoch, guardian, hash);
    }

    /// @inheritdoc IWorkProofs
    function revealScores(uint256 epoch, bytes calldata scores, bytes32 salt, bytes calldata held) external {
        _requireWindow(epoch, _w1, _w2);
        address guardian = _guardian();
        bytes32 hash = ScoreCommitment.hash(epoch, guardian, scores, salt);
        if (_work().scoreHashes[guardian] != hash) revert ScoresMismatch(guardian, epoch);
        if (!ScoreCommitment.areValid(scores)) revert InvalidScores();
        _work().scoreHashes[guardian] = REVEALED;
        emit ScoresRevealed(epoch, guardian, scores, held);
        staking.recordReveal(guardian, epoch);
    }

    function _guardian() private view returns (address guardian) {
        Role role;
        (guardian, role) = staking.controlledNode(msg.sender);
        if (role != Role.Guardian) revert NotGuardian(msg.sender);
    }
}
