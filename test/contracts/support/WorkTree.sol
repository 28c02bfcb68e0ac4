// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";

/// @title Merkle-sum trees over work leaves, built as the format says and apart from the contract's code
/// @dev Row 0 holds the leaves, padded; the last one the root. Nothing is checked, so that wrong trees can be built too.
library WorkTree {
    struct Node {
        bytes32 hash;
        uint64 sum;
    }

    function build(WorkLeaf[] memory leaves) internal pure returns (Node[][] memory rows) {
        (uint256 width, uint256 height) = (1, 1);
        for (; width < leaves.length; width *= 2) height++;
        rows = new Node[][](height);
        rows[0] = new Node[](width);
        for (uint256 i = 0; i < leaves.length; i++) rows[0][i] = Node(hashLeaf(leaves[i]), leaves[i].units);
        for (uint256 row = 1; row < height; row++) {
            rows[row] = new Node[](width >> row);
            for (uint256 i = 0; i < rows[row].length; i++) rows[row][i] = parent(rows[row - 1][2 * i], rows[row - 1][2 * i + 1]);
        }
    }

    function root(Node[][] memory rows) internal pure returns (bytes32 hash, uint64 units) {
        Node memory top = rows[rows.length - 1][0];
        return (top.hash, top.sum);
    }

    function proof(Node[][] memory rows, uint256 index) internal pure returns (ProofStep[] memory steps) {
        steps = new ProofStep[](rows.length - 1);
        for (uint256 row = 0; row < steps.length; row++) {
            uint256 place = index >> row;
            Node memory sibling = rows[row][place ^ 1];
            steps[row] = ProofStep(sibling.hash, sibling.sum, place % 2 == 1);
        }
    }

    /// @notice The leaf that covers `unit`.
    function leafOf(WorkLeaf[] memory leaves, uint64 unit) internal pure returns (uint256 index) {
        for (uint64 left = leaves[0].units; left <= unit; left += leaves[index].units) index++;
    }

    function hashLeaf(WorkLeaf memory leaf) internal pure returns (bytes32) {
        return keccak256(abi.encode(leaf.client, leaf.signer, leaf.units, leaf.signatureHash));
    }

    function parent(Node memory left, Node memory right) internal pure returns (Node memory) {
        return Node(keccak256(abi.encodePacked(left.hash, left.sum, right.hash, right.sum)), left.sum + right.sum);
    }
}
