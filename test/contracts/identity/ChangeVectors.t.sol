// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DidRegistry} from "../../../contracts/identity/DidRegistry.sol";
import {Change, ChangeKind, IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {VectorTest} from "../support/VectorTest.sol";

/// @title Signed changes against the vectors: a registry takes them in their order
contract ChangeVectorsTest is VectorTest {
    struct NamedChange {
        string kind;
        bytes32 name;
        address account;
        bytes value;
        uint256 validity;
    }

    string private constant CHANGE = "NamedChange(string kind,bytes32 name,address account,bytes value,uint256 validity)";

    string[7] private kinds = [
        "setAttribute",
        "revokeAttribute",
        "addDelegate",
        "revokeDelegate",
        "disableLegacySignatures",
        "changeOwner",
        "deactivate"
    ];

    function test_signedChanges() public {
        string memory json = readVectors("did-changes");
        DidRegistry registry = DidRegistry(vm.parseJsonAddress(json, ".domain.verifyingContract"));
        vm.etch(address(registry), address(new DidRegistry()).code);
        vm.chainId(vm.parseJsonUint(json, ".domain.chainId"));
        address identity = vm.parseJsonAddress(json, ".signed[0].identity");

        uint256 count = itemCount(json, ".signed");
        for (uint256 i = 0; i < count; i++) {
            string memory item = itemAt(".signed", i);
            Change[] memory changes = _changes(json, item);
            uint256 deadline = vm.parseJsonUint(json, string.concat(item, ".deadline"));
            assertEq(registry.identityOwner(identity), vm.parseJsonAddress(json, string.concat(item, ".owner")));
            assertEq(registry.nonce(registry.identityOwner(identity)), vm.parseJsonUint(json, string.concat(item, ".nonce")));
            assertEq(registry.changesDigest(identity, changes, deadline), vm.parseJsonBytes32(json, string.concat(item, ".digest")));
            registry.applyChangesSigned(identity, changes, deadline, vm.parseJsonBytes(json, string.concat(item, ".signature")));
        }
        assertEq(registry.deactivatedAt(identity), block.timestamp, "the last one deactivates");
    }

    /// @dev Of what was altered, what a caller can choose is another digest to the registry as well.
    function test_alteredChanges() public {
        string memory json = readVectors("did-changes");
        address verifier = vm.parseJsonAddress(json, ".domain.verifyingContract");
        vm.etch(verifier, address(new DidRegistry()).code);
        bytes memory signature = vm.parseJsonBytes(json, ".signed[0].signature");
        address identity = vm.parseJsonAddress(json, ".signed[0].identity");
        uint256 count = itemCount(json, ".altered");
        uint256 compared;
        for (uint256 i = 0; i < count; i++) {
            string memory item = itemAt(".altered", i);
            string memory changed = vm.parseJsonString(json, string.concat(item, ".changed"));
            if (isText(changed, "identity") || isText(changed, "owner") || isText(changed, "nonce")) continue;
            if (isText(changed, "name") || isText(changed, "version")) continue;
            DidRegistry registry = DidRegistry(vm.parseJsonAddress(json, string.concat(item, ".domain.verifyingContract")));
            vm.etch(address(registry), verifier.code);
            vm.chainId(vm.parseJsonUint(json, string.concat(item, ".domain.chainId")));
            Change[] memory changes = _changes(json, item);
            uint256 deadline = vm.parseJsonUint(json, string.concat(item, ".deadline"));
            assertEq(
                registry.changesDigest(identity, changes, deadline),
                vm.parseJsonBytes32(json, string.concat(item, ".digest")),
                changed
            );
            vm.expectRevert(abi.encodeWithSelector(IDidRegistry.InvalidSignature.selector, identity, identity));
            registry.applyChangesSigned(identity, changes, deadline, signature);
            compared++;
        }
        assertEq(compared, 12, "altered changes compared");
    }

    function _changes(string memory json, string memory item) private view returns (Change[] memory changes) {
        bytes memory encoded = vm.parseJsonTypeArray(json, string.concat(item, ".changes"), CHANGE);
        NamedChange[] memory named = abi.decode(encoded, (NamedChange[]));
        changes = new Change[](named.length);
        for (uint256 i = 0; i < named.length; i++) {
            NamedChange memory c = named[i];
            changes[i] = Change(_kind(c.kind), c.name, c.account, c.value, c.validity);
        }
    }

    function _kind(string memory name) private view returns (ChangeKind) {
        uint256 kind;
        while (!isText(kinds[kind], name)) kind++;
        return ChangeKind(kind);
    }
}
