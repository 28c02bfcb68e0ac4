// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {GovernorTest} from "../governance/GovernorTest.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";

/// Votes that are borrowed: by a stranger, more than all guardians have together.
contract BorrowedVotesTest is GovernorTest {
    uint256 private constant LOAN = 5_000_000 ether;

    function setUp() public override {
        super.setUp();
        _fund(stranger, LOAN);
    }

    /// @dev In one transaction there is nothing to propose with, and no way to give the loan back.
    function test_borrowedForOneTransaction() public {
        Proposal memory p = _change(2_000);
        _register(Role.Guardian, stranger, LOAN);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, stranger, 0, THRESHOLD));
        _propose(stranger, p);
        uint256 requestId = _unstake(stranger, stranger, LOAN);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.RequestNotMature.selector, requestId, block.timestamp + UNBONDING));
        _withdraw(stranger, stranger, requestId);
        assertEq(token.balanceOf(stranger), 0, "the loan is bonded for two weeks");
    }

    /// @dev A proposal of others is open: what comes after its snapshot has no say in it.
    function test_borrowedForAVote() public {
        Proposal memory p = _change(2_000);
        _open(p);
        _register(Role.Guardian, stranger, LOAN);
        assertEq(_vote(stranger, p, AGAINST), 0, "nothing counts");
        _vote(grace, p, FOR);
        _vote(heidi, p, FOR);
        vm.warp(governor.proposalDeadline(p.id) + 1);
        _requireState(p, IGovernor.ProposalState.Succeeded);
    }

    /// @dev Bonded for the snapshot alone, it votes; and is bonded until long after the proposal would be in force.
    function test_borrowedForTheSnapshot() public {
        Proposal memory p = _change(2_000);
        _propose(grace, p);
        vm.warp(governor.proposalSnapshot(p.id));
        _register(Role.Guardian, stranger, LOAN);
        vm.warp(governor.proposalSnapshot(p.id) + 1);
        uint256 requestId = _unstake(stranger, stranger, LOAN);
        assertEq(_vote(stranger, p, FOR), LOAN, "it counts");
        vm.warp(governor.proposalDeadline(p.id) + 1);
        _queue(p);
        uint256 availableAt = staking.unstakeRequest(stranger, stranger, requestId).availableAt;
        assertGt(availableAt, governor.proposalEta(p.id) + 5 days, "at risk after it is in force");
    }
}
