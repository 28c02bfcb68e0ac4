// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Settlement, SettlementHash} from "../../../contracts/rewards/Settlement.sol";
import {DomainVectorTest} from "../common/DomainVectorTest.sol";
import {PlainDomain, RewardsDomain} from "../common/Domains.sol";

contract SettlementHashTest is DomainVectorTest {
    string private constant FILE = "settlements";
    string private constant FIELDS =
        "Settlement(uint256 epoch,bytes32 previous,bytes32 earningsRoot,uint256 totalEarned,bytes32 chargesRoot,uint256 totalCharged)";

    PlainDomain private domain;

    function setUp() public {
        domain = domainOf(new RewardsDomain(), readVectors(FILE), "");
    }

    function structHash(Settlement calldata settlement) external pure returns (bytes32) {
        return SettlementHash.structHash(settlement);
    }

    function test_domain() public view {
        assertEq(domain.separator(), vm.parseJsonBytes32(readVectors(FILE), ".separator"));
    }

    function test_settlements() public view {
        forEach(FILE, ".settlements", this.checkSettlement);
    }

    function test_earnings() public view {
        forEach(FILE, ".earnings", this.checkEarnings);
    }

    function test_charges() public view {
        forEach(FILE, ".charges", this.checkCharges);
    }

    function test_refusedEarnings() public view {
        forEach(FILE, ".refusedEarnings", this.checkRefusedEarnings);
    }

    function test_refusedCharges() public view {
        forEach(FILE, ".refusedCharges", this.checkRefusedCharges);
    }

    /// @dev The library's domain has one name and one version: settlements of others are other digests.
    function test_alteredSettlements() public {
        string memory json = readVectors(FILE);
        bytes32 signed = vm.parseJsonBytes32(json, ".settlements[1].digest");
        uint256 count = itemCount(json, ".altered");
        assertGt(count, 0);
        for (uint256 i = 0; i < count; i++) {
            string memory item = itemAt(".altered", i);
            string memory changed = vm.parseJsonString(json, string.concat(item, ".changed"));
            bytes32 expected = vm.parseJsonBytes32(json, string.concat(item, ".digest"));
            bytes32 digest = domainOf(domain, json, item).hashTypedData(this.structHash(_settlement(json, item)));
            if (isText(changed, "name") || isText(changed, "version")) assertEq(digest, signed, changed);
            else assertEq(digest, expected, changed);
            assertNotEq(uint256(expected), uint256(signed), changed);
        }
    }

    function testFuzz_everyFieldCounts(Settlement memory settlement, uint256 field, uint256 change) public view {
        bytes32 before = this.structHash(settlement);
        assertEq(before, keccak256(bytes.concat(keccak256(bytes(FIELDS)), abi.encode(settlement))));
        field = bound(field, 0, 5);
        change = bound(change, 1, type(uint256).max);
        if (field == 0) settlement.epoch ^= change;
        else if (field == 1) settlement.previous ^= bytes32(change);
        else if (field == 2) settlement.earningsRoot ^= bytes32(change);
        else if (field == 3) settlement.totalEarned ^= change;
        else if (field == 4) settlement.chargesRoot ^= bytes32(change);
        else settlement.totalCharged ^= change;
        bytes32 afterwards = this.structHash(settlement);
        assertNotEq(uint256(before), uint256(afterwards), "struct hash");
        assertNotEq(uint256(domain.hashTypedData(before)), uint256(domain.hashTypedData(afterwards)), "digest");
    }

    function testFuzz_leaves(address a, address b, uint256 cumulative) public pure {
        assertEq(SettlementHash.earningsLeaf(a, cumulative), keccak256(abi.encode(keccak256(abi.encode(a, cumulative)))));
        assertEq(SettlementHash.chargesLeaf(a, b, cumulative), keccak256(abi.encode(keccak256(abi.encode(a, b, cumulative)))));
    }

    function checkSettlement(uint256 index) external view {
        string memory json = readVectors(FILE);
        string memory item = itemAt(".settlements", index);
        bytes32 hash = this.structHash(_settlement(json, item));
        assertEq(hash, vm.parseJsonBytes32(json, string.concat(item, ".structHash")));
        bytes32 digest = domain.hashTypedData(hash);
        assertEq(digest, vm.parseJsonBytes32(json, string.concat(item, ".digest")));
        address signer = ECDSA.recover(digest, vm.parseJsonBytes(json, string.concat(item, ".signature")));
        assertEq(signer, vm.parseJsonAddress(json, string.concat(item, ".signer")));
    }

    function checkEarnings(uint256 index) external view {
        _checkLeaves(itemAt(".earnings", index));
    }

    function checkCharges(uint256 index) external view {
        _checkLeaves(itemAt(".charges", index));
    }

    function checkRefusedEarnings(uint256 index) external view {
        _checkRefused(itemAt(".refusedEarnings", index));
    }

    function checkRefusedCharges(uint256 index) external view {
        _checkRefused(itemAt(".refusedCharges", index));
    }

    function _checkLeaves(string memory tree) private view {
        string memory json = readVectors(FILE);
        bytes32 root = vm.parseJsonBytes32(json, string.concat(tree, ".root"));
        string memory leaves = string.concat(tree, ".leaves");
        uint256 count = itemCount(json, leaves);
        assertEq(root == 0, count == 0, "an empty tree has the root 0");
        for (uint256 i = 0; i < count; i++) {
            bytes32 leaf = _leafOf(json, itemAt(leaves, i));
            assertEq(leaf, vm.parseJsonBytes32(json, string.concat(itemAt(leaves, i), ".hash")));
            assertTrue(MerkleProof.verify(vm.parseJsonBytes32Array(json, string.concat(itemAt(leaves, i), ".proof")), root, leaf), "proof");
        }
    }

    function _checkRefused(string memory item) private view {
        string memory json = readVectors(FILE);
        bytes32[] memory proof = vm.parseJsonBytes32Array(json, string.concat(item, ".proof"));
        bytes32 root = vm.parseJsonBytes32(json, string.concat(item, ".root"));
        assertFalse(MerkleProof.verify(proof, root, _leafOf(json, item)), vm.parseJsonString(json, string.concat(item, ".why")));
    }

    function _leafOf(string memory json, string memory item) private view returns (bytes32) {
        uint256 cumulative = vm.parseJsonUint(json, string.concat(item, ".cumulative"));
        if (vm.keyExistsJson(json, string.concat(item, ".node"))) {
            return SettlementHash.earningsLeaf(vm.parseJsonAddress(json, string.concat(item, ".node")), cumulative);
        }
        address payer = vm.parseJsonAddress(json, string.concat(item, ".payer"));
        return SettlementHash.chargesLeaf(payer, vm.parseJsonAddress(json, string.concat(item, ".edge")), cumulative);
    }

    function _settlement(string memory json, string memory item) private pure returns (Settlement memory) {
        return abi.decode(vm.parseJsonType(json, item, FIELDS), (Settlement));
    }
}
