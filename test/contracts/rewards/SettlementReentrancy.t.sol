// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {SendToken} from "../../../contracts/token/SendToken.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {HookToken} from "../staking/HookToken.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// @dev SEND calls nobody back; were it replaced by a token that does, nothing could be taken twice.
contract SettlementReentrancyTest is SettlementTest {
    using StandardTree for bytes32[];

    HookToken private hookToken;

    function setUp() public override {
        super.setUp();
        hookToken = HookToken(address(token));
        vm.startPrank(bob);
        credit.deposit(bob, alice, 100 ether);
        credit.requestWithdraw(alice, 20 ether);
        vm.stopPrank();
        _work(EPOCH, 10 ether);
        Settlement memory settlement = _settlement(EPOCH);
        (settlement.totalCharged, settlement.totalEarned) = (10 ether, 90 ether);
        settlement.earningsRoot = _earnings(alice, 90 ether).root();
        settlement.chargesRoot = _charges(bob, alice, 10 ether).root();
        _settle(settlement);
    }

    function _deployToken() internal override returns (SendToken) {
        return new HookToken(address(this));
    }

    /// @dev Whoever acts in the middle of a transfer finds everything that moves tokens shut.
    function test_creditIsNotReentered() public {
        bytes32[] memory proof = _chargesProof(bob, alice, 10 ether);
        bytes[3] memory calls = [
            abi.encodeCall(IRelayCredit.withdraw, (alice, 10 ether, proof)),
            abi.encodeCall(IRelayCredit.deposit, (bob, alice, 1 ether)),
            abi.encodeCall(IRelayCredit.depositAll, (new IRelayCredit.Deposit[](1)))
        ];
        for (uint256 i = 0; i < calls.length; i++) {
            uint256 snapshot = vm.snapshotState();
            hookToken.hook(bob, address(credit), calls[i]);
            vm.prank(bob);
            credit.withdraw(alice, 10 ether, proof);
            _requireRefused();
            hookToken.hook(bob, address(credit), calls[i]);
            vm.prank(bob);
            credit.deposit(bob, alice, 5 ether);
            _requireRefused();
            hookToken.hook(address(pool), address(credit), calls[i]);
            pool.execute();
            _requireRefused();
            vm.revertToState(snapshot);
        }
    }

    function test_poolIsNotReentered() public {
        bytes32[] memory proof = _earningsProof(alice, 90 ether);
        bytes[4] memory calls = [
            abi.encodeCall(IRewardPool.claim, (alice, 90 ether, proof)),
            abi.encodeCall(IRewardPool.execute, ()),
            abi.encodeCall(IRewardPool.fund, (1 ether)),
            abi.encodeCall(IRewardPool.collectSlashed, ())
        ];
        _slash(alice, 100, address(0));
        token.approve(address(pool), 1 ether);
        for (uint256 i = 0; i < calls.length; i++) {
            uint256 snapshot = vm.snapshotState();
            hookToken.hook(address(pool), address(pool), calls[i]);
            pool.execute();
            _requireRefused();
            vm.revertToState(snapshot);
            hookToken.hook(address(pool), address(pool), calls[i]);
            pool.claim(alice, 90 ether, proof);
            _requireRefused();
            hookToken.hook(address(pool), address(pool), calls[i]);
            pool.fund(1 ether);
            _requireRefused();
            hookToken.hook(address(pool), address(pool), calls[i]);
            pool.collectSlashed();
            _requireRefused();
            vm.revertToState(snapshot);
        }
    }

    /// @dev Credit that is on its way to the pool is neither held any more nor set aside.
    function test_settlingInTheMiddleOfAnExecution() public {
        _work(EPOCH + 1, 90 ether);
        _warpAfter(EPOCH + 1, W4);
        Settlement memory settlement = _settlement(EPOCH + 1);
        settlement.totalCharged = 90 ether + 1;
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, GUARDIANS);
        hookToken.hook(address(pool), address(pool), abi.encodeCall(IRewardPool.submitSettlement, (settlement, owners, signatures)));
        pool.execute();
        bytes memory expected = abi.encodeWithSelector(IRewardPool.ChargesExceedCredit.selector, 90 ether + 1, 90 ether);
        assertEq(hookToken.lastError(), expected, "not a token more");
    }

    function _requireRefused() private view {
        bytes memory expected = abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        assertEq(hookToken.lastError(), expected, "reentered");
    }
}
