// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// solhint-disable no-console
import {console} from "hardhat/console.sol";
import {Change} from "../../../contracts/identity/IDidRegistry.sol";
import {DidTest} from "./DidTest.sol";

/// @title Ceilings of whole transactions
/// @dev What a receipt says: base cost and calldata counted, refunds taken off. Where `ethr-did-registry` 1.3.0 has the verb, the ceiling is
/// what it uses for the same call (signed: as it signs), plus 3 %; `test/support/did-registry.mjs` measures both side by side.
contract DidRegistryGasTest is DidTest {
    /// @dev What the first change of an identity costs more than a later one: a slot is filled instead of changed.
    uint256 private constant FIRST_CHANGE = 17_100;

    address private fresh;
    uint256 private freshKey;

    function setUp() public override {
        super.setUp();
        (fresh, freshKey) = makeAddrAndKey("fresh");
        vm.startPrank(identity);
        registry.setAttribute(identity, SERVICE, URL, 1 days);
        registry.addDelegate(identity, RELAY, device, 1 days);
        vm.stopPrank();
        Change[] memory changes = one(setAttributeChange(SERVICE, URL, 1 days));
        registry.applyChangesSigned(identity, changes, DEADLINE, signChanges(identityKey, changes, DEADLINE));
        wait(600);
    }

    /// hardhat-config: isolate = true
    function test_gasOfFirstAttribute() public {
        vm.prank(fresh);
        registry.setAttribute(fresh, SERVICE, URL, 365 days);
        _report("set attribute, first", 53_148);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLaterAttribute() public {
        vm.prank(identity);
        registry.setAttribute(identity, SERVICE, URL, 365 days);
        _report("set attribute, later", 35_432);
    }

    /// hardhat-config: isolate = true
    function test_gasOfRevokedAttribute() public {
        vm.prank(identity);
        registry.revokeAttribute(identity, SERVICE, URL);
        _report("revoke attribute", 35_432);
    }

    /// hardhat-config: isolate = true
    function test_gasOfFirstSignedAttribute() public {
        identity = fresh;
        Change[] memory changes = one(setAttributeChange(SERVICE, URL, 365 days));
        bytes memory signature = signChanges(freshKey, changes, DEADLINE);
        registry.applyChangesSigned(fresh, changes, DEADLINE, signature);
        _report("set attribute signed, first", 82_499);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLaterSignedAttribute() public {
        Change[] memory changes = one(setAttributeChange(SERVICE, URL, 365 days));
        bytes memory signature = signChanges(identityKey, changes, DEADLINE);
        registry.applyChangesSigned(identity, changes, DEADLINE, signature);
        _report("set attribute signed, later", 47_669);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLegacySignedAttribute() public {
        bytes memory call = legacyCall(setAttributeChange(SERVICE, URL, 365 days), identityKey);
        accept(call);
        _report("set attribute signed as in ERC-1056, later", 47_669);
    }

    /// hardhat-config: isolate = true
    function test_gasOfBatch() public {
        Change[] memory changes = _fiveAttributes();
        vm.prank(identity);
        registry.applyChanges(identity, changes);
        _report("batch of five attributes, later", 69_999);
    }

    /// hardhat-config: isolate = true
    function test_gasOfFirstBatch() public {
        Change[] memory changes = _fiveAttributes();
        vm.prank(fresh);
        registry.applyChanges(fresh, changes);
        _report("batch of five attributes, first", 69_999 + FIRST_CHANGE);
    }

    /// hardhat-config: isolate = true
    function test_gasOfChangedOwner() public {
        vm.prank(fresh);
        registry.changeOwner(fresh, alice);
        _report("change owner, first", 70_902);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLaterChangedOwner() public {
        vm.prank(identity);
        registry.changeOwner(identity, alice);
        _report("change owner, later", 53_279);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDelegate() public {
        vm.prank(fresh);
        registry.addDelegate(fresh, RELAY, device, 365 days);
        _report("add delegate, first", 74_358);
    }

    /// hardhat-config: isolate = true
    function test_gasOfRevokedDelegate() public {
        vm.prank(identity);
        registry.revokeDelegate(identity, RELAY, device);
        _report("revoke delegate", 38_756);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDeactivation() public {
        vm.prank(identity);
        registry.deactivate(identity);
        _report("deactivate", 35_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfSwitch() public {
        vm.prank(identity);
        registry.disableLegacySignatures(identity);
        _report("disable legacy signatures", 32_000);
    }

    function _fiveAttributes() private pure returns (Change[] memory changes) {
        changes = new Change[](5);
        for (uint256 i = 0; i < changes.length; ++i) changes[i] = setAttributeChange(SERVICE, URL, 365 days);
    }

    function _report(string memory verb, uint256 ceiling) private view {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        console.log("%s: %s of %s", verb, used, ceiling);
        assertLe(used, ceiling, verb);
    }
}
