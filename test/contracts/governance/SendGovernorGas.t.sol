// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// solhint-disable no-console
import {console} from "hardhat/console.sol";
import {GovernorTest} from "./GovernorTest.sol";

/// @title Ceilings of votes, as whole transactions
/// @dev The first vote of a kind fills that kind's counter, some 17,000 more. Votes of the last day (the extension's length) ask about the
/// quorum, and the one that reaches it then notes the new deadline.
contract SendGovernorGasTest is GovernorTest {
    Proposal private _proposal;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < 3; ++i) {
            // A history of votes to search in.
            _stake(grace, grace, 1 ether);
            _stake(carol, carol, 1 ether);
            _skip(1 hours);
        }
        _proposal = _change(2_000);
        _open(_proposal);
    }

    /// hardhat-config: isolate = true
    function test_gasOfVote() public {
        _vote(heidi, _proposal, FOR);
        _vote(carol, _proposal, FOR);
        _report("vote", 75_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDecisiveVote() public {
        _vote(heidi, _proposal, FOR);
        _vote(grace, _proposal, FOR);
        _report("vote that reaches the quorum", 75_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfFirstVote() public {
        _vote(carol, _proposal, FOR);
        _report("vote, first of a proposal", 90_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLateVote() public {
        _vote(carol, _proposal, FOR);
        vm.warp(governor.proposalDeadline(_proposal.id));
        _vote(heidi, _proposal, ABSTAIN);
        _report("vote on the last day, that reaches the quorum and extends it", 130_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfProposal() public {
        _propose(heidi, _change(1_000));
        _report("propose a parameter", 145_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfQueue() public {
        _vote(grace, _proposal, FOR);
        vm.warp(governor.proposalDeadline(_proposal.id) + 1);
        _queue(_proposal);
        _report("queue a parameter", 155_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfExecution() public {
        _vote(grace, _proposal, FOR);
        vm.warp(governor.proposalDeadline(_proposal.id) + 1);
        _queue(_proposal);
        vm.warp(governor.proposalEta(_proposal.id));
        _execute(_proposal);
        _report("execute a parameter, one listener", 215_000);
    }

    function _report(string memory verb, uint256 ceiling) private view {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        console.log("%s: %s of %s", verb, used, ceiling);
        assertLe(used, ceiling, verb);
    }
}
