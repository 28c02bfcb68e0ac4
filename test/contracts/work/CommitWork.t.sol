// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkTest} from "./WorkTest.sol";

contract CommitWorkTest is WorkTest {
    bytes32 private constant ROOT = keccak256("root");
    /// @dev 250,000 SEND of weight at 104,857 units each.
    uint64 private constant CAPACITY = 250_000 * 104_857;

    function test_OperatorCommits() public {
        vm.warp(END);
        vm.expectEmit(address(work));
        emit IWorkProofs.WorkCommitted(EPOCH, alice, ROOT, 1_000);
        _commitBy(edgeOperator, ROOT, 1_000);
        _requireCommitted(ROOT, 1_000);
        assertEq(_value(), 1_000 * FEE, "value");
    }

    function test_OwnerCommits() public {
        vm.warp(END);
        _commitBy(alice, ROOT, 1_000);
        _requireCommitted(ROOT, 1_000);
    }

    function test_NothingIsKnownOfOthers() public {
        vm.warp(END);
        _commitBy(alice, ROOT, 1_000);
        _requireNothing(work.commitmentOf(EPOCH - 1, alice));
        _requireNothing(work.commitmentOf(EPOCH + 1, alice));
        _requireNothing(work.commitmentOf(EPOCH, heidi));
        _requireNothing(work.commitmentOf(type(uint256).max, alice));
        assertEq(work.workValue(EPOCH - 1, EPOCH - 1) + work.workValue(EPOCH + 1, EPOCH + 1), 0, "value");
    }

    function testFuzz_LastOneCounts(bytes32[4] calldata roots, uint64[4] calldata units) public {
        vm.warp(END);
        for (uint256 i = 0; i < 4; i++) {
            bytes32 root = roots[i] == 0 ? ROOT : roots[i];
            uint64 claimed = uint64(bound(units[i], 1, CAPACITY));
            _commitBy(i % 2 == 0 ? alice : edgeOperator, root, claimed);
            _requireCommitted(root, claimed);
            assertEq(_value(), claimed * FEE, "value");
            vm.warp(vm.getBlockTimestamp() + 30 minutes - 1);
        }
    }

    function test_ValueIsOfAllEdgesAndEpochs() public {
        _register(Role.Edge, heidi, 200_000 ether);
        vm.warp(END);
        _commitBy(alice, ROOT, 1_000);
        _commitBy(heidi, ROOT, 300);
        _commitBy(alice, keccak256("another"), 50);
        assertEq(_value(), 350 * FEE, "both");
        vm.warp(END + 1 days);
        vm.prank(heidi);
        work.commitWork(EPOCH + 1, ROOT, 7);
        assertEq(work.workValue(EPOCH, EPOCH + 1), 357 * FEE, "two epochs");
        assertEq(work.workValue(0, EPOCH), 350 * FEE, "all before");
        assertEq(work.workValue(EPOCH + 1, EPOCH), 0, "no epoch");
    }

    function test_NextEpochsCommitmentTakesThePlace() public {
        vm.warp(END);
        _commitBy(alice, ROOT, 1_000);
        vm.warp(END + 1 days);
        vm.prank(alice);
        work.commitWork(EPOCH + 1, keccak256("next"), 7);
        _requireNothing(work.commitmentOf(EPOCH, alice));
        assertEq(work.commitmentOf(EPOCH + 1, alice).units, 7, "units");
        assertEq(_value(), 1_000 * FEE, "the value stays");
    }

    function test_WindowToTheSecond() public {
        vm.warp(END - 1);
        _expectClosed(EPOCH, END);
        _commitBy(alice, ROOT, 1);
        vm.warp(END);
        _commitBy(alice, ROOT, 1);
        vm.warp(END + W1 - 1);
        _commitBy(alice, ROOT, 2);
        vm.warp(END + W1);
        _expectClosed(EPOCH, END);
        _commitBy(alice, ROOT, 3);
    }

    function testFuzz_RevertWhen_EpochIsNotTheLastOne(uint256 epoch) public {
        vm.assume(epoch != EPOCH);
        vm.warp(END);
        uint256 last = epoch > type(uint32).max ? type(uint32).max : epoch;
        _expectClosed(epoch, config.epochStart(last + 1));
        vm.prank(alice);
        work.commitWork(epoch, ROOT, 1);
    }

    function test_RevertWhen_RootIsZero() public {
        vm.warp(END);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ZeroRoot.selector));
        _commitBy(alice, 0, 1);
    }

    function test_RevertWhen_NoUnits() public {
        vm.warp(END);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ZeroUnits.selector));
        _commitBy(alice, ROOT, 0);
    }

    function test_RevertWhen_NotAnEdge() public {
        _register(Role.WatchDog, heidi, 1_000 ether);
        vm.warp(END);
        address[5] memory others = [grace, guardianOperator, heidi, bob, stranger];
        for (uint256 i = 0; i < others.length; i++) {
            vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NotEdge.selector, others[i]));
            _commitBy(others[i], ROOT, 1);
        }
    }

    function test_RevertWhen_OperatorWasReplaced() public {
        vm.prank(alice);
        staking.setOperator(alice, "");
        vm.warp(END);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NotEdge.selector, edgeOperator));
        _commitBy(edgeOperator, ROOT, 1);
    }

    function test_CapacityIsWeightAtTheEnd() public {
        vm.warp(END);
        _commitBy(alice, ROOT, CAPACITY);
        _expectOver(CAPACITY + 1, CAPACITY);
        _commitBy(alice, ROOT, CAPACITY + 1);
        _expectOver(type(uint64).max, CAPACITY);
        _commitBy(alice, ROOT, type(uint64).max);
    }

    function test_StakeOfTheLastSecondCounts() public {
        vm.warp(END - 1);
        _stake(bob, alice, 1 ether);
        vm.warp(END);
        _commitBy(alice, ROOT, CAPACITY + 104_857);
    }

    function test_StakeThatComesAfterwardsDoesNotCount() public {
        vm.warp(END);
        _stake(bob, alice, 1_000 ether);
        _expectOver(CAPACITY + 1, CAPACITY);
        _commitBy(alice, ROOT, CAPACITY + 1);
        _commitBy(alice, ROOT, CAPACITY);
    }

    function test_StakeThatLeavesAfterwardsCounts() public {
        vm.warp(END);
        _unstake(bob, alice, 50_000 ether);
        _unstake(alice, alice, type(uint256).max);
        assertEq(staking.weightOf(alice), 0, "gone");
        _commitBy(alice, ROOT, CAPACITY);
    }

    function test_StakeThatLeftBeforeDoesNotCount() public {
        vm.warp(END - 1);
        _unstake(bob, alice, 50_000 ether);
        vm.warp(END);
        uint64 capacity = 200_000 * 104_857;
        _expectOver(capacity + 1, capacity);
        _commitBy(alice, ROOT, capacity + 1);
        _commitBy(alice, ROOT, capacity);
    }

    function test_RevertWhen_Inactive() public {
        _unstake(alice, alice, 190_001 ether);
        vm.warp(END);
        _expectOver(1, 0);
        _commitBy(alice, ROOT, 1);
    }

    function test_RevertWhen_Tombstoned() public {
        vm.prank(address(pool));
        staking.slash(alice, 10_000, address(0));
        vm.warp(END);
        _expectOver(1, 0);
        _commitBy(alice, ROOT, 1);
    }

    function test_RevertWhen_RegisteredAfterTheEnd() public {
        vm.warp(END);
        _register(Role.Edge, heidi, 200_000 ether);
        _expectOver(1, 0);
        _commitBy(heidi, ROOT, 1);
    }

    /// @dev What is in force from the next epoch on says nothing about this one.
    function test_TermsAreThoseOfTheEpoch() public {
        vm.startPrank(admin);
        setParameter(config, Parameter.UnitsPerStakedToken, 1);
        setParameter(config, Parameter.FeePerUnit, 5);
        vm.stopPrank();
        vm.warp(END);
        _commitBy(alice, ROOT, CAPACITY);
        assertEq(_value(), CAPACITY * FEE, "old fee");
        vm.warp(END + 1 days);
        _expectOver(250_001, 250_000);
        vm.prank(alice);
        work.commitWork(EPOCH + 1, ROOT, 250_001);
        vm.prank(alice);
        work.commitWork(EPOCH + 1, ROOT, 250_000);
        assertEq(work.workValue(EPOCH + 1, EPOCH + 1), 250_000 * 5, "new fee");
    }

    function _commitBy(address caller, bytes32 root, uint64 units) private {
        vm.prank(caller);
        work.commitWork(EPOCH, root, units);
    }

    function _expectClosed(uint256 epoch, uint256 end) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, epoch, end, end + W1));
    }

    function _expectOver(uint256 units, uint256 capacity) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OverCapacity.selector, units, capacity));
    }

    function _requireCommitted(bytes32 root, uint64 units) private view {
        IWorkProofs.CommitmentInfo memory info = _info();
        assertEq(bytes32(info.rootPrefix), bytes32(bytes21(root)), "root");
        assertEq(info.units, units, "units");
        assertEq(info.openChallenges, 0, "challenges");
        assertFalse(info.convicted || info.rejected, "no doubt");
    }

    function _requireNothing(IWorkProofs.CommitmentInfo memory info) private pure {
        assertEq(uint256(bytes32(info.rootPrefix)) + info.units + info.openChallenges, 0, "nothing");
        assertFalse(info.convicted || info.rejected, "nothing");
    }
}
