// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {StrictSignature} from "../../../contracts/common/StrictSignature.sol";
import {MerkleSum, ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {RelayReceipt} from "../../../contracts/work/RelayReceipt.sol";
import {ScoreCommitment} from "../../../contracts/work/ScoreCommitment.sol";

/// @title The libraries of the work formats as external functions
contract WorkFormats {
    function hashLeaf(WorkLeaf calldata leaf) external pure returns (bytes32) {
        return MerkleSum.hashLeaf(leaf);
    }

    function hashNode(bytes32 leftHash, uint64 leftSum, bytes32 rightHash, uint64 rightSum) external pure returns (bytes32) {
        return MerkleSum.hashNode(leftHash, leftSum, rightHash, rightSum);
    }

    function walk(WorkLeaf calldata leaf, ProofStep[] calldata proof) external pure returns (bytes32 root, uint64 total, uint64 left) {
        return MerkleSum.walk(leaf, proof);
    }

    function keyBefore(WorkLeaf calldata a, WorkLeaf calldata b) external pure returns (bool) {
        return MerkleSum.keyBefore(a, b);
    }

    function receiptHash(address edge, address client, uint64 epoch, uint64 units) external pure returns (bytes32) {
        return RelayReceipt.structHash(edge, client, epoch, units);
    }

    function recover(bytes32 digest, bytes calldata signature) external view returns (address) {
        return StrictSignature.recover(digest, signature);
    }

    function scoresHash(uint256 epoch, address guardian, bytes calldata scores, bytes32 salt) external pure returns (bytes32) {
        return ScoreCommitment.hash(epoch, guardian, scores, salt);
    }

    function areValidScores(bytes calldata scores) external pure returns (bool) {
        return ScoreCommitment.areValid(scores);
    }

    /// @notice Scores with other bytes right before and behind them.
    function areValidScores(bytes calldata all, uint256 from, uint256 to) external pure returns (bool) {
        return ScoreCommitment.areValid(all[from:to]);
    }

    function gasOfWalk(WorkLeaf calldata leaf, ProofStep[] calldata proof) external view returns (uint256) {
        uint256 before = gasleft();
        MerkleSum.walk(leaf, proof);
        return before - gasleft();
    }

    function gasOfAreValidScores(bytes calldata scores) external view returns (uint256) {
        uint256 before = gasleft();
        ScoreCommitment.areValid(scores);
        return before - gasleft();
    }
}
