// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Change, ChangeKind} from "./IDidRegistry.sol";

/// @title EIP-712 struct hash of signed changes
/// @notice A wallet shows the kind of a change as the name of its function, not as a number.
library ChangeHash {
    bytes32 private constant CHANGES_TYPEHASH = keccak256(
        "Changes(address identity,address owner,Change[] changes,uint256 nonce,uint256 deadline)"
        "Change(string kind,bytes32 name,address account,bytes value,uint256 validity)"
    );
    bytes32 private constant CHANGE_TYPEHASH = keccak256("Change(string kind,bytes32 name,address account,bytes value,uint256 validity)");

    /// @param owner The identity's. Named, so that what it signed cannot pass as the word of a later owner that the same key signs for.
    function hash(
        address identity,
        address owner,
        Change[] calldata changes,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](changes.length);
        for (uint256 i = 0; i < changes.length; ++i) hashes[i] = _hash(changes[i]);
        return keccak256(abi.encode(CHANGES_TYPEHASH, identity, owner, keccak256(abi.encodePacked(hashes)), nonce, deadline));
    }

    function _hash(Change calldata change) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(CHANGE_TYPEHASH, _kindHash(change.kind), change.name, change.account, keccak256(change.value), change.validity)
            );
    }

    function _kindHash(ChangeKind kind) private pure returns (bytes32) {
        if (kind == ChangeKind.SetAttribute) return keccak256("setAttribute");
        if (kind == ChangeKind.RevokeAttribute) return keccak256("revokeAttribute");
        if (kind == ChangeKind.AddDelegate) return keccak256("addDelegate");
        if (kind == ChangeKind.RevokeDelegate) return keccak256("revokeDelegate");
        if (kind == ChangeKind.DisableLegacySignatures) return keccak256("disableLegacySignatures");
        if (kind == ChangeKind.ChangeOwner) return keccak256("changeOwner");
        return keccak256("deactivate");
    }
}
