// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MerkleSum, ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {Test} from "../support/Test.sol";
import {WorkTree} from "../support/WorkTree.sol";
import {WorkFormats} from "./WorkFormats.sol";

/// @title Merkle-sum trees of any shape, any unit, anything changed
contract MerkleSumFuzzTest is Test {
    WorkFormats private formats;

    function setUp() public {
        formats = new WorkFormats();
    }

    function testFuzz_anyUnitOfAnyTree(uint256 seed, uint256 count, uint256 unit) public view {
        WorkLeaf[] memory leaves = _leaves(seed, bound(count, 1, 40));
        WorkTree.Node[][] memory rows = WorkTree.build(leaves);
        (bytes32 root, uint64 units) = WorkTree.root(rows);
        unit = bound(unit, 0, units - 1);

        uint256 holders;
        for (uint256 i = 0; i < leaves.length; i++) {
            (bytes32 hash, uint64 total, uint64 left) = formats.walk(leaves[i], WorkTree.proof(rows, i));
            assertEq(hash, root, "root");
            assertEq(total, units, "total");
            if (left <= unit && unit < uint256(left) + leaves[i].units) holders++;
            if (i > 0) assertTrue(formats.keyBefore(leaves[i - 1], leaves[i]) && !formats.keyBefore(leaves[i], leaves[i - 1]), "order");
        }
        assertEq(holders, 1, "leaves that cover the unit");
    }

    function testFuzz_anythingChangedLeadsElsewhere(uint256 seed, uint256 count, uint256 chosen, uint256 what, uint256 change) public view {
        WorkLeaf[] memory leaves = _leaves(seed, bound(count, 2, 40));
        WorkTree.Node[][] memory rows = WorkTree.build(leaves);
        chosen = bound(chosen, 0, leaves.length - 1);
        ProofStep[] memory steps = WorkTree.proof(rows, chosen);
        WorkLeaf memory leaf = leaves[chosen];
        uint256 bit = bound(change, 0, 255);
        // Sums stay far below the point where they would overflow.
        uint64 more = uint64(bound(change, 1, 2 ** 56));
        ProofStep memory step = steps[change % steps.length];

        what = bound(what, 0, 8);
        if (what == 0) leaf.client = address(uint160(leaf.client) ^ uint160(1 << (bit % 160)));
        else if (what == 1) leaf.signer = address(uint160(leaf.signer) ^ uint160(1 << (bit % 160)));
        else if (what == 2) leaf.units += more;
        else if (what == 3) leaf.signatureHash ^= bytes32(1 << bit);
        else if (what == 4) step.hash ^= bytes32(1 << bit);
        else if (what == 5) step.sum += more;
        else if (what == 6) step.isLeft = !step.isLeft;
        else if (what == 7) steps = _with(steps, ProofStep(bytes32(change), more, change % 2 == 0));
        else steps = _without(steps, change % steps.length);

        (bytes32 root, uint64 units) = WorkTree.root(rows);
        (bytes32 hash, uint64 total, ) = formats.walk(leaf, steps);
        assertFalse(hash == root && total == units, "the same root and total");
    }

    function testFuzz_sumsNeverWrapAround(uint64 units, uint64[3] calldata sums, uint8 sides) public view {
        WorkLeaf memory leaf = WorkLeaf(address(1), address(2), units, bytes32(0));
        ProofStep[] memory steps = new ProofStep[](3);
        uint256 sum = units;
        for (uint256 i = 0; i < 3; i++) {
            steps[i] = ProofStep(keccak256(abi.encode(i)), sums[i], (sides >> i) & 1 == 1);
            sum += sums[i];
        }
        try formats.walk(leaf, steps) returns (bytes32, uint64 total, uint64 left) {
            assertEq(total, sum);
            assertLe(uint256(left) + units, sum);
        } catch (bytes memory reason) {
            assertGt(sum, type(uint64).max);
            assertEq(bytes32(reason), bytes32(MerkleSum.SumOverflow.selector));
        }
    }

    function testFuzz_depth(uint256 depth) public {
        depth = bound(depth, 0, 100);
        WorkLeaf memory leaf = WorkLeaf(address(1), address(2), 3, bytes32(0));
        if (depth > 40) vm.expectRevert(abi.encodeWithSelector(MerkleSum.ProofTooDeep.selector, depth, 40));
        formats.walk(leaf, new ProofStep[](depth));
    }

    function testFuzz_node(bytes32 leftHash, uint64 leftSum, bytes32 rightHash, uint64 rightSum) public view {
        bytes32 expected = keccak256(bytes.concat(leftHash, bytes8(leftSum), rightHash, bytes8(rightSum)));
        assertEq(formats.hashNode(leftHash, leftSum, rightHash, rightSum), expected);
    }

    function testFuzz_leaf(WorkLeaf calldata leaf) public view {
        bytes memory words = bytes.concat(
            bytes32(uint256(uint160(leaf.client))),
            bytes32(uint256(uint160(leaf.signer))),
            bytes32(uint256(leaf.units)),
            leaf.signatureHash
        );
        assertEq(formats.hashLeaf(leaf), keccak256(words));
    }

    /// @dev Words that hold more than their type allows, in every place of a call to `walk`.
    function testFuzz_refusesMalformedWords(uint256 word, uint256 excess) public view {
        WorkLeaf memory leaf = WorkLeaf(address(1), address(2), 3, bytes32(0));
        ProofStep[] memory steps = new ProofStep[](2);
        bytes memory data = abi.encodeCall(formats.walk, (leaf, steps));
        // Leaf: client, signer, units, hash. Then offset and length; then each step's hash, sum, side.
        uint8[7] memory places = [0, 1, 2, 7, 8, 10, 11];
        uint8[7] memory bits = [160, 160, 64, 64, 1, 64, 1];
        word = bound(word, 0, 6);
        uint256 value = bound(excess, 1 << bits[word], type(uint256).max);
        uint256 offset = 0x20 + 4 + 0x20 * uint256(places[word]);
        assembly ("memory-safe") {
            mstore(add(data, offset), value)
        }
        (bool success, ) = address(formats).staticcall(data);
        assertFalse(success, "a malformed word");
    }

    /// @dev Ascending keys, several signers to a client; up to 2^56 units each.
    function _leaves(uint256 seed, uint256 count) private pure returns (WorkLeaf[] memory leaves) {
        leaves = new WorkLeaf[](count);
        uint160 client;
        uint160 signer;
        for (uint256 i = 0; i < count; i++) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            if (i == 0 || random % 2 == 0) {
                client += 1 + uint160(random >> 110) / 100;
                signer = uint160(random >> 96);
            } else {
                signer = signer / 2 + 1 + type(uint160).max / 2;
                if (signer <= uint160(leaves[i - 1].signer)) client++;
            }
            leaves[i] = WorkLeaf(address(client), address(signer), uint64(1 + (random % 2 ** 56)), keccak256(abi.encode(random)));
        }
    }

    function _with(ProofStep[] memory steps, ProofStep memory last) private pure returns (ProofStep[] memory longer) {
        longer = new ProofStep[](steps.length + 1);
        for (uint256 i = 0; i < steps.length; i++) longer[i] = steps[i];
        longer[steps.length] = last;
    }

    function _without(ProofStep[] memory steps, uint256 index) private pure returns (ProofStep[] memory shorter) {
        shorter = new ProofStep[](steps.length - 1);
        for (uint256 i = 0; i < shorter.length; i++) shorter[i] = steps[i < index ? i : i + 1];
    }
}
