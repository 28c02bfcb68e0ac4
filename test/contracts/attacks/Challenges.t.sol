// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {WorkTree} from "../support/WorkTree.sol";
import {WorkTest} from "../work/WorkTest.sol";
import {Wealth} from "./Wealth.sol";

/// Attacks on an Edge whose work is honest, by challengers, answerers and payers, and of an Edge on its own delegators.
contract ChallengesTest is WorkTest {
    using WorkTree for WorkTree.Node[][];
    using Wealth for NodeStaking;

    uint256 private constant SPAM = 40;

    uint256 private edgeBefore;
    uint256 private attackerBefore;

    function setUp() public override {
        super.setUp();
        edgeBefore = staking.wealth(alice, alice);
        attackerBefore = token.balanceOf(bob);
    }

    /// @dev Every bond is the Edge's, for one call.
    function test_challengeSpam() public {
        Work memory made = _committedWork(9);
        uint256 value = _value();
        IWorkProofs.Answer[] memory answers = new IWorkProofs.Answer[](SPAM);
        for (uint64 unit = 0; unit < SPAM; unit++) {
            _challenge(bob, unit);
            answers[unit] = _answerTo(made, unit);
        }
        vm.prank(edgeOperator);
        work.answerAll(EPOCH, alice, answers);
        _requireAttackerLost(SPAM);
        assertEq(token.balanceOf(edgeOperator), SPAM * BOND, "the Edge's operator");
        assertEq(_value(), value, "paid for in full");
    }

    /// @dev The latest there is leaves the Edge the hours between the third and the fourth window.
    function test_challengeAtTheLastSecond() public {
        Work memory made = _committedWork(3);
        vm.warp(END + W3 - 1);
        _challenge(bob, 0);
        vm.warp(END + W3);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, EPOCH, END + W1, END + W3));
        vm.prank(bob);
        work.challenge(EPOCH, alice, 1);
        vm.warp(END + W4 - 1);
        _answer(made, 0);
        _requireAttackerLost(1);
    }

    /// @dev Who copies the Edge's answer gets the bond, and saves the Edge the gas.
    function test_answerFrontRun() public {
        Work memory made = _committedWork(3);
        _challenge(bob, 5);
        IWorkProofs.Answer[] memory answers = new IWorkProofs.Answer[](1);
        answers[0] = _answerTo(made, 5);
        uint256 before = token.balanceOf(carol);
        vm.prank(carol);
        work.answerAll(EPOCH, alice, answers);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NothingToAnswer.selector));
        vm.prank(edgeOperator);
        work.answerAll(EPOCH, alice, answers);
        assertEq(token.balanceOf(carol), before + BOND, "who copied it");
        _requireAttackerLost(1);
    }

    /// @dev The Edge is offline; a guardian that holds the leaves answers for it.
    function test_answerByAThirdParty() public {
        Work memory made = _committedWork(5);
        _challenge(bob, 1);
        _challenge(bob, 2);
        vm.startPrank(grace);
        _answer(made, 1);
        _answer(made, 2);
        vm.stopPrank();
        assertEq(token.balanceOf(grace), FUNDS - 200_000 ether + 2 * BOND, "who answered");
        _requireAttackerLost(2);
    }

    /// @dev An inner node shown as a leaf of an honest tree, to convict its Edge of a signature that is none.
    function test_nodePresentedAsALeaf() public {
        Work memory made = _committedWork(4);
        WorkTree.Node memory node = made.rows[1][0];
        bytes32 first = made.rows[0][0].hash;
        WorkLeaf memory leaf = WorkLeaf(address(bytes20(first)), address(uint160(uint256(first))), node.sum, made.rows[0][1].hash);
        ProofStep[] memory path = new ProofStep[](1);
        path[0] = ProofStep(made.rows[1][1].hash, made.rows[1][1].sum, false);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ProofMismatch.selector, EPOCH, alice));
        vm.prank(bob);
        work.proveInvalid(EPOCH, alice, leaf, path, "");
        _requireAttackerLost(0);
    }

    /// @dev A leaf below a leaf: the path goes on where the tree ends.
    function test_proofOfExtraDepth() public {
        Work memory made = _committedWork(4);
        WorkLeaf memory leaf = made.leaves[0];
        ProofStep[] memory path = new ProofStep[](3);
        path[0] = ProofStep(made.rows[0][0].hash, 0, false);
        (path[1], path[2]) = (made.rows.proof(0)[0], made.rows.proof(0)[1]);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ProofMismatch.selector, EPOCH, alice));
        vm.prank(bob);
        work.proveInvalid(EPOCH, alice, leaf, path, made.signatures[0]);
        _requireAttackerLost(0);
    }

    /// @dev A payer used a delegate, takes its right away as the epoch ends, and has an accomplice challenge what it signed.
    function test_delegateRevokedAfterUse() public {
        Work memory made = _delegatesWork(END - 1 hours, 100 days);
        vm.warp(END);
        vm.prank(made.leaves[0].client);
        registry.revokeDelegate(made.leaves[0].client, RELAY, made.leaves[0].signer);
        _requireAnswered(made);
    }

    /// @dev One that expires within the epoch had the right when it began.
    function test_delegateExpiredInTheEpoch() public {
        Work memory made = _delegatesWork(END - 1 days - 1 hours, 1 hours);
        assertFalse(work.maySign(made.leaves[0].client, made.leaves[0].signer, EPOCH + 1), "expired");
        _requireAnswered(made);
    }

    /// @dev One that was named when the epoch was over: its client pays for what it signs, and nobody else.
    function test_delegateAddedAfterwards() public {
        _requireAnswered(_delegatesWork(END, 1 hours));
    }

    /// @dev What expired before the epoch, or was revoked before it, convicts the Edge that took it: the reverse of the above.
    function test_delegateRevokedBefore() public {
        Work memory made = _delegatesWork(END - 3 days, 1 days);
        _commit(made);
        vm.warp(END + W1);
        vm.prank(bob);
        work.proveInvalid(EPOCH, alice, made.leaves[0], made.rows.proof(0), made.signatures[0]);
        assertEq(staking.wealth(alice, alice), edgeBefore - 20_000 ether, "the Edge");
    }

    /// @dev The owner convicts himself through an accomplice: all that comes back is a tenth of his own loss.
    function test_selfConvictionThroughAnAccomplice() public {
        _committedWork(3);
        uint256 before = edgeBefore + token.balanceOf(carol);
        uint256 delegator = staking.positionInfo(alice, bob).bonded;
        _challenge(carol, 0);
        vm.warp(END + W4);
        work.convict(EPOCH, alice, 0);
        assertEq(staking.wealth(alice, alice) + token.balanceOf(carol), before - 18_000 ether, "the two together");
        assertEq(staking.positionInfo(alice, bob).bonded, delegator - 5_000 ether, "the delegator");
        assertEq(staking.fundOwed(), 23_000 ether, "what they lost is the fund's");
    }

    /// @dev One leaf, signed by a delegate that was named at `from` for `validity`.
    function _delegatesWork(uint256 from, uint256 validity) private returns (Work memory made) {
        address client = vm.addr(77);
        uint256 key = _delegateKey(client);
        vm.warp(from);
        _addDelegate(client, vm.addr(key), validity);
        (made.leaves, made.signatures) = (new WorkLeaf[](1), new bytes[](1));
        (made.leaves[0], made.signatures[0]) = _receipt(client, key, 500);
        _plant(made);
    }

    function _requireAnswered(Work memory made) private {
        _commit(made);
        vm.warp(END + W1);
        _challenge(bob, 499);
        _answer(made, 499);
        _requireAttackerLost(1);
    }

    function _requireAttackerLost(uint256 bonds) private {
        assertEq(token.balanceOf(bob), attackerBefore - bonds * BOND, "the attacker");
        assertEq(staking.wealth(alice, alice), edgeBefore, "the Edge");
        vm.warp(END + W4);
        assertFalse(_info().rejected, "paid for");
    }
}
