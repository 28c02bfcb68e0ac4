// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IParameterListener, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

contract WeightsTest is StakingTest {
    function setUp() public override {
        super.setUp();
        _register(Role.Edge, alice, EDGE_MIN);
        _register(Role.Guardian, grace, GUARDIAN_MIN);
    }

    function test_ownAndDelegatedUpToTheRatio() public {
        _stake(bob, alice, 4 * EDGE_MIN);
        assertEq(staking.weightOf(alice), 5 * EDGE_MIN, "all");
        _stake(alice, alice, EDGE_MIN);
        _unstake(alice, alice, EDGE_MIN / 2);
        assertEq(staking.weightOf(alice), (EDGE_MIN * 3) / 2 + 4 * EDGE_MIN, "room to spare");
        _govern(Parameter.MaxDelegationRatio, 2);
        assertEq(staking.weightOf(alice), (EDGE_MIN * 9) / 2, "only twice the own counts");
    }

    function test_newNodeHadNoWeight() public {
        assertEq(staking.previousWeightOf(alice), 0, "an Edge");
        assertEq(staking.previousWeightOf(grace), 0, "a Guardian");
        vm.warp(START + 1 days);
        assertEq(staking.previousWeightOf(alice), EDGE_MIN, "an epoch later");
        assertEq(staking.previousWeightOf(grace), GUARDIAN_MIN, "an epoch later");
    }

    /// @dev Not even when the network's first epoch is asked, which has none before it.
    function test_nobodyHadWeightBeforeTheFirstEpoch() public {
        vm.warp(GENESIS);
        assertEq(staking.previousWeightOf(alice), 0, "an Edge");
        assertEq(staking.previousWeightOf(grace), 0, "a Guardian");
        assertEq(staking.weightOf(alice), EDGE_MIN, "though they have it now");
    }

    /// @dev Whatever happens within an epoch, the weight at the end of the last one stays.
    function test_previousWeightStaysWithinTheEpoch() public {
        vm.warp(START + 1 days);
        address[2] memory nodes = [alice, grace];
        uint256[2] memory weights = [EDGE_MIN, GUARDIAN_MIN];
        for (uint256 i = 0; i < 2; ++i) {
            _stake(bob, nodes[i], 10 ether);
            _unstake(nodes[i], nodes[i], 1);
            _slash(nodes[i], 10_000, address(0));
            assertEq(staking.previousWeightOf(nodes[i]), weights[i], "as it was");
            assertEq(staking.weightOf(nodes[i]), 0, "though nothing is left");
        }
        vm.warp(START + 2 days);
        assertEq(staking.previousWeightOf(alice) + staking.previousWeightOf(grace), 0, "an epoch later");
    }

    /// @dev An epoch's weight is that under the epoch's own parameters, also when it is asked for in the next one.
    function test_weightsFollowTheEpochsParameters() public {
        _stake(bob, alice, 4 * EDGE_MIN);
        vm.prank(admin);
        setParameter(config, Parameter.MaxDelegationRatio, 1);
        assertEq(staking.weightOf(alice), 5 * EDGE_MIN, "not in this epoch");
        vm.warp(START + 1 days);
        assertEq(staking.weightOf(alice), 2 * EDGE_MIN, "in the next");
        assertEq(staking.previousWeightOf(alice), 5 * EDGE_MIN, "the last one's stays");
        vm.prank(admin);
        setParameter(config, Parameter.MaxDelegationRatio, 3);
        _stake(alice, alice, EDGE_MIN);
        assertEq(staking.previousWeightOf(alice), 5 * EDGE_MIN, "also after a change, with two changes known");
        vm.warp(START + 2 days);
        assertEq(staking.previousWeightOf(alice), 4 * EDGE_MIN, "own 2, delegated 2 of 4");
        assertEq(staking.weightOf(alice), 6 * EDGE_MIN, "all");
    }

    function test_syncIsForAnybodyAndChangesNothingTwice() public {
        vm.prank(admin);
        config.removeListener(address(staking));
        vm.prank(admin);
        setParameter(config, Parameter.MinStakeEdge, EDGE_MIN + 1 ether);
        vm.warp(START + 1 days);
        assertTrue(staking.isActive(alice), "nobody has told");
        vm.expectEmit(address(staking));
        emit IParameterListener.ParametersSynced(11);
        vm.prank(stranger);
        staking.syncParameters();
        assertFalse(staking.isActive(alice), "told");
        vm.recordLogs();
        IParameterListener(address(staking)).syncParameters();
        assertEq(vm.getRecordedLogs().length, 0, "nothing to do");
    }

    /// @dev Against a model that keeps every epoch's last weight.
    function testFuzz_previousWeight(uint256[10] memory amounts, uint32[10] memory waits) public {
        uint256 epoch = config.currentEpoch();
        uint256 previous = 0;
        uint256 last = EDGE_MIN;
        for (uint256 i = 0; i < 10; ++i) {
            _skip(bound(waits[i], 0, 30 hours));
            if (config.currentEpoch() != epoch) (epoch, previous) = (config.currentEpoch(), last);
            if (amounts[i] % 3 == 0) _unstake(alice, alice, 1 + (amounts[i] % 100 ether));
            else if (amounts[i] % 3 == 1) _stake(bob, alice, bound(amounts[i], 1, 1_000 ether));
            else _stake(alice, alice, bound(amounts[i], 1, 1_000 ether));
            last = staking.weightOf(alice);
            assertEq(staking.previousWeightOf(alice), previous, "at the end of the last epoch");
        }
    }

    function test_viewsOfNobody() public view {
        INodeStaking.NodeInfo memory info = staking.nodeInfo(stranger);
        INodeStaking.NodeInfo memory nothing;
        assertEq(keccak256(abi.encode(info)), keccak256(abi.encode(nothing)), "all zero");
        assertEq(staking.weightOf(stranger) + staking.previousWeightOf(stranger) + staking.getVotes(stranger), 0, "no weight");
        assertEq(staking.claimableRewards(stranger, alice) + staking.claimableRewards(alice, stranger), 0, "no rewards");
        assertEq(staking.unstakeRequest(stranger, alice, 7).availableAt, 0, "no request");
        assertEq(staking.positionInfo(stranger, stranger).shares, 0, "no shares");
        assertEq(staking.nodeOf(stranger), address(0), "no node");
        assertFalse(staking.isActive(stranger), "not active");
        assertEq(staking.nodeCount(Role.None), 0, "none");
    }
}
