// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";

/// @title Builds work trees, as an Edge does
/// @dev Written without the library that it is there to test.
library SumTree {
    struct Node {
        bytes32 hash;
        uint64 sum;
    }

    /// @notice The tree's rows from the padded leaf row up to the root. Reverts when a sum overflows.
    function build(WorkLeaf[] memory leaves) internal pure returns (Node[][] memory rows) {
        uint256 depth;
        while (2 ** depth < leaves.length) depth++;
        rows = new Node[][](depth + 1);
        rows[0] = new Node[](2 ** depth);
        for (uint256 i = 0; i < leaves.length; i++) rows[0][i] = Node(keccak256(abi.encode(leaves[i])), leaves[i].units);
        for (uint256 level = 1; level <= depth; level++) {
            Node[] memory below = rows[level - 1];
            rows[level] = new Node[](below.length / 2);
            for (uint256 i = 0; i < rows[level].length; i++) rows[level][i] = _above(below[2 * i], below[2 * i + 1]);
        }
    }

    function root(Node[][] memory rows) internal pure returns (Node memory) {
        return rows[rows.length - 1][0];
    }

    function proofOf(Node[][] memory rows, uint256 leaf) internal pure returns (ProofStep[] memory steps) {
        steps = new ProofStep[](rows.length - 1);
        for (uint256 level = 0; level < steps.length; level++) {
            Node memory sibling = rows[level][leaf ^ 1];
            steps[level] = ProofStep(sibling.hash, sibling.sum, leaf % 2 == 1);
            leaf /= 2;
        }
    }

    function _above(Node memory left, Node memory right) private pure returns (Node memory) {
        return Node(keccak256(abi.encodePacked(left.hash, left.sum, right.hash, right.sum)), left.sum + right.sum);
    }
}
