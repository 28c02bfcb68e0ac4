// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {MerklePath} from "../../../contracts/common/MerklePath.sol";
import {StandardTree} from "../support/StandardTree.sol";
import {Test} from "../support/Test.sol";

contract MerklePathTest is Test {
    using StandardTree for bytes32[];

    function leadsTo(bytes32[] calldata path, bytes32 root, bytes32 leaf) external pure returns (bool) {
        return MerklePath.leadsTo(path, root, leaf);
    }

    /// @dev Random siblings, equal ones among them: the same root as OpenZeppelin's.
    function testFuzz_walksAsOpenZeppelinDoes(bytes32[] memory path, bytes32 leaf, uint256 equal) public view {
        if (path.length > 40) {
            assembly {
                mstore(path, 40)
            }
        }
        if (path.length > 0 && equal % 2 == 0) path[0] = leaf;
        bytes32 root = MerkleProof.processProof(path, leaf);
        assertTrue(this.leadsTo(path, root, leaf), "to the root");
        assertFalse(this.leadsTo(path, bytes32(uint256(root) ^ 1), leaf), "to no other");
    }

    function testFuzz_everyLeafOfATree(uint256 count, uint256 seed) public view {
        count = bound(count, 1, 40);
        bytes32[] memory leaves = new bytes32[](count);
        for (uint256 i = 0; i < count; i++) leaves[i] = keccak256(abi.encode(seed, i));
        bytes32[] memory tree = leaves.build();
        for (uint256 i = 0; i < count; i++) {
            bytes32[] memory path = tree.proof(leaves[i]);
            assertTrue(this.leadsTo(path, tree.root(), leaves[i]), "a leaf");
            assertFalse(this.leadsTo(path, tree.root(), keccak256(abi.encode(leaves[i]))), "another");
            if (path.length == 0) continue;
            path[seed % path.length] = ~path[seed % path.length];
            assertFalse(this.leadsTo(path, tree.root(), leaves[i]), "a wrong sibling");
        }
    }

    function test_nothingLeadsToZero() public view {
        assertFalse(this.leadsTo(new bytes32[](0), 0, keccak256("leaf")), "an empty tree");
    }
}
