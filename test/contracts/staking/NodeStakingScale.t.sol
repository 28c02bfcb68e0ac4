// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// solhint-disable no-console
import {console} from "hardhat/console.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingWorld} from "./invariants/StakingWorld.sol";

/// What a transaction costs hangs on nothing that others, or time, can make larger: measured after one of everything, after 100 more, and after
/// the ten thousandth epoch.
contract NodeStakingScaleTest is StakingWorld {
    uint256 private constant MANY = 100;
    /// @dev A byte of call data that is zero at first costs 12 less than later.
    uint256 private constant TOLERANCE = 100;

    address private owner;
    address private delegator;
    string[] private names;
    uint256[] private gas;

    function setUp() public {
        deployWorld();
        owner = fundedAccount("owner");
        delegator = fundedAccount("delegator");
    }

    /// hardhat-config: isolate = true
    function test_GasDoesNotGrowForGuardian() public {
        compareAfterGrowth(Role.Guardian);
    }

    /// hardhat-config: isolate = true
    function test_GasDoesNotGrowForEdge() public {
        compareAfterGrowth(Role.Edge);
    }

    function compareAfterGrowth(Role role) private {
        vm.prank(owner);
        staking.registerAndStake(registration(role, owner, 1_000), 1_000_000 ether);
        vm.prank(delegator);
        staking.stake(owner, 1_000 ether);
        growAround(0, 1);
        measureAll(role, "staking:");
        uint256 start = gas.length;
        measureAll(role, "after one:");
        uint256 count = gas.length - start;
        growAround(1, MANY);
        measureAll(role, "after many:");
        vm.warp(config.epochStart(10_000));
        measureAll(role, "after ten thousand epochs:");
        string memory who = role == Role.Guardian ? ", Guardian" : ", Edge";
        for (uint256 i = start; i < start + count; i++) {
            assertGt(gas[i], 21_000, string.concat("not measured: ", names[i]));
            assertLe(gas[i + count], gas[i] + TOLERANCE, names[i + count]);
            assertLe(gas[i + 2 * count], gas[i] + TOLERANCE, names[i + 2 * count]);
            console.log(string.concat(names[i - start], who, " at scale: %s %s %s"), gas[i], gas[i + count], gas[i + 2 * count]);
        }
    }

    function measureAll(Role role, string memory when) private {
        vm.warp(config.epochStart(config.currentEpoch() + 3) + 1 hours);
        // Rewards flow during all that follows.
        staking.depositRewards(1_000 ether);
        staking.distribute(owner, 100 ether);
        measure(when, " own stake", owner, abi.encodeCall(INodeStaking.stake, (owner, 10 ether)));
        measure(when, " delegation", delegator, abi.encodeCall(INodeStaking.stake, (owner, 10 ether)));
        uint256 own = staking.positionInfo(owner, owner).nextRequestId;
        uint256 delegated = staking.positionInfo(owner, delegator).nextRequestId;
        measure(when, " own request", owner, abi.encodeCall(INodeStaking.requestUnstake, (owner, 3 ether)));
        measure(when, " delegator's request", delegator, abi.encodeCall(INodeStaking.requestUnstake, (owner, 3 ether)));
        measure(when, " cancellation", delegator, abi.encodeCall(INodeStaking.cancelUnstake, (owner, delegated)));
        measure(when, " second request", delegator, abi.encodeCall(INodeStaking.requestUnstake, (owner, 2 ether)));
        measure(when, " distribution", address(this), abi.encodeCall(INodeStaking.distribute, (owner, 100 ether)));
        measure(when, " deposit of rewards", address(this), abi.encodeCall(INodeStaking.depositRewards, (100 ether)));
        measure(when, " slash", address(this), abi.encodeCall(INodeStaking.slash, (owner, 1, address(0xbeef))));
        measure(when, " weight", delegator, abi.encodeCall(INodeStaking.updateWeight, (owner)));
        vm.warp(vm.getBlockTimestamp() + 15 days);
        measure(when, " own claim", owner, abi.encodeCall(INodeStaking.claimRewards, (owner)));
        measure(when, " delegator's claim", delegator, abi.encodeCall(INodeStaking.claimRewards, (owner)));
        measure(when, " own withdrawal", owner, abi.encodeCall(INodeStaking.withdraw, (owner, one(own))));
        measure(when, " delegator's withdrawal", delegator, abi.encodeCall(INodeStaking.withdraw, (owner, one(delegated + 1))));
        measure(when, " endpoint", owner, abi.encodeCall(INodeStaking.setEndpoint, ("https://node.example")));
        if (role != Role.Guardian) return;
        measure(when, " suspension", delegator, abi.encodeCall(INodeStaking.suspend, (owner)));
        vm.warp(vm.getBlockTimestamp() + 1 hours);
        measure(when, " resumption", owner, abi.encodeCall(INodeStaking.resume, (owner)));
        measure(when, " reveal", address(this), abi.encodeCall(INodeStaking.recordReveal, (owner, config.currentEpoch())));
    }

    function measure(string memory when, string memory what, address caller, bytes memory call) private {
        vm.warp(vm.getBlockTimestamp() + 60);
        vm.prank(caller);
        (bool success, ) = address(staking).call(call);
        names.push(string.concat(when, what));
        gas.push(vm.lastCallGas().gasTotalUsed);
        assertTrue(success, names[names.length - 1]);
    }

    /// Many nodes of each role, delegators of this one, requests of its owner and delegators, checkpoints, epochs, parameter changes.
    function growAround(uint256 from, uint256 to) private {
        for (uint256 i = from; i < to; i++) {
            vm.warp(vm.getBlockTimestamp() + 1 days);
            address account = vm.addr(10_000 + i);
            token.transfer(account, 200_000 ether);
            vm.startPrank(account);
            token.approve(address(staking), type(uint256).max);
            staking.registerAndStake(registration(Role(1 + (i % 3)), account, 0), 100_000 ether);
            staking.stake(owner, 5 ether);
            staking.requestUnstake(owner, 1 ether);
            vm.stopPrank();
            vm.prank(owner);
            staking.requestUnstake(owner, 1 ether);
            vm.prank(delegator);
            staking.requestUnstake(owner, 1 ether);
            staking.depositRewards(2 ether);
            staking.distribute(owner, 1 ether);
            setParameter(config, Parameter.UnbondingPeriod, 13 days + (i % 2));
        }
    }
}
