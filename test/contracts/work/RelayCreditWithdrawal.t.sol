// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {StandardTree} from "../support/StandardTree.sol";
import {RelayCreditTest} from "./RelayCreditTest.sol";

/// How credit goes out: requested, not used by later epochs, and paid when nothing can charge it any more.
contract RelayCreditWithdrawalTest is RelayCreditTest {
    using StandardTree for bytes32[];

    function setUp() public override {
        super.setUp();
        vm.prank(bob);
        credit.deposit(bob, alice, 100 ether);
    }

    function test_requests() public {
        vm.expectEmit(address(credit));
        emit IRelayCredit.WithdrawalRequested(bob, alice, 30 ether, EPOCH);
        _request(30 ether);
        _requireLine(100 ether, 30 ether, EPOCH);
        assertEq(token.balanceOf(bob), FUNDS - 100 ether, "nothing is paid yet");
    }

    /// @dev Adding to a request starts all of it anew.
    function test_requestsMore() public {
        _request(30 ether);
        vm.warp(config.epochStart(EPOCH + 2));
        vm.expectEmit(address(credit));
        emit IRelayCredit.WithdrawalRequested(bob, alice, 50 ether, EPOCH + 2);
        _request(20 ether);
        _requireLine(100 ether, 50 ether, EPOCH + 2);
        _request(type(uint256).max);
        _requireLine(100 ether, 100 ether, EPOCH + 2);
    }

    function test_RevertWhen_RequestIsTooLarge() public {
        bytes4 error_ = IRelayCredit.InsufficientBalance.selector;
        vm.expectRevert(abi.encodeWithSelector(error_, 100 ether + 1, 100 ether));
        _request(100 ether + 1);
        _request(60 ether);
        vm.expectRevert(abi.encodeWithSelector(error_, 40 ether + 1, 40 ether));
        _request(40 ether + 1);
        vm.expectRevert(abi.encodeWithSelector(error_, type(uint256).max - 1, 40 ether));
        _request(type(uint256).max - 1);
        _request(40 ether);
        vm.expectRevert(abi.encodeWithSelector(error_, 1, 0));
        _request(1);
        vm.expectRevert(abi.encodeWithSelector(error_, type(uint256).max, 0));
        _request(type(uint256).max);
    }

    function test_RevertWhen_NothingIsRequested() public {
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.ZeroAmount.selector));
        _request(0);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.NothingRequested.selector, bob, alice));
        _withdraw(0, _none());
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.InsufficientBalance.selector, 1, 0));
        vm.prank(carol);
        credit.requestWithdraw(alice, 1);
    }

    /// @dev Nobody but the payer asks for his credit, or gets it.
    function test_requestsAreThePayersOwn() public {
        _request(30 ether);
        _lapse(EPOCH);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.NothingRequested.selector, carol, alice));
        vm.prank(carol);
        credit.withdraw(alice, 0, _none());
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.NothingRequested.selector, bob, carol));
        vm.prank(bob);
        credit.withdraw(carol, 0, _none());
    }

    function test_withdrawsWhatIsNotCharged() public {
        _request(70 ether);
        _charge(EPOCH, 45 ether, 45 ether);
        bytes32[] memory proof = _chargesProof(bob, alice, 45 ether);
        vm.expectEmit(address(credit));
        emit IRelayCredit.Withdrawn(bob, alice, 55 ether, 45 ether, 45 ether);
        assertEq(_withdraw(45 ether, proof), 55 ether, "the rest");
        assertEq(token.balanceOf(bob), FUNDS - 45 ether, "paid");
        assertEq(credit.creditHeld(), 45 ether, "charged, and not collected yet");
        _requireLine(45 ether, 0, 0);
        pool.execute();
        assertEq(credit.creditHeld(), 0, "collected");
    }

    function test_withdrawsNoMoreThanRequested() public {
        _request(20 ether);
        _charge(EPOCH, 45 ether, 45 ether);
        assertEq(_withdraw(45 ether, _chargesProof(bob, alice, 45 ether)), 20 ether, "as requested");
        _requireLine(80 ether, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.NothingRequested.selector, bob, alice));
        _withdraw(45 ether, _chargesProof(bob, alice, 45 ether));
    }

    /// @dev All is charged: nothing is paid, and the request is done with.
    function test_withdrawsNothing() public {
        _request(20 ether);
        _charge(EPOCH, 100 ether, 100 ether);
        bytes32[] memory proof = _chargesProof(bob, alice, 100 ether);
        vm.expectEmit(address(credit));
        emit IRelayCredit.Withdrawn(bob, alice, 0, 100 ether, 100 ether);
        assertEq(_withdraw(100 ether, proof), 0, "nothing");
        _requireLine(100 ether, 0, 0);
    }

    /// @dev A tree that charges a line more than it had pays nothing out, and breaks nothing.
    function test_lineChargedTooMuch() public {
        _request(20 ether);
        _charge(EPOCH, 100 ether, 300 ether);
        assertEq(_withdraw(300 ether, _chargesProof(bob, alice, 300 ether)), 0, "nothing");
    }

    function test_RevertWhen_TheEpochIsOpen() public {
        _request(20 ether);
        bytes memory refusal = abi.encodeWithSelector(IRelayCredit.EpochNotClosed.selector, EPOCH);
        bytes32[] memory proof = _chargesProof(bob, alice, 0);
        vm.expectRevert(refusal);
        _withdraw(0, _none());
        Settlement memory settlement = _settlement(EPOCH);
        settlement.chargesRoot = _charges(bob, alice, 0).root();
        _submitInTime(settlement);
        _skip(DELAY - 1);
        vm.expectRevert(refusal);
        _withdraw(0, proof);
        _skip(1);
        assertEq(_withdraw(0, proof), 20 ether, "closed by the clock");
    }

    /// @dev Restarted in a later epoch, a request waits for that one.
    function test_RevertWhen_RestartedInALaterEpoch() public {
        _request(20 ether);
        _charge(EPOCH, 0, 0);
        bytes32[] memory proof = _chargesProof(bob, alice, 0);
        uint256 snapshot = vm.snapshotState();
        assertEq(_withdraw(0, proof), 20 ether, "closed");
        vm.revertToState(snapshot);
        _request(1);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.EpochNotClosed.selector, EPOCH + 2));
        _withdraw(0, proof);
    }

    /// @dev The newest final root counts, not the one that closed the epoch.
    function test_withdrawsAgainstANewerRoot() public {
        _request(20 ether);
        _charge(EPOCH, 30 ether, 30 ether);
        _charge(EPOCH + 1, 10 ether, 40 ether);
        bytes32[] memory old = _chargesProof(bob, alice, 30 ether);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.InvalidCharge.selector, bob, alice, 30 ether));
        _withdraw(30 ether, old);
        assertEq(_withdraw(40 ether, _chargesProof(bob, alice, 40 ether)), 20 ether, "of 60");
    }

    function test_RevertWhen_TheChargeIsWrong() public {
        _request(20 ether);
        _charge(EPOCH, 45 ether, 45 ether);
        bytes32[] memory proof = _chargesProof(bob, alice, 45 ether);
        uint256[4] memory wrong = [uint256(0), 45 ether - 1, 45 ether + 1, type(uint256).max];
        for (uint256 i = 0; i < wrong.length; i++) {
            vm.expectRevert(abi.encodeWithSelector(IRelayCredit.InvalidCharge.selector, bob, alice, wrong[i]));
            _withdraw(wrong[i], proof);
        }
        bytes memory refusal = abi.encodeWithSelector(IRelayCredit.InvalidCharge.selector, bob, alice, 45 ether);
        vm.expectRevert(refusal);
        _withdraw(45 ether, _none());
        bytes32[] memory longer = new bytes32[](proof.length + 1);
        for (uint256 i = 0; i < proof.length; i++) longer[i] = proof[i];
        vm.expectRevert(refusal);
        _withdraw(45 ether, longer);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.InvalidCharge.selector, bob, alice, 0));
        _withdraw(0, _none());
    }

    function testFuzz_paysTheSmallerOfRequestAndRest(uint256 charge, uint256 request, uint256 later) public {
        charge = bound(charge, 0, 100 ether);
        request = bound(request, 1, 100 ether);
        later = bound(later, 1 ether, 1_000 ether);
        _request(request);
        _charge(EPOCH, charge, charge);
        vm.prank(carol);
        credit.deposit(bob, alice, later);
        uint256 rest = 100 ether + later - charge;
        uint256 expected = request < rest ? request : rest;
        assertEq(_withdraw(charge, _chargesProof(bob, alice, charge)), expected, "paid");
        assertEq(credit.lineOf(bob, alice).balance, 100 ether + later - expected, "balance");
    }
}
