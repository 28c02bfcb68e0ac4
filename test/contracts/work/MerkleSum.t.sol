// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MerkleSum, ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {VectorTest} from "../support/VectorTest.sol";
import {WorkTree} from "../support/WorkTree.sol";
import {WorkFormats} from "./WorkFormats.sol";

/// @title Merkle-sum trees against the vectors
contract MerkleSumTest is VectorTest {
    string private constant FILE = "work-trees";
    string private constant LEAF = "WorkLeaf(address client,address signer,uint64 units,bytes32 signatureHash)";
    string private constant STEP = "ProofStep(bytes32 hash,uint64 sum,bool isLeft)";

    WorkFormats private formats;

    function setUp() public {
        formats = new WorkFormats();
    }

    function test_trees() public view {
        forEach(FILE, ".trees", this.checkTree);
    }

    function test_walks() public view {
        forEach(FILE, ".walks", this.checkWalk);
    }

    function test_refusedProofs() public view {
        forEach(FILE, ".refusedProofs", this.checkRefusedProof);
    }

    function test_orders() public view {
        forEach(FILE, ".orders", this.checkOrder);
    }

    function test_refusedTrees() public view {
        forEach(FILE, ".refusedTrees", this.checkRefusedTree);
    }

    function test_sumsThatOverflow() public {
        string memory json = readVectors(FILE);
        uint256 count = itemCount(json, ".overflows");
        assertGt(count, 0);
        for (uint256 i = 0; i < count; i++) {
            (WorkLeaf memory leaf, ProofStep[] memory steps) = _proof(json, itemAt(".overflows", i));
            vm.expectRevert(abi.encodeWithSelector(MerkleSum.SumOverflow.selector));
            formats.walk(leaf, steps);
        }
    }

    function test_proofsThatAreTooDeep() public {
        string memory json = readVectors(FILE);
        uint256 count = itemCount(json, ".tooDeep");
        assertGt(count, 0);
        for (uint256 i = 0; i < count; i++) {
            (WorkLeaf memory leaf, ProofStep[] memory steps) = _proof(json, itemAt(".tooDeep", i));
            vm.expectRevert(abi.encodeWithSelector(MerkleSum.ProofTooDeep.selector, 41, 40));
            formats.walk(leaf, steps);
        }
    }

    function checkTree(uint256 index) external view {
        string memory json = readVectors(FILE);
        string memory tree = itemAt(".trees", index);
        WorkLeaf[] memory leaves = _leaves(json, tree);
        WorkTree.Node[][] memory rows = WorkTree.build(leaves);
        (bytes32 root, uint64 total) = WorkTree.root(rows);
        assertEq(root, vm.parseJsonBytes32(json, string.concat(tree, ".root")));
        assertEq(total, vm.parseJsonUint(json, string.concat(tree, ".total")));
        for (uint256 i = 0; i < leaves.length; i++) {
            string memory proof = itemAt(string.concat(tree, ".proofs"), i);
            assertEq(keccak256(abi.encode(WorkTree.proof(rows, i))), keccak256(abi.encode(_steps(json, proof))));
            assertEq(formats.hashLeaf(leaves[i]), vm.parseJsonBytes32(json, string.concat(proof, ".hash")));
            uint256 left = vm.parseJsonUint(json, string.concat(proof, ".left"));
            _assertWalk(leaves[i], WorkTree.proof(rows, i), root, total, left);
        }
    }

    function checkWalk(uint256 index) external view {
        string memory json = readVectors(FILE);
        string memory item = itemAt(".walks", index);
        (WorkLeaf memory leaf, ProofStep[] memory steps) = _proof(json, item);
        bytes32 root = vm.parseJsonBytes32(json, string.concat(item, ".root"));
        uint256 total = vm.parseJsonUint(json, string.concat(item, ".total"));
        _assertWalk(leaf, steps, root, total, vm.parseJsonUint(json, string.concat(item, ".left")));
    }

    function checkRefusedProof(uint256 index) external view {
        string memory json = readVectors(FILE);
        string memory item = itemAt(".refusedProofs", index);
        (WorkLeaf memory leaf, ProofStep[] memory steps) = _proof(json, item);
        (bytes32 root, uint64 total, uint256 left) = formats.walk(leaf, steps);
        uint256 unit = vm.parseJsonUint(json, string.concat(item, ".unit"));
        assertFalse(
            root == vm.parseJsonBytes32(json, string.concat(item, ".root")) &&
                total == vm.parseJsonUint(json, string.concat(item, ".total")) &&
                left <= unit &&
                unit < left + leaf.units,
            vm.parseJsonString(json, string.concat(item, ".why"))
        );
    }

    function checkOrder(uint256 index) external view {
        string memory json = readVectors(FILE);
        string memory item = itemAt(".orders", index);
        WorkLeaf memory first = _leaf(json, string.concat(item, ".first"));
        WorkLeaf memory second = _leaf(json, string.concat(item, ".second"));
        bool isBefore = vm.parseJsonBool(json, string.concat(item, ".before"));
        assertEq(formats.keyBefore(first, second), isBefore, "first and second");
        if (isBefore) assertFalse(formats.keyBefore(second, first), "second and first");
    }

    /// @dev The library sees one proof at a time: order between two leaves, the sum on the way up, and that no unit is without a leaf.
    function checkRefusedTree(uint256 index) external view {
        string memory json = readVectors(FILE);
        string memory item = itemAt(".refusedTrees", index);
        string memory kind = vm.parseJsonString(json, string.concat(item, ".error"));
        WorkLeaf[] memory leaves = _leaves(json, item);
        if (isText(kind, "order")) {
            assertFalse(formats.keyBefore(leaves[0], leaves[1]), "in order");
        } else if (isText(kind, "zero units")) {
            WorkTree.Node[][] memory rows = WorkTree.build(leaves);
            (bytes32 builtRoot, ) = WorkTree.root(rows);
            (bytes32 root, uint64 total, uint64 left) = formats.walk(leaves[1], WorkTree.proof(rows, 1));
            assertEq(root, builtRoot);
            assertEq(left, total, "no unit is the second leaf's");
        } else if (isText(kind, "SumOverflow")) {
            assertTrue(_overflows(leaves), "a sum");
        } else {
            assertEq(leaves.length, 0, kind);
        }
    }

    function _assertWalk(WorkLeaf memory leaf, ProofStep[] memory steps, bytes32 root, uint256 total, uint256 left) private view {
        (bytes32 walkedRoot, uint64 walkedTotal, uint64 walkedLeft) = formats.walk(leaf, steps);
        assertEq(walkedRoot, root);
        assertEq(walkedTotal, total);
        assertEq(walkedLeft, left);
    }

    function _overflows(WorkLeaf[] memory leaves) private view returns (bool) {
        ProofStep[] memory steps = new ProofStep[](leaves.length - 1);
        for (uint256 i = 1; i < leaves.length; i++) steps[i - 1] = ProofStep(formats.hashLeaf(leaves[i]), leaves[i].units, false);
        try formats.walk(leaves[0], steps) returns (bytes32, uint64, uint64) {
            return false;
        } catch (bytes memory reason) {
            return keccak256(reason) == keccak256(abi.encodeWithSelector(MerkleSum.SumOverflow.selector));
        }
    }

    function _proof(string memory json, string memory item) private pure returns (WorkLeaf memory, ProofStep[] memory) {
        return (_leaf(json, string.concat(item, ".leaf")), _steps(json, item));
    }

    function _leaf(string memory json, string memory path) private pure returns (WorkLeaf memory) {
        return abi.decode(vm.parseJsonType(json, path, LEAF), (WorkLeaf));
    }

    function _leaves(string memory json, string memory item) private pure returns (WorkLeaf[] memory) {
        return abi.decode(vm.parseJsonTypeArray(json, string.concat(item, ".leaves"), LEAF), (WorkLeaf[]));
    }

    function _steps(string memory json, string memory item) private pure returns (ProofStep[] memory) {
        return abi.decode(vm.parseJsonTypeArray(json, string.concat(item, ".steps"), STEP), (ProofStep[]));
    }
}
