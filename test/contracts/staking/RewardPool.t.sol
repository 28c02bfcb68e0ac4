// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

/// What staking lets the reward pool do, and nobody else.
contract RewardPoolTest is StakingTest {
    function setUp() public override {
        super.setUp();
        _register(Role.Edge, alice, 30_000 ether);
    }

    function test_depositIsTakenAndWaits() public {
        uint256 before = token.balanceOf(address(staking));
        vm.expectEmit(address(staking));
        emit INodeStaking.RewardsDeposited(100 ether);
        _deposit(100 ether);
        _deposit(20 ether);
        assertEq(token.balanceOf(address(staking)), before + 120 ether, "taken");
        assertEq(token.balanceOf(payer), FUNDS - 120 ether, "from the pool");
        assertEq(staking.undistributedRewards(), 120 ether, "waits");
        assertEq(staking.claimableRewards(alice, alice), 0, "is nobody's yet");
    }

    function test_distributionDrawsOnWhatWasDeposited() public {
        _deposit(100 ether);
        _pay(alice, 30 ether);
        _pay(alice, 70 ether);
        assertEq(staking.undistributedRewards(), 0, "all is distributed");
        assertEq(token.balanceOf(payer), FUNDS - 100 ether, "nothing more was taken");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InsufficientRewards.selector, 1, 0));
        _pay(alice, 1);
    }

    /// @dev Stake is not rewards: what lies here for others cannot be distributed.
    function testFuzz_RevertWhen_MoreIsDistributedThanDeposited(uint256 deposited, uint256 amount) public {
        deposited = bound(deposited, 0, FUNDS);
        _deposit(deposited);
        amount = bound(amount, deposited + 1, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InsufficientRewards.selector, amount, deposited));
        _pay(alice, amount);
    }

    function test_RevertWhen_DepositIsNotAllowed() public {
        vm.prank(payer);
        token.approve(address(staking), 5);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(staking), 5, 6));
        _deposit(6);
    }

    function test_fundOwedIsPaidOnce() public {
        uint256 slashed = _slash(alice, 1_000, address(0));
        assertEq(slashed, 3_000 ether, "a tenth");
        vm.expectEmit(address(staking));
        emit INodeStaking.FundOwedPaid(slashed);
        vm.prank(payer);
        assertEq(staking.payFundOwed(), slashed, "paid");
        assertEq(token.balanceOf(payer), FUNDS + slashed, "received");
        assertEq(staking.fundOwed(), 0, "nothing is owed");
        vm.expectEmit(address(staking));
        emit INodeStaking.FundOwedPaid(0);
        vm.prank(payer);
        assertEq(staking.payFundOwed(), 0, "nothing more");
        assertEq(token.balanceOf(payer), FUNDS + slashed, "nothing more came");
    }

    function testFuzz_RevertWhen_CalledByAnybodyElse(address caller) public {
        vm.assume(caller != payer);
        _deposit(10 ether);
        bytes memory refusal = abi.encodeWithSelector(INodeStaking.NotRewardPool.selector, caller);
        vm.startPrank(caller);
        vm.expectRevert(refusal);
        staking.depositRewards(1);
        vm.expectRevert(refusal);
        staking.distribute(alice, 1);
        vm.expectRevert(refusal);
        staking.payFundOwed();
        vm.stopPrank();
    }

    /// @dev What the former pool deposited stays to be distributed.
    function test_anotherPoolTakesOver() public {
        _deposit(10 ether);
        vm.expectEmit(address(staking));
        emit INodeStaking.RewardPoolSet(bob);
        vm.prank(admin);
        staking.setRewardPool(bob);
        assertEq(staking.rewardPool(), bob, "the new one");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotRewardPool.selector, payer));
        _pay(alice, 1 ether);
        vm.prank(bob);
        staking.distribute(alice, 10 ether);
        assertEq(staking.undistributedRewards(), 0, "distributed");
    }
}
