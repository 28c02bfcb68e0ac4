// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement, SettlementHash} from "../../../contracts/rewards/Settlement.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {StandardTree} from "../support/StandardTree.sol";
import {RelayCreditTest} from "../work/RelayCreditTest.sol";
import {Wealth} from "./Wealth.sol";

/// Attacks of payers on their Edges, and of Edges on the credit there is. bob has 100 SEND at alice's Edge, carol 50.
contract CreditAttacksTest is RelayCreditTest {
    using StandardTree for bytes32[];
    using Wealth for NodeStaking;

    function setUp() public override {
        super.setUp();
        vm.prank(bob);
        credit.deposit(bob, alice, 100 ether);
        vm.prank(carol);
        credit.deposit(carol, alice, 50 ether);
    }

    /// @dev All is asked back in the last second of the epoch in which 60 of it were used.
    function test_withdrawnBetweenUseAndCharge() public {
        vm.warp(config.epochStart(EPOCH + 1) - 1);
        _request(100 ether);
        _skip(1);
        _requireOpen(EPOCH);
        _charge(EPOCH, 60 ether, 60 ether);
        _withdraw(60 ether, _chargesProof(bob, alice, 60 ether));
        _requirePaid(60 ether);
    }

    /// @dev Added to in a later epoch, the whole request waits for that one, whose use it cannot escape.
    function test_requestRestarted() public {
        _request(50 ether);
        _charge(EPOCH, 0, 0);
        _request(50 ether);
        _requireOpen(EPOCH + 2);
        _charge(EPOCH + 2, 100 ether, 100 ether);
        assertEq(_withdraw(100 ether, _chargesProof(bob, alice, 100 ether)), 0, "all of it was used");
        _requirePaid(100 ether);
    }

    /// @dev A wrong tree charges bob five times what he has: nothing of carol's pays for it.
    function test_overdrawnLine() public {
        _request(100 ether);
        vm.prank(carol);
        credit.requestWithdraw(alice, 50 ether);
        _settleBoth(EPOCH, 100 ether, 500 ether, 0);
        assertEq(_withdraw(500 ether, _proofOfBoth(bob, 500 ether, 500 ether, 0)), 0, "nothing is left of his");
        vm.prank(carol);
        credit.withdraw(alice, 0, _proofOfBoth(carol, 0, 500 ether, 0));
        assertEq(token.balanceOf(carol), FUNDS, "carol has all of hers");
        _requirePaid(100 ether);
    }

    function test_lineNeverCharged() public {
        _request(100 ether);
        _charge(EPOCH, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.InvalidCharge.selector, bob, alice, 0));
        _withdraw(0, _none());
        _withdraw(0, _chargesProof(bob, alice, 0));
        _requirePaid(0);
    }

    /// @dev Units of accomplices without credit are worth nothing: what is charged is bounded by the credit there is.
    function test_unitsOfPayersWithoutCredit() public {
        uint256 before = staking.wealth(alice, alice);
        _work(EPOCH, 10_000 ether);
        _warpAfter(EPOCH, W4);
        Settlement memory settlement = _settlement(EPOCH);
        settlement.totalCharged = 150 ether + 1;
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.ChargesExceedCredit.selector, 150 ether + 1, 150 ether));
        settlement.totalCharged = 0;
        settlement.chargesRoot = _charges(bob, alice, 0).root();
        _settle(settlement);
        assertEq(staking.wealth(alice, alice), before, "the Edge");
    }

    /// @dev bob's delegate goes on signing; the payer has said that from the next epoch on it is worth nothing.
    function test_delegateSigningBeyondItsLimit() public {
        vm.prank(bob);
        credit.setSignerLimit(0);
        assertEq(credit.signerLimitAt(bob, EPOCH), type(uint64).max, "what is signed in this epoch stays charged");
        assertEq(credit.signerLimitAt(bob, EPOCH + 1), 0, "nothing from the next on");
        vm.warp(config.epochStart(EPOCH + 1));
        vm.prank(bob);
        credit.setSignerLimit(type(uint64).max);
        assertEq(credit.signerLimitAt(bob, EPOCH + 1), 0, "nor can it be changed within the epoch");
        _request(100 ether);
        _charge(EPOCH + 1, 0, 0);
        _withdraw(0, _chargesProof(bob, alice, 0));
        _requirePaid(0);
    }

    /// @dev Submitted in the last second in which it can be, bob's epoch does not lapse over his head, nor under the Edge's feet.
    function test_settlementAsItsEpochLapses() public {
        _request(100 ether);
        _work(EPOCH, 60 ether);
        Settlement memory settlement = _settlement(EPOCH + MAX_LAG);
        (settlement.totalCharged, settlement.chargesRoot) = (60 ether, _charges(bob, alice, 60 ether).root());
        uint256 lapse = config.epochStart(EPOCH + MAX_LAG + 1) + W4 + DAY;
        vm.warp(lapse - 1);
        _submit(settlement);
        vm.warp(lapse);
        _requireOpen(EPOCH);
        _skip(DELAY - 1);
        _withdraw(60 ether, _chargesProof(bob, alice, 60 ether));
        _requirePaid(60 ether);
    }

    /// @dev A second later it has lapsed: the work is nobody's to charge, and bob has everything.
    function test_settlementOfALapsedEpoch() public {
        _request(100 ether);
        _work(EPOCH, 60 ether);
        uint256 lapse = config.epochStart(EPOCH + MAX_LAG + 1) + W4 + DAY;
        vm.warp(lapse - 1);
        _requireOpen(EPOCH);
        vm.warp(lapse);
        Settlement memory settlement = _settlement(EPOCH + MAX_LAG);
        settlement.totalCharged = 60 ether;
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.OutsideWindow.selector, settlement.epoch, lapse - DAY, lapse));
        settlement.epoch++;
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.ChargesExceedWork.selector, 60 ether, 0));
        _withdraw(0, _none());
        _requirePaid(0);
    }

    /// @dev While bob's use of the epoch is being settled he cannot leave, and carol, who did not use anything, can.
    function test_withdrawalWhileASettlementIsPending() public {
        vm.prank(carol);
        credit.requestWithdraw(alice, 50 ether);
        _settleBoth(EPOCH, 0, 0, 0);
        vm.warp(config.epochStart(EPOCH + 2) - 1);
        _request(100 ether);
        _work(EPOCH + 1, 100 ether);
        Settlement memory settlement = _settlement(EPOCH + 1);
        (settlement.totalCharged, settlement.chargesRoot) = (100 ether, _both(100 ether, 0).root());
        _submitInTime(settlement);
        _requireOpen(EPOCH + 1);
        vm.prank(carol);
        credit.withdraw(alice, 0, _proofOfBoth(carol, 0, 0, 0));
        assertEq(token.balanceOf(carol), FUNDS, "carol has all of hers");
        _skip(DELAY);
        _withdraw(100 ether, _proofOfBoth(bob, 100 ether, 100 ether, 0));
        _requirePaid(100 ether);
    }

    function _requireOpen(uint256 epoch) private {
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.EpochNotClosed.selector, epoch));
        _withdraw(0, _none());
    }

    /// @dev bob has all that he had but `amount`, which is the pool's once it is collected.
    function _requirePaid(uint256 amount) private {
        assertEq(token.balanceOf(bob), FUNDS - amount, "bob");
        uint256 before = token.balanceOf(address(pool));
        if (amount != 0) pool.execute();
        assertEq(token.balanceOf(address(pool)), before + amount, "the pool");
    }

    function _settleBoth(uint256 epoch, uint256 total, uint256 bobs, uint256 carols) private {
        if (total != 0) _work(epoch, total);
        Settlement memory settlement = _settlement(epoch);
        (settlement.totalCharged, settlement.chargesRoot) = (total, _both(bobs, carols).root());
        _settle(settlement);
    }

    function _both(uint256 bobs, uint256 carols) private view returns (bytes32[] memory) {
        bytes32[] memory leaves = new bytes32[](2);
        leaves[0] = SettlementHash.chargesLeaf(bob, alice, bobs);
        leaves[1] = SettlementHash.chargesLeaf(carol, alice, carols);
        return leaves.build();
    }

    function _proofOfBoth(address payer_, uint256 cumulative, uint256 bobs, uint256 carols) private view returns (bytes32[] memory) {
        return _both(bobs, carols).proof(SettlementHash.chargesLeaf(payer_, alice, cumulative));
    }
}
