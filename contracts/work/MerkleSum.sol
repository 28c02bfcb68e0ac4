// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice A leaf of a work tree: the last receipt of one signer for one client, in one Edge's epoch.
/// @dev An ordered tree ascends strictly by (client, signer), and no leaf has 0 units.
/// @param client The payer.
/// @param signer Who signed: the client itself or its `relay` delegate.
/// @param units The receipt's running total.
/// @param signatureHash keccak256 of the receipt's signature, so that nobody can show another one later.
struct WorkLeaf {
    address client;
    address signer;
    uint64 units;
    bytes32 signatureHash;
}

/// @notice One level of a proof: the sibling of the node on the path from the leaf up.
/// @param hash The sibling's hash; 0 where the leaf row is padded.
/// @param sum The units below the sibling.
/// @param isLeft Whether the sibling is on the left.
struct ProofStep {
    bytes32 hash;
    uint64 sum;
    bool isLeft;
}

/// @title Merkle-sum trees over the receipts of an epoch
/// @notice Each node commits to the units below each of its children, so a leaf's place among the units is proven with its membership.
/// @dev A leaf's preimage has 128 bytes and a node's 80: neither can be taken for the other.
library MerkleSum {
    uint256 internal constant MAX_DEPTH = 40;

    error ProofTooDeep(uint256 depth, uint256 maxDepth);
    error SumOverflow();

    /// @dev `keccak256(abi.encode(leaf))`. Its words are in calldata already as `abi.encode` would write them, if they fit their types.
    function hashLeaf(WorkLeaf calldata leaf) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let words := mload(0x40)
            calldatacopy(words, leaf, 0x80)
            if or(or(shr(160, mload(words)), shr(160, mload(add(words, 0x20)))), shr(64, mload(add(words, 0x40)))) {
                revert(0, 0)
            }
            hash := keccak256(words, 0x80)
        }
    }

    function hashNode(bytes32 leftHash, uint64 leftSum, bytes32 rightHash, uint64 rightSum) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(leftHash, leftSum, rightHash, rightSum));
    }

    /// @notice Goes from a leaf to the root. The leaf covers the units `[left, left + leaf.units)`; with 0 units it covers none.
    /// @return root Of the tree that holds the leaf at the proof's place.
    /// @return total The root's sum.
    /// @return left The sum of everything to the left of the leaf.
    function walk(WorkLeaf calldata leaf, ProofStep[] calldata proof) internal pure returns (bytes32 root, uint64 total, uint64 left) {
        if (proof.length > MAX_DEPTH) revert ProofTooDeep(proof.length, MAX_DEPTH);
        root = hashLeaf(leaf);
        uint256 sum = leaf.units;
        uint256 leftSum;
        uint256 bits;
        assembly ("memory-safe") {
            // A node's 80 bytes are built beyond the free memory; the two sums overlap what follows them.
            let node := mload(0x40)
            let end := add(proof.offset, mul(proof.length, 0x60))
            for {
                let step := proof.offset
            } lt(step, end) {
                step := add(step, 0x60)
            } {
                let siblingHash := calldataload(step)
                let siblingSum := calldataload(add(step, 0x20))
                switch calldataload(add(step, 0x40))
                case 0 {
                    mstore(node, root)
                    mstore(add(node, 0x20), shl(192, sum))
                    mstore(add(node, 0x28), siblingHash)
                    mstore(add(node, 0x48), shl(192, siblingSum))
                }
                case 1 {
                    mstore(node, siblingHash)
                    mstore(add(node, 0x20), shl(192, siblingSum))
                    mstore(add(node, 0x28), root)
                    mstore(add(node, 0x48), shl(192, sum))
                    leftSum := add(leftSum, siblingSum)
                }
                default {
                    revert(0, 0)
                }
                root := keccak256(node, 0x50)
                sum := add(sum, siblingSum)
                bits := or(bits, siblingSum)
            }
            bits := or(bits, sum)
        }
        // At most 41 sums of 64 bits each cannot wrap around, and only grow: one look at the end covers every level.
        if (bits > type(uint64).max) revert SumOverflow();
        return (root, uint64(sum), uint64(leftSum));
    }

    /// @notice Whether `a` comes before `b`: strictly ascending by (client, signer).
    function keyBefore(WorkLeaf calldata a, WorkLeaf calldata b) internal pure returns (bool) {
        return a.client == b.client ? a.signer < b.signer : a.client < b.client;
    }
}
