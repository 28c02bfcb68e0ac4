// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDidRegistry} from "../../../../contracts/identity/IDidRegistry.sol";
import {Vm} from "../../support/Vm.sol";
import {DidTest} from "../DidTest.sol";

/// @title What a resolver sees: logs by block, and the document that they give
/// @notice The registry is asked for one thing, the block of the newest change; all the rest comes from the logs.
abstract contract DidHistory is DidTest {
    struct Document {
        address owner;
        uint256 deactivatedAt;
        /// Ends of validity, by `delegateIndex` and `attributeIndex`.
        uint256[8] delegates;
        uint256[8] attributes;
        /// Number of changes that made it.
        uint256 changes;
    }

    struct Entry {
        uint256 time;
        bytes32 topic;
        bytes data;
    }

    bytes32[2] internal names = [RELAY, SERVICE];
    bytes[4] internal values = [bytes(""), bytes("value"), URL, abi.encodePacked(URL, URL, URL)];
    /// @dev Whoever may own or be a delegate.
    address[4] internal accounts;

    mapping(address identity => mapping(uint256 blockNumber => Entry[])) private _logs;

    /// @notice Keeps the logs since `vm.recordLogs`, those that a resolver would ask a node for: by first topic.
    /// @dev For calls that succeed: the cheat code records what was reverted as well.
    function keepLogs() internal {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; i++) {
            if (logs[i].topics.length < 2 || logs[i].emitter != address(registry)) continue;
            address subject = address(uint160(uint256(logs[i].topics[1])));
            _logs[subject][block.number].push(Entry(block.timestamp, logs[i].topics[0], logs[i].data));
        }
    }

    /// @notice The document of `subject`, by walking its list from the newest change to the first and applying them the other way round.
    function replay(address subject) internal view returns (Document memory document) {
        uint256[] memory blocks = new uint256[](256);
        uint256 count = 0;
        for (uint256 at = registry.changed(subject); at != 0; at = earlier(subject, at)) blocks[count++] = at;
        document.owner = subject;
        while (count != 0) {
            Entry[] storage entries = _logs[subject][blocks[--count]];
            for (uint256 i = 0; i < entries.length; i++) applyEntry(document, entries[i]);
        }
    }

    /// @dev The block before `at` in the list: the smallest that an event there names and that is not `at` itself.
    function earlier(address subject, uint256 at) private view returns (uint256 previous) {
        Entry[] storage entries = _logs[subject][at];
        assertGt(entries.length, 0, "the list leads to a block without changes");
        for (uint256 i = 0; i < entries.length; i++) {
            bytes memory data = entries[i].data;
            // The last value of an owner's change is its second, of a delegate's its fourth, of an attribute's its fourth.
            uint256 place = entries[i].topic == IDidRegistry.DIDOwnerChanged.selector ? 1 : 3;
            uint256 named;
            assembly ("memory-safe") {
                named := mload(add(add(data, 32), mul(place, 32)))
            }
            assertLe(named, at, "a change of the future");
            if (named < at && (previous == 0 || named < previous)) previous = named;
        }
    }

    function applyEntry(Document memory document, Entry storage entry) private view {
        document.changes++;
        if (entry.topic == IDidRegistry.DIDOwnerChanged.selector) {
            (document.owner, ) = abi.decode(entry.data, (address, uint256));
            if (document.owner == address(0)) end(document, entry.time);
        } else if (entry.topic == IDidRegistry.DIDDelegateChanged.selector) {
            (bytes32 name, address delegate, uint256 validTo, ) = abi.decode(entry.data, (bytes32, address, uint256, uint256));
            document.delegates[delegateIndex(name, delegate)] = validTo;
        } else if (entry.topic == IDidRegistry.DIDAttributeChanged.selector) {
            (bytes32 name, bytes memory value, uint256 validTo, ) = abi.decode(entry.data, (bytes32, bytes, uint256, uint256));
            document.attributes[attributeIndex(name, value)] = validTo;
        } else {
            fail("not an event of ERC-1056");
        }
    }

    /// @dev Deactivation ends whatever would be valid in this second or later.
    function end(Document memory document, uint256 time) internal pure {
        document.deactivatedAt = time;
        for (uint256 i = 0; i < 8; i++) {
            if (document.delegates[i] >= time) document.delegates[i] = time - 1;
            if (document.attributes[i] >= time) document.attributes[i] = time - 1;
        }
    }

    function delegateIndex(bytes32 name, address delegate) internal view returns (uint256 index) {
        for (uint256 i = 0; i < 8; i++) if (names[i / 4] == name && accounts[i % 4] == delegate) return i;
        fail("a delegate that nobody named");
    }

    function attributeIndex(bytes32 name, bytes memory value) internal view returns (uint256 index) {
        for (uint256 i = 0; i < 8; i++) if (names[i / 4] == name && keccak256(values[i % 4]) == keccak256(value)) return i;
        fail("an attribute that nobody set");
    }
}
