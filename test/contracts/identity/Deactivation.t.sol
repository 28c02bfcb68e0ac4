// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Change, IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {DidTest} from "./DidTest.sol";

/// @title An identity that is deactivated stays so, with all that hung on it
contract DeactivationTest is DidTest {
    bytes private gone;

    function setUp() public override {
        super.setUp();
        gone = abi.encodeWithSelector(IDidRegistry.IdentityDeactivated.selector, identity);
    }

    function test_deactivate() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDOwnerChanged(identity, address(0), 0);
        vm.prank(identity);
        registry.deactivate(identity);

        assertEq(registry.identityOwner(identity), address(0), "nobody's");
        assertEq(registry.owners(identity), address(0), "no owner is named");
        assertEq(registry.deactivatedAt(identity), START, "time");
        assertEq(registry.changed(identity), block.number, "block");
    }

    /// @notice This is how tools for ERC-1056 deactivate.
    function test_zeroOwnerDeactivates() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDOwnerChanged(identity, address(0), 0);
        vm.prank(identity);
        registry.changeOwner(identity, address(0));
        assertEq(registry.deactivatedAt(identity), START, "time");
        assertEq(registry.identityOwner(identity), address(0), "nobody's");
    }

    function test_byALaterOwner() public {
        vm.prank(identity);
        registry.changeOwner(identity, alice);
        vm.prank(alice);
        registry.deactivate(identity);
        assertEq(registry.owners(identity), address(0), "no owner is named");
        assertRefusesAll(alice, gone);
        assertRefusesAll(identity, gone);
    }

    function test_nobodyChangesItAnyMore() public {
        vm.prank(identity);
        registry.deactivate(identity);
        assertRefusesAll(identity, gone);
        assertRefusesAll(mallory, gone);
        assertRefusesAll(address(0), gone);
    }

    function test_noSignatureChangesItAnyMore() public {
        Change[] memory changes = one(changeOwnerChange(alice));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        bytes memory legacy = legacyCall(changes[0], identityKey);
        vm.prank(identity);
        registry.deactivate(identity);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), gone);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, ""), gone);
        assertRefuses(sponsor, legacy, gone);
        assertRefuses(sponsor, legacyCall(changes[0], 0, 0, 0), gone);
        vm.expectRevert(gone);
        registry.changesDigest(identity, changes, DEADLINE);
    }

    /// @notice Every delegate ends the second before; one that had ended by then keeps its end, and time changes nothing.
    function testFuzz_everyDelegateEnds(uint256 validity, uint256 delay, uint256 later) public {
        validity = bound(validity, 0, 10 days);
        delay = bound(delay, 0, 10 days);
        vm.prank(identity);
        registry.addDelegate(identity, RELAY, device, validity);
        vm.warp(START + delay);
        vm.prank(identity);
        registry.deactivate(identity);

        uint256 end = validity < delay ? START + validity : START + delay - 1;
        for (uint256 i = 0; i < 2; ++i) {
            assertEq(validityOf(RELAY, device), end, "end");
            assertFalse(registry.validDelegate(identity, RELAY, device), "valid");
            vm.warp(block.timestamp + bound(later, 0, 20 days));
        }
        assertEq(validityOf(RELAY, alice), 0, "who never was one");
    }

    function test_otherIdentitiesOfTheOwnerStay() public {
        vm.prank(identity);
        registry.changeOwner(identity, alice);
        vm.startPrank(alice);
        registry.deactivate(identity);
        registry.setAttribute(alice, SERVICE, URL, 1 days);
        assertEq(registry.identityOwner(alice), alice, "as it was");
    }
}
