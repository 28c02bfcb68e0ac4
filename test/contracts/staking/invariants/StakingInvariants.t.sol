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

    /// The campaigns above are worth something only if their actions come about: one long campaign, counted.
    function test_EveryActionSucceeds() public {
        bytes4[] memory actions = campaign.actions();
        for (uint256 i = 0; i < 3_000; i++) {
            bytes32 seed = keccak256(abi.encode("sending", i));
            bytes4 action = actions[uint256(seed) % actions.length];
            (bool success, bytes memory result) = address(campaign).call(
                abi.encodePacked(
                    action,
                    keccak256(abi.encode(seed, 1)),
                    keccak256(abi.encode(seed, 2)),
                    keccak256(abi.encode(seed, 3)),
                    keccak256(abi.encode(seed, 4))
                )
            );
            assertEq(result, "", vm.toString(uint256(uint32(action))));
            assertTrue(success, vm.toString(uint256(uint32(action))));
        }
        uint256 succeeded = 0;
        uint256 refused = 0;
        for (uint256 i = 0; i < actions.length; i++) {
            if (actions[i] == campaign.withdrawWrongly.selector || actions[i] == campaign.stealOperator.selector) {
                assertEq(campaign.succeeded(actions[i]), 0, "a wrong that succeeded");
                assertGt(campaign.refused(actions[i]), 20, "a wrong that was never tried");
                continue;
            }
            assertGt(campaign.succeeded(actions[i]), 1, vm.toString(uint256(uint32(actions[i]))));
            succeeded += campaign.succeeded(actions[i]);
            refused += campaign.refused(actions[i]);
        }
        assertGt(succeeded, 2 * refused, "most actions succeed");
    }
}
