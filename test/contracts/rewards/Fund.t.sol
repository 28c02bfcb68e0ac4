// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {RewardPool} from "../../../contracts/rewards/RewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

/// What comes into the emission fund.
contract FundTest is SettlementTest {
    function test_endows() public {
        RewardPool fresh = _fresh(carol, 1_000 ether);
        vm.prank(carol);
        token.approve(address(fresh), 1_000 ether);
        vm.expectEmit(address(fresh));
        emit IRewardPool.Endowed(carol, 1_000 ether);
        vm.prank(stranger);
        fresh.endow();
        assertEq(token.balanceOf(address(fresh)), 1_000 ether, "taken");
        assertEq(fresh.contributed(), 1_000 ether, "contributed");
        assertEq(fresh.lastFinal().fund, 1_000 ether, "the first fund");
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.AlreadyEndowed.selector));
        fresh.endow();
    }

    function test_RevertWhen_FounderDoesNotAllow() public {
        RewardPool fresh = _fresh(carol, 1_000 ether);
        vm.prank(carol);
        token.approve(address(fresh), 1_000 ether - 1);
        bytes memory refusal = abi.encodeWithSelector(
            IERC20Errors.ERC20InsufficientAllowance.selector,
            address(fresh),
            1_000 ether - 1,
            1_000 ether
        );
        vm.expectRevert(refusal);
        fresh.endow();
    }

    function test_RevertWhen_SettledBeforeTheEndowment() public {
        RewardPool fresh = _fresh(carol, 1_000 ether);
        _warpAfter(EPOCH, W4);
        Settlement memory settlement;
        settlement.epoch = EPOCH;
        bytes32 digest = fresh.settlementDigest(settlement);
        address[] memory owners = new address[](5);
        bytes[] memory signatures = new bytes[](5);
        for (uint256 i = 0; i < 5; i++) (owners[i], signatures[i]) = (guardians[i], _signature(_keyOf(guardians[i]), digest));
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NotEndowed.selector));
        fresh.submitSettlement(settlement, owners, signatures);
        vm.prank(carol);
        token.approve(address(fresh), 1_000 ether);
        fresh.endow();
        fresh.submitSettlement(settlement, owners, signatures);
        assertEq(fresh.pending().fund, 1_000 ether, "fund");
    }

    /// @dev What is given before the endowment is no part of the first fund, but of the next.
    function test_donationBeforeTheEndowment() public {
        RewardPool fresh = _fresh(carol, 1_000 ether);
        vm.startPrank(carol);
        token.approve(address(fresh), 1_500 ether);
        fresh.fund(500 ether);
        vm.stopPrank();
        assertEq(fresh.lastFinal().fund, 0, "not endowed");
        fresh.endow();
        assertEq(fresh.lastFinal().fund, 1_000 ether, "the first fund");
        assertEq(fresh.contributed(), 1_500 ether, "contributed");
    }

    function test_takesDonations() public {
        token.transfer(carol, 5 ether);
        vm.startPrank(carol);
        token.approve(address(pool), 5 ether);
        vm.expectEmit(address(pool));
        emit IRewardPool.Funded(carol, 5 ether);
        pool.fund(5 ether);
        vm.stopPrank();
        assertEq(pool.contributed(), ENDOWMENT + 5 ether, "contributed");
        assertEq(token.balanceOf(address(pool)), ENDOWMENT + 5 ether, "received");
        assertEq(pool.lastFinal().fund, ENDOWMENT, "the fund stays as it was fixed");
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.ZeroAmount.selector));
        pool.fund(0);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(pool), 0, 1));
        vm.prank(carol);
        pool.fund(1);
    }

    function test_takesWhatWasSlashed() public {
        uint256 slashed = _slash(alice, 1_000, address(0));
        vm.expectEmit(address(pool));
        emit IRewardPool.Funded(address(staking), slashed);
        vm.prank(stranger);
        assertEq(pool.collectSlashed(), slashed, "all");
        assertEq(pool.contributed(), ENDOWMENT + slashed, "contributed");
        assertEq(token.balanceOf(address(pool)), ENDOWMENT + slashed, "received");
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.ZeroAmount.selector));
        pool.collectSlashed();
    }

    function _fresh(address founder, uint256 endowment) private returns (RewardPool) {
        address implementation = address(new RewardPool(token, staking, credit, work, config));
        bytes memory start = abi.encodeCall(RewardPool.initialize, (address(manager), founder, endowment));
        return RewardPool(address(new ERC1967Proxy(implementation, start)));
    }
}
