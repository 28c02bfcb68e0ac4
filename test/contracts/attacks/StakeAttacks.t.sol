// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";
import {Wealth} from "./Wealth.sol";

/// Attacks with stake: that comes for a moment, that is gone, that is somebody else's; and with tokens that nobody asked for.
contract StakeAttacksTest is SettlementTest {
    using StandardTree for bytes32[];
    using Wealth for NodeStaking;

    uint256 private constant EARNED = 90 ether;

    /// @dev carol bonds a fortune in the second before alice's rewards come, has them paid herself, and leaves in the same second.
    function test_stakeForTheMomentOfAReward() public {
        _settle(_earnedByAlice());
        uint256 before = staking.wealth(carol, alice);
        _stake(carol, alice, 8_000_000 ether);
        vm.prank(carol);
        pool.claim(alice, EARNED, _earningsProof(alice, EARNED));
        uint256 requestId = _unstake(carol, alice, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NothingToClaim.selector, alice, carol));
        _claim(carol, alice);
        _skip(UNBONDING);
        _withdraw(carol, alice, requestId);
        assertEq(staking.wealth(carol, alice), before, "nothing for it");
        assertGe(staking.claimableRewards(alice, alice) + 1_000_000, EARNED, "all of it is alice's");
    }

    /// @dev Nothing of a node that lost everything can be raised again: no new stake, no rewards to what was, and no more than that out.
    function test_slashedToNothingThenStakedClaimedWithdrawn() public {
        _stake(carol, alice, 1_000_000 ether);
        _settle(_earnedByAlice());
        pool.claim(alice, EARNED, _earningsProof(alice, EARNED));
        _skip(RELEASE);
        uint256 rewards = staking.claimableRewards(alice, carol);
        assertGt(rewards, 0, "earned before");
        uint256 before = token.balanceOf(carol);
        _slash(alice, 10_000, address(0));
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NodeTombstoned.selector, alice));
        _stake(carol, alice, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NodeTombstoned.selector, alice));
        vm.prank(carol);
        staking.restakeRewards(alice);
        assertEq(_claim(carol, alice), rewards, "what was earned");
        uint256 requestId = _unstake(carol, alice, type(uint256).max);
        _skip(UNBONDING);
        assertEq(_withdraw(carol, alice, requestId), 0, "nothing is left");
        assertEq(token.balanceOf(carol), before + rewards, "the delegator");
        assertEq(staking.fundOwed(), 3_000_000 ether, "what was slashed");
    }

    /// @dev A fortune sent to every contract moves no price, weight, capacity, credit or budget, and is nobody's gain.
    function test_donationToEveryContract() public {
        _workAndCredit(EPOCH, 10 ether);
        bytes memory before = _state();
        address[6] memory all = [address(staking), address(credit), address(work), address(pool), address(config), address(registry)];
        for (uint256 i = 0; i < all.length; i++) {
            vm.prank(carol);
            token.transfer(all[i], 1_000_000 ether);
        }
        assertEq(_state(), before, "nothing moved");
        Settlement memory settlement = _settlement(EPOCH);
        settlement.totalCharged = 10 ether + 1;
        _warpAfter(EPOCH, W4);
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.ChargesExceedCredit.selector, 10 ether + 1, 10 ether));
        assertEq(token.balanceOf(carol), FUNDS - 6_000_000 ether, "who gave it");
    }

    /// @dev No contract takes ether, so none can be stuck.
    function test_etherSentToEveryContract() public {
        address[7] memory all = [
            address(staking),
            address(credit),
            address(work),
            address(pool),
            address(config),
            address(registry),
            address(token)
        ];
        vm.deal(stranger, 1 ether);
        for (uint256 i = 0; i < all.length; i++) {
            vm.prank(stranger);
            // solhint-disable-next-line avoid-low-level-calls
            (bool success, ) = all[i].call{value: 1 ether}("");
            assertFalse(success, "refused");
        }
        assertEq(stranger.balance, 1 ether, "who sent it");
    }

    /// @dev Weight is of the epoch's end: a fortune that comes a second later backs no work, and signs nothing.
    function test_stakeAfterTheEpochsEnd() public {
        _govern(Parameter.MinSigners, 1);
        _warpAfter(EPOCH + 1, 0);
        token.transfer(alice, 50_000_000 ether);
        _stake(alice, alice, 50_000_000 ether);
        uint64 capacity = 2_000_000 * 104_857;
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OverCapacity.selector, capacity + 1, capacity));
        vm.prank(alice);
        work.commitWork(EPOCH + 1, keccak256("leaves"), capacity + 1);
        token.transfer(guardians[0], 50_000_000 ether);
        _stake(guardians[0], guardians[0], 50_000_000 ether);
        _warpAfter(EPOCH + 1, W4);
        Settlement memory settlement = _settlement(EPOCH + 1);
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.QuorumNotReached.selector, GUARDIAN_STAKE, GUARDIANS * GUARDIAN_STAKE));
        pool.submitSettlement(settlement, owners, signatures);
    }

    /// @dev Stake that is on its way out is slashed for what was done while it was in.
    function test_slashEvadedByLeaving() public {
        uint256 requestId = _unstake(alice, alice, type(uint256).max);
        _skip(UNBONDING - 1);
        _slash(alice, 1_000, address(0));
        _skip(1);
        assertEq(_withdraw(alice, alice, requestId), 1_800_000 ether, "less a tenth");
        assertEq(token.balanceOf(alice), FUNDS - 200_000 ether, "the Edge");
    }

    /// @dev The key that operates alice's Edge operates no other, neither its own holder's nor bob's.
    function test_operatorKeyUsedAgain() public {
        (address hot, uint256 key) = makeAddrAndKey("hot");
        bytes memory consent = _signature(key, staking.operatorConsentDigest(alice, hot));
        vm.prank(alice);
        staking.setOperator(hot, consent);
        _fund(hot, EDGE_MIN);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.OperatorInUse.selector, hot, alice));
        _register(Role.Edge, hot, EDGE_MIN);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.OperatorInUse.selector, hot, alice));
        vm.prank(bob);
        staking.registerAndStake(_registration(Role.Edge, hot), EDGE_MIN);
        assertEq(token.balanceOf(hot), EDGE_MIN, "nothing was taken");
    }

    /// @dev Nobody acts for another: not on his requests, his rewards, his node.
    function test_exitsOfOthers() public {
        _stake(carol, alice, 1_000 ether);
        uint256 requestId = _unstake(carol, alice, 1_000 ether);
        _skip(UNBONDING);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownRequest.selector, alice, bob, requestId));
        _withdraw(bob, alice, requestId);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownRequest.selector, alice, alice, requestId));
        _cancel(alice, alice, requestId);
        assertEq(_withdraw(carol, alice, requestId), 1_000 ether, "hers");
    }

    function _earnedByAlice() private returns (Settlement memory settlement) {
        _workAndCredit(EPOCH, 50 ether);
        settlement = _settlement(EPOCH);
        (settlement.totalCharged, settlement.totalEarned) = (50 ether, EARNED);
        settlement.earningsRoot = _earnings(alice, EARNED).root();
    }

    function _value() private view returns (uint256) {
        return work.workValue(EPOCH, EPOCH);
    }

    function _state() private view returns (bytes memory) {
        return
            abi.encode(
                staking.nodeInfo(alice),
                staking.getVotes(guardians[0]),
                staking.fundOwed(),
                credit.creditHeld(),
                credit.lineOf(bob, alice),
                _value(),
                pool.lastFinal(),
                pool.contributed()
            );
    }
}
