// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

contract RewardsTest is StakingTest {
    /// @dev 5 % commission; the owner holds 3/4 of the shares.
    function setUp() public override {
        super.setUp();
        _register(Role.Edge, alice, 30_000 ether);
        _stake(bob, alice, 10_000 ether);
    }

    function test_commissionAtOnceTheRestOverTime() public {
        _deposit(1_000 ether);
        vm.expectEmit(address(staking));
        emit INodeStaking.RewardsDistributed(alice, 1_000 ether, 50 ether, START + RELEASE);
        _pay(alice, 1_000 ether);
        assertEq(staking.claimableRewards(alice, alice), 50 ether, "commission");
        assertEq(staking.claimableRewards(alice, bob), 0, "nothing yet");
        assertEq(staking.nodeInfo(alice).unreleasedRewards, 950 ether, "on its way");
        assertEq(staking.nodeInfo(alice).rewardsReleasedAt, START + RELEASE, "until");

        vm.warp(START + RELEASE / 2);
        assertApproxEqAbs(staking.claimableRewards(alice, bob), 118.75 ether, 1e10, "half of a quarter of the rest");
        assertApproxEqAbs(staking.claimableRewards(alice, alice), 50 ether + 356.25 ether, 1e10, "half of three quarters");
        vm.warp(START + RELEASE);
        assertApproxEqAbs(staking.claimableRewards(alice, bob), 237.5 ether, 1e10, "a quarter");
        vm.warp(START + 10 * RELEASE);
        assertApproxEqAbs(staking.claimableRewards(alice, bob), 237.5 ether, 1e10, "and no more");
    }

    function test_claim() public {
        _distribute(alice, 1_000 ether);
        vm.warp(START + RELEASE);
        uint256 due = staking.claimableRewards(alice, bob);
        vm.expectEmit(address(staking));
        emit INodeStaking.RewardsClaimed(alice, bob, due);
        assertEq(_claim(bob, alice), due, "paid");
        assertEq(token.balanceOf(bob), FUNDS - 10_000 ether + due, "received");
        assertEq(staking.positionInfo(alice, bob).claimableRewards, 0, "nothing is left");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NothingToClaim.selector, alice, bob));
        _claim(bob, alice);
    }

    function test_nothingToClaim() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NothingToClaim.selector, alice, carol));
        _claim(carol, alice);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NothingToClaim.selector, carol, bob));
        _claim(bob, carol);
    }

    function test_restake() public {
        _distribute(alice, 1_000 ether);
        vm.warp(START + RELEASE);
        uint256 due = staking.claimableRewards(alice, bob);
        vm.expectEmit(address(staking));
        emit INodeStaking.RewardsRestaked(alice, bob, due, due, 40_000 ether + due);
        vm.prank(bob);
        assertEq(staking.restakeRewards(alice), due, "restaked");
        assertEq(_bonded(alice, bob), 10_000 ether + due, "bonded");
        assertEq(staking.claimableRewards(alice, bob), 0, "nothing is left");
    }

    function test_ownerRestakesCommission() public {
        _distribute(alice, 1_000 ether);
        vm.prank(alice);
        staking.restakeRewards(alice);
        assertEq(staking.nodeInfo(alice).ownBonded, 30_050 ether, "own stake");
    }

    function test_restakeRefusals() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NothingToClaim.selector, alice, bob));
        vm.prank(bob);
        staking.restakeRewards(alice);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, carol));
        vm.prank(bob);
        staking.restakeRewards(carol);
        _distribute(alice, 1_000 ether);
        _stake(carol, alice, 110_000 ether);
        vm.warp(START + 1 days);
        uint256 delegated = 120_000 ether + staking.claimableRewards(alice, bob);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.DelegationLimitExceeded.selector, delegated, 120_000 ether));
        vm.prank(bob);
        staking.restakeRewards(alice);
        _slash(alice, 10_000, address(0));
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NodeTombstoned.selector, alice));
        vm.prank(bob);
        staking.restakeRewards(alice);
    }

    function test_distributeRefusals() public {
        _deposit(10 ether);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.ZeroAmount.selector));
        _pay(alice, 0);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, carol));
        _pay(carol, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InsufficientRewards.selector, 10 ether + 1, 10 ether));
        _pay(alice, 10 ether + 1);
    }

    /// @dev What was not released is spread anew, together with what comes.
    function test_secondDistributionExtendsTheStream() public {
        _distribute(alice, 1_000 ether);
        vm.warp(START + RELEASE / 2);
        _distribute(alice, 1_000 ether);
        assertApproxEqAbs(staking.nodeInfo(alice).unreleasedRewards, 475 ether + 950 ether, 1e10, "both");
        assertEq(staking.nodeInfo(alice).rewardsReleasedAt, START + RELEASE / 2 + RELEASE, "anew");
        vm.warp(START + 2 * RELEASE);
        uint256 all = staking.claimableRewards(alice, bob) + staking.claimableRewards(alice, alice);
        assertApproxEqAbs(all, 2_000 ether, 1e10, "all of it arrives");
    }

    /// @dev Stake that arrives before a payment and leaves after it has earned nothing.
    function test_stakeJustBeforeAPaymentEarnsNothing() public {
        _stake(carol, alice, 100_000 ether);
        _distribute(alice, 1_000 ether);
        _unstake(carol, alice, type(uint256).max);
        vm.warp(START + RELEASE);
        assertEq(staking.claimableRewards(alice, carol), 0, "nothing");
        assertApproxEqAbs(staking.claimableRewards(alice, bob), 237.5 ether, 1e10, "the others' part is whole");
    }

    function test_unbondingStakeEarnsNothing() public {
        _unstake(bob, alice, type(uint256).max);
        _distribute(alice, 1_000 ether);
        vm.warp(START + RELEASE);
        assertEq(staking.claimableRewards(alice, bob), 0, "nothing");
        assertApproxEqAbs(staking.claimableRewards(alice, alice), 1_000 ether, 1e10, "all to the rest");
    }

    function test_whatWasEarnedSurvivesLeaving() public {
        _distribute(alice, 1_000 ether);
        vm.warp(START + RELEASE);
        uint256 due = staking.claimableRewards(alice, bob);
        _unstake(bob, alice, type(uint256).max);
        assertEq(staking.claimableRewards(alice, bob), due, "unbonding");
        vm.warp(START + 2 * RELEASE + UNBONDING);
        _withdraw(bob, alice, 0);
        assertEq(_claim(bob, alice), due, "gone");
    }

    /// @dev Nobody is left to earn: the owner gets what was on its way, and what still comes.
    function test_withoutSharesAllGoesToTheOwner() public {
        _distribute(alice, 1_000 ether);
        _unstake(bob, alice, type(uint256).max);
        _unstake(alice, alice, type(uint256).max);
        assertEq(staking.nodeInfo(alice).unreleasedRewards, 0, "nothing is on its way");
        assertEq(staking.claimableRewards(alice, alice), 1_000 ether, "all of it");
        _deposit(10 ether);
        vm.expectEmit(address(staking));
        emit INodeStaking.RewardsDistributed(alice, 10 ether, 10 ether, START);
        _pay(alice, 10 ether);
        assertEq(_claim(alice, alice), 1_010 ether, "and more");
    }

    function test_tombstonedNodesRewardsGoToTheOwner() public {
        _slash(alice, 9_950, address(0));
        _deposit(10 ether);
        vm.expectEmit(address(staking));
        emit INodeStaking.RewardsDistributed(alice, 10 ether, 10 ether, START);
        _pay(alice, 10 ether);
        assertEq(_claim(alice, alice), 10 ether, "all to the owner");
    }

    /// @dev At exactly a hundredth of the price, and with exactly one share, there is still a pool to share with.
    function test_leastPoolThatShares() public {
        _slash(alice, 9_900, address(0));
        _distribute(alice, 100 ether);
        assertEq(staking.nodeInfo(alice).unreleasedRewards, 95 ether, "at the lowest price");
        _register(Role.Edge, carol, EDGE_MIN);
        _unstake(carol, carol, EDGE_MIN - 1 ether);
        _distribute(carol, 100 ether);
        assertEq(staking.nodeInfo(carol).unreleasedRewards, 95 ether, "with the fewest shares");
        _unstake(carol, carol, 1);
        assertEq(staking.nodeInfo(carol).unreleasedRewards, 0, "with one unit less");
        assertEq(staking.claimableRewards(carol, carol), 100 ether, "all to the owner");
    }

    /// @dev What leaves one share bonded leaves the stream.
    function test_leavingTheFewestSharesKeepsTheStream() public {
        _register(Role.Edge, carol, EDGE_MIN);
        _distribute(carol, 100 ether);
        _unstake(carol, carol, EDGE_MIN - 1 ether);
        assertEq(staking.nodeInfo(carol).unreleasedRewards, 95 ether, "on its way");
    }

    /// @dev Slashing takes stake, never rewards.
    function test_rewardsSurviveSlashing() public {
        _distribute(alice, 1_000 ether);
        vm.warp(START + RELEASE);
        uint256 due = staking.claimableRewards(alice, bob);
        _slash(alice, 10_000, reporter);
        assertEq(_claim(bob, alice), due, "paid");
        assertGt(_claim(alice, alice), 0, "the owner too");
    }

    function test_releaseFollowsTheParameter() public {
        _govern(Parameter.RewardRelease, 1 days);
        uint256 now_ = vm.getBlockTimestamp();
        _distribute(alice, 1_000 ether);
        assertEq(staking.nodeInfo(alice).rewardsReleasedAt, now_ + 1 days, "a day");
    }

    function testFuzz_commissionSplit(uint16 commission, uint256 amount) public {
        commission = uint16(bound(commission, 0, 3_000));
        amount = bound(amount, 1, FUNDS);
        INodeStaking.Registration memory registration = _registration(Role.Edge, carol);
        registration.commission = commission;
        vm.prank(carol);
        staking.registerAndStake(registration, EDGE_MIN);
        _distribute(carol, amount);
        uint256 toOwner = (amount * commission) / 10_000;
        assertEq(staking.claimableRewards(carol, carol), toOwner, "commission, rounded down");
        assertEq(staking.nodeInfo(carol).unreleasedRewards, amount - toOwner, "the rest");
    }

    /// @dev However often anybody looks in meanwhile, no more is released than was distributed, and all but dust is.
    function testFuzz_release(uint256 amount, uint256 stakes, uint256[5] memory waits, uint8 actions) public {
        amount = bound(amount, 1, 1_000_000 ether);
        _stake(carol, alice, bound(stakes, 5, 100_000 ether));
        uint256 before = token.balanceOf(address(staking));
        _distribute(alice, amount);
        for (uint256 i = 0; i < 5; ++i) {
            _skip(bound(waits[i], 0, RELEASE / 4));
            if (actions & 1 != 0) _stake(carol, alice, 1 ether);
            else _unstake(carol, alice, 1);
            actions >>= 1;
        }
        _skip(RELEASE);
        uint256 claimable =
            staking.claimableRewards(alice, alice) + staking.claimableRewards(alice, bob) + staking.claimableRewards(alice, carol);
        assertLe(claimable + staking.nodeInfo(alice).unreleasedRewards, amount, "never more than came");
        assertLe(amount - claimable, 1e9, "dust");
        assertGe(token.balanceOf(address(staking)), before + claimable, "covered");
    }

    /// @dev Claiming often or once comes to the same, but for a unit a claim.
    function testFuzz_claimingOftenGainsNothing(uint256 amount, uint8 claims) public {
        amount = bound(amount, 1 ether, 1_000_000 ether);
        claims = uint8(bound(claims, 1, 20));
        uint256 snapshot = vm.snapshotState();
        _distribute(alice, amount);
        vm.warp(START + RELEASE);
        uint256 once = _claim(bob, alice);
        vm.revertToState(snapshot);
        _distribute(alice, amount);
        uint256 often = 0;
        for (uint256 i = 1; i <= claims; ++i) {
            vm.warp(START + (RELEASE * i) / claims);
            often += _claim(bob, alice);
        }
        assertApproxEqAbs(often, once, 1e9, "the same");
    }
}
