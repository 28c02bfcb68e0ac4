// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {GovernorPreventLateQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockAccess} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockAccess.sol";
import {GovernorVotesQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {EntryPause} from "../../../contracts/governance/EntryPause.sol";
import {IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {SendGovernor} from "../../../contracts/governance/SendGovernor.sol";
import {INodeStaking} from "../../../contracts/staking/INodeStaking.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {GovernorTest} from "./GovernorTest.sol";

/// What the governor is made of, what it may do, how it changes itself, and how another takes its place.
contract SendGovernorTest is GovernorTest {
    function test_settingsAreAsGiven() public view {
        assertEq(governor.name(), "SendGovernor", "name");
        assertEq(governor.votingDelay(), VOTING_DELAY, "voting delay");
        assertEq(governor.votingPeriod(), VOTING_PERIOD, "voting period");
        assertEq(governor.lateQuorumVoteExtension(), EXTENSION, "extension");
        assertEq(governor.quorumNumerator(), 33, "quorum");
        assertEq(governor.quorumDenominator(), 100, "in hundredths");
        assertEq(governor.proposalThreshold(), THRESHOLD, "threshold");
        assertEq(governor.baseDelaySeconds(), PARAMETERS_DELAY, "base delay");
        assertEq(address(governor.token()), address(staking), "votes");
        assertEq(address(governor.config()), address(config), "configuration");
        assertEq(address(governor.accessManager()), address(manager), "manager");
        assertEq(governor.clock(), vm.getBlockTimestamp(), "clock");
        assertEq(governor.CLOCK_MODE(), "mode=timestamp", "mode");
        assertEq(governor.CLOCK_MODE(), staking.CLOCK_MODE(), "as staking's");
    }

    function test_RevertWhen_ContractIsNone() public {
        bytes memory refusal = abi.encodeWithSelector(SendGovernor.InvalidContract.selector, stranger);
        vm.expectRevert(refusal);
        new SendGovernor(IVotes(stranger), config, address(manager), _settings());
        vm.expectRevert(refusal);
        new SendGovernor(staking, IProtocolConfig(stranger), address(manager), _settings());
        vm.expectRevert(refusal);
        new SendGovernor(staking, config, stranger, _settings());
    }

    function test_RevertWhen_SettingsMakeNoSense() public {
        SendGovernor.Settings memory settings = _settings();
        settings.votingPeriod = 0;
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidVotingPeriod.selector, 0));
        new SendGovernor(staking, config, address(manager), settings);
        settings = _settings();
        settings.quorum = 101;
        vm.expectRevert(abi.encodeWithSelector(GovernorVotesQuorumFraction.GovernorInvalidQuorumFraction.selector, 101, 100));
        new SendGovernor(staking, config, address(manager), settings);
        settings = _settings();
        settings.lateQuorumExtension = VOTING_PERIOD + 1;
        vm.expectRevert(
            abi.encodeWithSelector(
                GovernorPreventLateQuorum.GovernorPreventLateQuorumVoteExtensionTooLarge.selector,
                VOTING_PERIOD + 1,
                VOTING_PERIOD
            )
        );
        new SendGovernor(staking, config, address(manager), settings);
    }

    /// @dev An upgrade waits longer than unbonding, so that whoever asks when it is decided is gone before it.
    function test_upgradeWaitsLongerThanUnbonding() public {
        address next = address(new NodeStaking(token, config));
        Proposal memory p = _operation(address(staking), abi.encodeCall(UUPSUpgradeable.upgradeToAndCall, (next, "")));
        _pass(p);
        _queue(p);
        uint256 decided = vm.getBlockTimestamp();
        assertEq(governor.proposalEta(p.id), decided + UPGRADES_DELAY, "the longer of the two delays");
        uint256 id = _unstake(bob, _delegatedByBob(), 1 ether);
        vm.warp(decided + UPGRADES_DELAY - 1);
        assertEq(_withdraw(bob, grace, id), 1 ether, "left before");
        vm.expectRevert(abi.encodeWithSelector(GovernorTimelockAccess.GovernorUnmetDelay.selector, p.id, decided + UPGRADES_DELAY));
        _execute(p);
        vm.warp(decided + UPGRADES_DELAY);
        _execute(p);
        assertEq(staking.weightOf(heidi), 300_000 ether, "storage stays");
    }

    /// @dev What is the council's, no vote does: the governor would have to give itself the role first, and wait for that.
    function test_RevertWhen_ItHasNoRole() public {
        Proposal memory p = _operation(address(staking), abi.encodeCall(EntryPause.pauseEntries, (1 days)));
        _pass(p);
        _queue(p);
        vm.warp(governor.proposalEta(p.id));
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, address(governor)));
        _execute(p);
    }

    /// @dev No vote slashes. What asks for no role of the governor's is called by the manager, for the admin that the governor is.
    function test_RevertWhen_ItSlashes() public {
        Proposal memory p = _operation(address(staking), abi.encodeCall(INodeStaking.slash, (heidi, 1, address(0))));
        _pass(p);
        _queue(p);
        assertEq(governor.proposalEta(p.id), vm.getBlockTimestamp() + UPGRADES_DELAY, "after the longest delay");
        vm.warp(governor.proposalEta(p.id));
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.NotSlasher.selector, address(manager)));
        _execute(p);
    }

    function test_ownSettingsChangeByProposal() public {
        _enact(_operation(address(governor), abi.encodeCall(governor.setVotingPeriod, (6 days))));
        assertEq(governor.votingPeriod(), 6 days, "voting period");
        _enact(_operation(address(governor), abi.encodeCall(governor.updateQuorumNumerator, (50))));
        assertEq(governor.quorumNumerator(), 50, "quorum");
        _enact(_operation(address(governor), abi.encodeCall(governor.setBaseDelaySeconds, (3 days))));
        assertEq(governor.baseDelaySeconds(), 3 days, "base delay");
    }

    /// @dev They wait for the base delay like everything else.
    function test_ownSettingsWaitToo() public {
        Proposal memory p = _operation(address(governor), abi.encodeCall(governor.setVotingDelay, (0)));
        _pass(p);
        vm.expectRevert(_unexpected(p, IGovernor.ProposalState.Succeeded, IGovernor.ProposalState.Queued));
        _execute(p);
        _queue(p);
        assertEq(governor.proposalEta(p.id), vm.getBlockTimestamp() + PARAMETERS_DELAY, "base delay");
        vm.warp(governor.proposalEta(p.id));
        vm.expectEmit(address(governor));
        emit GovernorSettings.VotingDelaySet(VOTING_DELAY, 0);
        _execute(p);
    }

    function testFuzz_RevertWhen_SettingsAreChangedByAnybodyElse(address caller) public {
        vm.assume(caller != address(governor));
        bytes memory refusal = abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, caller);
        bytes[7] memory calls = [
            abi.encodeCall(governor.setVotingDelay, (1)),
            abi.encodeCall(governor.setVotingPeriod, (1)),
            abi.encodeCall(governor.setProposalThreshold, (1)),
            abi.encodeCall(governor.setLateQuorumVoteExtension, (1)),
            abi.encodeCall(governor.updateQuorumNumerator, (1)),
            abi.encodeCall(governor.setBaseDelaySeconds, (1)),
            abi.encodeCall(governor.relay, (address(token), 0, ""))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(caller);
            (bool done, bytes memory answer) = address(governor).call(calls[i]);
            assertFalse(done, "done");
            assertEq(answer, refusal, "refused");
        }
        vm.expectRevert(refusal);
        vm.prank(caller);
        governor.setAccessManagerIgnored(address(config), new bytes4[](1), true);
    }

    /// @dev Not upgradeable, but replaceable: it hands its roles on, and has none left.
    function test_successorTakesOver() public {
        SendGovernor successor = new SendGovernor(staking, config, address(manager), _settings());
        _enact(_operation(address(manager), abi.encodeCall(manager.grantRole, (0, address(successor), UPGRADES_DELAY))));
        _enact(_operation(address(manager), abi.encodeCall(manager.grantRole, (PARAMETERS, address(successor), PARAMETERS_DELAY))));
        Proposal memory p = _operation(address(manager), abi.encodeCall(manager.revokeRole, (PARAMETERS, address(governor))));
        _enact(p);
        _enact(_operation(address(manager), abi.encodeCall(manager.revokeRole, (0, address(governor)))));
        (bool isMember, ) = manager.hasRole(0, address(governor));
        assertFalse(isMember, "the old one is nobody");

        governor = successor;
        _enact(_change(2_000));
        vm.warp(config.epochStart(config.currentEpoch() + 1));
        assertEq(config.value(Parameter.MaxCommission), 2_000, "the new one governs");
    }

    function _delegatedByBob() private returns (address) {
        _stake(bob, grace, 1 ether);
        return grace;
    }
}
