// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {DidTest} from "./DidTest.sol";

/// @title The registry as tools for ERC-1056 know it
contract Erc1056Test is DidTest {
    /// @dev The values are those of the ABI that `ethr-did-registry` 1.3.0 publishes.
    function test_selectorsAreThePublishedOnes() public pure {
        assertEq(IDidRegistry.addDelegate.selector, bytes4(0xa7068d66));
        assertEq(IDidRegistry.addDelegateSigned.selector, bytes4(0x9c2c1b2b));
        assertEq(IDidRegistry.changeOwner.selector, bytes4(0xf00d4b5d));
        assertEq(IDidRegistry.changeOwnerSigned.selector, bytes4(0x240cf1fa));
        assertEq(IDidRegistry.changed.selector, bytes4(0xf96d0f9f));
        assertEq(IDidRegistry.delegates.selector, bytes4(0x0d44625b));
        assertEq(IDidRegistry.identityOwner.selector, bytes4(0x8733d4e8));
        assertEq(IDidRegistry.nonce.selector, bytes4(0x70ae92d2));
        assertEq(IDidRegistry.owners.selector, bytes4(0x022914a7));
        assertEq(IDidRegistry.revokeAttribute.selector, bytes4(0x00c023da));
        assertEq(IDidRegistry.revokeAttributeSigned.selector, bytes4(0xe476af5c));
        assertEq(IDidRegistry.revokeDelegate.selector, bytes4(0x80b29f7c));
        assertEq(IDidRegistry.revokeDelegateSigned.selector, bytes4(0x93072684));
        assertEq(IDidRegistry.setAttribute.selector, bytes4(0x7ad4b0a4));
        assertEq(IDidRegistry.setAttributeSigned.selector, bytes4(0x123b5e98));
        assertEq(IDidRegistry.validDelegate.selector, bytes4(0x622b2a3c));
    }

    function test_topicsAreThePublishedOnes() public pure {
        bytes32 owner = 0x38a5a6e68f30ed1ab45860a4afb34bcb2fc00f22ca462d249b8a8d40cda6f7a3;
        bytes32 delegate = 0x5a5084339536bcab65f20799fcc58724588145ca054bd2be626174b27ba156f7;
        bytes32 attribute = 0x18ab6b2ae3d64306c00ce663125f2bd680e441a098de1635bd7ad8b0d44965e4;
        assertEq(IDidRegistry.DIDOwnerChanged.selector, owner, "owner");
        assertEq(IDidRegistry.DIDDelegateChanged.selector, delegate, "delegate");
        assertEq(IDidRegistry.DIDAttributeChanged.selector, attribute, "attribute");
    }

    function testFuzz_everyAddressOwnsItself(address anyone) public view {
        assertEq(registry.identityOwner(anyone), anyone, "owner");
        assertEq(registry.owners(anyone), address(0), "none was named");
        assertEq(registry.changed(anyone), 0, "nothing changed");
        assertEq(registry.nonce(anyone), 0, "nothing signed");
        assertEq(registry.deactivatedAt(anyone), 0, "active");
        assertFalse(registry.legacySignaturesDisabled(anyone), "as ERC-1056 has it");
    }

    function test_changeOwner() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDOwnerChanged(identity, alice, 0);
        vm.prank(identity);
        registry.changeOwner(identity, alice);

        assertEq(registry.identityOwner(identity), alice, "owner");
        assertEq(registry.owners(identity), alice, "named");
        assertEq(registry.changed(identity), block.number, "block");
        assertRefusesAll(identity, abi.encodeWithSelector(IDidRegistry.NotIdentityOwner.selector, identity, identity));
    }

    function test_ownerGivesTheIdentityBack() public {
        vm.prank(identity);
        registry.changeOwner(identity, alice);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDOwnerChanged(identity, identity, block.number);
        vm.prank(alice);
        registry.changeOwner(identity, identity);
        assertEq(registry.identityOwner(identity), identity, "itself again");
        assertRefusesAll(alice, abi.encodeWithSelector(IDidRegistry.NotIdentityOwner.selector, identity, alice));
    }

    function test_nobodyButTheOwner() public {
        assertRefusesAll(mallory, abi.encodeWithSelector(IDidRegistry.NotIdentityOwner.selector, identity, mallory));
    }

    function test_aDelegateIsNoOwner() public {
        vm.prank(identity);
        registry.addDelegate(identity, RELAY, device, 1 days);
        assertRefusesAll(device, abi.encodeWithSelector(IDidRegistry.NotIdentityOwner.selector, identity, device));
    }

    function testFuzz_addDelegate(bytes32 delegateType, address delegate, uint256 validity) public {
        validity = bound(validity, 0, type(uint256).max - block.timestamp);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, delegateType, delegate, START + validity, 0);
        vm.prank(identity);
        registry.addDelegate(identity, delegateType, delegate, validity);

        assertEq(validityOf(delegateType, delegate), START + validity, "validity");
        assertEq(registry.validDelegate(identity, delegateType, delegate), validity != 0, "valid now");
        if (validity != 0) vm.warp(START + validity - 1);
        assertEq(registry.validDelegate(identity, delegateType, delegate), validity != 0, "to the last second before");
        vm.warp(START + validity);
        assertFalse(registry.validDelegate(identity, delegateType, delegate), "not any more");
    }

    function test_delegateIsOneOfTypeAndIdentity() public {
        vm.prank(identity);
        registry.addDelegate(identity, RELAY, device, 1 days);
        assertTrue(registry.validDelegate(identity, RELAY, device), "granted");
        assertFalse(registry.validDelegate(identity, "sigAuth", device), "other type");
        assertFalse(registry.validDelegate(identity, RELAY, alice), "other delegate");
        assertFalse(registry.validDelegate(alice, RELAY, device), "other identity");
    }

    function test_grantReplacesTheOneBefore() public {
        vm.startPrank(identity);
        registry.addDelegate(identity, RELAY, device, 30 days);
        registry.addDelegate(identity, RELAY, device, 1 days);
        vm.stopPrank();
        assertEq(validityOf(RELAY, device), START + 1 days, "shorter");
    }

    function test_validityPastTheEndOfTime() public {
        uint256 most = type(uint256).max - START;
        vm.startPrank(identity);
        vm.expectRevert(abi.encodeWithSelector(IDidRegistry.ValidityTooLong.selector, most + 1));
        registry.addDelegate(identity, RELAY, device, most + 1);
        vm.expectRevert(abi.encodeWithSelector(IDidRegistry.ValidityTooLong.selector, type(uint256).max));
        registry.setAttribute(identity, SERVICE, URL, type(uint256).max);
        registry.addDelegate(identity, RELAY, device, most);
        assertEq(validityOf(RELAY, device), type(uint256).max, "for ever");
    }

    function test_revokeDelegate() public {
        vm.prank(identity);
        registry.addDelegate(identity, RELAY, device, 30 days);
        uint256 granted = block.number;
        wait(1 days);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, block.timestamp - 1, granted);
        vm.prank(identity);
        registry.revokeDelegate(identity, RELAY, device);
        assertEq(validityOf(RELAY, device), block.timestamp - 1, "ended");
        assertFalse(registry.validDelegate(identity, RELAY, device), "not valid");

        vm.prank(identity);
        registry.addDelegate(identity, RELAY, device, 1 days);
        assertTrue(registry.validDelegate(identity, RELAY, device), "granted again");
    }

    function testFuzz_setAttribute(bytes32 name, bytes calldata value, uint256 validity) public {
        validity = bound(validity, 0, type(uint256).max - block.timestamp);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDAttributeChanged(identity, name, value, START + validity, 0);
        vm.prank(identity);
        registry.setAttribute(identity, name, value, validity);
        assertEq(registry.changed(identity), block.number, "block");
    }

    function testFuzz_revokeAttribute(bytes32 name, bytes calldata value) public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDAttributeChanged(identity, name, value, 0, 0);
        vm.prank(identity);
        registry.revokeAttribute(identity, name, value);
        assertEq(registry.changed(identity), block.number, "block");
    }

    function test_eachChangeNamesTheBlockOfTheOneBefore() public {
        vm.startPrank(identity);
        registry.setAttribute(identity, SERVICE, URL, 1 days);
        vm.roll(1_007);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, START + 1 days, 1_000);
        registry.addDelegate(identity, RELAY, device, 1 days);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDAttributeChanged(identity, SERVICE, URL, 0, 1_007);
        registry.revokeAttribute(identity, SERVICE, URL);
        assertEq(registry.changed(identity), 1_007, "newest");
        assertEq(registry.changed(alice), 0, "a list for each identity");
        vm.roll(1_008);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDOwnerChanged(identity, alice, 1_007);
        registry.changeOwner(identity, alice);
    }

    function test_switchIsNotInTheList() public {
        vm.prank(identity);
        registry.setAttribute(identity, SERVICE, URL, 1 days);
        vm.roll(1_001);
        vm.expectEmit(address(registry));
        emit IDidRegistry.LegacySignaturesDisabled(identity);
        vm.prank(identity);
        registry.disableLegacySignatures(identity);
        assertTrue(registry.legacySignaturesDisabled(identity), "off");
        assertEq(registry.changed(identity), 1_000, "a resolver would find no event that it knows in block 1,001");
    }

    function test_zeroAddressIsNobodys() public {
        identity = address(0);
        assertRefusesAll(mallory, abi.encodeWithSelector(IDidRegistry.IdentityDeactivated.selector, address(0)));
        assertRefusesAll(address(0), abi.encodeWithSelector(IDidRegistry.IdentityDeactivated.selector, address(0)));
    }
}
