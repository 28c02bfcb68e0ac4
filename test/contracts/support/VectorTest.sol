// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Test} from "./Test.sol";

/// @title Base of tests that read `test/vectors`, which JavaScript libraries made
/// @dev A cheat code takes the whole text each time. So that memory does not pile up, each item is checked in a call of its own.
abstract contract VectorTest is Test {
    /// @notice Calls `check(i)` of this contract for every item of a list, of which there is at least one.
    function forEach(string memory name, string memory list, function(uint256) external view check) internal view {
        uint256 count = itemCount(readVectors(name), list);
        assertGt(count, 0, list);
        for (uint256 i = 0; i < count; i++) check(i);
    }

    function readVectors(string memory name) internal view returns (string memory) {
        return vm.readFile(string.concat("test/vectors/", name, ".json"));
    }

    function itemCount(string memory json, string memory list) internal view returns (uint256 count) {
        while (vm.keyExistsJson(json, itemAt(list, count))) count++;
    }

    /// @notice The path of a list's item.
    function itemAt(string memory list, uint256 index) internal pure returns (string memory) {
        return string.concat(list, "[", vm.toString(index), "]");
    }

    function isText(string memory a, string memory b) internal pure returns (bool) {
        return keccak256(bytes(a)) == keccak256(bytes(b));
    }
}
