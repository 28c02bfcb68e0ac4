// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Change, ChangeKind, IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {Vm} from "../support/Vm.sol";
import {DidTest} from "./DidTest.sol";

/// @title A batch is its changes one after the other, or nothing
contract BatchTest is DidTest {
    function test_eachChangeInItsOrder() public {
        Change[] memory changes = new Change[](6);
        changes[0] = setAttributeChange(SERVICE, URL, 1 days);
        changes[1] = addDelegateChange(RELAY, device, 2 days);
        changes[2] = revokeAttributeChange(SERVICE, URL);
        changes[3] = plainChange(ChangeKind.DisableLegacySignatures);
        changes[4] = revokeDelegateChange(RELAY, device);
        changes[5] = changeOwnerChange(alice);

        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDAttributeChanged(identity, SERVICE, URL, START + 1 days, 0);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, START + 2 days, 1_000);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDAttributeChanged(identity, SERVICE, URL, 0, 1_000);
        vm.expectEmit(address(registry));
        emit IDidRegistry.LegacySignaturesDisabled(identity);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, START - 1, 1_000);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDOwnerChanged(identity, alice, 1_000);
        vm.prank(identity);
        registry.applyChanges(identity, changes);

        assertEq(registry.changed(identity), 1_000, "block");
        assertEq(registry.identityOwner(identity), alice, "owner");
        assertTrue(registry.legacySignaturesDisabled(identity), "legacy signatures off");
        assertEq(validityOf(RELAY, device), START - 1, "delegate");
    }

    function test_deactivation() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, START + 2 days, 0);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDOwnerChanged(identity, address(0), 1_000);
        vm.prank(identity);
        registry.applyChanges(identity, two(addDelegateChange(RELAY, device, 2 days), plainChange(ChangeKind.Deactivate)));
        assertEq(registry.deactivatedAt(identity), START, "deactivated");
        assertEq(validityOf(RELAY, device), START - 1, "and so is the delegate of the same batch");
    }

    function test_nothing() public {
        bytes memory call = abi.encodeCall(IDidRegistry.applyChanges, (identity, new Change[](0)));
        assertRefuses(identity, call, abi.encodeWithSelector(IDidRegistry.NoChanges.selector));
    }

    function test_oneRefusedChangeUndoesTheOthers() public {
        Change[] memory changes = two(addDelegateChange(RELAY, device, 1 days), setAttributeChange(SERVICE, URL, type(uint256).max));
        bytes memory reason = abi.encodeWithSelector(IDidRegistry.ValidityTooLong.selector, type(uint256).max);
        assertRefuses(identity, abi.encodeCall(IDidRegistry.applyChanges, (identity, changes)), reason);
    }

    function test_nothingAfterTheIdentityIsGivenAway() public {
        Change[] memory changes = two(changeOwnerChange(alice), setAttributeChange(SERVICE, URL, 1 days));
        bytes memory reason = abi.encodeWithSelector(IDidRegistry.NotIdentityOwner.selector, identity, identity);
        assertRefuses(identity, abi.encodeCall(IDidRegistry.applyChanges, (identity, changes)), reason);
    }

    function test_nothingAfterDeactivation() public {
        bytes memory reason = abi.encodeWithSelector(IDidRegistry.IdentityDeactivated.selector, identity);
        Change[] memory changes = two(plainChange(ChangeKind.Deactivate), setAttributeChange(SERVICE, URL, 1 days));
        assertRefuses(identity, abi.encodeCall(IDidRegistry.applyChanges, (identity, changes)), reason);
        changes[0] = changeOwnerChange(address(0));
        assertRefuses(identity, abi.encodeCall(IDidRegistry.applyChanges, (identity, changes)), reason);
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        bytes memory call = abi.encodeCall(IDidRegistry.applyChangesSigned, (identity, changes, DEADLINE, signature));
        assertRefuses(sponsor, call, reason);
    }

    function test_ownerThatStaysMayGoOn() public {
        vm.prank(identity);
        registry.applyChanges(identity, two(changeOwnerChange(identity), addDelegateChange(RELAY, device, 1 days)));
        assertTrue(registry.validDelegate(identity, RELAY, device), "granted");
    }

    function test_switchAloneIsNotInTheList() public {
        vm.prank(identity);
        registry.applyChanges(identity, one(plainChange(ChangeKind.DisableLegacySignatures)));
        assertEq(registry.changed(identity), 0, "no event of ERC-1056");
    }

    function test_unknownKind() public {
        bytes memory call = abi.encodeCall(IDidRegistry.applyChanges, (identity, one(plainChange(ChangeKind.Deactivate))));
        // Selector, identity, offset, length, offset of the change; then its kind.
        assertEq(uint256(uint8(call[4 + 5 * 32 - 1])), uint256(ChangeKind.Deactivate), "place of the kind");
        call[4 + 5 * 32 - 1] = bytes1(uint8(ChangeKind.Deactivate) + 1);
        assertRefuses(identity, call, "");
    }

    /// @notice Same events, same state, same failure: as many calls of the functions, or one batch, sent or signed.
    function testFuzz_batchIsTheSequenceOfItsCalls(uint256 seed, uint256 length) public {
        Change[] memory changes = new Change[](bound(length, 1, 6));
        for (uint256 i = 0; i < changes.length; ++i) changes[i] = randomChange(uint256(keccak256(abi.encode(seed, i))));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);

        uint256 snapshot = vm.snapshotState();
        (bytes32 state, bytes32 logs, bytes memory failure) = applyOneByOne(changes);
        vm.revertToState(snapshot);

        bytes32 before = fingerprint();
        address sender = seed % 2 == 0 ? identity : sponsor;
        bytes memory call =
            sender == identity
                ? abi.encodeCall(IDidRegistry.applyChanges, (identity, changes))
                : abi.encodeCall(IDidRegistry.applyChangesSigned, (identity, changes, DEADLINE, signature));
        vm.recordLogs();
        vm.prank(sender);
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory result) = address(registry).call(call);
        if (failure.length != 0) {
            assertFalse(success, "fails as well");
            assertEq(result, failure, "for the same reason");
            assertEq(fingerprint(), before, "and does nothing");
            return;
        }
        assertTrue(success, "succeeds as well");
        assertEq(hashOfLogs(), logs, "events");
        assertEq(stateOfDocument(), state, "state");
    }

    function applyOneByOne(Change[] memory changes) private returns (bytes32 state, bytes32 logs, bytes memory failure) {
        vm.recordLogs();
        for (uint256 i = 0; i < changes.length && failure.length == 0; ++i) {
            vm.prank(identity);
            // solhint-disable-next-line avoid-low-level-calls
            (bool success, bytes memory result) = address(registry).call(directCall(changes[i]));
            if (!success) failure = result;
        }
        return (stateOfDocument(), hashOfLogs(), failure);
    }

    /// @dev Few delegates and attributes, so that changes meet; mostly changes that let others follow.
    function randomChange(uint256 seed) private view returns (Change memory change) {
        uint256 kind = seed % 24;
        change.kind =
            kind < 20
                ? ChangeKind(kind % 5)
                : kind < 22
                    ? ChangeKind.ChangeOwner
                    : ChangeKind(kind % 7);
        change.name = (seed >> 8) % 2 == 0 ? RELAY : SERVICE;
        change.account = (seed >> 16) % 2 == 0 ? device : identity;
        change.value = (seed >> 24) % 2 == 0 ? URL : bytes("");
        change.validity = (seed >> 32) % 16 == 0 ? type(uint256).max : (seed >> 40) % 30 days;
    }

    function hashOfLogs() private returns (bytes32 hash) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) hash = keccak256(abi.encode(hash, logs[i].topics, logs[i].data));
    }

    function stateOfDocument() private view returns (bytes32) {
        bytes32 hash = keccak256(
            abi.encode(
                registry.identityOwner(identity),
                registry.changed(identity),
                registry.deactivatedAt(identity),
                registry.legacySignaturesDisabled(identity)
            )
        );
        for (uint256 i = 0; i < 4; ++i)
            hash = keccak256(abi.encode(hash, validityOf(i % 2 == 0 ? RELAY : SERVICE, i < 2 ? device : identity)));
        return hash;
    }
}
