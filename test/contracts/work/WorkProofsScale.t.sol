// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// solhint-disable no-console
import {console} from "hardhat/console.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {WorkTree} from "../support/WorkTree.sol";
import {WorkTest} from "./WorkTest.sol";

/// What a transaction costs hangs on nothing that others, or time, can make larger: measured in a young network, after 100 nodes, payers,
/// epochs, challenges and changes of parameters more, and in an epoch after the ten thousandth.
contract WorkProofsScaleTest is WorkTest {
    using WorkTree for WorkTree.Node[][];

    uint256 private constant MANY = 100;
    uint256 private constant LEAVES = 4;
    /// @dev A byte of call data that is zero at first costs 12 less than later.
    uint256 private constant TOLERANCE = 200;

    string[] private names;
    uint256[] private gas;
    uint256 private newcomers;

    /// hardhat-config: isolate = true
    function test_GasDoesNotGrow() public {
        _grow(1);
        _measureAll("work:");
        uint256 first = gas.length;
        _measureAll("after one:");
        uint256 count = gas.length - first;
        _grow(MANY);
        _measureAll("after many:");
        vm.warp(config.epochStart(10_000));
        _measureAll("after ten thousand epochs:");
        for (uint256 i = first; i < first + count; i++) {
            assertGt(gas[i], 21_000, string.concat("not measured: ", names[i]));
            assertLe(gas[i + count], gas[i] + TOLERANCE, names[i + count]);
            assertLe(gas[i + 2 * count], gas[i] + TOLERANCE, names[i + 2 * count]);
            console.log(string.concat(names[i - first], " at scale: %s %s %s"), gas[i], gas[i + count], gas[i + 2 * count]);
        }
    }

    /// @dev Two epochs of alice's: in the first she commits, is challenged and answers, in the second she is convicted.
    function _measureAll(string memory when) private {
        uint256 epoch = config.currentEpoch() + 1;
        Work memory made = _workOf(epoch);
        bytes32 hash = keccak256(abi.encode(epoch, grace, bytes(hex"64"), bytes32("salt")));
        _warpAfter(epoch, 0);
        _measure(when, " commitWork", edgeOperator, abi.encodeCall(IWorkProofs.commitWork, (epoch, made.root, made.units)));
        _measure(when, " commitScores", guardianOperator, abi.encodeCall(IWorkProofs.commitScores, (epoch, hash)));
        _warpAfter(epoch, W1);
        bytes memory reveal = abi.encodeCall(IWorkProofs.revealScores, (epoch, hex"64", "salt", hex"01"));
        _measure(when, " revealScores", guardianOperator, reveal);
        _measure(when, " challenge", bob, abi.encodeCall(IWorkProofs.challenge, (epoch, alice, 5)));
        _measure(when, " second challenge", bob, abi.encodeCall(IWorkProofs.challenge, (epoch, alice, 6)));
        IWorkProofs.Answer memory proven = _answerTo(made, 6);
        _measure(when, " second answer", carol, abi.encodeCall(IWorkProofs.answer, (epoch, alice, proven)));
        proven.unit = 5;
        _measure(when, " answer", carol, abi.encodeCall(IWorkProofs.answer, (epoch, alice, proven)));

        uint256 next = ++epoch;
        _warpAfter(next, 0);
        vm.prank(edgeOperator);
        work.commitWork(next, made.root, made.units);
        _warpAfter(next, W1);
        vm.startPrank(bob);
        work.challenge(next, alice, 5);
        work.challenge(next, alice, 6);
        vm.stopPrank();
        _warpAfter(next, W4);
        _measure(when, " refund", bob, abi.encodeCall(IWorkProofs.refundBonds, (next, alice, _units(6))));
        _measure(when, " conviction", bob, abi.encodeCall(IWorkProofs.convict, (next, alice, 5)));
        _warpAfter(next + 30, 0);
        vm.prank(alice);
        staking.stake(alice, 30_000 ether);
    }

    function _measure(string memory when, string memory what, address caller, bytes memory call) private {
        vm.prank(caller);
        (bool success, ) = address(work).call(call);
        names.push(string.concat(when, what));
        gas.push(vm.lastCallGas().gasTotalUsed);
        assertTrue(success, names[names.length - 1]);
    }

    function _workOf(uint256 epoch) private returns (Work memory made) {
        made.leaves = new WorkLeaf[](LEAVES);
        made.signatures = new bytes[](LEAVES);
        for (uint256 i = 0; i < LEAVES; i++) {
            address client = makeAddr(string.concat("client", string(abi.encodePacked(uint8(48 + i)))));
            _addDelegate(client, vm.addr(_delegateKey(client)), 100_000 days);
            made.signatures[i] = _signature(_delegateKey(client), work.receiptDigest(alice, client, uint64(epoch), 10));
            made.leaves[i] = WorkLeaf(client, vm.addr(_delegateKey(client)), 10, keccak256(made.signatures[i]));
        }
        _plant(made);
    }

    /// @dev An epoch each: another Edge that commits, and is challenged and convicted; delegates of alice's clients; other terms.
    function _grow(uint256 epochs) private {
        for (uint256 i = 0; i < epochs; i++) {
            address edge = vm.addr(20_000 + newcomers++);
            _fund(edge, 20_000 ether);
            _register(Role.Edge, edge, 10_000 ether);
            address client = makeAddr("client0");
            _addDelegate(client, edge, 10 days);
            vm.prank(admin);
            setParameter(config, Parameter.ChallengeBond, i % 2 == 0 ? 50 ether : 51 ether);
            uint256 epoch = config.currentEpoch();
            _warpAfter(epoch, 0);
            vm.prank(edge);
            work.commitWork(epoch, keccak256("root"), 1_000);
            vm.prank(alice);
            work.commitWork(epoch, keccak256("root"), 1_000);
            _warpAfter(epoch, W1);
            vm.startPrank(bob);
            work.challenge(epoch, edge, 5);
            work.challenge(epoch, alice, uint64(i));
            vm.stopPrank();
            _warpAfter(epoch, W4);
            work.convict(epoch, edge, 5);
        }
        _warpAfter(config.currentEpoch() + 2, 0);
    }
}
