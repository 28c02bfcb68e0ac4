// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {PermitSignature} from "../../../contracts/common/Permit.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

contract RegisterTest is StakingTest {
    function test_registers() public {
        INodeStaking.Registration memory registration = _registration(Role.Edge, alice);
        registration.endpoint = "https://edge.example.org";
        vm.expectEmit(address(staking));
        emit INodeStaking.NodeRegistered(alice, Role.Edge, 0, alice, 500);
        vm.expectEmit(address(staking));
        emit INodeStaking.EndpointSet(alice, "https://edge.example.org");
        vm.expectEmit(address(staking));
        emit INodeStaking.Staked(alice, alice, 25_000 ether, 25_000 ether, 25_000 ether);
        vm.prank(alice);
        staking.registerAndStake(registration, 25_000 ether);

        INodeStaking.NodeInfo memory info = staking.nodeInfo(alice);
        assertTrue(info.role == Role.Edge, "role");
        assertEq(info.index, 0, "index");
        assertEq(info.operator, alice, "operator");
        assertTrue(info.active, "active");
        assertFalse(info.suspended || info.tombstoned, "in good standing");
        assertEq(info.commission, 500, "commission");
        assertEq(info.nextCommissionAt, 0, "no change waits");
        assertEq(info.bonded, 25_000 ether, "bonded");
        assertEq(info.ownBonded, 25_000 ether, "own");
        assertEq(info.weight, 25_000 ether, "weight");
        assertEq(info.sharePrice, PRICE_ONE, "price");
        assertEq(staking.nodeOf(alice), alice, "operator belongs to the node");
        assertEq(staking.nodeCount(Role.Edge), 1, "count");
        assertEq(token.balanceOf(address(staking)), 25_000 ether, "tokens are here");
        assertEq(token.balanceOf(alice), FUNDS - 25_000 ether, "tokens left the owner");
    }

    function test_indicesCountWithinTheRole() public {
        _register(Role.Edge, alice, EDGE_MIN);
        _register(Role.Edge, bob, EDGE_MIN);
        _register(Role.Guardian, grace, GUARDIAN_MIN);
        _register(Role.WatchDog, carol, WATCHDOG_MIN);
        assertEq(staking.nodeInfo(bob).index, 1, "second Edge");
        assertEq(staking.nodeInfo(grace).index, 0, "first Guardian");
        assertEq(staking.nodeInfo(carol).index, 0, "first WatchDog");
        assertEq(staking.nodeInfo(grace).lastSeenEpoch, 10, "a guardian counts as seen when it registers");
        assertEq(staking.nodeCount(Role.Edge), 2, "two Edges");
    }

    function test_noEndpointNoEvent() public {
        vm.recordLogs();
        _register(Role.Edge, alice, EDGE_MIN);
        assertEq(vm.getRecordedLogs().length, 3, "NodeRegistered, Transfer, Staked");
    }

    function test_permit() public {
        (address dave, uint256 key) = makeAddrAndKey("dave");
        token.transfer(dave, EDGE_MIN);
        PermitSignature memory permit = _permit(key, EDGE_MIN);
        vm.prank(dave);
        staking.registerAndStakeWithPermit(_registration(Role.Edge, dave), EDGE_MIN, permit);
        assertTrue(staking.isActive(dave), "registered");
        assertEq(token.allowance(dave, address(staking)), 0, "no allowance stays");
    }

    /// @dev Somebody who sees the permit in the mempool and uses it first changes nothing.
    function test_permitThatSomebodyElseUsed() public {
        (address dave, uint256 key) = makeAddrAndKey("dave");
        token.transfer(dave, EDGE_MIN);
        PermitSignature memory permit = _permit(key, EDGE_MIN);
        vm.prank(stranger);
        token.permit(dave, address(staking), EDGE_MIN, permit.deadline, permit.v, permit.r, permit.s);
        vm.prank(dave);
        staking.registerAndStakeWithPermit(_registration(Role.Edge, dave), EDGE_MIN, permit);
        assertTrue(staking.isActive(dave), "registered");
    }

    /// @dev With any bit of a permit changed there is no allowance, and nothing happens.
    function testFuzz_permitMutated(uint8 field, uint256 change) public {
        (address dave, uint256 key) = makeAddrAndKey("dave");
        token.transfer(dave, EDGE_MIN);
        PermitSignature memory permit = _permit(key, EDGE_MIN);
        change = bound(change, 1, type(uint256).max);
        if (field % 4 == 0) permit.deadline ^= change;
        else if (field % 4 == 1) permit.v ^= uint8(bound(change, 1, 255));
        else if (field % 4 == 2) permit.r ^= bytes32(change);
        else permit.s ^= bytes32(change);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(staking), 0, EDGE_MIN));
        vm.prank(dave);
        staking.registerAndStakeWithPermit(_registration(Role.Edge, dave), EDGE_MIN, permit);
    }

    function test_refusesNoRole() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InvalidRole.selector));
        _register(Role.None, alice, EDGE_MIN);
    }

    function test_refusesSecondRegistration() public {
        _register(Role.Edge, alice, EDGE_MIN);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.AlreadyRegistered.selector, alice));
        _register(Role.Guardian, alice, GUARDIAN_MIN);
    }

    function test_refusesStakeUnderTheMinimum() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.BelowMinimumStake.selector, EDGE_MIN - 1, EDGE_MIN));
        _register(Role.Edge, alice, EDGE_MIN - 1);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.BelowMinimumStake.selector, EDGE_MIN, GUARDIAN_MIN));
        _register(Role.Guardian, alice, EDGE_MIN);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.BelowMinimumStake.selector, 1, WATCHDOG_MIN));
        _register(Role.WatchDog, alice, 1);
    }

    function test_minimumMovesWithTheParameter() public {
        _govern(Parameter.MinStakeEdge, 20_000 ether);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.BelowMinimumStake.selector, EDGE_MIN, 20_000 ether));
        _register(Role.Edge, alice, EDGE_MIN);
        _register(Role.Edge, alice, 20_000 ether);
    }

    function test_refusesTooHighCommission() public {
        INodeStaking.Registration memory registration = _registration(Role.Edge, alice);
        registration.commission = 3_001;
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.CommissionTooHigh.selector, 3_001, 3_000));
        vm.prank(alice);
        staking.registerAndStake(registration, EDGE_MIN);
    }

    function test_longestEndpoint() public {
        INodeStaking.Registration memory registration = _registration(Role.Edge, alice);
        registration.endpoint = string(new bytes(257));
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InvalidEndpoint.selector, 257, 256));
        vm.prank(alice);
        staking.registerAndStake(registration, EDGE_MIN);
        registration.endpoint = string(new bytes(256));
        vm.prank(alice);
        staking.registerAndStake(registration, EDGE_MIN);
    }

    function test_refusesWithoutAllowance() public {
        address dave = makeAddr("dave");
        token.transfer(dave, EDGE_MIN);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(staking), 0, EDGE_MIN));
        _register(Role.Edge, dave, EDGE_MIN);
    }

    function _permit(uint256 key, uint256 amount) private view returns (PermitSignature memory permit) {
        permit.deadline = START + 1 hours;
        (permit.v, permit.r, permit.s) = signPermit(token, key, address(staking), amount, permit.deadline);
    }
}
