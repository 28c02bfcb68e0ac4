// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DidRegistry} from "../../../contracts/identity/DidRegistry.sol";
import {Change, ChangeKind, IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {DidTest} from "./DidTest.sol";

/// @title Signatures of ERC-1056, as far as they are still good
contract LegacySignaturesTest is DidTest {
    /// @notice The digest written out once, so that it is not only its own witness.
    function test_digestIsThatOfErc1056() public {
        vm.prank(identity);
        registry.changeOwner(identity, alice);
        accept(legacyCall(addDelegateChange(RELAY, device, 1 days), aliceKey));
        // 0x19, 0, registry, nonce (here 1), identity, name of the function, its arguments
        bytes memory head = abi.encodePacked(bytes1(0x19), bytes1(0x00), address(registry), uint256(1), identity);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(aliceKey, keccak256(abi.encodePacked(head, "revokeDelegate", RELAY, device)));
        registry.revokeDelegateSigned(identity, v, r, s, RELAY, device);
        assertEq(validityOf(RELAY, device), START - 1, "revoked");
    }

    function test_changeOwner() public {
        bytes memory call = legacyCall(changeOwnerChange(alice), identityKey);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDOwnerChanged(identity, alice, 0);
        accept(call);
        assertEq(registry.identityOwner(identity), alice, "owner");
        assertEq(registry.nonce(identity), 1, "the signer's nonce");
        assertEq(registry.nonce(alice), 0, "not the new owner's");
    }

    function test_changeOwnerToNobodyDeactivates() public {
        accept(legacyCall(changeOwnerChange(address(0)), identityKey));
        assertEq(registry.deactivatedAt(identity), START, "deactivated");
    }

    function test_addDelegate() public {
        bytes memory call = legacyCall(addDelegateChange(RELAY, device, 1 days), identityKey);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, START + 1 days, 0);
        accept(call);
        assertEq(validityOf(RELAY, device), START + 1 days, "granted");
    }

    function test_revokeDelegate() public {
        vm.prank(identity);
        registry.addDelegate(identity, RELAY, device, 1 days);
        bytes memory call = legacyCall(revokeDelegateChange(RELAY, device), identityKey);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, START - 1, block.number);
        accept(call);
        assertEq(validityOf(RELAY, device), START - 1, "revoked");
    }

    function test_setAttribute() public {
        bytes memory call = legacyCall(setAttributeChange(SERVICE, URL, 1 days), identityKey);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDAttributeChanged(identity, SERVICE, URL, START + 1 days, 0);
        accept(call);
    }

    function test_revokeAttribute() public {
        bytes memory call = legacyCall(revokeAttributeChange(SERVICE, URL), identityKey);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDAttributeChanged(identity, SERVICE, URL, 0, 0);
        accept(call);
    }

    function test_onlyTheOwnersSignature() public {
        for (uint256 i = 0; i < legacyKinds.length; ++i) {
            assertRefuses(sponsor, legacyCall(fullChange(legacyKinds[i]), malloryKey), invalidSignature());
            assertRefuses(sponsor, legacyCall(fullChange(legacyKinds[i]), 0, 0, 0), invalidSignature());
        }
        vm.prank(identity);
        registry.changeOwner(identity, alice);
        for (uint256 i = 0; i < legacyKinds.length; ++i) {
            assertRefuses(sponsor, legacyCall(fullChange(legacyKinds[i]), identityKey), invalidSignature());
            accept(legacyCall(fullChange(legacyKinds[i]), aliceKey));
        }
    }

    function test_replay() public {
        for (uint256 i = 0; i < legacyKinds.length; ++i) {
            bytes memory call = legacyCall(fullChange(legacyKinds[i]), identityKey);
            accept(call);
            assertRefuses(sponsor, call, invalidSignature());
        }
        assertEq(registry.nonce(identity), legacyKinds.length, "a nonce each");
    }

    function test_nonceIsThatOfEip712Too() public {
        Change[] memory changes = one(fullChange(ChangeKind.AddDelegate));
        bytes memory legacy = legacyCall(changes[0], identityKey);
        bytes memory call = signedCall(changes, DEADLINE, signChanges(identityKey, changes, DEADLINE));
        uint256 snapshot = vm.snapshotState();
        accept(call);
        assertRefuses(sponsor, legacy, invalidSignature());
        vm.revertToState(snapshot);
        accept(legacy);
        assertRefuses(sponsor, call, invalidSignature());
    }

    function test_otherWritingsOfASignature() public {
        for (uint256 i = 0; i < legacyKinds.length; ++i) {
            Change memory change = fullChange(legacyKinds[i]);
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(identityKey, legacyDigest(change));
            uint8 other = v == 27 ? 28 : 27;
            assertRefuses(sponsor, legacyCall(change, other, r, s), invalidSignature());
            assertRefuses(sponsor, legacyCall(change, other, r, bytes32(GROUP_ORDER - uint256(s))), invalidSignature());
            assertRefuses(sponsor, legacyCall(change, v - 27, r, s), invalidSignature());
            assertRefuses(sponsor, legacyCall(change, 29, r, s), invalidSignature());
        }
    }

    /// @notice Whatever one changes in what was signed, by however little, it is not what was signed.
    function testFuzz_everyArgumentIsSigned(uint256 which, uint256 field, uint256 mask) public {
        Change memory change = fullChange(legacyKinds[which % legacyKinds.length]);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(identityKey, legacyDigest(change));
        ChangeKind kind = change.kind;
        mask = bound(mask, 1, type(uint256).max);
        bool isOwner = kind == ChangeKind.ChangeOwner;
        bool isAttribute = kind == ChangeKind.SetAttribute || kind == ChangeKind.RevokeAttribute;
        bool hasValidity = kind == ChangeKind.SetAttribute || kind == ChangeKind.AddDelegate;
        field %=
            isOwner
                ? 1
                : hasValidity
                    ? 3
                    : 2;
        if (field == 0 && isAttribute) change.value[mask % URL.length] ^= bytes1(uint8(bound(mask, 1, 255)));
        else if (field == 0) change.account = address(uint160(device) ^ uint160(bound(mask, 1, type(uint160).max)));
        else if (field == 1) change.name ^= bytes32(mask);
        else change.validity ^= mask;
        assertRefuses(sponsor, legacyCall(change, v, r, s), invalidSignature());
    }

    function test_otherIdentity() public {
        address other = makeAddr("other identity");
        vm.prank(other);
        registry.changeOwner(other, identity);
        for (uint256 i = 0; i < legacyKinds.length; ++i) {
            Change memory change = fullChange(legacyKinds[i]);
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(identityKey, legacyDigest(change));
            (identity, other) = (other, identity);
            assertRefuses(sponsor, legacyCall(change, v, r, s), invalidSignature());
            (identity, other) = (other, identity);
        }
    }

    function test_otherContract() public {
        bytes memory call = legacyCall(fullChange(ChangeKind.AddDelegate), identityKey);
        registry = new DidRegistry();
        assertRefuses(sponsor, call, invalidSignature());
    }

    function test_switchedOffForGood() public {
        bytes[] memory calls = new bytes[](legacyKinds.length);
        for (uint256 i = 0; i < legacyKinds.length; ++i) calls[i] = legacyCall(fullChange(legacyKinds[i]), identityKey);
        vm.prank(identity);
        registry.disableLegacySignatures(identity);

        bytes memory off = abi.encodeWithSelector(IDidRegistry.LegacySignaturesOff.selector, identity);
        for (uint256 i = 0; i < legacyKinds.length; ++i) assertRefuses(sponsor, calls[i], off);
        vm.prank(identity);
        registry.changeOwner(identity, alice);
        for (uint256 i = 0; i < legacyKinds.length; ++i) assertRefuses(sponsor, legacyCall(fullChange(legacyKinds[i]), aliceKey), off);
        assertTrue(registry.legacySignaturesDisabled(identity), "off under the new owner too");
        assertFalse(registry.legacySignaturesDisabled(alice), "of this identity alone");
    }

    function test_switchedOffOnce() public {
        Change[] memory changes = one(plainChange(ChangeKind.DisableLegacySignatures));
        vm.prank(identity);
        registry.disableLegacySignatures(identity);
        bytes memory off = abi.encodeWithSelector(IDidRegistry.LegacySignaturesOff.selector, identity);
        assertRefuses(identity, abi.encodeCall(IDidRegistry.disableLegacySignatures, (identity)), off);
        assertRefuses(identity, abi.encodeCall(IDidRegistry.applyChanges, (identity, changes)), off);
    }

    function test_switchLeavesTheRest() public {
        vm.startPrank(identity);
        registry.disableLegacySignatures(identity);
        registry.addDelegate(identity, RELAY, device, 1 days);
        vm.stopPrank();
        Change[] memory changes = one(revokeDelegateChange(RELAY, device));
        accept(signedCall(changes, DEADLINE, signChanges(identityKey, changes, DEADLINE)));
        assertEq(validityOf(RELAY, device), START - 1, "called and signed");
    }
}
