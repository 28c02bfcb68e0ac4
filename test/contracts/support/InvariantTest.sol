// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Test} from "./Test.sol";

/// @title Base of stateful campaigns: says which calls the fuzzer may make, and from whom
/// @dev The runner finds the three views by their names.
abstract contract InvariantTest is Test {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    address[] private _contracts;
    address[] private _senders;
    FuzzSelector[] private _selectors;

    function targetContracts() public view returns (address[] memory) {
        return _contracts;
    }

    function targetSenders() public view returns (address[] memory) {
        return _senders;
    }

    function targetSelectors() public view returns (FuzzSelector[] memory) {
        return _selectors;
    }

    /// @notice Every external function of `target` may be called.
    function targetContract(address target) internal {
        _contracts.push(target);
    }

    /// @notice Calls come from `sender` (and others named so) only.
    function targetSender(address sender) internal {
        _senders.push(sender);
    }

    /// @notice Only these functions of `target` may be called; one that is listed twice is called twice as often.
    function targetSelector(address target, bytes4[] memory selectors) internal {
        _contracts.push(target);
        _selectors.push(FuzzSelector(target, selectors));
    }
}
