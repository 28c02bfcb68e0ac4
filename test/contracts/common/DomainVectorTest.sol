// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {VectorTest} from "../support/VectorTest.sol";
import {PlainDomain} from "./Domains.sol";

/// @title Base of tests of vectors that were signed in a domain
abstract contract DomainVectorTest is VectorTest {
    /// @notice A contract like `model`, at the address that the item's domain names; from now on the chain is the domain's.
    function domainOf(PlainDomain model, string memory json, string memory item) internal returns (PlainDomain domain) {
        domain = PlainDomain(vm.parseJsonAddress(json, string.concat(item, ".domain.verifyingContract")));
        vm.etch(address(domain), address(model).code);
        vm.chainId(vm.parseJsonUint(json, string.concat(item, ".domain.chainId")));
    }
}
