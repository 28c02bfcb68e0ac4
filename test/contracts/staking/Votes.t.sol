// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {NodeWeights} from "../../../contracts/staking/NodeWeights.sol";
import {StakingTest} from "./StakingTest.sol";

contract VotesTest is StakingTest {
    function setUp() public override {
        super.setUp();
        _register(Role.Guardian, grace, GUARDIAN_MIN);
        _register(Role.Guardian, heidi, 2 * GUARDIAN_MIN);
        _register(Role.Edge, alice, EDGE_MIN);
        vm.warp(START + 100);
    }

    function test_guardiansWeightIsItsVotes() public view {
        assertEq(staking.getVotes(grace), GUARDIAN_MIN, "grace");
        assertEq(staking.getVotes(alice), 0, "an Edge has none");
        assertEq(staking.getPastVotes(grace, START), GUARDIAN_MIN, "then");
        assertEq(staking.getPastVotes(grace, START - 1), 0, "before");
        assertEq(staking.getPastTotalSupply(START), 3 * GUARDIAN_MIN, "all");
        assertEq(staking.getPastTotalSupply(0), 0, "before all");
    }

    function test_everyChangeIsTold() public {
        vm.expectEmit(address(staking));
        emit IVotes.DelegateVotesChanged(grace, GUARDIAN_MIN, GUARDIAN_MIN + 1 ether);
        _stake(bob, grace, 1 ether);
    }

    function test_clock() public view {
        assertEq(staking.clock(), vm.getBlockTimestamp(), "block's timestamp");
        assertEq(staking.CLOCK_MODE(), "mode=timestamp", "mode");
    }

    function test_delegationIsByStake() public {
        assertEq(staking.delegates(bob), bob, "everybody for himself");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.DelegationIsByStake.selector));
        staking.delegate(bob);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.DelegationIsByStake.selector));
        staking.delegateBySig(bob, 0, 0, 0, 0, 0);
    }

    function test_refusesThePresentAndTheFuture() public {
        uint256 now_ = vm.getBlockTimestamp();
        vm.expectRevert(abi.encodeWithSelector(NodeWeights.ERC5805FutureLookup.selector, now_, now_));
        staking.getPastVotes(grace, now_);
        vm.expectRevert(abi.encodeWithSelector(NodeWeights.ERC5805FutureLookup.selector, now_ + 1, now_));
        staking.getPastTotalSupply(now_ + 1);
    }

    function test_slashedAndUnbondingStakeDoesNotVote() public {
        _slash(heidi, 2_000, address(0));
        assertEq(staking.getVotes(heidi), 160_000 ether, "slashed");
        _unstake(heidi, heidi, 50_000 ether);
        assertEq(staking.getVotes(heidi), 110_000 ether, "unbonding");
        _unstake(heidi, heidi, 10_001 ether);
        assertEq(staking.getVotes(heidi), 0, "under the minimum");
    }

    function test_changesInOneSecondLeaveOneCheckpoint() public {
        _stake(bob, grace, 1 ether);
        _stake(bob, grace, 1 ether);
        vm.warp(START + 101);
        _stake(bob, grace, 1 ether);
        vm.warp(START + 102);
        assertEq(staking.getPastVotes(grace, START + 100), GUARDIAN_MIN + 2 ether, "the last of the second");
        assertEq(staking.getPastVotes(grace, START + 99), GUARDIAN_MIN, "before");
        assertEq(staking.getPastVotes(grace, START + 101), GUARDIAN_MIN + 3 ether, "after");
    }

    function test_parametersReachVotesByUpdate() public {
        _govern(Parameter.MinStakeGuardian, GUARDIAN_MIN + 1 ether);
        assertEq(staking.getVotes(grace), GUARDIAN_MIN, "recorded as it was");
        vm.expectEmit(address(staking));
        emit INodeStaking.WeightUpdated(grace, 0);
        vm.prank(stranger);
        staking.updateWeight(grace);
        assertEq(staking.getVotes(grace), 0, "recorded anew");
        vm.recordLogs();
        staking.updateWeight(grace);
        staking.updateWeight(alice);
        assertEq(vm.getRecordedLogs().length, 0, "nothing to say");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, bob));
        staking.updateWeight(bob);
    }

    /// @dev Any history, looked up anywhere: what was noted then, and the guardians' votes add up.
    function testFuzz_checkpoints(uint256[12] memory amounts, uint16[12] memory waits, uint256 when) public {
        uint256[13] memory times;
        uint256[13] memory votes;
        uint256[13] memory totals;
        (times[0], votes[0], totals[0]) = (START, GUARDIAN_MIN, 3 * GUARDIAN_MIN);
        for (uint256 i = 0; i < 12; ++i) {
            _skip(waits[i]);
            address node = amounts[i] % 3 == 0 ? heidi : grace;
            if (amounts[i] % 5 == 0) _unstake(node, node, 1 ether);
            else _stake(node, node, bound(amounts[i], 1, 10_000 ether));
            (times[i + 1], votes[i + 1]) = (vm.getBlockTimestamp(), staking.getVotes(grace));
            totals[i + 1] = votes[i + 1] + staking.getVotes(heidi);
        }
        _skip(1);
        when = bound(when, START - 10, vm.getBlockTimestamp() - 1);
        uint256 expected = 0;
        uint256 total = 0;
        for (uint256 i = 0; i < 13; ++i) if (times[i] <= when) (expected, total) = (votes[i], totals[i]);
        assertEq(staking.getPastVotes(grace, when), expected, "votes");
        assertEq(staking.getPastTotalSupply(when), total, "total");
        assertEq(staking.getPastVotes(grace, when) + staking.getPastVotes(heidi, when), total, "they add up");
    }
}
