// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {EpochClock} from "../../../contracts/governance/EpochClock.sol";
import {IProtocolConfig} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

contract AccessTest is StakingTest {
    function setUp() public override {
        super.setUp();
        _register(Role.Guardian, grace, GUARDIAN_MIN);
    }

    function test_wiring() public view {
        assertEq(address(staking.token()), address(token), "token");
        assertEq(address(staking.config()), address(config), "config");
        assertEq(staking.authority(), address(manager), "authority");
    }

    function test_restrictedToRoles() public {
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        address implementation = address(new NodeStaking(token, config));
        vm.startPrank(stranger);
        vm.expectRevert(refusal);
        staking.setRewardPool(stranger);
        vm.expectRevert(refusal);
        staking.setWorkProofs(stranger);
        vm.expectRevert(refusal);
        staking.pauseEntries(1);
        vm.expectRevert(refusal);
        staking.unpauseEntries();
        vm.expectRevert(refusal);
        staking.upgradeToAndCall(implementation, "");
        vm.expectRevert(refusal);
        staking.setAuthority(stranger);
        vm.stopPrank();
    }

    function test_workProofsAreBound() public {
        vm.startPrank(admin);
        vm.expectEmit(address(staking));
        emit INodeStaking.WorkProofsSet(heidi);
        staking.setWorkProofs(heidi);
        assertEq(staking.workProofs(), heidi, "bound");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.ZeroAddress.selector));
        staking.setWorkProofs(address(0));
        vm.stopPrank();
        vm.prank(heidi);
        staking.slash(grace, 1, address(0));
        vm.prank(heidi);
        staking.recordReveal(grace, 1);
    }

    /// @dev Not even the admin; and the reward pool slashes, but knows nothing of reveals.
    function test_onlyTheBoundContractsJudge() public {
        address[3] memory others = [stranger, admin, judge];
        vm.prank(admin);
        staking.setWorkProofs(heidi);
        for (uint256 i = 0; i < 3; ++i) {
            vm.startPrank(others[i]);
            vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotSlasher.selector, others[i]));
            staking.slash(grace, 1, stranger);
            vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotWorkProofs.selector, others[i]));
            staking.recordReveal(grace, 1);
            vm.stopPrank();
        }
        vm.startPrank(payer);
        assertEq(staking.slash(grace, 100, address(0)), GUARDIAN_MIN / 100, "by the reward pool");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotWorkProofs.selector, payer));
        staking.recordReveal(grace, 1);
        vm.stopPrank();
    }

    function test_upgradeByTheAdmin() public {
        address implementation = address(new NodeStaking(token, config));
        vm.prank(admin);
        staking.upgradeToAndCall(implementation, "");
        assertEq(staking.weightOf(grace), GUARDIAN_MIN, "storage stays");
    }

    function test_initializesOnce() public {
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        staking.initialize(stranger);
        NodeStaking implementation = new NodeStaking(token, config);
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        implementation.initialize(stranger);
    }

    function test_refusesZeroAddresses() public {
        bytes memory refusal = abi.encodeWithSelector(INodeStaking.ZeroAddress.selector);
        vm.expectRevert(refusal);
        new NodeStaking(IERC20(address(0)), config);
        address implementation = address(new NodeStaking(token, config));
        vm.expectRevert(refusal);
        new ERC1967Proxy(implementation, abi.encodeCall(NodeStaking.initialize, (address(0))));
        vm.expectRevert(refusal);
        vm.prank(admin);
        staking.setRewardPool(address(0));
    }

    function test_refusesAConfigurationThatIsNone() public {
        vm.expectRevert(abi.encodeWithSelector(EpochClock.InvalidConfig.selector, stranger));
        new NodeStaking(token, IProtocolConfig(stranger));
    }

    function test_namespaceIsThatOfErc7201() public view {
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("sending.storage.NodeStaking")) - 1)) & ~bytes32(uint256(0xff));
        bytes32 nodeSlot = keccak256(abi.encode(grace, slot));
        assertEq(uint256(vm.load(address(staking), nodeSlot)) >> 232, uint256(Role.Guardian), "the role, in its place");
        slot = keccak256(abi.encode(uint256(keccak256("sending.storage.EntryPause")) - 1)) & ~bytes32(uint256(0xff));
        assertEq(uint256(vm.load(address(staking), slot)), 0, "no pause yet");
    }

    function test_namespaceOfThePause() public {
        vm.prank(council);
        staking.pauseEntries(1 days);
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("sending.storage.EntryPause")) - 1)) & ~bytes32(uint256(0xff));
        assertEq(uint256(vm.load(address(staking), slot)), START + 1 days, "in its place");
    }
}
