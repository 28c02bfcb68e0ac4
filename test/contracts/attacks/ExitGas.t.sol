// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// solhint-disable no-console
import {console} from "hardhat/console.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement, SettlementHash} from "../../../contracts/rewards/Settlement.sol";
import {INodeStaking} from "../../../contracts/staking/INodeStaking.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

/// The worst that an attacker can build around others: hundreds of positions in their node, lines, challenges and requests, in trees of 2^32
/// leaves, after years without a settlement. Every way out still costs less than 200,000 gas.
contract ExitGasTest is SettlementTest {
    uint256 private constant CEILING = 200_000;
    uint256 private constant MANY = 300;
    uint256 private constant DEPTH = 32;
    uint256 private constant CHARGED = 10 ether;

    uint256[] private requests;

    function setUp() public override {
        super.setUp();
        token.transfer(stranger, 100_000_000 ether);
        vm.startPrank(stranger);
        token.approve(address(staking), type(uint256).max);
        token.approve(address(credit), type(uint256).max);
        token.approve(address(work), type(uint256).max);
        vm.stopPrank();
        _stake(carol, alice, 1_000 ether);
        vm.prank(bob);
        credit.deposit(bob, alice, 100 ether);
        _crowd();
    }

    /// hardhat-config: isolate = true
    function test_gasOfEveryExit() public {
        _settleDeep();
        bytes32[] memory path = _path();
        _measure(stranger, address(pool), abi.encodeCall(IRewardPool.claim, (alice, CHARGED, path)), "claim of a node");
        _skip(RELEASE / 2);
        _slash(alice, 1, address(0));
        _measure(carol, address(staking), abi.encodeCall(INodeStaking.claimRewards, (alice)), "claim of rewards");
        _measure(carol, address(staking), abi.encodeCall(INodeStaking.requestUnstake, (alice, type(uint256).max)), "request, delegator");
        _measure(alice, address(staking), abi.encodeCall(INodeStaking.requestUnstake, (alice, type(uint256).max)), "request, owner");
        address guardian = guardians[0];
        bytes memory call = abi.encodeCall(INodeStaking.requestUnstake, (guardian, type(uint256).max));
        _measure(guardian, address(staking), call, "request, guardian");
        _skip(UNBONDING);
        _measure(carol, address(staking), abi.encodeCall(INodeStaking.withdraw, (alice, _ids(0))), "withdrawal, delegator");
        _measure(alice, address(staking), abi.encodeCall(INodeStaking.withdraw, (alice, _ids(0))), "withdrawal, owner");
        _measure(guardian, address(staking), abi.encodeCall(INodeStaking.withdraw, (guardian, _ids(0))), "withdrawal, guardian");
        _measure(bob, address(credit), abi.encodeCall(IRelayCredit.withdraw, (alice, CHARGED, path)), "withdrawal of credit");
    }

    /// hardhat-config: isolate = true
    function test_gasOfGettingABondBack() public {
        vm.prank(bob);
        token.approve(address(work), type(uint256).max);
        _work(EPOCH, 10 ether);
        _warpAfter(EPOCH, 2 hours);
        vm.startPrank(stranger);
        for (uint64 unit = 0; unit < MANY; unit++) work.challenge(EPOCH, alice, unit);
        vm.stopPrank();
        vm.prank(bob);
        work.challenge(EPOCH, alice, uint64(MANY));
        _warpAfter(EPOCH, W4);
        uint64[] memory units = new uint64[](1);
        units[0] = uint64(MANY);
        uint256 before = token.balanceOf(bob);
        _measure(bob, address(work), abi.encodeCall(IWorkProofs.refundBonds, (EPOCH, alice, units)), "refund of a bond");
        assertEq(token.balanceOf(bob), before + 50 ether, "the bond");
        _measure(bob, address(work), abi.encodeCall(IWorkProofs.convict, (EPOCH, alice, uint64(MANY))), "conviction");
    }

    /// @dev Dust in alice's node, requests to leave it, lines at it, in others' names as far as that is possible.
    function _crowd() private {
        IRelayCredit.Deposit[] memory lines = new IRelayCredit.Deposit[](MANY);
        for (uint256 i = 0; i < MANY; i++) {
            _stake(stranger, alice, 1 + i);
            _unstake(stranger, alice, 1 + i);
            lines[i] = IRelayCredit.Deposit(address(uint160(1e9 + i)), alice, 1 ether);
            _stake(stranger, guardians[0], 1 + i);
            _skip(1);
        }
        vm.prank(stranger);
        credit.depositAll(lines);
    }

    /// @dev Years after the last one, with all of bob's request closed.
    function _settleDeep() private {
        vm.warp(config.epochStart(EPOCH + 2_000));
        vm.prank(bob);
        credit.requestWithdraw(alice, type(uint256).max);
        uint256 epoch = EPOCH + 2_000;
        _work(epoch, CHARGED);
        Settlement memory settlement = _settlement(epoch);
        (settlement.totalCharged, settlement.totalEarned) = (CHARGED, CHARGED);
        settlement.earningsRoot = MerkleProof.processProof(_path(), SettlementHash.earningsLeaf(alice, CHARGED));
        settlement.chargesRoot = MerkleProof.processProof(_path(), SettlementHash.chargesLeaf(bob, alice, CHARGED));
        _settle(settlement);
    }

    function _measure(address who, address target, bytes memory call, string memory what) private {
        vm.prank(who);
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, ) = target.call(call);
        uint256 gas = vm.lastCallGas().gasTotalUsed;
        assertTrue(success, what);
        assertGt(gas, 21_000, what);
        assertLe(gas, CEILING, what);
        console.log(string.concat(what, ": %s of %s"), gas, CEILING);
    }

    function _path() private pure returns (bytes32[] memory path) {
        path = new bytes32[](DEPTH);
        for (uint256 i = 0; i < DEPTH; i++) path[i] = keccak256(abi.encode("sibling", i));
    }
}
