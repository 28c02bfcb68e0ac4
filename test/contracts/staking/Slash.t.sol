// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

contract SlashTest is StakingTest {
    function setUp() public override {
        super.setUp();
        _register(Role.Edge, alice, 30_000 ether);
        _stake(bob, alice, 10_000 ether);
    }

    function test_takesFromBondedAndUnbondingAlike() public {
        _unstake(alice, alice, 10_000 ether);
        _unstake(bob, alice, 4_000 ether);
        vm.expectEmit(address(staking));
        emit INodeStaking.Slashed(alice, reporter, 1_000, 2_600 ether, 1_400 ether, 300 ether, 0.9e14, 23_400 ether);
        assertEq(_slash(alice, 1_000, reporter), 4_000 ether, "a tenth of all");
        assertEq(_bonded(alice, alice), 18_000 ether, "owner's bonded");
        assertEq(_bonded(alice, bob), 5_400 ether, "delegator's bonded");
        assertEq(staking.unstakeRequest(alice, alice, 0).amount, 9_000 ether, "owner's request");
        assertEq(staking.unstakeRequest(alice, bob, 0).amount, 3_600 ether, "delegator's request");
        assertEq(token.balanceOf(reporter), 300 ether, "a tenth of what the owner lost");
        assertEq(staking.fundOwed(), 3_700 ether, "the rest");
        assertEq(staking.weightOf(alice), 23_400 ether, "weight");
        vm.warp(START + UNBONDING);
        assertEq(_withdraw(bob, alice, 0), 3_600 ether, "what is left is paid");
    }

    function test_withoutReporterAllIsOwed() public {
        _slash(alice, 1_000, address(0));
        assertEq(staking.fundOwed(), 4_000 ether, "all");
    }

    function test_reporterShareFollowsTheParameter() public {
        _govern(Parameter.ReporterShare, 5_000);
        _slash(alice, 1_000, reporter);
        assertEq(token.balanceOf(reporter), 1_500 ether, "half of what the owner lost");
    }

    /// @dev A request made before the slash, however early, does not save the stake; one already withdrawn is out of reach.
    function test_notEvadedByUnbonding() public {
        _unstake(alice, alice, type(uint256).max);
        vm.warp(START + UNBONDING - 1);
        assertEq(_slash(alice, 5_000, reporter), 20_000 ether, "all that is there counts");
        vm.warp(START + UNBONDING);
        assertEq(_withdraw(alice, alice, 0), 15_000 ether, "half");
    }

    /// @dev An owner who convicts himself gets back less than he loses, whatever his delegators lose.
    function testFuzz_selfConvictionDoesNotPay(uint256 own, uint256 delegated, uint256 bps) public {
        own = bound(own, 1, 1_000_000 ether);
        _stake(alice, alice, own);
        _stake(bob, alice, bound(delegated, 1, 100_000 ether));
        uint256 before = _bonded(alice, alice);
        _slash(alice, bound(bps, 1, 10_000), reporter);
        uint256 lost = before - _bonded(alice, alice);
        assertLe(token.balanceOf(reporter), lost / 10 + 1, "a tenth of his own loss");
    }

    function test_tombstone() public {
        _slash(alice, 9_900, address(0));
        assertFalse(staking.nodeInfo(alice).tombstoned, "exactly one per cent");
        vm.expectEmit(address(staking));
        emit INodeStaking.Tombstoned(alice);
        _slash(alice, 1, address(0));
        INodeStaking.NodeInfo memory info = staking.nodeInfo(alice);
        assertTrue(info.tombstoned, "tombstoned");
        assertFalse(info.active, "inactive");
        assertEq(info.weight, 0, "weighs nothing");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NodeTombstoned.selector, alice));
        _stake(alice, alice, 1 ether);
        vm.recordLogs();
        _slash(alice, 1, address(0));
        assertEq(vm.getRecordedLogs().length, 1, "tombstoned once");
    }

    function test_everythingLeavesATombstone() public {
        _slash(alice, 9_990, address(0));
        _unstake(alice, alice, 10 ether);
        _unstake(alice, alice, type(uint256).max);
        _unstake(bob, alice, type(uint256).max);
        vm.warp(START + UNBONDING);
        assertEq(_withdraw(alice, alice, 0) + _withdraw(alice, alice, 1), 30 ether, "a thousandth");
        assertEq(_withdraw(bob, alice, 0), 10 ether, "a thousandth");
    }

    function test_everythingLeavesAfterASlashToZero() public {
        _distribute(alice, 100 ether);
        _unstake(bob, alice, 1_000 ether);
        assertEq(_slash(alice, 10_000, reporter), 40_000 ether, "all");
        assertEq(_slash(alice, 10_000, reporter), 0, "nothing more");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InsufficientStake.selector, 1, 0));
        _unstake(bob, alice, 1);
        _unstake(bob, alice, type(uint256).max);
        _unstake(alice, alice, type(uint256).max);
        vm.warp(START + UNBONDING);
        assertEq(_withdraw(bob, alice, 0) + _withdraw(bob, alice, 1) + _withdraw(alice, alice, 0), 0, "nothing, without a revert");
        assertEq(token.balanceOf(address(staking)), staking.fundOwed() + 100 ether, "stake went, rewards stay");
        assertEq(_claim(alice, alice) + staking.claimableRewards(alice, bob) > 99 ether, true, "rewards are paid");
    }

    function test_refusesUnknownNode() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, carol));
        vm.prank(judge);
        staking.slash(carol, 1_000, reporter);
    }

    /// @dev Too many basis points, nothing staked, an odd reporter, a pause: nothing makes it revert.
    function testFuzz_neverReverts(uint256 bps, address reporter_, uint256[3] memory more, bool paused, bool empty) public {
        if (empty) {
            _unstake(alice, alice, type(uint256).max);
            _unstake(bob, alice, type(uint256).max);
            vm.warp(START + UNBONDING);
            _withdraw(alice, alice, 0);
            _withdraw(bob, alice, 0);
        }
        if (paused) {
            vm.prank(council);
            staking.pauseEntries(1 days);
        }
        _slash(alice, bps, reporter_);
        for (uint256 i = 0; i < 3; ++i) _slash(alice, more[i], i == 0 ? address(staking) : address(token));
        INodeStaking.NodeInfo memory info = staking.nodeInfo(alice);
        assertGe(token.balanceOf(address(staking)), info.bonded + info.unbonding + staking.fundOwed(), "solvent");
    }

    /// @dev Everybody loses the same part, and nobody's rounding costs another.
    function testFuzz_proportional(uint256 bps, uint256 a, uint256 b, uint256 request) public {
        bps = bound(bps, 0, 9_000);
        a = bound(a, 1, 50_000 ether);
        b = bound(b, 1, 50_000 ether);
        _stake(bob, alice, a);
        _stake(carol, alice, b);
        _unstake(carol, alice, bound(request, 1, b));
        uint256 bobs = _bonded(alice, bob);
        _slash(alice, bps, reporter);
        assertLe(_bonded(alice, bob), bobs - (bobs * bps) / 10_000, "at least that part");
        assertApproxEqAbs(_bonded(alice, bob), (bobs * (10_000 - bps)) / 10_000, 1, "and a unit at most");
        uint256 carols = _bonded(alice, carol) + staking.unstakeRequest(alice, carol, 0).amount;
        assertApproxEqAbs(carols, (b * (10_000 - bps)) / 10_000, 2, "bonded and unbonding alike");
    }
}
