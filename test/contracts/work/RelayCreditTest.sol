// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// @title Base of tests of withdrawals of credit, of bob's line at alice's Edge
abstract contract RelayCreditTest is SettlementTest {
    using StandardTree for bytes32[];

    function _request(uint256 amount) internal {
        vm.prank(bob);
        credit.requestWithdraw(alice, amount);
    }

    function _withdraw(uint256 cumulative, bytes32[] memory proof) internal returns (uint256) {
        vm.prank(bob);
        return credit.withdraw(alice, cumulative, proof);
    }

    /// @dev Settles `epoch` with `total` charged, by a tree in which bob's line has `cumulative`.
    function _charge(uint256 epoch, uint256 total, uint256 cumulative) internal {
        if (total != 0) _work(epoch, total);
        Settlement memory settlement = _settlement(epoch);
        (settlement.totalCharged, settlement.chargesRoot) = (total, _charges(bob, alice, cumulative).root());
        _settle(settlement);
    }

    function _lapse(uint256 epoch) internal {
        vm.warp(config.epochStart(epoch + MAX_LAG + 1) + W4 + DAY);
    }

    function _requireLine(uint256 balance, uint256 requested, uint256 requestEpoch) internal view {
        IRelayCredit.CreditLine memory line = credit.lineOf(bob, alice);
        assertEq(line.balance, balance, "balance");
        assertEq(line.requested, requested, "requested");
        assertEq(line.requestEpoch, requestEpoch, "request epoch");
        assertEq(line.openedEpoch, EPOCH, "opened");
    }
}
