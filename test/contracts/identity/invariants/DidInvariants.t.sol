// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {InvariantTest} from "../../support/InvariantTest.sol";
import {DidCampaign} from "./DidCampaign.sol";

/// The fuzzer calls only contracts of a test file.
contract AnyDidCampaign is DidCampaign {}

/// Any order of any changes, in every way they can come, and of attempts by others.
contract DidInvariants is InvariantTest {
    DidCampaign private campaign;

    function setUp() public {
        campaign = new AnyDidCampaign();
        campaign.setUp();
        targetSelector(address(campaign), campaign.actions());
    }

    /// Replayable, Final, OwnerOnly: the identity that was acted on after each call, all of them at the end.
    function invariant_HistoryReplaysToTheDocument() public view {
        campaign.checkTouched();
    }

    function afterInvariant() public view {
        campaign.checkAll();
    }

    /// The campaign is worth something only if its actions come about: twenty of it, counted.
    function test_EveryActionSucceeds() public {
        bytes4[] memory actions = campaign.actions();
        uint256[] memory succeeded = new uint256[](actions.length);
        uint256[] memory refused = new uint256[](actions.length);
        for (uint256 run = 0; run < 20; run++) {
            uint256 start = vm.snapshotState();
            campaign.play(run, 100);
            campaign.checkAll();
            for (uint256 i = 0; i < actions.length; i++) {
                succeeded[i] += campaign.succeeded(actions[i]);
                refused[i] += campaign.refused(actions[i]);
            }
            assertTrue(vm.revertToState(start), "no snapshot");
        }

        for (uint256 i = 0; i < actions.length; i++) {
            bool isWrong =
                actions[i] == campaign.sendUsedAgain.selector ||
                    actions[i] == campaign.callAsStranger.selector ||
                    actions[i] == campaign.forge.selector;
            if (isWrong) assertEq(succeeded[i], 0, "a wrong that succeeded");
            else assertGt(succeeded[i], 50, string.concat("hardly ever succeeds: number ", vm.toString(i)));
            assertGt(refused[i], 20, string.concat("hardly ever refused: number ", vm.toString(i)));
        }
    }
}
