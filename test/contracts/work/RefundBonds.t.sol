// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkTest} from "./WorkTest.sol";

contract RefundBondsTest is WorkTest {
    function test_Refund() public {
        Work memory made = _committedWork(9);
        uint64[] memory units = new uint64[](6);
        (units[0], units[1], units[2], units[3], units[4], units[5]) = (5, 700, 1_400, 700, 9, 2_000);
        _challenge(bob, 5);
        _challenge(carol, 700);
        _challenge(carol, 1_400);
        _challenge(bob, 2_000);
        _challenge(bob, 2_001);
        _answer(made, 1_400);
        vm.warp(END + W4);
        (uint256 bobs, uint256 carols) = (token.balanceOf(bob), token.balanceOf(carol));
        vm.expectEmit(address(work));
        emit IWorkProofs.BondRefunded(EPOCH, alice, 5, bob, BOND);
        vm.expectEmit(address(work));
        emit IWorkProofs.BondRefunded(EPOCH, alice, 700, carol, BOND);
        vm.expectEmit(address(work));
        emit IWorkProofs.BondRefunded(EPOCH, alice, 2_000, bob, BOND);
        vm.prank(stranger);
        work.refundBonds(EPOCH, alice, units);
        assertEq(token.balanceOf(bob) - bobs, 2 * BOND, "bob's");
        assertEq(token.balanceOf(carol) - carols, BOND, "carol's");
        assertEq(token.balanceOf(address(work)), BOND, "2,001 was not named");
        (IWorkProofs.ChallengeState state, address challenger, uint256 bond) = work.challengeOf(EPOCH, alice, 700);
        assertTrue(state == IWorkProofs.ChallengeState.Refunded, "state");
        assertTrue(challenger == address(0) && bond == 0, "nothing is left");
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NothingToRefund.selector));
        work.refundBonds(EPOCH, alice, units);
    }

    function test_RefundAtOnceWhenConvicted() public {
        Work memory made = _honestWork(5);
        made.signatures[4] = "none";
        made.leaves[4].signatureHash = keccak256("none");
        _plant(made);
        _commit(made);
        vm.warp(END + W1);
        _challenge(bob, 0);
        _challenge(carol, 1);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, EPOCH, END + W4, type(uint256).max));
        work.refundBonds(EPOCH, alice, _units(0));
        IWorkProofs.Answer memory bad = _answerTo(made, made.units - 1);
        work.proveInvalid(EPOCH, alice, bad.leaf, bad.proof, bad.signature);

        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.AlreadyConvicted.selector, EPOCH, alice));
        _answer(made, 0);
        work.refundBonds(EPOCH, alice, _units(0));
        work.refundBonds(EPOCH, alice, _units(1));
        assertEq(token.balanceOf(address(work)), 0, "held");
        vm.warp(END + W4);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.AlreadyConvicted.selector, EPOCH, alice));
        work.convict(EPOCH, alice, 0);
        assertEq(_value(), 0, "value");
    }

    function test_RefundWindowToTheSecond() public {
        _committedWork(5);
        _challenge(bob, 0);
        vm.warp(END + W4 - 1);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, EPOCH, END + W4, type(uint256).max));
        work.refundBonds(EPOCH, alice, _units(0));
        vm.warp(END + W4);
        work.refundBonds(EPOCH, alice, _units(0));
    }

    function test_RevertWhen_NothingToRefund() public {
        Work memory made = _committedWork(5);
        _challenge(bob, 0);
        _answer(made, 0);
        vm.warp(END + W4);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NothingToRefund.selector));
        work.refundBonds(EPOCH, alice, _units(0));
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NothingToRefund.selector));
        work.refundBonds(EPOCH, alice, new uint64[](0));
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NothingToRefund.selector));
        work.refundBonds(EPOCH, heidi, _units(0));
    }

    /// @dev What comes without a call is nobody's bond.
    function test_DonationsStay() public {
        _committedWork(5);
        token.transfer(address(work), 7);
        _challenge(bob, 0);
        vm.warp(END + W4);
        work.convict(EPOCH, alice, 0);
        assertEq(token.balanceOf(address(work)), 7, "donated");
    }
}
