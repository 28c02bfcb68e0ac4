// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// solhint-disable no-console
import {console} from "hardhat/console.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {WorkTree} from "../support/WorkTree.sol";
import {WorkTest} from "./WorkTest.sol";

/// @title Ceilings of whole transactions, through the proxy, of an Edge with a delegator and of a guardian, by their operators
/// @dev What a receipt says: base cost and calldata counted, refunds taken off. One measured call a test, so that nothing it touches has
/// been touched before in the same transaction. Nobody's bond is held but what the test says, and nothing is owed to the fund: the
/// balances that a call fills are empty before.
contract WorkProofsGasTest is WorkTest {
    using WorkTree for WorkTree.Node[][];

    uint256 private constant NEXT = EPOCH + 1;
    uint64 private constant UNIT = 4_000_000_000;
    bytes32 private constant SALT = keccak256("salt");

    address private helper = makeAddr("helper");
    bytes private scores;
    bytes private held;
    IWorkProofs.Answer private answer_;
    ProofStep[] private siblings;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < 100; i++) scores.push(bytes1(uint8(i + 1)));
        for (uint256 i = 0; i < 13; i++) held.push(0xef);
        _registerOperated(Role.Edge, heidi, 200_000 ether);
        vm.warp(END);
        _commitAs(alice, EPOCH, keccak256("first"));
        vm.prank(guardianOperator);
        work.commitScores(EPOCH, keccak256("scores"));
        vm.warp(END + 1 days);
    }

    /// hardhat-config: isolate = true
    function test_gasOfFirstCommitment() public {
        _commitAs(alice, NEXT, keccak256("root"));
        _report("commitWork, first of an epoch", 95_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLaterCommitment() public {
        _commitAs(heidi, NEXT, keccak256("other"));
        _commitAs(alice, NEXT, keccak256("root"));
        _report("commitWork", 80_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfEdgesFirstCommitment() public {
        _commitAs(alice, NEXT, keccak256("other"));
        _commitAs(heidi, NEXT, keccak256("root"));
        _report("commitWork, an Edge's first ever", 90_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfReplacement() public {
        _commitAs(alice, NEXT, keccak256("other"));
        _commitAs(alice, NEXT, keccak256("root"));
        _report("commitWork, instead of another", 80_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfScores() public {
        vm.prank(guardianOperator);
        work.commitScores(NEXT, keccak256("hash"));
        _report("commitScores", 60_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfFirstScores() public {
        address operator = _registerOperated(Role.Guardian, carol, 200_000 ether);
        vm.prank(operator);
        work.commitScores(NEXT, keccak256("hash"));
        _report("commitScores, a guardian's first ever", 75_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfReveal() public {
        vm.prank(guardianOperator);
        work.commitScores(NEXT, keccak256(abi.encode(NEXT, grace, scores, SALT)));
        _warpAfter(NEXT, W1);
        vm.prank(guardianOperator);
        work.revealScores(NEXT, scores, SALT, held);
        _report("revealScores, 100 Edges", 75_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfChallenge() public {
        _tree();
        _challengeAs(bob, UNIT);
        _report("challenge, first of a commitment", 110_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLaterChallenge() public {
        _tree();
        _challengeAs(carol, 1);
        _challengeAs(bob, UNIT);
        _report("challenge, later", 110_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfAnswer() public {
        _tree();
        _challengeAs(bob, UNIT);
        _answerAs(helper);
        _report("answer, 1,024 leaves", 110_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLaterAnswer() public {
        _commitAs(heidi, NEXT, keccak256("other"));
        _tree();
        vm.startPrank(carol);
        work.challenge(NEXT, heidi, 1);
        work.challenge(NEXT, alice, UNIT + 1);
        vm.stopPrank();
        _challengeAs(bob, UNIT);
        answer_.unit = UNIT + 1;
        _answerAs(carol);
        answer_.unit = UNIT;
        _answerAs(helper);
        _report("answer, 1,024 leaves, the last of several while others' bonds are held", 120_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfConviction() public {
        _tree();
        _challengeAs(bob, UNIT);
        _warpAfter(NEXT, W4);
        work.convict(NEXT, alice, UNIT);
        _report("convict", 150_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLaterConviction() public {
        _tree();
        _challengeAs(carol, 1);
        _challengeAs(bob, UNIT);
        _warpAfter(NEXT, 20 days);
        work.convict(NEXT, alice, UNIT);
        _report("convict, a later challenge, epochs afterwards", 150_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfRefund() public {
        _tree();
        _challengeAs(carol, 1);
        _challengeAs(bob, UNIT);
        _warpAfter(NEXT, W4);
        work.refundBonds(NEXT, alice, _units(UNIT));
        _report("refundBonds, one", 75_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfInvalidity() public {
        _tree();
        WorkLeaf memory leaf = answer_.leaf;
        bytes memory signature = answer_.signature;
        signature[3] ^= 0x01;
        leaf.signatureHash = keccak256(signature);
        _recommit(leaf, siblings);
        vm.prank(helper);
        work.proveInvalid(NEXT, alice, leaf, siblings, signature);
        _report("proveInvalid, 1,024 leaves", 195_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDisorder() public {
        _tree();
        WorkLeaf memory leaf = answer_.leaf;
        ProofStep[] memory right = siblings;
        ProofStep[] memory left = siblings;
        (right[0], left[0]) = (ProofStep(WorkTree.hashLeaf(leaf), leaf.units, true), ProofStep(WorkTree.hashLeaf(leaf), leaf.units, false));
        _recommit(leaf, left);
        vm.prank(helper);
        work.proveDisorder(NEXT, alice, leaf, left, leaf, right);
        _report("proveDisorder, 1,024 leaves", 200_000);
    }

    function _commitAs(address edge, uint256 epoch, bytes32 root) private {
        (address operator, ) = _operatorOf(edge);
        vm.prank(operator);
        work.commitWork(epoch, root, 9_999_999_999);
    }

    function _challengeAs(address challenger, uint64 unit) private {
        _warpAfter(NEXT, W1);
        vm.prank(challenger);
        work.challenge(NEXT, alice, unit);
    }

    function _answerAs(address answerer) private {
        vm.prank(answerer);
        work.answer(NEXT, alice, answer_);
    }

    /// @dev A path of ten steps is all that anybody sees of a tree with 1,024 leaves.
    function _tree() private {
        address client = makeAddr("client");
        uint256 delegateKey = _delegateKey(client);
        _addDelegate(client, vm.addr(delegateKey), 100 days);
        answer_.unit = UNIT;
        answer_.signature = _signature(delegateKey, work.receiptDigest(alice, client, uint64(NEXT), 1_000_000));
        answer_.leaf = WorkLeaf(client, vm.addr(delegateKey), 1_000_000, keccak256(answer_.signature));
        for (uint256 i = 0; i < 10; i++) siblings.push(ProofStep(keccak256(abi.encode("sibling", i)), 399_950_000, i % 2 == 0));
        // Five are on the left; the uppermost decides where the unit is.
        siblings[8].sum = UNIT - 4 * 399_950_000 - 10;
        for (uint256 i = 0; i < 10; i++) answer_.proof.push(siblings[i]);
        _recommit(answer_.leaf, siblings);
    }

    function _recommit(WorkLeaf memory leaf, ProofStep[] memory path) private {
        WorkTree.Node memory node = WorkTree.Node(WorkTree.hashLeaf(leaf), leaf.units);
        for (uint256 i = 0; i < path.length; i++) {
            WorkTree.Node memory sibling = WorkTree.Node(path[i].hash, path[i].sum);
            node = path[i].isLeft ? WorkTree.parent(sibling, node) : WorkTree.parent(node, sibling);
        }
        _warpAfter(NEXT, 0);
        (address operator, ) = _operatorOf(alice);
        vm.prank(operator);
        work.commitWork(NEXT, node.hash, node.sum);
        _warpAfter(NEXT, W1);
    }

    function _report(string memory verb, uint256 ceiling) private view {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        console.log("%s: %s of %s", verb, used, ceiling);
        assertLe(used, ceiling, verb);
    }
}
