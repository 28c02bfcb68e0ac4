// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {Test} from "../support/Test.sol";
import {WorkFormats} from "./WorkFormats.sol";

/// @title Ceilings of the formats' own computations
/// @dev Parts of transactions: not in the gas report, which takes the suites called `...GasTest`.
contract FormatsCeilingTest is Test {
    WorkFormats private formats;

    function setUp() public {
        formats = new WorkFormats();
    }

    function test_gasOfWalkingTenSteps() public view {
        ProofStep[] memory steps = new ProofStep[](10);
        for (uint256 i = 0; i < 10; i++) steps[i] = ProofStep(keccak256(abi.encode(i)), uint64(i), i % 2 == 0);
        assertLe(formats.gasOfWalk(WorkLeaf(address(1), address(2), 3, bytes32(uint256(4))), steps), 4_000);
    }

    function test_gasOfCheckingAHundredScores() public view {
        assertLe(formats.gasOfAreValidScores(new bytes(100)), 1_500);
    }
}
