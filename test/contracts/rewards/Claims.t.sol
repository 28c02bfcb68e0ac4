// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement, SettlementHash} from "../../../contracts/rewards/Settlement.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// How the money of settlements moves, and how nodes get theirs.
contract ClaimsTest is SettlementTest {
    using StandardTree for bytes32[];

    function test_executes() public {
        _settleWith(EPOCH, 100 ether, 90 ether);
        uint256 credited = token.balanceOf(address(credit));
        uint256 pooled = token.balanceOf(address(pool));
        uint256 staked = token.balanceOf(address(staking));
        vm.expectEmit(address(pool));
        emit IRewardPool.SettlementExecuted(EPOCH, 100 ether, 90 ether);
        vm.expectEmit(address(credit));
        emit IRelayCredit.ChargesCollected(100 ether);
        vm.expectEmit(address(staking));
        emit INodeStaking.RewardsDeposited(90 ether);
        vm.prank(stranger);
        pool.execute();
        assertEq(token.balanceOf(address(credit)), credited - 100 ether, "charged");
        assertEq(credit.creditHeld(), credited - 100 ether, "charged");
        assertEq(token.balanceOf(address(pool)), pooled + 10 ether, "the cut stays");
        assertEq(token.balanceOf(address(staking)), staked + 90 ether, "earned");
        assertEq(staking.undistributedRewards(), 90 ether, "waits for claims");
        (, , , uint256 setAside) = pool.creditTerms(0);
        assertEq(setAside, 0, "nothing is set aside");
    }

    function test_RevertWhen_NothingIsToBeExecuted() public {
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.NothingToExecute.selector);
        vm.expectRevert(refusal);
        pool.execute();
        _workAndCredit(EPOCH, 100 ether);
        _submitInTime(_money(EPOCH, 100 ether, 90 ether));
        _skip(DELAY - 1);
        vm.expectRevert(refusal);
        pool.execute();
        _skip(1);
        pool.execute();
        vm.expectRevert(refusal);
        pool.execute();
    }

    /// @dev An empty one moves nothing, once.
    function test_executesNothing() public {
        _settle(_settlement(EPOCH));
        vm.expectEmit(address(pool));
        emit IRewardPool.SettlementExecuted(EPOCH, 0, 0);
        pool.execute();
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NothingToExecute.selector));
        pool.execute();
    }

    /// @dev Several final ones that nobody executed are executed together; a pending one is left out.
    function test_executesAllThatIsFinalAndNothingElse() public {
        _settleWith(EPOCH, 100 ether, 90 ether);
        _settleWith(EPOCH + 1, 50 ether, 45 ether);
        _settleWith(EPOCH + 2, 10 ether, 9 ether);
        _workAndCredit(EPOCH + 3, 7 ether);
        _submitInTime(_money(EPOCH + 3, 7 ether, 5 ether));
        (, , , uint256 setAside) = pool.creditTerms(0);
        assertEq(setAside, 167 ether, "set aside");
        vm.expectEmit(address(pool));
        emit IRewardPool.SettlementExecuted(EPOCH + 2, 160 ether, 144 ether);
        pool.execute();
        (, , , setAside) = pool.creditTerms(0);
        assertEq(setAside, 7 ether, "of the pending one");
        uint256 snapshot = vm.snapshotState();
        _cancelPending();
        (, , , setAside) = pool.creditTerms(0);
        assertEq(setAside, 0, "put back");
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NothingToExecute.selector));
        pool.execute();
        vm.revertToState(snapshot);
        _skip(DELAY);
        vm.expectEmit(address(pool));
        emit IRewardPool.SettlementExecuted(EPOCH + 3, 7 ether, 5 ether);
        pool.execute();
    }

    /// @dev A cancelled one in between, in the record that the next one takes.
    function test_executesWhatFollowsACancelledOne() public {
        _settleWith(EPOCH, 100 ether, 90 ether);
        _workAndCredit(EPOCH + 1, 50 ether);
        _submitInTime(_money(EPOCH + 1, 50 ether, 45 ether));
        _cancelPending();
        (, , , uint256 setAside) = pool.creditTerms(0);
        assertEq(setAside, 100 ether, "of the final one");
        _settleWith(EPOCH + 2, 20 ether, 18 ether);
        vm.expectEmit(address(pool));
        emit IRewardPool.SettlementExecuted(EPOCH + 2, 120 ether, 108 ether);
        pool.execute();
        assertEq(credit.creditHeld(), 50 ether, "the rest is the payer's");
    }

    function test_claims() public {
        _settleEarnings(EPOCH, alice, 90 ether);
        uint256 staked = token.balanceOf(address(staking));
        vm.expectEmit(address(pool));
        emit IRewardPool.EarningsClaimed(alice, 90 ether, 90 ether);
        vm.expectEmit(address(pool));
        emit IRewardPool.SettlementExecuted(EPOCH, 0, 90 ether);
        vm.expectEmit(address(staking));
        emit INodeStaking.RewardsDistributed(alice, 90 ether, 4.5 ether, vm.getBlockTimestamp() + RELEASE);
        vm.prank(stranger);
        uint256 amount = pool.claim(alice, 90 ether, _earningsProof(alice, 90 ether));
        assertEq(amount, 90 ether, "all");
        assertEq(pool.claimedBy(alice), 90 ether, "remembered");
        assertEq(token.balanceOf(address(staking)), staked + 90 ether, "in staking");
        assertEq(staking.claimableRewards(alice, alice), 4.5 ether, "commission at once");
    }

    /// @dev One claim collects any number of settlements, and the next one only what came since.
    function test_claimsAreCumulative() public {
        _settleEarnings(EPOCH, alice, 90 ether);
        _settleEarnings(EPOCH + 1, alice, 100 ether);
        assertEq(_collect(alice, 100 ether), 100 ether, "both");
        _settleEarnings(EPOCH + 2, alice, 103 ether);
        assertEq(_collect(alice, 103 ether), 3 ether, "the rest");
        assertEq(pool.claimedBy(alice), 103 ether, "in all");
    }

    /// @dev While one is pending, the last final one is claimed from.
    function test_pendingOnesDoNotPay() public {
        _settleEarnings(EPOCH, alice, 90 ether);
        Settlement memory settlement = _settlement(EPOCH + 1);
        (settlement.earningsRoot, settlement.totalEarned) = (_earnings(alice, 100 ether).root(), 10 ether);
        _submitInTime(settlement);
        bytes32[] memory proof = _earningsProof(alice, 100 ether);
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.InvalidEarnings.selector, alice, 100 ether);
        vm.expectRevert(refusal);
        pool.claim(alice, 100 ether, proof);
        assertEq(_collect(alice, 90 ether), 90 ether, "of the final one");
        _cancelPending();
        vm.expectRevert(refusal);
        pool.claim(alice, 100 ether, proof);
    }

    function test_RevertWhen_NoneIsFinal() public {
        bytes32[] memory proof = _earningsProof(alice, 90 ether);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NoFinalSettlement.selector));
        pool.claim(alice, 90 ether, proof);
        Settlement memory settlement = _settlement(EPOCH);
        (settlement.earningsRoot, settlement.totalEarned) = (_earnings(alice, 90 ether).root(), 90 ether);
        _submitInTime(settlement);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NoFinalSettlement.selector));
        pool.claim(alice, 90 ether, proof);
        _cancelPending();
        _skip(DELAY);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NoFinalSettlement.selector));
        pool.claim(alice, 90 ether, proof);
    }

    function test_RevertWhen_TheProofIsWrong() public {
        _settleEarnings(EPOCH, alice, 90 ether);
        bytes32[] memory proof = _earningsProof(alice, 90 ether);
        _expectInvalid(alice, 90 ether + 1, proof);
        _expectInvalid(alice, 90 ether - 1, proof);
        _expectInvalid(bob, 90 ether, proof);
        _expectInvalid(alice, 90 ether, _none());
        bytes32[] memory longer = new bytes32[](proof.length + 1);
        for (uint256 i = 0; i < proof.length; i++) longer[i] = proof[i];
        _expectInvalid(alice, 90 ether, longer);
        assembly {
            mstore(proof, sub(mload(proof), 1))
        }
        _expectInvalid(alice, 90 ether, proof);
    }

    /// @dev An empty tree has root 0, out of which nothing can be proven.
    function test_RevertWhen_TheTreeIsEmpty() public {
        _settle(_settlement(EPOCH));
        _expectInvalid(alice, 0, _none());
        _expectInvalid(alice, 1, _none());
    }

    function test_RevertWhen_ClaimedAgain() public {
        _settleEarnings(EPOCH, alice, 90 ether);
        _collect(alice, 90 ether);
        bytes32[] memory proof = _earningsProof(alice, 90 ether);
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.NothingToClaim.selector, alice, 90 ether, 90 ether);
        vm.expectRevert(refusal);
        pool.claim(alice, 90 ether, proof);
        // A later tree that takes something back pays nothing, and takes nothing.
        _settleEarnings(EPOCH + 1, alice, 80 ether);
        proof = _earningsProof(alice, 80 ether);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NothingToClaim.selector, alice, 80 ether, 90 ether));
        pool.claim(alice, 80 ether, proof);
    }

    /// @dev Guardians that sign a tree worth more than its total cannot pay out more than the total.
    function test_RevertWhen_TheTreeIsWorthMoreThanItsTotal() public {
        Settlement memory settlement = _settlement(EPOCH);
        settlement.totalEarned = 89 ether;
        settlement.earningsRoot = _earnings(alice, 90 ether).root();
        _settle(settlement);
        bytes32[] memory proof = _earningsProof(alice, 90 ether);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InsufficientRewards.selector, 90 ether, 89 ether));
        pool.claim(alice, 90 ether, proof);
        assertEq(pool.claimedBy(alice), 0, "undone");
    }

    function test_RevertWhen_NodeIsUnknown() public {
        _settleEarnings(EPOCH, stranger, 90 ether);
        bytes32[] memory proof = _earningsProof(stranger, 90 ether);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, stranger));
        pool.claim(stranger, 90 ether, proof);
    }

    /// @dev A node that was slashed to nothing still gets what it earned before.
    function test_tombstonedNodesAreStillPaid() public {
        _settleEarnings(EPOCH, alice, 90 ether);
        _slash(alice, 10_000, address(0));
        assertEq(_collect(alice, 90 ether), 90 ether, "paid");
        assertEq(staking.claimableRewards(alice, alice), 90 ether, "all to the owner");
    }

    /// @dev Claimed in any order and number of steps, a node gets what the last final tree says.
    function testFuzz_orderDoesNotMatter(uint256 seed) public {
        uint256 cumulative = 0;
        uint256 paid = 0;
        for (uint256 i = 0; i < 6; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            cumulative += (seed >> 8) % 1_000 ether;
            _settleEarnings(EPOCH + i, alice, cumulative);
            if (seed % 2 == 0 || cumulative == paid) continue;
            paid += _collect(alice, cumulative);
            assertEq(paid, cumulative, "up to date");
        }
        if (cumulative != paid) paid += _collect(alice, cumulative);
        assertEq(paid, cumulative, "everything");
        assertEq(staking.undistributedRewards(), 0, "nothing is left");
    }

    function test_severalNodesShareOneTree() public {
        _register(Role.Edge, carol, EDGE_MIN);
        bytes32[] memory leaves = new bytes32[](3);
        leaves[0] = SettlementHash.earningsLeaf(alice, 60 ether);
        leaves[1] = SettlementHash.earningsLeaf(carol, 30 ether);
        leaves[2] = SettlementHash.earningsLeaf(guardians[2], 10 ether);
        bytes32[] memory tree = leaves.build();
        Settlement memory settlement = _settlement(EPOCH);
        (settlement.earningsRoot, settlement.totalEarned) = (tree.root(), 100 ether);
        _settle(settlement);
        pool.claim(guardians[2], 10 ether, tree.proof(SettlementHash.earningsLeaf(guardians[2], 10 ether)));
        pool.claim(alice, 60 ether, tree.proof(SettlementHash.earningsLeaf(alice, 60 ether)));
        pool.claim(carol, 30 ether, tree.proof(SettlementHash.earningsLeaf(carol, 30 ether)));
        assertEq(staking.undistributedRewards(), 0, "to the last token");
    }

    function _money(uint256 epoch, uint256 charged, uint256 earned) private view returns (Settlement memory settlement) {
        settlement = _settlement(epoch);
        (settlement.totalCharged, settlement.totalEarned) = (charged, earned);
    }

    function _settleWith(uint256 epoch, uint256 charged, uint256 earned) private {
        _workAndCredit(epoch, charged);
        _settle(_money(epoch, charged, earned));
    }

    /// @dev Out of the emission alone; less than the node has already earns nothing.
    function _settleEarnings(uint256 epoch, address node, uint256 cumulative) private {
        uint256 before = pool.lastFinal().cumulativeEarned;
        Settlement memory settlement = _settlement(epoch);
        settlement.totalEarned = cumulative > before ? cumulative - before : 0;
        settlement.earningsRoot = _earnings(node, cumulative).root();
        _settle(settlement);
    }

    function _collect(address node, uint256 cumulative) private returns (uint256) {
        return pool.claim(node, cumulative, _earningsProof(node, cumulative));
    }

    function _expectInvalid(address node, uint256 cumulative, bytes32[] memory proof) private {
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.InvalidEarnings.selector, node, cumulative));
        pool.claim(node, cumulative, proof);
    }
}
