// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorPreventLateQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockAccess} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockAccess.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {GovernorVotesQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IProtocolConfig, Parameter} from "./IProtocolConfig.sol";

/// @title Governance by guardians
/// @notice One vote for every unit of SEND that is bonded to a guardian when voting starts. What was decided waits for as long as the
/// `AccessManager` says for what it does, and at least for the base delay, so that whoever disagrees can leave first.
/// @dev Not upgradeable: a successor is given its roles.
contract SendGovernor is
    GovernorSettings,
    GovernorCountingSimple,
    GovernorPreventLateQuorum,
    GovernorVotesQuorumFraction,
    GovernorTimelockAccess
{
    /// @notice What governance starts with and may change itself. Times in seconds.
    struct Settings {
        /// From a proposal to the moment whose stake votes.
        uint48 votingDelay;
        uint32 votingPeriod;
        /// How long there is to vote, at least, after the quorum was reached.
        uint48 lateQuorumExtension;
        /// Part of all guardian stake that must vote for a proposal or abstain, in hundredths.
        uint256 quorum;
        /// Votes that a proposer needs, in the smallest unit of SEND.
        uint256 proposalThreshold;
        /// Shortest time between decision and execution.
        uint32 baseDelay;
    }

    /// @notice Source of the epoch clock and of `MinTotalGuardianStake`.
    IProtocolConfig public immutable config;

    /// @dev Whether the vote that is being counted can extend nothing.
    bool private transient _decided;

    /// @notice There is no contract at one of the addresses.
    error InvalidContract(address account);

    /// @param staking Where guardians' stake is known by time.
    /// @param config_ Source of the least guardian stake that can decide anything.
    /// @param manager The `AccessManager` that this governor acts through.
    constructor(
        IVotes staking,
        IProtocolConfig config_,
        address manager,
        Settings memory settings
    )
        Governor("SendGovernor")
        GovernorSettings(settings.votingDelay, settings.votingPeriod, settings.proposalThreshold)
        GovernorPreventLateQuorum(settings.lateQuorumExtension)
        GovernorVotes(staking)
        GovernorVotesQuorumFraction(settings.quorum)
        GovernorTimelockAccess(manager, settings.baseDelay)
    {
        _requireCode(address(staking));
        _requireCode(address(config_));
        _requireCode(manager);
        config = config_;
    }

    /// @notice Guardian stake below which no proposal passes whose votes count from `timepoint` (Unix seconds).
    function minTotalStake(uint256 timepoint) public view returns (uint256) {
        uint256 epoch = timepoint < config.genesis() ? 0 : config.epochAt(timepoint);
        return config.valueAt(Parameter.MinTotalGuardianStake, epoch);
    }

    /// @notice Votes are counted by block timestamp, in Unix seconds (ERC-6372), as staking does.
    function clock() public view override(Governor, GovernorVotes) returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @notice Machine-readable description of `clock` (ERC-6372).
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override(Governor, GovernorVotes) returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc GovernorPreventLateQuorum
    function proposalDeadline(uint256 proposalId) public view override(Governor, GovernorPreventLateQuorum) returns (uint256) {
        return super.proposalDeadline(proposalId);
    }

    /// @inheritdoc GovernorTimelockAccess
    function proposalNeedsQueuing(uint256 proposalId) public view override(Governor, GovernorTimelockAccess) returns (bool) {
        return super.proposalNeedsQueuing(proposalId);
    }

    /// @inheritdoc GovernorSettings
    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    /// @inheritdoc GovernorTimelockAccess
    function propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) public override(Governor, GovernorTimelockAccess) returns (uint256) {
        return super.propose(targets, values, calldatas, description);
    }

    /// @dev Asked once voting is over, so that no vote pays for it.
    function _voteSucceeded(uint256 proposalId) internal view override(Governor, GovernorCountingSimple) returns (bool) {
        if (!super._voteSucceeded(proposalId)) return false;
        uint256 snapshot = proposalSnapshot(proposalId);
        return token().getPastTotalSupply(snapshot) >= minTotalStake(snapshot);
    }

    /// @dev Before and after a vote counts: did it reach the quorum late? Nothing hangs on when the quorum was reached as long as the
    /// deadline is further away than the extension, so only late votes pay for that question.
    function _countVote(
        uint256 proposalId,
        address account,
        uint8 support,
        uint256 weight,
        bytes memory params
    ) internal override(Governor, GovernorCountingSimple) returns (uint256) {
        _decided = !_isLate(proposalId) || _quorumReached(proposalId);
        return super._countVote(proposalId, account, support, weight, params);
    }

    function _tallyUpdated(uint256 proposalId) internal override(Governor, GovernorPreventLateQuorum) {
        if (!_decided) super._tallyUpdated(proposalId);
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockAccess) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockAccess) {
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockAccess) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _isLate(uint256 proposalId) private view returns (bool) {
        return clock() + lateQuorumVoteExtension() > proposalDeadline(proposalId);
    }

    function _requireCode(address account) private view {
        if (account.code.length == 0) revert InvalidContract(account);
    }
}
