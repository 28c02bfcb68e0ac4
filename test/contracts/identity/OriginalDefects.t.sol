// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Change, ChangeKind, IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {DidTest} from "./DidTest.sol";

/// @title What is wrong with `ethr-did-registry` 1.3.0, and not here
/// @dev Each comment says what the original does; `test/support/did-registry.mjs` runs its own code and finds the same.
contract OriginalDefectsTest is DidTest {
    /// @dev Original: owner 0x0 is stored as it is, and `identityOwner` then answers with the identity itself, whose key may sign
    /// `changeOwnerSigned` (or call `changeOwner`) and owns the identity again.
    function test_deactivationUndoneBySignedCall() public {
        vm.prank(identity);
        registry.changeOwner(identity, address(0));
        bytes memory gone = abi.encodeWithSelector(IDidRegistry.IdentityDeactivated.selector, identity);

        assertRefuses(sponsor, legacyCall(changeOwnerChange(identity), identityKey), gone);
        assertRefuses(identity, abi.encodeCall(IDidRegistry.changeOwner, (identity, identity)), gone);
        assertEq(registry.identityOwner(identity), address(0), "still nobody's");
    }

    /// @dev Original: `ecrecover` gives 0x0 for a signature that is none, which is the owner of identity 0x0, so anybody writes there.
    function test_identityZeroForgeableWithABadSignature() public {
        identity = address(0);
        bytes memory gone = abi.encodeWithSelector(IDidRegistry.IdentityDeactivated.selector, identity);
        for (uint256 i = 0; i < legacyKinds.length; ++i) assertRefuses(mallory, legacyCall(fullChange(legacyKinds[i]), 0, 0, 0), gone);
        assertRefuses(mallory, signedCall(one(fullChange(ChangeKind.SetAttribute)), DEADLINE, new bytes(65)), gone);
        assertEq(registry.changed(address(0)), 0, "never changed");
    }

    /// @dev Original: `(28 or 27, r, n - s)` passes as well as `(27 or 28, r, s)`: whoever sees a signature can write another one.
    function test_signatureMalleability() public {
        Change memory change = fullChange(ChangeKind.SetAttribute);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(identityKey, legacyDigest(change));
        (uint8 otherV, bytes32 highS) = (v == 27 ? 28 : 27, bytes32(GROUP_ORDER - uint256(s)));
        assertEq(ecrecover(legacyDigest(change), otherV, r, highS), identity, "the same signer");
        assertRefuses(sponsor, legacyCall(change, otherV, r, highS), invalidSignature());
        accept(legacyCall(change, v, r, s));
    }

    /// @dev Original: a digest names registry, nonce and identity, and no chain: the registry at the same address of another chain, which
    /// the deployment aims at, takes the signature as well.
    function test_missingChainId() public {
        Change[] memory changes = one(fullChange(ChangeKind.AddDelegate));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        bytes memory legacy = legacyCall(changes[0], identityKey);
        uint256 snapshot = vm.snapshotState();
        vm.chainId(block.chainid + 1);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
        accept(legacy);
        vm.revertToState(snapshot);

        // Kept for tools that know no other; an owner who wants none of it turns it off.
        vm.prank(identity);
        registry.disableLegacySignatures(identity);
        vm.chainId(block.chainid + 1);
        assertRefuses(sponsor, legacy, abi.encodeWithSelector(IDidRegistry.LegacySignaturesOff.selector, identity));
    }

    /// @dev Original: a signature that nobody sent is good for as long as the nonce stays, years later too.
    function test_missingDeadline() public {
        Change[] memory changes = one(fullChange(ChangeKind.AddDelegate));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        bytes memory legacy = legacyCall(changes[0], identityKey);
        vm.prank(identity);
        registry.disableLegacySignatures(identity);
        vm.warp(START + 3650 days);
        bytes memory expired = abi.encodeWithSelector(IDidRegistry.SignatureExpired.selector, DEADLINE);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), expired);
        assertRefuses(sponsor, legacy, abi.encodeWithSelector(IDidRegistry.LegacySignaturesOff.selector, identity));
    }

    /// @dev Original: revocation sets the validity to this second, which whoever asks "valid until now or later?" (resolvers do, and so
    /// does whoever asks about the start of an epoch) takes for valid.
    function test_revocationThatStaysValidInItsOwnSecond() public {
        vm.startPrank(identity);
        registry.addDelegate(identity, RELAY, device, 30 days);
        vm.warp(START + 1 days);
        registry.revokeDelegate(identity, RELAY, device);
        assertLt(validityOf(RELAY, device), block.timestamp, "ended before this second");
    }

    /// @dev Original: revoking who never was a delegate, or not any more, sets his validity to this second: it grants what it should take,
    /// and leaves him a delegate of the past whom nobody named.
    function test_revokingWhatWasNeverGranted() public {
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, 0, 0);
        vm.prank(identity);
        registry.revokeDelegate(identity, RELAY, device);
        assertEq(validityOf(RELAY, device), 0, "never was one");

        vm.prank(identity);
        registry.addDelegate(identity, RELAY, device, 1 days);
        vm.warp(START + 2 days);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, START + 1 days, block.number);
        vm.prank(identity);
        registry.revokeDelegate(identity, RELAY, device);
        assertEq(validityOf(RELAY, device), START + 1 days, "had expired by then");
    }

    /// @dev Original: `validDelegate` knows nothing of the owner, so that every delegate of an identity without owner is valid to his end.
    function test_deactivationThatLeavesDelegatesValid() public {
        vm.startPrank(identity);
        registry.addDelegate(identity, RELAY, device, 30 days);
        registry.addDelegate(identity, "sigAuth", alice, 300 days);
        vm.warp(START + 1 days);
        registry.deactivate(identity);
        assertFalse(registry.validDelegate(identity, RELAY, device), "no delegate any more");
        assertFalse(registry.validDelegate(identity, "sigAuth", alice), "of any type");
        assertEq(validityOf(RELAY, device), START + 1 days - 1, "ended before this second");
        assertEq(validityOf("sigAuth", alice), START + 1 days - 1, "ended before this second");
    }
}
