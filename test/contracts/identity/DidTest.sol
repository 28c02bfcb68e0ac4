// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DidRegistry} from "../../../contracts/identity/DidRegistry.sol";
import {Change, ChangeKind, IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {Test} from "../support/Test.sol";

/// @title A registry, an identity with its key, and ways to write and sign changes
abstract contract DidTest is Test {
    /// @dev `s` and the order of the group: signatures with the other half of `s` verify as well, in `ecrecover`.
    uint256 internal constant GROUP_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant DEADLINE = START + 1 hours;
    bytes32 internal constant RELAY = "relay";
    bytes32 internal constant SERVICE = "did/svc/SendingEdge";
    bytes internal constant URL = "https://edge-0042.nodes.example.org:8443";

    /// @dev The kinds that ERC-1056 has a signed function for.
    ChangeKind[5] internal legacyKinds = [
        ChangeKind.SetAttribute,
        ChangeKind.RevokeAttribute,
        ChangeKind.AddDelegate,
        ChangeKind.RevokeDelegate,
        ChangeKind.ChangeOwner
    ];

    DidRegistry internal registry;
    address internal identity;
    uint256 internal identityKey;
    address internal alice;
    uint256 internal aliceKey;
    address internal mallory;
    uint256 internal malloryKey;
    address internal device;
    /// @dev Who sends what others signed.
    address internal sponsor;

    function setUp() public virtual {
        vm.warp(START);
        vm.roll(1_000);
        registry = new DidRegistry();
        (identity, identityKey) = makeAddrAndKey("identity");
        (alice, aliceKey) = makeAddrAndKey("alice");
        (mallory, malloryKey) = makeAddrAndKey("mallory");
        device = makeAddr("device");
        sponsor = makeAddr("sponsor");
    }

    function setAttributeChange(bytes32 name, bytes memory value, uint256 validity) internal pure returns (Change memory) {
        return Change(ChangeKind.SetAttribute, name, address(0), value, validity);
    }

    function revokeAttributeChange(bytes32 name, bytes memory value) internal pure returns (Change memory) {
        return Change(ChangeKind.RevokeAttribute, name, address(0), value, 0);
    }

    function addDelegateChange(bytes32 delegateType, address delegate, uint256 validity) internal pure returns (Change memory) {
        return Change(ChangeKind.AddDelegate, delegateType, delegate, "", validity);
    }

    function revokeDelegateChange(bytes32 delegateType, address delegate) internal pure returns (Change memory) {
        return Change(ChangeKind.RevokeDelegate, delegateType, delegate, "", 0);
    }

    function changeOwnerChange(address newOwner) internal pure returns (Change memory) {
        return Change(ChangeKind.ChangeOwner, 0, newOwner, "", 0);
    }

    function plainChange(ChangeKind kind) internal pure returns (Change memory) {
        return Change(kind, 0, address(0), "", 0);
    }

    function one(Change memory change) internal pure returns (Change[] memory changes) {
        changes = new Change[](1);
        changes[0] = change;
    }

    function two(Change memory first, Change memory second) internal pure returns (Change[] memory changes) {
        changes = new Change[](2);
        (changes[0], changes[1]) = (first, second);
    }

    function typeHash(bytes32 delegateType) internal pure returns (bytes32) {
        return keccak256(abi.encode(delegateType));
    }

    function validityOf(bytes32 delegateType, address delegate) internal view returns (uint256) {
        return registry.delegates(identity, typeHash(delegateType), delegate);
    }

    /// @notice r, s, v of `key` over what the registry says the identity's owner has to sign.
    function signChanges(uint256 key, Change[] memory changes, uint256 deadline) internal view returns (bytes memory) {
        return signDigest(key, registry.changesDigest(identity, changes, deadline));
    }

    function signDigest(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    /// @notice What ERC-1056 signs for `change`: packed name and arguments of its function, after the nonce of `identity`'s owner.
    function legacyDigest(Change memory change) internal view returns (bytes32) {
        uint256 nonce = registry.nonce(registry.identityOwner(identity));
        return keccak256(abi.encodePacked(hex"1900", registry, nonce, identity, legacyArguments(change)));
    }

    function legacyArguments(Change memory change) private pure returns (bytes memory) {
        ChangeKind kind = change.kind;
        if (kind == ChangeKind.SetAttribute) return abi.encodePacked("setAttribute", change.name, change.value, change.validity);
        if (kind == ChangeKind.RevokeAttribute) return abi.encodePacked("revokeAttribute", change.name, change.value);
        if (kind == ChangeKind.AddDelegate) return abi.encodePacked("addDelegate", change.name, change.account, change.validity);
        if (kind == ChangeKind.RevokeDelegate) return abi.encodePacked("revokeDelegate", change.name, change.account);
        return abi.encodePacked("changeOwner", change.account);
    }

    /// @notice The call of ERC-1056's signed function that makes `change`.
    function legacyCall(Change memory c, uint8 v, bytes32 r, bytes32 s) internal view returns (bytes memory) {
        if (c.kind == ChangeKind.SetAttribute)
            return abi.encodeCall(IDidRegistry.setAttributeSigned, (identity, v, r, s, c.name, c.value, c.validity));
        if (c.kind == ChangeKind.RevokeAttribute)
            return abi.encodeCall(IDidRegistry.revokeAttributeSigned, (identity, v, r, s, c.name, c.value));
        if (c.kind == ChangeKind.AddDelegate)
            return abi.encodeCall(IDidRegistry.addDelegateSigned, (identity, v, r, s, c.name, c.account, c.validity));
        if (c.kind == ChangeKind.RevokeDelegate)
            return abi.encodeCall(IDidRegistry.revokeDelegateSigned, (identity, v, r, s, c.name, c.account));
        return abi.encodeCall(IDidRegistry.changeOwnerSigned, (identity, v, r, s, c.account));
    }

    /// @notice The same call with the signature of `key`.
    function legacyCall(Change memory change, uint256 key) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, legacyDigest(change));
        return legacyCall(change, v, r, s);
    }

    /// @notice The call of the function that makes `c` when its sender is the owner.
    function directCall(Change memory c) internal view returns (bytes memory) {
        if (c.kind == ChangeKind.SetAttribute) return abi.encodeCall(IDidRegistry.setAttribute, (identity, c.name, c.value, c.validity));
        if (c.kind == ChangeKind.RevokeAttribute) return abi.encodeCall(IDidRegistry.revokeAttribute, (identity, c.name, c.value));
        if (c.kind == ChangeKind.AddDelegate) return abi.encodeCall(IDidRegistry.addDelegate, (identity, c.name, c.account, c.validity));
        if (c.kind == ChangeKind.RevokeDelegate) return abi.encodeCall(IDidRegistry.revokeDelegate, (identity, c.name, c.account));
        if (c.kind == ChangeKind.ChangeOwner) return abi.encodeCall(IDidRegistry.changeOwner, (identity, c.account));
        if (c.kind == ChangeKind.Deactivate) return abi.encodeCall(IDidRegistry.deactivate, (identity));
        return abi.encodeCall(IDidRegistry.disableLegacySignatures, (identity));
    }

    function signedCall(Change[] memory changes, uint256 deadline, bytes memory signature) internal view returns (bytes memory) {
        return abi.encodeCall(IDidRegistry.applyChangesSigned, (identity, changes, deadline, signature));
    }

    /// @notice The error of a signature that is not the owner's.
    function invalidSignature() internal view returns (bytes memory) {
        return abi.encodeWithSelector(IDidRegistry.InvalidSignature.selector, identity, registry.identityOwner(identity));
    }

    /// @notice A change of that kind with every field set, those that it ignores too.
    function fullChange(ChangeKind kind) internal view returns (Change memory) {
        return Change(kind, RELAY, device, URL, 1 days);
    }

    function accept(bytes memory data) internal {
        vm.prank(sponsor);
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, ) = address(registry).call(data);
        assertTrue(success, "accepted");
    }

    /// @notice `sender` can make none of the changes that need no signature; each fails with `reason` and leaves no trace.
    function assertRefusesAll(address sender, bytes memory reason) internal {
        bytes[] memory calls = unsignedCalls();
        for (uint256 i = 0; i < calls.length; ++i) assertRefuses(sender, calls[i], reason);
    }

    /// @notice The call fails with `reason`, and the identity is as it was.
    function assertRefuses(address sender, bytes memory data, bytes memory reason) internal {
        bytes32 before = fingerprint();
        vm.prank(sender);
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory result) = address(registry).call(data);
        assertFalse(success, "refused");
        assertEq(result, reason, "reason");
        assertEq(fingerprint(), before, "no trace");
    }

    /// @notice One call of each function that changes `identity` on its owner's call.
    function unsignedCalls() internal view returns (bytes[] memory calls) {
        calls = new bytes[](8);
        for (uint256 i = 0; i < 7; ++i) calls[i] = directCall(fullChange(ChangeKind(i)));
        calls[7] = abi.encodeCall(IDidRegistry.applyChanges, (identity, one(fullChange(ChangeKind.SetAttribute))));
    }

    /// @notice All that the views say of the identity and its owner.
    function fingerprint() internal view returns (bytes32) {
        address owner = registry.identityOwner(identity);
        return
            keccak256(
                abi.encode(
                    owner,
                    registry.owners(identity),
                    registry.changed(identity),
                    registry.nonce(owner),
                    registry.deactivatedAt(identity),
                    registry.legacySignaturesDisabled(identity),
                    validityOf(RELAY, device)
                )
            );
    }

    function wait(uint256 duration) internal {
        vm.warp(block.timestamp + duration);
        vm.roll(block.number + 1 + duration / 12);
    }
}
