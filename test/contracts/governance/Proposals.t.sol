// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {GovernorPreventLateQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorTimelockAccess} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockAccess.sol";
import {IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {GovernorTest} from "./GovernorTest.sol";

/// A proposal's life, and everything that ends it early.
contract ProposalsTest is GovernorTest {
    function test_wholeLife() public {
        Proposal memory p = _change(2_000);
        uint256 snapshot = START + 1 + VOTING_DELAY;
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalCreated(
            p.id,
            grace,
            p.targets,
            p.values,
            new string[](1),
            p.calldatas,
            snapshot,
            snapshot + VOTING_PERIOD,
            p.description
        );
        _propose(grace, p);
        assertTrue(governor.proposalNeedsQueuing(p.id), "the change waits");
        vm.warp(snapshot);
        _requireState(p, IGovernor.ProposalState.Pending);
        vm.warp(snapshot + 1);
        _requireState(p, IGovernor.ProposalState.Active);

        vm.expectEmit(address(governor));
        emit IGovernor.VoteCast(grace, p.id, FOR, 600_000 ether, "");
        assertEq(_vote(grace, p, FOR), 600_000 ether, "votes");
        _vote(heidi, p, AGAINST);
        _vote(carol, p, ABSTAIN);
        vm.warp(snapshot + VOTING_PERIOD);
        _requireState(p, IGovernor.ProposalState.Active);
        vm.warp(snapshot + VOTING_PERIOD + 1);
        _requireState(p, IGovernor.ProposalState.Succeeded);

        uint256 eta = snapshot + VOTING_PERIOD + 1 + PARAMETERS_DELAY;
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalQueued(p.id, eta);
        _queue(p);
        _requireState(p, IGovernor.ProposalState.Queued);
        vm.warp(eta - 1);
        vm.expectRevert(abi.encodeWithSelector(GovernorTimelockAccess.GovernorUnmetDelay.selector, p.id, eta));
        _execute(p);

        vm.warp(eta);
        uint256 epoch = config.currentEpoch();
        vm.expectEmit(address(config));
        emit IProtocolConfig.ParameterSet(Parameter.MaxCommission, 2_000, epoch + 1);
        _execute(p);
        _requireState(p, IGovernor.ProposalState.Executed);
        assertEq(config.value(Parameter.MaxCommission), 3_000, "not in this epoch");
        vm.warp(config.epochStart(epoch + 1));
        assertEq(config.value(Parameter.MaxCommission), 2_000, "in the next");
    }

    /// @dev What is sent to the manager's schedule by anybody else, or without its delay, does nothing.
    function test_nothingElseWaits() public {
        Proposal memory p = _change(2_000);
        _pass(p);
        vm.expectRevert(_unexpected(p, IGovernor.ProposalState.Succeeded, IGovernor.ProposalState.Queued));
        _execute(p);
        vm.expectPartialRevert(IAccessManager.AccessManagerUnauthorizedCall.selector);
        vm.prank(grace);
        manager.schedule(p.targets[0], p.calldatas[0], 0);
        vm.expectPartialRevert(IAccessManager.AccessManagerUnauthorizedCall.selector);
        vm.prank(grace);
        manager.execute(p.targets[0], p.calldatas[0]);
        _queue(p);
        vm.expectRevert(_unexpected(p, IGovernor.ProposalState.Queued, IGovernor.ProposalState.Succeeded));
        _queue(p);
    }

    function test_RevertWhen_ProposerHasTooFewVotes() public {
        Proposal memory p = _change(2_000);
        bytes4 refusal = IGovernor.GovernorInsufficientProposerVotes.selector;
        vm.expectRevert(abi.encodeWithSelector(refusal, stranger, 0, THRESHOLD));
        _propose(stranger, p);
        _unstake(carol, carol, 100_000 ether + 1);
        _skip(1);
        // Below the minimum stake the guardian is inactive, so it has no votes at all.
        vm.expectRevert(abi.encodeWithSelector(refusal, carol, 0, THRESHOLD));
        _propose(carol, p);
        _stake(carol, carol, 1);
        _skip(1);
        _propose(carol, p);
        _requireState(p, IGovernor.ProposalState.Pending);
    }

    function test_RevertWhen_ProposedTwice() public {
        Proposal memory p = _change(2_000);
        _propose(grace, p);
        vm.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorUnexpectedProposalState.selector, p.id, IGovernor.ProposalState.Pending, bytes32(0))
        );
        _propose(heidi, p);
    }

    function test_defeatWithoutQuorum() public {
        Proposal memory p = _change(2_000);
        _open(p);
        _vote(heidi, p, FOR);
        vm.warp(governor.proposalDeadline(p.id) + 1);
        _requireState(p, IGovernor.ProposalState.Defeated);
        vm.expectRevert(_unexpected(p, IGovernor.ProposalState.Defeated, IGovernor.ProposalState.Succeeded));
        _queue(p);
    }

    /// @dev 33 % exactly is enough, one unit less is not; who abstains counts, who is against does not.
    function test_quorumToTheUnit() public {
        _stake(heidi, heidi, 63_000 ether - 1);
        _stake(grace, grace, 1);
        _unstake(grace, grace, 63_000 ether);
        Proposal memory p = _change(2_000);
        _open(p);
        assertEq(governor.quorum(governor.proposalSnapshot(p.id)), 363_000 ether, "a third, nearly");
        _vote(heidi, p, FOR);
        uint256 snapshot = vm.snapshotState();
        _vote(grace, p, AGAINST);
        vm.warp(governor.proposalDeadline(p.id) + 1);
        _requireState(p, IGovernor.ProposalState.Defeated);
        vm.revertToState(snapshot);
        _vote(carol, p, ABSTAIN);
        vm.warp(governor.proposalDeadline(p.id) + 1);
        _requireState(p, IGovernor.ProposalState.Succeeded);
    }

    function test_exactQuorumIsEnough() public {
        _stake(heidi, heidi, 63_000 ether);
        _unstake(grace, grace, 63_000 ether);
        Proposal memory p = _change(2_000);
        _open(p);
        _vote(heidi, p, FOR);
        vm.warp(governor.proposalDeadline(p.id) + 1);
        _requireState(p, IGovernor.ProposalState.Succeeded);
    }

    function test_defeatByTheMajority() public {
        Proposal memory p = _change(2_000);
        _open(p);
        _vote(heidi, p, FOR);
        _vote(carol, p, FOR);
        _vote(grace, p, AGAINST);
        vm.warp(governor.proposalDeadline(p.id) + 1);
        _requireState(p, IGovernor.ProposalState.Defeated);
    }

    function test_lateQuorumLeavesTimeToAnswer() public {
        Proposal memory p = _change(2_000);
        _open(p);
        _vote(heidi, p, FOR);
        uint256 deadline = governor.proposalDeadline(p.id);
        vm.warp(deadline);
        vm.expectEmit(address(governor));
        emit GovernorPreventLateQuorum.ProposalExtended(p.id, uint64(deadline + EXTENSION));
        _vote(carol, p, FOR);
        assertEq(governor.proposalDeadline(p.id), deadline + EXTENSION, "extended");
        vm.warp(deadline + EXTENSION);
        _vote(grace, p, AGAINST);
        vm.warp(deadline + EXTENSION + 1);
        _requireState(p, IGovernor.ProposalState.Defeated);
    }

    function test_earlyQuorumExtendsNothing() public {
        Proposal memory p = _change(2_000);
        _open(p);
        uint256 deadline = governor.proposalDeadline(p.id);
        vm.warp(deadline - EXTENSION);
        vm.recordLogs();
        _vote(grace, p, FOR);
        assertEq(vm.getRecordedLogs().length, 1, "the vote alone");
        assertEq(governor.proposalDeadline(p.id), deadline, "as it was");
    }

    /// @dev A late vote extends nothing when the quorum was there before it, nor while it is not reached; and it extends only once.
    function test_onlyTheVoteThatReachesTheQuorumExtends() public {
        Proposal memory p = _change(2_000);
        _open(p);
        uint256 deadline = governor.proposalDeadline(p.id);
        uint256 snapshot = vm.snapshotState();
        _vote(grace, p, FOR);
        vm.warp(deadline);
        _vote(heidi, p, FOR);
        assertEq(governor.proposalDeadline(p.id), deadline, "it was there before");

        vm.revertToState(snapshot);
        vm.warp(deadline - EXTENSION + 1);
        _vote(carol, p, FOR);
        assertEq(governor.proposalDeadline(p.id), deadline, "not reached");
        _vote(heidi, p, ABSTAIN);
        assertEq(governor.proposalDeadline(p.id), deadline + 1, "reached a second late");
        vm.warp(deadline + 1);
        _vote(grace, p, FOR);
        assertEq(governor.proposalDeadline(p.id), deadline + 1, "once");
    }

    function test_proposerCancelsWhileItWaits() public {
        Proposal memory p = _change(2_000);
        _propose(grace, p);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, p.id, heidi));
        _cancel(heidi, p);
        vm.warp(governor.proposalSnapshot(p.id));
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalCanceled(p.id);
        _cancel(grace, p);
        _requireState(p, IGovernor.ProposalState.Canceled);
        vm.warp(governor.proposalSnapshot(p.id) + 1);
        vm.expectRevert(_unexpected(p, IGovernor.ProposalState.Canceled, IGovernor.ProposalState.Active));
        _vote(heidi, p, FOR);
    }

    function test_RevertWhen_CancelledAfterVotingBegan() public {
        Proposal memory p = _change(2_000);
        _open(p);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, p.id, grace));
        _cancel(grace, p);
    }

    /// @dev The manager forgets what nobody executes for a week after its time: such a proposal must be made anew.
    function test_scheduledOperationExpires() public {
        Proposal memory p = _change(2_000);
        _pass(p);
        _queue(p);
        bytes32 operation = manager.hashOperation(address(governor), p.targets[0], p.calldatas[0]);
        vm.warp(governor.proposalEta(p.id) + manager.expiration());
        vm.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerExpired.selector, operation));
        _execute(p);
        vm.warp(governor.proposalEta(p.id) + manager.expiration() - 1);
        _execute(p);
        _requireState(p, IGovernor.ProposalState.Executed);
    }

    /// @dev A refused change leaves the proposal queued: nothing was half done.
    function test_changeOutOfBoundsIsRefusedWhenExecuted() public {
        Proposal memory p = _change(10_001);
        _pass(p);
        _queue(p);
        vm.warp(governor.proposalEta(p.id));
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.ParameterOutOfBounds.selector, Parameter.MaxCommission, 10_001, 0, 10_000));
        _execute(p);
        _requireState(p, IGovernor.ProposalState.Queued);
    }
}
