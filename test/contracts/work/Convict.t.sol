// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkTest} from "./WorkTest.sol";

/// Alice's node has 200,000 SEND of its owner and 50,000 of bob's; unproven work costs a tenth, and the reporter gets a tenth of the owner's part.
contract ConvictTest is WorkTest {
    uint256 private constant SLASHED = 25_000 ether;
    uint256 private constant REWARD = 2_000 ether;

    function test_Convict() public {
        _committedWork(5);
        _challenge(carol, 3);
        vm.warp(END + W4);
        uint256 before = token.balanceOf(carol);
        vm.expectEmit(address(work));
        emit IWorkProofs.BondRefunded(EPOCH, alice, 3, carol, BOND);
        vm.expectCall(address(staking), abi.encodeCall(INodeStaking.slash, (alice, 1_000, carol)), 1);
        vm.expectEmit(address(work));
        emit IWorkProofs.Convicted(EPOCH, alice, carol, SLASHED);
        vm.prank(stranger);
        work.convict(EPOCH, alice, 3);

        assertEq(token.balanceOf(carol) - before, BOND + REWARD, "bond and reward");
        assertEq(token.balanceOf(address(work)), 0, "held");
        assertEq(staking.fundOwed(), SLASHED - REWARD, "the rest");
        _requireConvicted(1);
        assertTrue(_state(3) == IWorkProofs.ChallengeState.Refunded, "refunded");
    }

    /// @dev Any unit that was not proven convicts, and the reward is its challenger's; the others' bonds wait for them.
    function testFuzz_AnyUnansweredUnitConvicts(uint8 which) public {
        Work memory made = _committedWork(9);
        uint64[4] memory units = [uint64(5), 700, 1_400, 2_100];
        for (uint256 i = 0; i < 4; i++) _challenge(i % 2 == 0 ? bob : carol, units[i]);
        _answer(made, 700);
        vm.warp(END + W4);
        which = which % 4;
        if (which == 1) {
            vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ChallengeNotOpen.selector, EPOCH, alice, 700));
            work.convict(EPOCH, alice, 700);
            which = 2;
        }
        vm.expectEmit(address(work));
        emit IWorkProofs.Convicted(EPOCH, alice, which == 3 ? carol : bob, SLASHED);
        work.convict(EPOCH, alice, units[which]);
        _requireConvicted(3);
        assertEq(token.balanceOf(address(work)), 2 * BOND, "the others'");
        uint64[] memory all = new uint64[](4);
        for (uint256 i = 0; i < 4; i++) all[i] = units[i];
        work.refundBonds(EPOCH, alice, all);
        assertEq(token.balanceOf(address(work)), 0, "all went back");
        _requireConvicted(3);
    }

    /// @dev A bond that was returned first, by the Edge itself for example, saves nobody.
    function test_RefundDoesNotSaveTheEdge() public {
        _committedWork(5);
        _challenge(bob, 3);
        _challenge(carol, 4);
        vm.warp(END + W4);
        uint64[] memory units = new uint64[](2);
        (units[0], units[1]) = (3, 4);
        vm.prank(alice);
        work.refundBonds(EPOCH, alice, units);
        assertTrue(_info().rejected, "still rejected");
        assertEq(_info().openChallenges, 2, "still unanswered");
        assertEq(_value(), 0, "value");

        uint256 before = token.balanceOf(carol);
        vm.expectEmit(address(work));
        emit IWorkProofs.Convicted(EPOCH, alice, carol, SLASHED);
        work.convict(EPOCH, alice, 4);
        assertEq(token.balanceOf(carol) - before, REWARD, "the reward, but no second bond");
        _requireConvicted(2);
    }

    function test_WindowToTheSecond() public {
        _committedWork(5);
        _challenge(bob, 3);
        vm.warp(END + W4 - 1);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, EPOCH, END + W4, type(uint256).max));
        work.convict(EPOCH, alice, 3);
        vm.warp(END + W4);
        work.convict(EPOCH, alice, 3);
        _requireConvicted(1);
    }

    function test_RevertWhen_EpochIsAbsurd() public {
        uint256 from = config.epochStart(uint256(type(uint32).max) + 1) + W4;
        bytes memory closed = abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, type(uint256).max, from, type(uint256).max);
        vm.expectRevert(closed);
        work.convict(type(uint256).max, alice, 3);
        vm.expectRevert(closed);
        work.refundBonds(type(uint256).max, alice, _units(3));
    }

    /// @dev However long ago it was, and whatever the Edge and governance have done since.
    function test_LateConviction() public {
        _committedWork(5);
        _challenge(carol, 3);
        _challenge(carol, 4);
        vm.startPrank(admin);
        setParameter(config, Parameter.WorkSlash, 5_000);
        setParameter(config, Parameter.ChallengeBond, 1 ether);
        vm.stopPrank();
        for (uint256 epoch = EPOCH + 1; epoch < EPOCH + 6; epoch++) {
            _warpAfter(epoch, 0);
            vm.prank(alice);
            work.commitWork(epoch, keccak256("later"), 10);
        }
        vm.prank(admin);
        setParameter(config, Parameter.FeePerUnit, 5);
        vm.prank(alice);
        staking.setOperator(alice, "");
        (, address challenger, uint256 bond) = work.challengeOf(EPOCH, alice, 4);
        assertEq(challenger, carol, "challenger");
        assertEq(bond, BOND, "bond");

        uint256 before = token.balanceOf(carol);
        vm.expectEmit(address(work));
        emit IWorkProofs.Convicted(EPOCH, alice, carol, SLASHED);
        work.convict(EPOCH, alice, 4);
        work.refundBonds(EPOCH, alice, _units(3));
        assertEq(token.balanceOf(carol) - before, 2 * BOND + REWARD, "the epoch's bonds");
        assertEq(work.workValue(EPOCH + 5, EPOCH + 5), 10 * FEE, "later work stands");
    }

    /// @dev Each commitment is answered for by itself.
    function test_TwoEpochsTwoConvictions() public {
        _committedWork(5);
        _challenge(carol, 3);
        vm.warp(END + 1 days);
        vm.prank(alice);
        work.commitWork(EPOCH + 1, keccak256("later"), 10);
        vm.warp(END + 1 days + W1);
        vm.prank(carol);
        work.challenge(EPOCH + 1, alice, 3);
        vm.warp(END + 2 days);
        work.convict(EPOCH + 1, alice, 3);
        vm.expectEmit(address(work));
        emit IWorkProofs.Convicted(EPOCH, alice, carol, 22_500 ether);
        work.convict(EPOCH, alice, 3);
        _requireConvicted(1);
        assertTrue(work.commitmentOf(EPOCH + 1, alice).convicted, "both");
    }

    function test_StakeOnItsWayOutIsSlashed() public {
        _committedWork(5);
        _challenge(carol, 3);
        _unstake(alice, alice, type(uint256).max);
        _unstake(bob, alice, type(uint256).max);
        vm.warp(END + W4);
        vm.expectEmit(address(work));
        emit IWorkProofs.Convicted(EPOCH, alice, carol, SLASHED);
        work.convict(EPOCH, alice, 3);
    }

    /// @dev Nothing left to take is no reason to keep anybody's bond.
    function test_ConvictionOfAnEmptyNode() public {
        _committedWork(5);
        _challenge(carol, 3);
        _unstake(alice, alice, type(uint256).max);
        _unstake(bob, alice, type(uint256).max);
        vm.warp(END + 30 days);
        _withdraw(alice, alice, 0);
        _withdraw(bob, alice, 0);
        uint256 before = token.balanceOf(carol);
        work.convict(EPOCH, alice, 3);
        assertEq(token.balanceOf(carol) - before, BOND, "bond");
        _requireConvicted(1);
    }

    function test_RevertWhen_NothingIsUnproven() public {
        Work memory made = _committedWork(5);
        _challenge(bob, 0);
        _challenge(bob, 1);
        _answer(made, 0);
        _answer(made, 1);
        vm.warp(END + W4);
        for (uint64 unit = 0; unit < 3; unit++) {
            vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ChallengeNotOpen.selector, EPOCH, alice, unit));
            work.convict(EPOCH, alice, unit);
        }
        assertEq(_value(), made.units * FEE, "stands");
    }

    function test_RevertWhen_NothingWasCommitted() public {
        vm.warp(END + W4);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ChallengeNotOpen.selector, EPOCH, alice, 0));
        work.convict(EPOCH, alice, 0);
    }

    function test_RevertWhen_ConvictedAlready() public {
        _committedWork(5);
        _challenge(bob, 0);
        _challenge(carol, 1);
        vm.warp(END + W4);
        work.convict(EPOCH, alice, 0);
        uint256 slashed = staking.fundOwed();
        for (uint64 unit = 0; unit < 3; unit++) {
            vm.expectRevert(abi.encodeWithSelector(IWorkProofs.AlreadyConvicted.selector, EPOCH, alice));
            work.convict(EPOCH, alice, unit);
        }
        assertEq(staking.fundOwed(), slashed, "once");
    }

    function _requireConvicted(uint256 unanswered) private view {
        IWorkProofs.CommitmentInfo memory info = _info();
        assertTrue(info.convicted && info.rejected, "convicted");
        assertEq(info.openChallenges, unanswered, "unanswered");
        assertEq(_value(), 0, "value");
        assertEq(staking.nodeInfo(alice).sharePrice < PRICE_ONE, true, "slashed");
    }
}
