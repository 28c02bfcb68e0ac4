// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Merkle trees as `@openzeppelin/merkle-tree` makes them, out of hashed leaves
/// @dev Leaves in ascending order at the end of the array, last first; the children of `i` are `2i + 1` and `2i + 2`.
library StandardTree {
    function build(bytes32[] memory leaves) internal pure returns (bytes32[] memory tree) {
        if (leaves.length == 0) return tree;
        _sort(leaves, 0, int256(leaves.length) - 1);
        tree = new bytes32[](2 * leaves.length - 1);
        for (uint256 i = 0; i < leaves.length; i++) tree[tree.length - 1 - i] = leaves[i];
        for (uint256 i = leaves.length - 1; i > 0; i--) tree[i - 1] = _parent(tree[2 * i - 1], tree[2 * i]);
    }

    /// @notice 0 for an empty tree.
    function root(bytes32[] memory tree) internal pure returns (bytes32) {
        return tree.length == 0 ? bytes32(0) : tree[0];
    }

    function proof(bytes32[] memory tree, bytes32 leaf) internal pure returns (bytes32[] memory path) {
        uint256 index = tree.length - 1;
        while (tree[index] != leaf) index--;
        uint256 depth = 0;
        for (uint256 i = index; i > 0; i = (i - 1) / 2) depth++;
        path = new bytes32[](depth);
        for (uint256 i = 0; i < depth; i++) {
            path[i] = tree[index % 2 == 1 ? index + 1 : index - 1];
            index = (index - 1) / 2;
        }
    }

    function _parent(bytes32 a, bytes32 b) private pure returns (bytes32) {
        return a < b ? keccak256(abi.encode(a, b)) : keccak256(abi.encode(b, a));
    }

    function _sort(bytes32[] memory values, int256 low, int256 high) private pure {
        if (low >= high) return;
        (int256 i, int256 j, bytes32 pivot) = (low, high, values[uint256((low + high) / 2)]);
        while (i <= j) {
            while (values[uint256(i)] < pivot) i++;
            while (values[uint256(j)] > pivot) j--;
            if (i > j) break;
            (values[uint256(i)], values[uint256(j)]) = (values[uint256(j)], values[uint256(i)]);
            (i, j) = (i + 1, j - 1);
        }
        _sort(values, low, j);
        _sort(values, i, high);
    }
}
