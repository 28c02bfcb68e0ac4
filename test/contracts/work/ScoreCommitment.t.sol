// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {VectorTest} from "../support/VectorTest.sol";
import {WorkFormats} from "./WorkFormats.sol";

contract ScoreCommitmentTest is VectorTest {
    string private constant FILE = "scores";

    WorkFormats private formats;

    function setUp() public {
        formats = new WorkFormats();
    }

    function test_commitments() public view {
        forEach(FILE, ".commitments", this.checkCommitment);
    }

    function test_scores() public view {
        string memory json = readVectors(FILE);
        bytes[] memory valid = vm.parseJsonBytesArray(json, ".valid");
        bytes[] memory invalid = vm.parseJsonBytesArray(json, ".invalid");
        assertGt(valid.length * invalid.length, 0);
        for (uint256 i = 0; i < valid.length; i++) assertTrue(formats.areValidScores(valid[i]), "valid");
        for (uint256 i = 0; i < invalid.length; i++) assertFalse(formats.areValidScores(invalid[i]), "invalid");
    }

    function test_everyByteInEveryPlace() public view {
        for (uint256 place = 0; place < 34; place++) {
            for (uint256 value = 0; value < 256; value++) {
                bytes memory scores = new bytes(34);
                scores[place] = bytes1(uint8(value));
                assertEq(formats.areValidScores(scores), value <= 100 || value == 255, "one byte");
            }
        }
    }

    function testFuzz_areValid(bytes memory scores, uint256 wrong) public view {
        assertEq(formats.areValidScores(scores), _areValid(scores), "any bytes");
        for (uint256 i = 0; i < scores.length; i++) scores[i] = scores[i] < 0x20 ? bytes1(0xff) : bytes1(uint8(scores[i]) % 101);
        assertTrue(formats.areValidScores(scores), "scores");
        if (scores.length == 0) return;
        scores[wrong % scores.length] = bytes1(uint8(bound(wrong, 101, 254)));
        assertFalse(formats.areValidScores(scores), "one wrong byte");
    }

    /// @dev Calldata around the scores is none of their business.
    function testFuzz_whatIsAroundDoesNotCount(bytes calldata all, uint256 from, uint256 to) public view {
        to = bound(to, 0, all.length);
        from = bound(from, 0, to);
        assertEq(formats.areValidScores(all, from, to), _areValid(all[from:to]));
        bytes memory framed = bytes.concat(
            hex"fefe",
            new bytes(to - from),
            hex"fefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefe"
        );
        assertTrue(formats.areValidScores(framed, 2, 2 + to - from), "framed");
    }

    function testFuzz_everyPartCounts(uint256 epoch, address guardian, bytes memory scores, bytes32 salt, uint256 change) public view {
        bytes32 hash = formats.scoresHash(epoch, guardian, scores, salt);
        assertEq(hash, keccak256(abi.encode(epoch, guardian, scores, salt)));
        change = bound(change, 1, type(uint160).max);
        assertNotEq(uint256(hash), uint256(formats.scoresHash(epoch ^ change, guardian, scores, salt)), "epoch");
        assertNotEq(
            uint256(hash),
            uint256(formats.scoresHash(epoch, address(uint160(guardian) ^ uint160(change)), scores, salt)),
            "guardian"
        );
        assertNotEq(uint256(hash), uint256(formats.scoresHash(epoch, guardian, scores, salt ^ bytes32(change))), "salt");
        assertNotEq(uint256(hash), uint256(formats.scoresHash(epoch, guardian, bytes.concat(scores, hex"00"), salt)), "a longer vector");
    }

    function checkCommitment(uint256 index) external view {
        string memory json = readVectors(FILE);
        string memory item = itemAt(".commitments", index);
        bytes32 hash = formats.scoresHash(
            vm.parseJsonUint(json, string.concat(item, ".epoch")),
            vm.parseJsonAddress(json, string.concat(item, ".guardian")),
            vm.parseJsonBytes(json, string.concat(item, ".scores")),
            vm.parseJsonBytes32(json, string.concat(item, ".salt"))
        );
        assertEq(hash, vm.parseJsonBytes32(json, string.concat(item, ".hash")));
    }

    function _areValid(bytes memory scores) private pure returns (bool) {
        for (uint256 i = 0; i < scores.length; i++) {
            if (uint8(scores[i]) > 100 && uint8(scores[i]) != 255) return false;
        }
        return true;
    }
}
