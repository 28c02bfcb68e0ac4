// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DidRegistry} from "../../../contracts/identity/DidRegistry.sol";
import {Change, ChangeKind, IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {DidTest} from "./DidTest.sol";

/// @title EIP-712 signed changes: what a signature is good for, and nothing else
contract SignedChangesTest is DidTest {
    /* solhint-disable quotes */
    function test_digestIsThatOfEip712() public {
        Change[] memory changes = new Change[](7);
        for (uint256 i = 0; i < changes.length; ++i) changes[i] = fullChange(ChangeKind(i));
        string memory fields = ',"name":"0x72656c6179000000000000000000000000000000000000000000000000000000","account":"';
        fields = string.concat(
            fields,
            vm.toString(device),
            '","value":"0x68747470733a2f2f656467652d303034322e6e6f6465732e6578616d706c652e6f72673a38343433","validity":86400}'
        );
        string memory list = string.concat('[{"kind":"setAttribute"', fields);
        string[6] memory others = [
            "revokeAttribute",
            "addDelegate",
            "revokeDelegate",
            "disableLegacySignatures",
            "changeOwner",
            "deactivate"
        ];
        for (uint256 i = 0; i < others.length; ++i) list = string.concat(list, ',{"kind":"', others[i], '"', fields);

        vm.prank(identity);
        registry.changeOwner(identity, alice);
        sendSigned(aliceKey, one(fullChange(ChangeKind.SetAttribute)));
        string memory json = string.concat(
            '{"types":{"EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},',
            '{"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],',
            '"Changes":[{"name":"identity","type":"address"},{"name":"owner","type":"address"},{"name":"changes","type":"Change[]"},',
            '{"name":"nonce","type":"uint256"},{"name":"deadline","type":"uint256"}],',
            '"Change":[{"name":"kind","type":"string"},{"name":"name","type":"bytes32"},{"name":"account","type":"address"},',
            '{"name":"value","type":"bytes"},{"name":"validity","type":"uint256"}]},"primaryType":"Changes",',
            '"domain":{"name":"SendingDid","version":"1","chainId":'
        );
        json = string.concat(json, vm.toString(block.chainid), ',"verifyingContract":"', vm.toString(address(registry)));
        json = string.concat(json, '"},"message":{"identity":"', vm.toString(identity), '","owner":"', vm.toString(alice));
        json = string.concat(json, '","changes":', list, '],"nonce":1,"deadline":', vm.toString(DEADLINE), "}}");
        assertEq(registry.changesDigest(identity, changes, DEADLINE), vm.eip712HashTypedData(json));
    }
    /* solhint-enable quotes */

    function test_domainIsReadable() public view {
        (bytes1 fields, string memory name, string memory version, uint256 chainId, address verifier, , ) = registry.eip712Domain();
        assertEq(uint256(uint8(fields)), 0x0f, "name, version, chain, contract");
        assertEq(name, "SendingDid", "name");
        assertEq(version, "1", "version");
        assertEq(chainId, block.chainid, "chain");
        assertEq(verifier, address(registry), "contract");
    }

    function test_setAttribute() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDAttributeChanged(identity, SERVICE, URL, START + 1 days, 0);
        sendSigned(identityKey, one(setAttributeChange(SERVICE, URL, 1 days)));
        assertEq(registry.nonce(identity), 1, "nonce used");
        assertEq(registry.nonce(sponsor), 0, "the owner's, not the sender's");
    }

    function test_revokeAttribute() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDAttributeChanged(identity, SERVICE, URL, 0, 0);
        sendSigned(identityKey, one(revokeAttributeChange(SERVICE, URL)));
    }

    function test_addAndRevokeDelegate() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, START + 1 days, 0);
        sendSigned(identityKey, one(addDelegateChange(RELAY, device, 1 days)));
        assertEq(validityOf(RELAY, device), START + 1 days, "granted");

        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, START - 1, block.number);
        sendSigned(identityKey, one(revokeDelegateChange(RELAY, device)));
        assertEq(validityOf(RELAY, device), START - 1, "revoked");
        assertEq(registry.nonce(identity), 2, "two signatures");
    }

    function test_changeOwner() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDOwnerChanged(identity, alice, 0);
        sendSigned(identityKey, one(changeOwnerChange(alice)));
        assertEq(registry.identityOwner(identity), alice, "owner");
        sendSigned(aliceKey, one(setAttributeChange(SERVICE, URL, 1 days)));
        assertEq(registry.nonce(alice), 1, "the new owner's nonce");
        assertEq(registry.nonce(identity), 1, "the former owner's stays");
    }

    function test_disableLegacySignatures() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.LegacySignaturesDisabled(identity);
        sendSigned(identityKey, one(plainChange(ChangeKind.DisableLegacySignatures)));
        assertTrue(registry.legacySignaturesDisabled(identity), "off");
    }

    function test_deactivate() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDOwnerChanged(identity, address(0), 0);
        sendSigned(identityKey, one(plainChange(ChangeKind.Deactivate)));
        assertEq(registry.deactivatedAt(identity), START, "deactivated");
    }

    function test_batch() public {
        sendSigned(identityKey, two(addDelegateChange(RELAY, device, 1 days), changeOwnerChange(alice)));
        assertEq(validityOf(RELAY, device), START + 1 days, "first");
        assertEq(registry.identityOwner(identity), alice, "second");
        assertEq(registry.nonce(identity), 1, "one signature");
    }

    function test_anybodyMaySendIt() public {
        Change[] memory changes = one(addDelegateChange(RELAY, device, 1 days));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        vm.prank(mallory);
        registry.applyChangesSigned(identity, changes, DEADLINE, signature);
        assertTrue(registry.validDelegate(identity, RELAY, device), "granted");
    }

    function test_deadlineIsTheLastSecond() public {
        Change[] memory changes = one(addDelegateChange(RELAY, device, 1 days));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        vm.warp(DEADLINE + 1);
        bytes memory expired = abi.encodeWithSelector(IDidRegistry.SignatureExpired.selector, DEADLINE);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), expired);
        vm.warp(DEADLINE);
        registry.applyChangesSigned(identity, changes, DEADLINE, signature);
        assertTrue(registry.validDelegate(identity, RELAY, device), "in time");
    }

    function test_replay() public {
        Change[] memory changes = one(addDelegateChange(RELAY, device, 1 days));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        registry.applyChangesSigned(identity, changes, DEADLINE, signature);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
    }

    function test_otherChain() public {
        Change[] memory changes = one(addDelegateChange(RELAY, device, 1 days));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        uint256 home = block.chainid;
        vm.chainId(home + 1);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
        vm.chainId(home);
        registry.applyChangesSigned(identity, changes, DEADLINE, signature);
    }

    function test_otherContract() public {
        Change[] memory changes = one(addDelegateChange(RELAY, device, 1 days));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        registry = new DidRegistry();
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
    }

    /// @notice Two signatures of an owner, each with the nonce of its place, work in their order alone.
    function test_outOfOrder() public {
        Change[] memory first = one(addDelegateChange(RELAY, device, 1 days));
        Change[] memory second = one(revokeDelegateChange(RELAY, device));
        bytes memory signedFirst = signChanges(identityKey, first, DEADLINE);
        uint256 snapshot = vm.snapshotState();
        registry.applyChangesSigned(identity, first, DEADLINE, signedFirst);
        bytes memory signedSecond = signChanges(identityKey, second, DEADLINE);
        vm.revertToState(snapshot);

        assertRefuses(sponsor, signedCall(second, DEADLINE, signedSecond), invalidSignature());
        registry.applyChangesSigned(identity, first, DEADLINE, signedFirst);
        registry.applyChangesSigned(identity, second, DEADLINE, signedSecond);
        assertRefuses(sponsor, signedCall(first, DEADLINE, signedFirst), invalidSignature());
        assertFalse(registry.validDelegate(identity, RELAY, device), "revoked");
    }

    /// @notice The nonce is the owner's: what he signed for one identity comes before or after what he signed for another.
    function test_nonceIsOneForAllIdentitiesOfAnOwner() public {
        vm.prank(identity);
        registry.changeOwner(identity, alice);
        Change[] memory changes = one(addDelegateChange(RELAY, device, 1 days));
        bytes memory signature = signChanges(aliceKey, changes, DEADLINE);
        address other = identity;
        identity = alice;
        sendSigned(aliceKey, changes);
        identity = other;
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
    }

    function test_formerOwnersSignature() public {
        Change[] memory changes = one(addDelegateChange(RELAY, device, 1 days));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        vm.prank(identity);
        registry.changeOwner(identity, alice);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
    }

    function test_strangersAndDelegatesSignatures() public {
        (address delegate, uint256 delegateKey) = makeAddrAndKey("delegate");
        vm.prank(identity);
        registry.addDelegate(identity, "sigAuth", delegate, 1 days);
        Change[] memory changes = one(changeOwnerChange(mallory));
        bytes memory signature = signChanges(malloryKey, changes, DEADLINE);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
        signature = signChanges(delegateKey, changes, DEADLINE);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
    }

    function test_otherWritingsOfASignature() public {
        Change[] memory changes = one(addDelegateChange(RELAY, device, 1 days));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(identityKey, registry.changesDigest(identity, changes, DEADLINE));
        bytes32 high = bytes32(GROUP_ORDER - uint256(s));
        bytes[8] memory others = [
            bytes(""),
            abi.encodePacked(r, s),
            abi.encodePacked(r, uint256(s) | (uint256(v - 27) << 255)),
            abi.encodePacked(r, s, v, uint8(0)),
            abi.encodePacked(r, s, v - 27),
            abi.encodePacked(r, high, v == 27 ? 28 : 27),
            abi.encodePacked(r, s, v == 27 ? 28 : 27),
            abi.encodePacked(bytes32(0), bytes32(0), v)
        ];
        for (uint256 i = 0; i < others.length; ++i) assertRefuses(sponsor, signedCall(changes, DEADLINE, others[i]), invalidSignature());
        registry.applyChangesSigned(identity, changes, DEADLINE, abi.encodePacked(r, s, v));
    }

    function test_nothingSigned() public {
        Change[] memory changes = new Change[](0);
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), abi.encodeWithSelector(IDidRegistry.NoChanges.selector));
    }

    function test_refusedChangeLeavesTheNonce() public {
        Change[] memory changes = one(addDelegateChange(RELAY, device, type(uint256).max));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        bytes memory reason = abi.encodeWithSelector(IDidRegistry.ValidityTooLong.selector, type(uint256).max);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), reason);
    }

    /// @notice Whatever one changes in what was signed, by however little, it is not what was signed.
    function testFuzz_everyFieldIsSigned(uint256 field, uint256 mask) public {
        field = bound(field, 0, 12);
        mask = bound(mask, 1, type(uint256).max);
        // Both identities are of one owner, so that signatures for them carry the same nonce.
        address other = makeAddr("other identity");
        vm.prank(other);
        registry.changeOwner(other, alice);
        vm.prank(identity);
        registry.changeOwner(identity, alice);

        uint256 deadline = DEADLINE;
        Change[] memory changes = two(fullChange(ChangeKind.AddDelegate), fullChange(ChangeKind.SetAttribute));
        bytes memory signature = signChanges(aliceKey, changes, deadline);
        uint256 which = mask % 2;
        Change memory change = changes[which];
        if (field == 0) identity = other;
        else if (field == 1) deadline = START + bound(mask, 1 hours + 1, type(uint256).max - START);
        else if (field == 2) change.kind = ChangeKind((uint256(change.kind) + 1 + (mask % 6)) % 7);
        else if (field == 3) change.name ^= bytes32(mask);
        else if (field == 4) change.account = address(uint160(change.account) ^ uint160(bound(mask, 1, type(uint160).max)));
        else if (field == 5) change.value[mask % 4] ^= bytes1(uint8(bound(mask, 1, 255)));
        else if (field == 6) change.value = abi.encodePacked(change.value, uint8(0));
        else if (field == 7) change.validity ^= mask;
        else if (field == 8) (changes[0], changes[1]) = (changes[1], changes[0]);
        else if (field == 9) changes = one(change);
        else if (field == 10) (changes = new Change[](3))[2] = change;
        else if (field == 11) signature[mask % 65] ^= bytes1(uint8(bound(mask, 1, 255)));
        else {
            vm.prank(alice);
            registry.changeOwner(identity, mallory);
        }
        assertRefuses(sponsor, signedCall(changes, deadline, signature), invalidSignature());
    }

    function sendSigned(uint256 key, Change[] memory changes) private {
        bytes memory signature = signChanges(key, changes, DEADLINE);
        vm.prank(sponsor);
        registry.applyChangesSigned(identity, changes, DEADLINE, signature);
    }
}
