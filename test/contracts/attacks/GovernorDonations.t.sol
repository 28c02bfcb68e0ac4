// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {GovernorTest} from "../governance/GovernorTest.sol";

/// Tokens and ether that nobody asked for, sent to the contracts that decide. They buy no vote, and a vote can send them on.
contract GovernorDonationsTest is GovernorTest {
    uint256 private constant FORTUNE = 5_000_000 ether;

    function test_tokensSentToGovernanceDoNotVote() public {
        _fund(stranger, 2 * FORTUNE);
        vm.startPrank(stranger);
        token.transfer(address(governor), FORTUNE);
        token.transfer(address(manager), FORTUNE);
        vm.stopPrank();
        _skip(1);
        assertEq(governor.getVotes(stranger, block.timestamp - 1), 0, "who gave them");
        assertEq(governor.getVotes(address(governor), block.timestamp - 1), 0, "who got them");
        assertEq(governor.quorum(block.timestamp - 1), 363_000 ether, "the quorum");
        assertEq(token.balanceOf(stranger), 0, "lost");
        Proposal memory p = _operation(address(token), abi.encodeCall(IERC20.transfer, (bob, FORTUNE)));
        uint256 before = token.balanceOf(bob);
        _enact(p);
        assertEq(token.balanceOf(bob), before + FORTUNE, "the governor's, where the vote sent them");
    }

    function test_etherSentToGovernanceLeavesByAVote() public {
        vm.deal(stranger, 2 ether);
        vm.startPrank(stranger);
        // solhint-disable avoid-low-level-calls
        (bool taken, ) = address(governor).call{value: 1 ether}("");
        (bool managed, ) = address(manager).call{value: 1 ether}("");
        // solhint-enable avoid-low-level-calls
        vm.stopPrank();
        assertTrue(taken, "the governor takes it");
        assertFalse(managed, "the manager does not");
        Proposal memory p = _operation(bob, "");
        p.values[0] = 1 ether;
        p.id = governor.getProposalId(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
        uint256 before = bob.balance;
        _enact(p);
        assertEq(bob.balance, before + 1 ether, "where the vote sent it");
        assertEq(address(governor).balance, 0, "nothing is left");
    }
}
