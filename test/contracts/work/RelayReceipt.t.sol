// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DomainVectorTest} from "../common/DomainVectorTest.sol";
import {PlainDomain, WorkDomain} from "../common/Domains.sol";
import {WorkFormats} from "./WorkFormats.sol";

contract RelayReceiptTest is DomainVectorTest {
    string private constant FILE = "receipts";

    WorkFormats private formats;
    PlainDomain private domain;

    function setUp() public {
        formats = new WorkFormats();
        domain = domainOf(new WorkDomain(), readVectors(FILE), "");
    }

    function test_domain() public view {
        assertEq(domain.separator(), vm.parseJsonBytes32(readVectors(FILE), ".separator"));
    }

    function test_receipts() public view {
        forEach(FILE, ".receipts", this.checkReceipt);
    }

    function test_acceptedSignatures() public view {
        forEach(FILE, ".acceptedSignatures", this.checkAccepted);
    }

    function test_refusedSignatures() public view {
        forEach(FILE, ".refusedSignatures", this.checkRefused);
    }

    /// @dev The library's domain has one name and one version: receipts of others are other digests.
    function test_alteredReceipts() public {
        string memory json = readVectors(FILE);
        bytes32 signed = vm.parseJsonBytes32(json, ".receipts[0].digest");
        uint256 count = itemCount(json, ".altered");
        assertGt(count, 0);
        for (uint256 i = 0; i < count; i++) {
            string memory item = itemAt(".altered", i);
            string memory changed = vm.parseJsonString(json, string.concat(item, ".changed"));
            bytes32 expected = vm.parseJsonBytes32(json, string.concat(item, ".digest"));
            bytes32 digest = domainOf(domain, json, item).hashTypedData(_hashOf(json, item));
            if (isText(changed, "name") || isText(changed, "version")) assertEq(digest, signed, changed);
            else assertEq(digest, expected, changed);
            assertNotEq(uint256(expected), uint256(signed), changed);
        }
    }

    function testFuzz_everyFieldCounts(
        address edge,
        address client,
        uint64 epoch,
        uint64 units,
        uint256 field,
        uint256 change
    ) public view {
        bytes32 before = formats.receiptHash(edge, client, epoch, units);
        bytes32 typehash = keccak256("RelayReceipt(address edge,address client,uint64 epoch,uint64 units)");
        assertEq(before, keccak256(abi.encode(typehash, edge, client, epoch, units)));
        field = bound(field, 0, 3);
        change = bound(change, 1, type(uint64).max);
        if (field == 0) edge = address(uint160(edge) ^ uint160(change));
        else if (field == 1) client = address(uint160(client) ^ uint160(change));
        else if (field == 2) epoch ^= uint64(change);
        else units ^= uint64(change);
        bytes32 afterwards = formats.receiptHash(edge, client, epoch, units);
        assertNotEq(uint256(before), uint256(afterwards), "struct hash");
        assertNotEq(uint256(domain.hashTypedData(before)), uint256(domain.hashTypedData(afterwards)), "digest");
    }

    function testFuzz_recoversTheSignerAndNobodyForAChangedByte(uint256 key, bytes32 digest, uint256 index, uint8 change) public view {
        key = bound(key, 1, 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        bytes memory signature = abi.encodePacked(r, s, v);
        assertEq(formats.recover(digest, signature), vm.addr(key));
        signature[index % 65] ^= bytes1(uint8(bound(change, 1, 255)));
        assertNotEq(formats.recover(digest, signature), vm.addr(key), "a changed signature");
    }

    function testFuzz_otherLengthsAreNobodys(uint256 key, bytes32 digest, bytes calldata extra, uint256 length) public view {
        key = bound(key, 1, type(uint128).max);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        bytes memory signature = abi.encodePacked(r, s, v, extra);
        length = bound(length, 0, signature.length);
        vm.assume(length != 65);
        assembly ("memory-safe") {
            mstore(signature, length)
        }
        assertEq(formats.recover(digest, signature), address(0));
    }

    function checkReceipt(uint256 index) external view {
        string memory json = readVectors(FILE);
        string memory item = itemAt(".receipts", index);
        assertEq(_hashOf(json, item), vm.parseJsonBytes32(json, string.concat(item, ".structHash")));
        bytes32 digest = domain.hashTypedData(_hashOf(json, item));
        assertEq(digest, vm.parseJsonBytes32(json, string.concat(item, ".digest")));
        checkAccepted(json, item);
    }

    function checkAccepted(uint256 index) external view {
        checkAccepted(readVectors(FILE), itemAt(".acceptedSignatures", index));
    }

    function checkRefused(uint256 index) external view {
        string memory json = readVectors(FILE);
        string memory item = itemAt(".refusedSignatures", index);
        string memory why = vm.parseJsonString(json, string.concat(item, ".why"));
        assertEq(_recover(json, item), address(0), why);
    }

    function checkAccepted(string memory json, string memory item) private view {
        assertEq(_recover(json, item), vm.parseJsonAddress(json, string.concat(item, ".signer")));
    }

    function _recover(string memory json, string memory item) private view returns (address) {
        bytes32 digest = vm.parseJsonBytes32(json, string.concat(item, ".digest"));
        return formats.recover(digest, vm.parseJsonBytes(json, string.concat(item, ".signature")));
    }

    function _hashOf(string memory json, string memory item) private view returns (bytes32) {
        return
            formats.receiptHash(
                vm.parseJsonAddress(json, string.concat(item, ".edge")),
                vm.parseJsonAddress(json, string.concat(item, ".client")),
                uint64(vm.parseJsonUint(json, string.concat(item, ".epoch"))),
                uint64(vm.parseJsonUint(json, string.concat(item, ".units")))
            );
    }
}
