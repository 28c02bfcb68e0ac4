// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {InvariantTest} from "../support/InvariantTest.sol";
import {ProtocolCampaign} from "./ProtocolCampaign.sol";

/// The fuzzer calls only contracts of a test file.
contract AnyProtocolCampaign is ProtocolCampaign {}

/// Any order of any actions of everybody. The model fails inside an action when it ends otherwise than the protocol says, and here when a
/// state is not the model's. INVARIANT_RUNS and INVARIANT_DEPTH make it longer; a failure is kept and tried first in the next run.
contract ProtocolInvariants is InvariantTest {
    ProtocolCampaign private campaign;

    function setUp() public {
        campaign = new AnyProtocolCampaign();
        campaign.begin();
        targetSelector(address(campaign), campaign.actions());
    }

    /// Invariants 1 to 6 of the protocol after every call; 6 again, 7, 8 and 10 inside the actions.
    function invariant_ProtocolIsAsTheModelSays() public view {
        campaign.checkNow();
    }

    /// Whatever happened, everybody can leave with all that is his.
    function afterInvariant() public {
        campaign.checkAll();
        campaign.everybodyLeaves();
        campaign.checkEmpty();
    }

    /// The campaign is worth something only if its actions come about: forty runs of it, counted. (A failure is played again with traces,
    /// which takes memory: 20 GB for all forty.)
    function test_EveryActionSucceeds() public {
        bytes4[] memory actions = campaign.actions();
        uint256[] memory succeeded = new uint256[](actions.length);
        uint256[] memory refused = new uint256[](actions.length);
        uint256[] memory events = new uint256[](campaign.happenings().length);
        for (uint256 run = 0; run < 40; run++) {
            uint256 start = vm.snapshotState();
            campaign.play(vm.toString(run), 100);
            for (uint256 i = 0; i < actions.length; i++) {
                succeeded[i] += campaign.succeeded(actions[i]);
                refused[i] += campaign.refused(actions[i]);
            }
            uint256[] memory happened = campaign.happenings();
            for (uint256 i = 0; i < events.length; i++) events[i] += happened[i];
            assertTrue(vm.revertToState(start), "no snapshot");
        }
        for (uint256 i = 0; i < actions.length; i++) {
            if (actions[i] == campaign.commitTooMuch.selector || actions[i] == campaign.submitWrongly.selector) {
                assertEq(succeeded[i], 0, "a wrong that succeeded");
                assertGt(refused[i], 3, "a wrong that was hardly tried");
            } else {
                assertGt(succeeded[i], 0, string.concat("hardly ever succeeds: number ", vm.toString(i)));
            }
        }
        for (uint256 i = 0; i < events.length; i++) {
            assertGt(events[i], 0, string.concat("hardly ever happens: number ", vm.toString(i)));
        }
    }
}
