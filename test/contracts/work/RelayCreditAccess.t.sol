// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {EpochClock} from "../../../contracts/governance/EpochClock.sol";
import {IProtocolConfig} from "../../../contracts/governance/IProtocolConfig.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {RelayCredit} from "../../../contracts/work/RelayCredit.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

contract RelayCreditAccessTest is SettlementTest {
    function test_wiring() public view {
        assertEq(address(credit.token()), address(token), "token");
        assertEq(address(credit.config()), address(config), "config");
        assertEq(credit.authority(), address(manager), "authority");
        assertEq(credit.rewardPool(), address(pool), "pool");
    }

    function test_restrictedToRoles() public {
        address implementation = address(new RelayCredit(token, config));
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(refusal);
        credit.setRewardPool(stranger);
        vm.expectRevert(refusal);
        credit.pauseEntries(1);
        vm.expectRevert(refusal);
        credit.unpauseEntries();
        vm.expectRevert(refusal);
        credit.upgradeToAndCall(implementation, "");
        vm.expectRevert(refusal);
        credit.setAuthority(stranger);
        vm.stopPrank();
    }

    function test_namesTheRewardPool() public {
        vm.expectEmit(address(credit));
        emit IRelayCredit.RewardPoolSet(stranger);
        vm.startPrank(admin);
        credit.setRewardPool(stranger);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.ZeroAddress.selector));
        credit.setRewardPool(address(0));
        vm.stopPrank();
        assertEq(credit.rewardPool(), stranger, "set");
    }

    /// @dev Only the reward pool collects, and no more than there is.
    function test_collects() public {
        vm.prank(bob);
        credit.deposit(bob, alice, 10 ether);
        vm.prank(admin);
        credit.setRewardPool(stranger);
        vm.expectEmit(address(credit));
        emit IRelayCredit.ChargesCollected(4 ether);
        vm.startPrank(stranger);
        credit.collect(4 ether);
        assertEq(token.balanceOf(stranger), 4 ether, "collected");
        assertEq(credit.creditHeld(), 6 ether, "left");
        vm.expectRevert();
        credit.collect(6 ether + 1);
        credit.collect(6 ether);
        vm.stopPrank();
    }

    function testFuzz_RevertWhen_AnybodyElseCollects(address caller) public {
        vm.assume(caller != address(pool));
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.NotRewardPool.selector, caller));
        vm.prank(caller);
        credit.collect(0);
    }

    function test_initializesOnce() public {
        bytes memory refusal = abi.encodeWithSelector(Initializable.InvalidInitialization.selector);
        vm.expectRevert(refusal);
        credit.initialize(stranger);
        RelayCredit implementation = new RelayCredit(token, config);
        vm.expectRevert(refusal);
        implementation.initialize(stranger);
    }

    function test_refusesZeroAddresses() public {
        bytes memory refusal = abi.encodeWithSelector(IRelayCredit.ZeroAddress.selector);
        vm.expectRevert(refusal);
        new RelayCredit(IERC20(address(0)), config);
        vm.expectRevert(abi.encodeWithSelector(EpochClock.InvalidConfig.selector, stranger));
        new RelayCredit(token, IProtocolConfig(stranger));
        address implementation = address(new RelayCredit(token, config));
        vm.expectRevert(refusal);
        new ERC1967Proxy(implementation, abi.encodeCall(RelayCredit.initialize, (address(0))));
    }

    function test_namespaceIsThatOfErc7201() public view {
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("sending.storage.RelayCredit")) - 1)) & ~bytes32(uint256(0xff));
        uint256 word = uint256(vm.load(address(credit), bytes32(uint256(slot) + 2)));
        assertEq(address(uint160(word)), address(pool), "the pool, in its place");
    }
}
