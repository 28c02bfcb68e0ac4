// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {InvariantTest} from "../../support/InvariantTest.sol";
import {StakingCampaign} from "./StakingCampaign.sol";

/// The fuzzer calls only contracts of a test file.
contract AnyCampaign is StakingCampaign {}

/// Any order of any actions. The models fail inside an action when it ends otherwise than they say, and here when a state is not theirs.
/// INVARIANT_RUNS and INVARIANT_DEPTH make it longer; a failure is kept and tried first in the next run.
contract StakingInvariants is InvariantTest {
    StakingCampaign private campaign;

    function setUp() public {
        campaign = new AnyCampaign();
        campaign.begin();
        targetSelector(address(campaign), campaign.actions());
    }

    /// Solvent, SharesAddUp, PriceOnlyFalls, NothingGained, NotBeforeTime, VotesAddUp, WeightIsStake, OneNodePerOperator: the node that
    /// was touched after each call, one past second, and each account's part now and then; all of them at the end.
    function invariant_StakingIsAsTheModelSays() public view {
        campaign.checkTokens();
        address touched = campaign.touched();
        uint256 acted = campaign.acted();
        if (touched == address(0)) return;
        campaign.checkNode(touched);
        campaign.checkVotes(acted * 7);
        if (acted % 4 == 0) campaign.checkParts(touched);
    }

    /// LastOneLeaves, ExitsStayOpen, ViewsNeverRevert, and all of the above
    function afterInvariant() public {
        campaign.checkAll();
        campaign.everybodyLeaves();
        campaign.checkEmpty();
    }

    /// The campaign is worth something only if its actions come about: forty of it, counted.
    function test_EveryActionSucceeds() public {
        bytes4[] memory actions = campaign.actions();
        uint256[] memory succeeded = new uint256[](actions.length);
        uint256[] memory refused = new uint256[](actions.length);
        for (uint256 run = 0; run < 40; run++) {
            uint256 start = vm.snapshotState();
            campaign.play(vm.toString(run), 100);
            for (uint256 i = 0; i < actions.length; i++) {
                succeeded[i] += campaign.succeeded(actions[i]);
                refused[i] += campaign.refused(actions[i]);
            }
            assertTrue(vm.revertToState(start), "no snapshot");
        }

        uint256 allSucceeded = 0;
        uint256 allRefused = 0;
        for (uint256 i = 0; i < actions.length; i++) {
            if (actions[i] == campaign.withdrawWrongly.selector || actions[i] == campaign.stealOperator.selector) {
                assertEq(succeeded[i], 0, "a wrong that succeeded");
                assertGt(refused[i], 40, "a wrong that was hardly tried");
                continue;
            }
            assertGt(succeeded[i], 10, string.concat("hardly ever succeeds: number ", vm.toString(i)));
            allSucceeded += succeeded[i];
            allRefused += refused[i];
        }
        assertGt(allSucceeded, 2 * allRefused, "most actions succeed");
    }
}
