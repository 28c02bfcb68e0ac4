// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {SendGovernor} from "../../../contracts/governance/SendGovernor.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "../staking/StakingTest.sol";

/// @title Base of the tests of governance: three guardians, a governor with the values of a real network, and its roles
abstract contract GovernorTest is StakingTest {
    uint48 internal constant VOTING_DELAY = 1 days;
    uint32 internal constant VOTING_PERIOD = 5 days;
    uint48 internal constant EXTENSION = 1 days;
    uint32 internal constant PARAMETERS_DELAY = 2 days;
    uint32 internal constant UPGRADES_DELAY = 16 days;
    uint256 internal constant THRESHOLD = 100_000 ether;

    uint64 internal constant PARAMETERS = 11;
    uint64 internal constant UPGRADES = 12;

    uint8 internal constant AGAINST = 0;
    uint8 internal constant FOR = 1;
    uint8 internal constant ABSTAIN = 2;

    /// @dev One operation, which is what most proposals have.
    struct Proposal {
        address[] targets;
        uint256[] values;
        bytes[] calldatas;
        string description;
        uint256 id;
    }

    SendGovernor internal governor;

    /// @dev Of 1,100,000 SEND: grace 600,000, heidi 300,000, carol 200,000; the quorum is 363,000.
    function setUp() public virtual override {
        super.setUp();
        _register(Role.Guardian, grace, 600_000 ether);
        _register(Role.Guardian, heidi, 300_000 ether);
        _register(Role.Guardian, carol, 200_000 ether);
        governor = new SendGovernor(staking, config, address(manager), _settings());
        _give(PARAMETERS, address(config), ProtocolConfig.setParameters.selector, PARAMETERS_DELAY);
        _give(UPGRADES, address(staking), UUPSUpgradeable.upgradeToAndCall.selector, UPGRADES_DELAY);
        vm.startPrank(admin);
        manager.grantRole(0, address(governor), UPGRADES_DELAY);
        manager.renounceRole(0, admin);
        vm.stopPrank();
        vm.warp(START + 1);
    }

    function _settings() internal pure returns (SendGovernor.Settings memory) {
        return
            SendGovernor.Settings({
                votingDelay: VOTING_DELAY,
                votingPeriod: VOTING_PERIOD,
                lateQuorumExtension: EXTENSION,
                quorum: 33,
                proposalThreshold: THRESHOLD,
                baseDelay: PARAMETERS_DELAY
            });
    }

    /// @dev A change of a parameter that nothing else here hangs on.
    function _change(uint256 newValue) internal view returns (Proposal memory) {
        return _changeOf(Parameter.MaxCommission, newValue);
    }

    function _changeOf(Parameter parameter, uint256 newValue) internal view returns (Proposal memory) {
        (Parameter[] memory parameters, uint256[] memory values) = single(parameter, newValue);
        return _operation(address(config), abi.encodeCall(ProtocolConfig.setParameters, (parameters, values)));
    }

    function _operation(address target, bytes memory call) internal view returns (Proposal memory p) {
        p.targets = new address[](1);
        p.values = new uint256[](1);
        p.calldatas = new bytes[](1);
        (p.targets[0], p.calldatas[0], p.description) = (target, call, "what for");
        p.id = governor.getProposalId(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    /// @dev Proposed by grace, and open to votes.
    function _open(Proposal memory p) internal {
        _propose(grace, p);
        vm.warp(governor.proposalSnapshot(p.id) + 1);
    }

    /// @dev Agreed to by grace and heidi, and voting is over.
    function _pass(Proposal memory p) internal {
        _open(p);
        _vote(grace, p, FOR);
        _vote(heidi, p, FOR);
        vm.warp(governor.proposalDeadline(p.id) + 1);
    }

    function _enact(Proposal memory p) internal {
        _pass(p);
        _queue(p);
        vm.warp(governor.proposalEta(p.id));
        _execute(p);
    }

    function _propose(address proposer, Proposal memory p) internal {
        vm.prank(proposer);
        governor.propose(p.targets, p.values, p.calldatas, p.description);
    }

    function _vote(address guardian, Proposal memory p, uint8 support) internal returns (uint256) {
        vm.prank(guardian);
        return governor.castVote(p.id, support);
    }

    function _queue(Proposal memory p) internal {
        governor.queue(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    function _execute(Proposal memory p) internal {
        governor.execute(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    function _cancel(address caller, Proposal memory p) internal {
        vm.prank(caller);
        governor.cancel(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    function _requireState(Proposal memory p, IGovernor.ProposalState state) internal view {
        assertEq(uint256(governor.state(p.id)), uint256(state), "state of the proposal");
    }

    /// @dev What the governor says of a proposal that is in `state` and must be in one of `expected`.
    function _unexpected(
        Proposal memory p,
        IGovernor.ProposalState state,
        IGovernor.ProposalState expected
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(IGovernor.GovernorUnexpectedProposalState.selector, p.id, state, bytes32(uint256(1) << uint8(expected)));
    }

    function _give(uint64 role, address target, bytes4 selector, uint32 delay) private {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        vm.startPrank(admin);
        manager.setTargetFunctionRole(target, selectors, role);
        manager.grantRole(role, address(governor), delay);
        vm.stopPrank();
    }
}
