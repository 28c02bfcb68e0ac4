// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

/// @dev The node starts at 5 %; a change is 5 points at most, a rise waits 7 days.
contract CommissionTest is StakingTest {
    uint256 private constant RISE = 7 days;
    uint256 private constant NEXT_EPOCH = START + 1 days;

    function setUp() public override {
        super.setUp();
        _register(Role.Edge, alice, EDGE_MIN);
    }

    function test_riseWaits() public {
        vm.expectEmit(address(staking));
        emit INodeStaking.CommissionSet(alice, 900, START + RISE);
        _set(900);
        INodeStaking.NodeInfo memory info = staking.nodeInfo(alice);
        assertEq(info.commission, 500, "as it was");
        assertEq(info.nextCommission, 900, "announced");
        assertEq(info.nextCommissionAt, START + RISE, "for then");
        vm.warp(START + RISE - 1);
        assertEq(staking.nodeInfo(alice).commission, 500, "not yet");
        vm.warp(START + RISE);
        info = staking.nodeInfo(alice);
        assertEq(info.commission, 900, "in force");
        assertEq(info.nextCommission + info.nextCommissionAt, 0, "nothing waits");
    }

    function test_cutComesWithTheNextEpoch() public {
        vm.warp(START + 5 hours);
        vm.expectEmit(address(staking));
        emit INodeStaking.CommissionSet(alice, 100, NEXT_EPOCH);
        _set(100);
        assertEq(staking.nodeInfo(alice).commission, 500, "not in this epoch");
        vm.warp(NEXT_EPOCH);
        assertEq(staking.nodeInfo(alice).commission, 100, "in the next");
    }

    function test_sameCancelsWhatWaits() public {
        _set(900);
        vm.expectEmit(address(staking));
        emit INodeStaking.CommissionSet(alice, 500, START);
        _set(500);
        vm.warp(START + RISE);
        assertEq(staking.nodeInfo(alice).commission, 500, "no rise");
    }

    function test_refusals() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.CommissionStepTooLarge.selector, 500, 1_001, 500));
        _set(1_001);
        _govern(Parameter.MaxCommission, 600);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.CommissionTooHigh.selector, 601, 600));
        _set(601);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, bob));
        vm.prank(bob);
        staking.setCommission(1);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.CommissionStepTooLarge.selector, 500, type(uint256).max, 500));
        _set(type(uint256).max);
    }

    /// @dev An owner above a lowered maximum may come down by steps.
    function test_cutAboveTheMaximum() public {
        _govern(Parameter.MaxCommission, 100);
        _govern(Parameter.MaxCommissionStep, 200);
        _set(300);
        _skip(1 days);
        assertEq(staking.nodeInfo(alice).commission, 300, "down");
    }

    function test_newChangeReplacesTheOneThatWaits() public {
        _set(900);
        vm.warp(START + RISE - 1);
        _set(1_000);
        assertEq(staking.nodeInfo(alice).nextCommissionAt, START + 2 * RISE - 1, "it waits its own time");
        vm.warp(START + 2 * RISE - 2);
        assertEq(staking.nodeInfo(alice).commission, 500, "the first never came");
    }

    function test_maturedChangeIsNotLost() public {
        _set(1_000);
        vm.warp(START + RISE);
        _set(1_500);
        assertEq(staking.nodeInfo(alice).commission, 1_000, "the first is in force");
        assertEq(staking.nodeInfo(alice).nextCommission, 1_500, "measured against it");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.CommissionStepTooLarge.selector, 1_000, 1_501, 500));
        _set(1_501);
    }

    /// @dev An announced cut is no way round the wait of a rise.
    function test_cutDoesNotSpeedARise() public {
        _set(1_000);
        _set(400);
        _set(1_000);
        assertEq(staking.nodeInfo(alice).nextCommissionAt, START + RISE, "the full wait");
        assertEq(staking.nodeInfo(alice).commission, 500, "as it was");
    }

    /// @dev What is in force when the payment comes counts: a rise of the same block earns the owner nothing more.
    function test_paymentTakesTheCommissionInForce() public {
        _set(1_000);
        _distribute(alice, 100 ether);
        assertEq(staking.claimableRewards(alice, alice), 5 ether, "5 %");
        vm.warp(START + RISE);
        uint256 before = staking.claimableRewards(alice, alice);
        _distribute(alice, 100 ether);
        assertEq(staking.claimableRewards(alice, alice) - before, 10 ether, "10 %");
    }

    function testFuzz_neverFasterThanTheStep(uint16[6] memory wishes, uint32[6] memory waits) public {
        uint256 last = 500;
        for (uint256 i = 0; i < 6; ++i) {
            uint256 wish = bound(wishes[i], last > 500 ? last - 500 : 0, last + 500 > 3_000 ? 3_000 : last + 500);
            _set(wish);
            uint256 wait = bound(waits[i], 0, 20 days);
            _skip(wait);
            uint256 now_ = staking.nodeInfo(alice).commission;
            if (now_ > last) assertGe(wait, RISE, "a rise waited");
            assertLe(now_ > last ? now_ - last : last - now_, 500, "one step");
            last = now_;
        }
    }

    function _set(uint256 commission) private {
        vm.prank(alice);
        staking.setCommission(commission);
    }
}
