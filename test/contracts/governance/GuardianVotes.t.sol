// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {GovernorTest} from "./GovernorTest.sol";

/// Who votes with how much: guardians, with the stake they had when voting began.
contract GuardianVotesTest is GovernorTest {
    bytes32 private constant BALLOT = keccak256("Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)");

    function test_stakeAtTheSnapshotVotes() public {
        Proposal memory p = _change(2_000);
        _propose(grace, p);
        uint256 snapshot = governor.proposalSnapshot(p.id);
        vm.warp(snapshot);
        _stake(carol, carol, 50_000 ether);
        vm.warp(snapshot + 1);
        _stake(heidi, heidi, 1_000_000 ether);
        _unstake(grace, grace, type(uint256).max);
        assertEq(_vote(carol, p, FOR), 250_000 ether, "what came in the snapshot's second counts");
        assertEq(_vote(heidi, p, FOR), 300_000 ether, "what came later does not");
        assertEq(_vote(grace, p, AGAINST), 600_000 ether, "what left later does");
        (uint256 against, uint256 inFavour, ) = governor.proposalVotes(p.id);
        assertEq(against, 600_000 ether, "against");
        assertEq(inFavour, 550_000 ether, "in favour");
    }

    function test_slashedAndUnbondingStakeDoesNotVote() public {
        Proposal memory p = _change(2_000);
        _propose(grace, p);
        _slash(grace, 5_000, address(0));
        _unstake(heidi, heidi, 120_000 ether);
        _unstake(carol, carol, 150_000 ether);
        vm.warp(governor.proposalSnapshot(p.id) + 1);
        assertEq(_vote(grace, p, FOR), 300_000 ether, "slashed by half");
        assertEq(_vote(heidi, p, FOR), 180_000 ether, "less what unbonds");
        assertEq(_vote(carol, p, FOR), 0, "below the minimum stake");
        assertEq(governor.quorum(governor.proposalSnapshot(p.id)), (480_000 ether * 33) / 100, "of what is left");
    }

    /// @dev Delegated stake votes through its guardian, whatever the delegator wants; an Edge's does not vote.
    function test_delegatedStakeVotesWithItsGuardian() public {
        _register(Role.Edge, alice, 1_000_000 ether);
        _stake(bob, carol, 100_000 ether);
        Proposal memory p = _change(2_000);
        _open(p);
        assertEq(_vote(carol, p, FOR), 300_000 ether, "with the delegator's");
        assertEq(_vote(bob, p, AGAINST), 0, "not by himself");
        assertEq(_vote(alice, p, AGAINST), 0, "nor an Edge");
    }

    function test_suspendedGuardianDoesNotVote() public {
        vm.warp(START + 20 days);
        staking.suspend(carol);
        _skip(1);
        Proposal memory p = _change(2_000);
        _open(p);
        assertEq(_vote(carol, p, FOR), 0, "nothing");
    }

    function test_RevertWhen_VotedTwice() public {
        Proposal memory p = _change(2_000);
        _open(p);
        _vote(grace, p, FOR);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, grace));
        _vote(grace, p, AGAINST);
    }

    function test_RevertWhen_VoteIsNone() public {
        Proposal memory p = _change(2_000);
        _open(p);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidVoteType.selector));
        _vote(grace, p, 3);
    }

    function test_RevertWhen_VotingIsNotOpen() public {
        Proposal memory p = _change(2_000);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, p.id));
        _vote(grace, p, FOR);
        _propose(grace, p);
        vm.expectRevert(_unexpected(p, IGovernor.ProposalState.Pending, IGovernor.ProposalState.Active));
        _vote(grace, p, FOR);
        vm.warp(governor.proposalDeadline(p.id) + 1);
        vm.expectRevert(_unexpected(p, IGovernor.ProposalState.Defeated, IGovernor.ProposalState.Active));
        _vote(grace, p, FOR);
    }

    function test_votesBySignature() public {
        (address owner, uint256 key) = makeAddrAndKey("grace");
        assertEq(owner, grace, "the same account");
        Proposal memory p = _change(2_000);
        _open(p);
        bytes memory signature = _ballot(key, p, FOR);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, heidi));
        governor.castVoteBySig(p.id, FOR, heidi, signature);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, grace));
        governor.castVoteBySig(p.id, AGAINST, grace, signature);
        assertEq(governor.castVoteBySig(p.id, FOR, grace, signature), 600_000 ether, "sent by a stranger");
        assertTrue(governor.hasVoted(p.id, grace), "voted");
    }

    /// @dev However unanimous, too little stake decides nothing: 1,000,000 SEND must be bonded to guardians when voting begins.
    function test_defeatWhileTooLittleIsAtStake() public {
        _unstake(heidi, heidi, 100_000 ether + 1);
        Proposal memory p = _change(2_000);
        _open(p);
        assertEq(governor.minTotalStake(governor.proposalSnapshot(p.id)), 1_000_000 ether, "the least");
        _stake(heidi, heidi, 5_000_000 ether);
        _vote(grace, p, FOR);
        _vote(heidi, p, FOR);
        _vote(carol, p, FOR);
        vm.warp(governor.proposalDeadline(p.id) + 1);
        _requireState(p, IGovernor.ProposalState.Defeated);
        vm.expectRevert(_unexpected(p, IGovernor.ProposalState.Defeated, IGovernor.ProposalState.Succeeded));
        _queue(p);
    }

    function test_exactlyEnoughAtStake() public {
        _unstake(heidi, heidi, 100_000 ether);
        Proposal memory p = _change(2_000);
        _pass(p);
        _requireState(p, IGovernor.ProposalState.Succeeded);
    }

    /// @dev What counts is what held in the snapshot's epoch, not what holds when votes are counted.
    function test_leastStakeIsTheSnapshotEpochs() public {
        Proposal memory lower = _changeOf(Parameter.MinTotalGuardianStake, 100_000 ether);
        _enact(lower);
        uint256 epoch = config.currentEpoch();
        assertEq(governor.minTotalStake(config.epochStart(epoch)), 1_000_000 ether, "in this epoch");
        assertEq(governor.minTotalStake(config.epochStart(epoch + 1)), 100_000 ether, "in the next");
        assertEq(governor.minTotalStake(0), 1_000_000 ether, "before genesis: epoch 0's");
        _unstake(grace, grace, 500_000 ether);
        vm.warp(config.epochStart(epoch + 1));
        Proposal memory p = _change(2_000);
        _pass(p);
        _requireState(p, IGovernor.ProposalState.Succeeded);
    }

    function _ballot(uint256 key, Proposal memory p, uint8 support) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("SendGovernor"),
                keccak256("1"),
                block.chainid,
                address(governor)
            )
        );
        bytes32 ballot = keccak256(abi.encode(BALLOT, p.id, support, vm.addr(key), governor.nonces(vm.addr(key))));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", domain, ballot)));
        return abi.encodePacked(r, s, v);
    }
}
