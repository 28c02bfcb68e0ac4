// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {StandardTree} from "../support/StandardTree.sol";
import {RelayCreditTest} from "./RelayCreditTest.sol";

/// What a withdrawal of credit must prove, and what is kept back for settlements.
contract RelayCreditProofsTest is RelayCreditTest {
    using StandardTree for bytes32[];

    function setUp() public override {
        super.setUp();
        vm.prank(bob);
        credit.deposit(bob, alice, 100 ether);
    }

    /// @dev Opened in the settlement's own epoch, a line has a leaf; opened in the next, it has none and was charged nothing.
    function test_lineOpenedByTheEndOfTheSettlementsEpoch() public {
        _openAt(carol, config.epochStart(EPOCH + 1) - 1);
        _openAt(grace, config.epochStart(EPOCH + 1));
        address[2] memory payers = [carol, grace];
        for (uint256 i = 0; i < 2; i++) {
            vm.prank(payers[i]);
            credit.requestWithdraw(alice, 5 ether);
        }
        // Carol's request is of the next epoch: that lapses, so that the root stays.
        Settlement memory settlement = _settlement(EPOCH);
        settlement.chargesRoot = _charges(carol, alice, 0).root();
        _settle(settlement);
        _lapse(EPOCH + 1);
        vm.startPrank(carol);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.InvalidCharge.selector, carol, alice, 0));
        credit.withdraw(alice, 0, _none());
        assertEq(credit.withdraw(alice, 0, _chargesProof(carol, alice, 0)), 5 ether, "with a proof");
        vm.stopPrank();
        bytes32[] memory proof = _chargesProof(grace, alice, 1);
        vm.startPrank(grace);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.InvalidCharge.selector, grace, alice, 1));
        credit.withdraw(alice, 1, proof);
        assertEq(credit.withdraw(alice, 0, _none()), 5 ether, "without a proof");
        vm.stopPrank();
    }

    /// @dev Whoever tops a line up does not make it younger.
    function test_topUpDoesNotSpareTheProof() public {
        _request(20 ether);
        _charge(EPOCH, 45 ether, 45 ether);
        vm.prank(bob);
        credit.deposit(bob, alice, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.InvalidCharge.selector, bob, alice, 0));
        _withdraw(0, _none());
    }

    function test_withdrawsBeforeAnySettlement() public {
        _request(100 ether);
        vm.warp(config.epochStart(EPOCH + MAX_LAG + 1) + W4 + DAY - 1);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.EpochNotClosed.selector, EPOCH));
        _withdraw(0, _none());
        _skip(1);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.InvalidCharge.selector, bob, alice, 1));
        _withdraw(1, _none());
        assertEq(_withdraw(0, _none()), 100 ether, "lapsed");
        assertEq(token.balanceOf(bob), FUNDS, "everything");
    }

    /// @dev A request of before genesis is one of epoch 0.
    function test_withdrawsWhatWasDepositedBeforeGenesis() public {
        vm.warp(GENESIS - 1 days);
        vm.startPrank(carol);
        credit.deposit(carol, alice, 5 ether);
        credit.requestWithdraw(alice, 5 ether);
        vm.warp(config.epochStart(MAX_LAG + 1) + W4 + DAY - 1);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.EpochNotClosed.selector, 0));
        credit.withdraw(alice, 0, _none());
        _skip(1);
        assertEq(credit.withdraw(alice, 0, _none()), 5 ether, "lapsed");
        vm.stopPrank();
    }

    /// @dev What a pending settlement charges cannot be withdrawn, and can be when it was cancelled.
    function test_RevertWhen_CreditIsSetAside() public {
        _request(100 ether);
        vm.warp(config.epochStart(EPOCH + MAX_LAG + 1) + W4 + DAY);
        // Guardians charge everything for an epoch that the request keeps them from: they are two thirds, and wrong.
        _work(EPOCH + MAX_LAG + 1, 100 ether);
        Settlement memory settlement = _settlement(EPOCH + MAX_LAG + 1);
        settlement.totalCharged = 99 ether;
        _submitInTime(settlement);
        assertTrue(pool.isClosed(EPOCH), "lapsed");
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.CreditSetAside.selector, 100 ether, 1 ether));
        _withdraw(0, _none());
        _cancelPending();
        assertEq(_withdraw(0, _none()), 100 ether, "put back");
    }

    function test_finalChargesStaySetAsideUntilCollected() public {
        vm.prank(carol);
        credit.deposit(carol, alice, 50 ether);
        _request(100 ether);
        // The root spares bob, whose credit the total takes.
        _charge(EPOCH, 60 ether, 0);
        bytes32[] memory proof = _chargesProof(bob, alice, 0);
        bytes memory refusal = abi.encodeWithSelector(IRelayCredit.CreditSetAside.selector, 100 ether, 90 ether);
        vm.expectRevert(refusal);
        _withdraw(0, proof);
        pool.execute();
        vm.expectRevert(refusal);
        _withdraw(0, proof);
        vm.prank(carol);
        credit.deposit(carol, alice, 10 ether);
        assertEq(_withdraw(0, proof), 100 ether, "exactly what is there");
        assertEq(credit.creditHeld(), 0, "nothing is left");
    }

    /// @dev Lines of one payer at several Edges, and of several payers at one, know nothing of each other.
    function test_linesAreApart() public {
        vm.startPrank(bob);
        credit.deposit(bob, carol, 7 ether);
        credit.requestWithdraw(carol, 7 ether);
        vm.stopPrank();
        _requireLine(100 ether, 0, 0);
        _charge(EPOCH, 0, 0);
        bytes32[] memory proof = _chargesProof(bob, alice, 0);
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.InvalidCharge.selector, bob, carol, 0));
        credit.withdraw(carol, 0, proof);
        vm.stopPrank();
    }

    function _openAt(address payer_, uint256 time) private {
        vm.warp(time);
        vm.startPrank(payer_);
        token.approve(address(credit), 5 ether);
        credit.deposit(payer_, alice, 5 ether);
        vm.stopPrank();
    }
}
