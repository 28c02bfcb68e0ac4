// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SendGovernor} from "../../../contracts/governance/SendGovernor.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";
import {Wealth} from "./Wealth.sol";

/// @title An implementation that gives everything away, to whoever asks
contract Plunder is UUPSUpgradeable {
    function plunder(IERC20 token) external {
        token.transfer(msg.sender, token.balanceOf(address(this)));
    }

    function _authorizeUpgrade(address) internal override {}
}

/// All guardians agree to upgrade every contract to one that gives its tokens to them; the council is theirs too, and they settle nothing
/// more. Everybody else starts to leave when the vote is over, and not before.
contract GovernanceAtItsWorstTest is SettlementTest {
    using StandardTree for bytes32[];
    using Wealth for NodeStaking;

    uint32 private constant UPGRADES_DELAY = 16 days;
    uint64 private constant UPGRADES = 12;
    uint256 private constant EARNED = 90 ether;
    uint256 private constant CHARGED = 50 ether;
    uint256 private constant DEPOSIT = 200 ether;

    SendGovernor private governor;
    address[] private targets;
    uint256[] private values;
    bytes[] private calls;
    uint256 private proposal;
    bytes32 private description = keccak256("for the good of all");

    function setUp() public override {
        super.setUp();
        governor = new SendGovernor(
            staking,
            config,
            address(manager),
            SendGovernor.Settings(1 days, 5 days, 1 days, 33, 100_000 ether, 2 days)
        );
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = UUPSUpgradeable.upgradeToAndCall.selector;
        Plunder plunder = new Plunder();
        targets = [address(staking), address(credit), address(work), address(pool)];
        vm.startPrank(admin);
        for (uint256 i = 0; i < targets.length; i++) {
            values.push(0);
            calls.push(abi.encodeCall(UUPSUpgradeable.upgradeToAndCall, (address(plunder), "")));
            manager.setTargetFunctionRole(targets[i], selectors, UPGRADES);
        }
        manager.grantRole(UPGRADES, address(governor), UPGRADES_DELAY);
        manager.grantRole(0, address(governor), UPGRADES_DELAY);
        manager.renounceRole(0, admin);
        vm.stopPrank();
        live();
    }

    function test_everybodyElseLeavesFirst() public {
        uint256 edge = staking.wealth(alice, alice);
        uint256 delegator = staking.wealth(carol, alice);
        propose();
        uint256[2] memory requests = startToLeave();
        vm.warp(governor.proposalEta(proposal) - 1);
        leave(requests);
        assertEq(token.balanceOf(alice) + token.balanceOf(carol), edge + delegator + EARNED, "Edge and delegator, with what they earned");
        assertGe(token.balanceOf(carol), delegator, "the delegator");
        assertEq(token.balanceOf(bob), FUNDS - CHARGED, "the payer, less what he used");
        assertEq(credit.creditHeld(), 0, "no credit is left");
        uint256 rest = token.balanceOf(address(staking));
        assertGe(rest, GUARDIANS * GUARDIAN_STAKE, "the guardians' own");
        assertLe(rest, GUARDIANS * GUARDIAN_STAKE + 1_000_000, "and the dust of rounding");

        _skip(1);
        governor.execute(targets, values, calls, description);
        Plunder(address(staking)).plunder(token);
        Plunder(address(credit)).plunder(token);
        assertEq(token.balanceOf(address(staking)), 0, "they have plundered themselves");
    }

    /// @dev Of alice's Edge, with a delegator and a payer, one epoch is settled and nobody has collected anything yet.
    function live() private {
        _stake(carol, alice, 1_000_000 ether);
        vm.prank(bob);
        credit.deposit(bob, alice, DEPOSIT);
        _work(EPOCH, CHARGED);
        Settlement memory settlement = _settlement(EPOCH);
        (settlement.totalCharged, settlement.totalEarned) = (CHARGED, EARNED);
        (settlement.earningsRoot, settlement.chargesRoot) = (_earnings(alice, EARNED).root(), _charges(bob, alice, CHARGED).root());
        _settle(settlement);
    }

    function propose() private {
        vm.prank(guardians[0]);
        proposal = governor.propose(targets, values, calls, "for the good of all");
        vm.warp(governor.proposalSnapshot(proposal) + 1);
        for (uint256 i = 0; i < guardians.length; i++) {
            vm.prank(guardians[i]);
            governor.castVote(proposal, 1);
        }
        vm.warp(governor.proposalDeadline(proposal) + 1);
        governor.queue(targets, values, calls, description);
    }

    function startToLeave() private returns (uint256[2] memory requests) {
        pool.claim(alice, EARNED, _earningsProof(alice, EARNED));
        vm.prank(bob);
        credit.requestWithdraw(alice, type(uint256).max);
        vm.prank(council);
        staking.pauseEntries(7 days);
        _skip(1 days);
        requests = [_unstake(alice, alice, type(uint256).max), _unstake(carol, alice, type(uint256).max)];
    }

    function leave(uint256[2] memory requests) private {
        _withdraw(alice, alice, requests[0]);
        _withdraw(carol, alice, requests[1]);
        _claim(alice, alice);
        _claim(carol, alice);
        vm.prank(bob);
        credit.withdraw(alice, CHARGED, _chargesProof(bob, alice, CHARGED));
    }
}
