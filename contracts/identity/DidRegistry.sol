// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {TypedDataDomain} from "../common/TypedDataDomain.sol";
import {ChangeHash} from "./ChangeHash.sol";
import {DidRecords} from "./DidRecords.sol";
import {Change, ChangeKind, IDidRegistry} from "./IDidRegistry.sol";

/// @title Registry of decentralized identifiers (`did:sdn`), compatible with ERC-1056
/// @notice Immutable: no proxy, no administrator, no pause. Only an identity's owner changes it, in person or by signature.
///
/// @dev invariant Replayable: the list of an identity's events gives what the views say: owner, delegates, deactivation, last change.
/// @dev invariant Final: a deactivated identity has no owner, no valid delegate and no later event.
/// @dev invariant OwnerOnly: nothing changes without the owner's call or a signature that was never used before.
contract DidRegistry is DidRecords, TypedDataDomain {
    /// @inheritdoc IDidRegistry
    mapping(address owner => uint256 used) public nonce;

    /// @inheritdoc IDidRegistry
    function changeOwner(address identity, address newOwner) external {
        _changeOwner(identity, _recordOf(identity, msg.sender), newOwner);
    }

    /// @inheritdoc IDidRegistry
    function addDelegate(address identity, bytes32 delegateType, address delegate, uint256 validity) external {
        _addDelegate(identity, _recordOf(identity, msg.sender), delegateType, delegate, validity);
    }

    /// @inheritdoc IDidRegistry
    function revokeDelegate(address identity, bytes32 delegateType, address delegate) external {
        _revokeDelegate(identity, _recordOf(identity, msg.sender), delegateType, delegate);
    }

    /// @inheritdoc IDidRegistry
    function setAttribute(address identity, bytes32 name, bytes calldata value, uint256 validity) external {
        _setAttribute(identity, _recordOf(identity, msg.sender), name, value, validity);
    }

    /// @inheritdoc IDidRegistry
    function revokeAttribute(address identity, bytes32 name, bytes calldata value) external {
        _revokeAttribute(identity, _recordOf(identity, msg.sender), name, value);
    }

    /// @inheritdoc IDidRegistry
    function deactivate(address identity) external {
        _changeOwner(identity, _recordOf(identity, msg.sender), address(0));
    }

    /// @inheritdoc IDidRegistry
    function disableLegacySignatures(address identity) external {
        _disableLegacySignatures(identity, _recordOf(identity, msg.sender));
    }

    /// @inheritdoc IDidRegistry
    function applyChanges(address identity, Change[] calldata changes) external {
        _applyChanges(identity, _recordOf(identity, msg.sender), msg.sender, changes);
    }

    /// @inheritdoc IDidRegistry
    function applyChangesSigned(address identity, Change[] calldata changes, uint256 deadline, bytes calldata signature) external {
        if (block.timestamp > deadline) revert SignatureExpired(deadline);
        (Record storage record, address owner) = _liveRecord(identity);
        bytes32 digest = _hashTypedData(ChangeHash.hash(identity, owner, changes, nonce[owner]++, deadline));
        // The key first: that its account has code besides (EIP-7702) does not take it away.
        (address signer, , ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (signer != owner && !SignatureChecker.isValidERC1271SignatureNowCalldata(owner, digest, signature))
            revert InvalidSignature(identity, owner);
        _applyChanges(identity, record, owner, changes);
    }

    /// @inheritdoc IDidRegistry
    function changesDigest(address identity, Change[] calldata changes, uint256 deadline) external view returns (bytes32) {
        (, address owner) = _liveRecord(identity);
        return _hashTypedData(ChangeHash.hash(identity, owner, changes, nonce[owner], deadline));
    }

    /// @inheritdoc IDidRegistry
    function changeOwnerSigned(address identity, uint8 sigV, bytes32 sigR, bytes32 sigS, address newOwner) external {
        bytes memory change = abi.encodePacked("changeOwner", newOwner);
        _changeOwner(identity, _signedRecordOf(identity, sigV, sigR, sigS, change), newOwner);
    }

    /// @inheritdoc IDidRegistry
    function addDelegateSigned(
        address identity,
        uint8 sigV,
        bytes32 sigR,
        bytes32 sigS,
        bytes32 delegateType,
        address delegate,
        uint256 validity
    ) external {
        bytes memory change = abi.encodePacked("addDelegate", delegateType, delegate, validity);
        _addDelegate(identity, _signedRecordOf(identity, sigV, sigR, sigS, change), delegateType, delegate, validity);
    }

    /// @inheritdoc IDidRegistry
    function revokeDelegateSigned(
        address identity,
        uint8 sigV,
        bytes32 sigR,
        bytes32 sigS,
        bytes32 delegateType,
        address delegate
    ) external {
        bytes memory change = abi.encodePacked("revokeDelegate", delegateType, delegate);
        _revokeDelegate(identity, _signedRecordOf(identity, sigV, sigR, sigS, change), delegateType, delegate);
    }

    /// @inheritdoc IDidRegistry
    function setAttributeSigned(
        address identity,
        uint8 sigV,
        bytes32 sigR,
        bytes32 sigS,
        bytes32 name,
        bytes calldata value,
        uint256 validity
    ) external {
        bytes memory change = abi.encodePacked("setAttribute", name, value, validity);
        _setAttribute(identity, _signedRecordOf(identity, sigV, sigR, sigS, change), name, value, validity);
    }

    /// @inheritdoc IDidRegistry
    function revokeAttributeSigned(address identity, uint8 sigV, bytes32 sigR, bytes32 sigS, bytes32 name, bytes calldata value) external {
        bytes memory change = abi.encodePacked("revokeAttribute", name, value);
        _revokeAttribute(identity, _signedRecordOf(identity, sigV, sigR, sigS, change), name, value);
    }

    function _applyChanges(address identity, Record storage record, address owner, Change[] calldata changes) private {
        if (changes.length == 0) revert NoChanges();
        ChangeKind kind;
        for (uint256 i = 0; i < changes.length; ++i) {
            if (kind >= ChangeKind.ChangeOwner) record = _recordOf(identity, owner);
            Change calldata change = changes[i];
            kind = change.kind;
            if (kind == ChangeKind.SetAttribute) _setAttribute(identity, record, change.name, change.value, change.validity);
            else if (kind == ChangeKind.RevokeAttribute) _revokeAttribute(identity, record, change.name, change.value);
            else if (kind == ChangeKind.AddDelegate) _addDelegate(identity, record, change.name, change.account, change.validity);
            else if (kind == ChangeKind.RevokeDelegate) _revokeDelegate(identity, record, change.name, change.account);
            else if (kind == ChangeKind.DisableLegacySignatures) _disableLegacySignatures(identity, record);
            else _changeOwner(identity, record, kind == ChangeKind.ChangeOwner ? change.account : address(0));
        }
    }

    /// @dev The record, when the owner signed `change`, the packed name and arguments of the function, in the way of ERC-1056; uses up
    /// his nonce.
    function _signedRecordOf(
        address identity,
        uint8 sigV,
        bytes32 sigR,
        bytes32 sigS,
        bytes memory change
    ) private returns (Record storage record) {
        address owner;
        (record, owner) = _liveRecord(identity);
        if (record.legacySignaturesDisabled) revert LegacySignaturesOff(identity);
        bytes32 digest = keccak256(abi.encodePacked(hex"1900", address(this), nonce[owner]++, identity, change));
        (address signer, , ) = ECDSA.tryRecover(digest, sigV, sigR, sigS);
        if (signer != owner) revert InvalidSignature(identity, owner);
    }

    /// @inheritdoc TypedDataDomain
    function _domainName() internal pure override returns (string memory) {
        return "SendingDid";
    }
}
