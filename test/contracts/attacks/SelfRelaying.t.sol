// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Settlement, SettlementHash} from "../../../contracts/rewards/Settlement.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";
import {Wealth} from "./Wealth.sol";

/// Traffic with oneself, all roles in one hand: alice's Edge, its delegator carol, its payer bob, a guardian that scores it 100. The network has
/// no other traffic, so all of the Edges' emission is theirs to take.
contract SelfRelayingTest is SettlementTest {
    using StandardTree for bytes32[];
    using Wealth for NodeStaking;

    uint256 private constant CUT = 1_000;
    uint256 private constant SUBSIDY_CAP = 5_000;
    uint256 private constant BPS = 10_000;
    /// @dev Of the first fund, the Edges' half of 950 millionths.
    uint256 private constant EDGE_BUDGET = (ENDOWMENT * 950) / 2e6;
    /// @dev 500 millionths of its stake.
    uint256 private constant GUARDIAN_PAY = (GUARDIAN_STAKE * 500) / 1e6;
    /// @dev Of 10^18 to a SEND: what a stream of rewards keeps for a week.
    uint256 private constant ROUNDING = 1e10;

    function setUp() public override {
        super.setUp();
        _stake(carol, alice, 1_000_000 ether);
    }

    function test_aLittle() public {
        costsHalfTheCut(1 ether);
    }

    function test_asMuchAsTheStakeAllows() public {
        costsHalfTheCut(299_990 ether);
    }

    /// @dev More than the whole emission of the Edges would subsidise.
    function test_pastTheEmission() public {
        _stake(carol, alice, 7_000_000 ether);
        _warpAfter(EPOCH, 0);
        costsHalfTheCut(900_000 ether);
    }

    /// @dev Against the same world without the traffic.
    function costsHalfTheCut(uint256 amount) private {
        uint256 before = coalition();
        uint256 snapshot = vm.snapshotState();
        uint256 idle = play(0);
        assertEq(idle, before + GUARDIAN_PAY, "the guardian's pay hangs on no traffic");
        vm.revertToState(snapshot);
        uint256 loss = idle - play(amount);
        assertGe(loss, (amount * CUT) / BPS / 2, "half the cut at least");
        assertLe(loss, (amount * CUT) / BPS / 2 + ROUNDING, "and no more, but for rounding");
    }

    /// @dev `amount` in fees: settled as every guardian computes it, collected, released.
    /// @return What the coalition has then.
    function play(uint256 amount) private returns (uint256) {
        uint256 epoch = config.currentEpoch();
        if (amount != 0) _workAndCredit(epoch, amount);
        uint256 cap = (amount * CUT * SUBSIDY_CAP) / BPS / BPS;
        uint256 earned = (amount * (BPS - CUT)) / BPS + (EDGE_BUDGET < cap ? EDGE_BUDGET : cap);
        bytes32[] memory leaves = new bytes32[](2);
        leaves[0] = SettlementHash.earningsLeaf(alice, earned);
        leaves[1] = SettlementHash.earningsLeaf(guardians[0], GUARDIAN_PAY);
        bytes32[] memory tree = leaves.build();
        Settlement memory settlement = _settlement(epoch);
        (settlement.totalCharged, settlement.totalEarned) = (amount, earned + GUARDIAN_PAY);
        (settlement.earningsRoot, settlement.chargesRoot) = (tree.root(), _charges(bob, alice, amount).root());
        _settle(settlement);
        if (earned != 0) pool.claim(alice, earned, tree.proof(SettlementHash.earningsLeaf(alice, earned)));
        pool.claim(guardians[0], GUARDIAN_PAY, tree.proof(SettlementHash.earningsLeaf(guardians[0], GUARDIAN_PAY)));
        _skip(RELEASE);
        return coalition();
    }

    function coalition() private view returns (uint256) {
        uint256 staked = staking.wealth(alice, alice) + staking.wealth(carol, alice) + staking.wealth(guardians[0], guardians[0]);
        return staked + token.balanceOf(bob);
    }
}
