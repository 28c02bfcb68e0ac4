// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDidRegistry} from "./IDidRegistry.sol";

/// @title What the registry stores of an identity, and each change an owner can make to it
/// @dev A change takes the record that `_recordOf` gave for the actor, sender or signer: nobody but the owner gets one.
abstract contract DidRecords is IDidRegistry {
    /// @dev One slot, so that a change reads the owner, and reads and writes the last change, at the price of one.
    struct Record {
        /// Zero while the identity is its own owner, and once it is deactivated.
        address owner;
        uint40 deactivatedAt;
        uint48 changed;
        bool legacySignaturesDisabled;
    }

    mapping(address identity => Record) private _records;
    mapping(address identity => mapping(bytes32 typeHash => mapping(address delegate => uint256))) private _delegates;

    /// @inheritdoc IDidRegistry
    function identityOwner(address identity) external view returns (address) {
        return _ownerOf(identity, _records[identity]);
    }

    /// @inheritdoc IDidRegistry
    function owners(address identity) external view returns (address) {
        return _records[identity].owner;
    }

    /// @inheritdoc IDidRegistry
    function delegates(address identity, bytes32 delegateTypeHash, address delegate) public view returns (uint256 validTo) {
        validTo = _delegates[identity][delegateTypeHash][delegate];
        uint256 end = _records[identity].deactivatedAt;
        if (end != 0 && validTo >= end) validTo = end - 1;
    }

    /// @inheritdoc IDidRegistry
    function changed(address identity) external view returns (uint256) {
        return _records[identity].changed;
    }

    /// @inheritdoc IDidRegistry
    function validDelegate(address identity, bytes32 delegateType, address delegate) external view returns (bool) {
        return delegates(identity, _typeHash(delegateType), delegate) > block.timestamp;
    }

    /// @inheritdoc IDidRegistry
    function deactivatedAt(address identity) external view returns (uint256) {
        return _records[identity].deactivatedAt;
    }

    /// @inheritdoc IDidRegistry
    function legacySignaturesDisabled(address identity) external view returns (bool) {
        return _records[identity].legacySignaturesDisabled;
    }

    /// @dev The record of an identity that `actor` owns now.
    function _recordOf(address identity, address actor) internal view returns (Record storage) {
        (Record storage record, address owner) = _liveRecord(identity);
        if (owner != actor) revert NotIdentityOwner(identity, actor);
        return record;
    }

    /// @dev The record and owner of an identity that has one; the caller has to find out whether it is him.
    function _liveRecord(address identity) internal view returns (Record storage record, address owner) {
        record = _records[identity];
        owner = _ownerOf(identity, record);
        if (owner == address(0)) revert IdentityDeactivated(identity);
    }

    function _changeOwner(address identity, Record storage record, address newOwner) internal {
        record.owner = newOwner;
        if (newOwner == address(0)) record.deactivatedAt = uint40(block.timestamp);
        emit DIDOwnerChanged(identity, newOwner, _link(record));
    }

    function _addDelegate(address identity, Record storage record, bytes32 delegateType, address delegate, uint256 validity) internal {
        uint256 validTo = _end(validity);
        _delegates[identity][_typeHash(delegateType)][delegate] = validTo;
        emit DIDDelegateChanged(identity, delegateType, delegate, validTo, _link(record));
    }

    function _revokeDelegate(address identity, Record storage record, bytes32 delegateType, address delegate) internal {
        mapping(address => uint256) storage ends = _delegates[identity][_typeHash(delegateType)];
        uint256 validTo = ends[delegate];
        if (validTo >= block.timestamp) {
            validTo = block.timestamp - 1;
            ends[delegate] = validTo;
        }
        emit DIDDelegateChanged(identity, delegateType, delegate, validTo, _link(record));
    }

    function _setAttribute(address identity, Record storage record, bytes32 name, bytes calldata value, uint256 validity) internal {
        emit DIDAttributeChanged(identity, name, value, _end(validity), _link(record));
    }

    function _revokeAttribute(address identity, Record storage record, bytes32 name, bytes calldata value) internal {
        emit DIDAttributeChanged(identity, name, value, 0, _link(record));
    }

    /// @dev Not linked: a resolver that came to a block without an event it knows would not find the ones before.
    function _disableLegacySignatures(address identity, Record storage record) internal {
        if (record.legacySignaturesDisabled) revert LegacySignaturesOff(identity);
        record.legacySignaturesDisabled = true;
        emit LegacySignaturesDisabled(identity);
    }

    /// @dev Makes this block the newest of the identity's list and returns the one before.
    function _link(Record storage record) private returns (uint256 previousChange) {
        previousChange = record.changed;
        if (previousChange != block.number) record.changed = uint48(block.number);
    }

    function _end(uint256 validity) private view returns (uint256 validTo) {
        unchecked {
            validTo = block.timestamp + validity;
        }
        if (validTo < validity) revert ValidityTooLong(validity);
    }

    function _ownerOf(address identity, Record storage record) private view returns (address owner) {
        owner = record.owner;
        if (owner == address(0) && record.deactivatedAt == 0) owner = identity;
    }

    function _typeHash(bytes32 delegateType) private pure returns (bytes32) {
        return keccak256(abi.encode(delegateType));
    }
}
