// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";
import {INodeStaking, Role} from "./INodeStaking.sol";
import {SharePrice} from "./SharePrice.sol";
import {Limits, Pool, Standing} from "./Slots.sol";
import {StakingLimits} from "./StakingLimits.sol";
import {WeightTrace} from "./WeightTrace.sol";

/// @title The weight of nodes, and guardians' weight as votes
/// @notice An active node's weight is its own stake and what is delegated to it, up to a multiple of its own; 0 while it is inactive.
/// @dev A guardian's weight is recorded whenever it changes, for the total must follow. Other nodes' is computed from their stake, which
/// also says what it was at the end of the last epoch, unless the stake has changed since: then that was kept.
abstract contract NodeWeights is StakingLimits, IERC5805 {
    using WeightTrace for WeightTrace.Trace;

    /// @notice Votes are known only for the past: `timepoint` must be before `clock`.
    error ERC5805FutureLookup(uint256 timepoint, uint48 clock);

    /// @inheritdoc INodeStaking
    function updateWeight(address node) external {
        Node storage n = _node(node);
        uint256 before = weightOf(node);
        uint256 weight = _recordWeight(node, n, n.standing, n.pool, _limitsAt(_currentEpoch()));
        if (weight != before) emit WeightUpdated(node, weight);
    }

    /// @inheritdoc INodeStaking
    function isActive(address node) external view returns (bool) {
        Node storage n = _staking().nodes[node];
        return _isActive(n.standing, n.pool, _limitsAt(_currentEpoch()));
    }

    /// @inheritdoc INodeStaking
    function weightOf(address node) public view returns (uint256) {
        Node storage n = _staking().nodes[node];
        if (n.standing.role() == Role.Guardian) return n.votes.latest;
        return _weight(n.standing, n.pool, _limitsAt(_currentEpoch()));
    }

    /// @inheritdoc INodeStaking
    function previousWeightOf(address node) external view returns (uint256) {
        Node storage n = _staking().nodes[node];
        uint256 epoch = _currentEpoch();
        if (epoch == 0) return 0;
        if (n.standing.role() == Role.Guardian) return n.votes.valueAt(_epochStart(epoch) - 1);
        if (n.standing.weightChangedIn() == epoch) return n.standing.previousWeight();
        return _weight(n.standing, n.pool, _limitsAt(epoch - 1));
    }

    /// @notice Weight of `account` when it is a guardian, otherwise 0.
    function getVotes(address account) external view returns (uint256) {
        return _staking().nodes[account].votes.latest;
    }

    /// @notice Votes of `account` after the last block with a timestamp of at most `timepoint` (Unix seconds, in the past).
    function getPastVotes(address account, uint256 timepoint) external view returns (uint256) {
        _requirePast(timepoint);
        return _staking().nodes[account].votes.valueAt(timepoint);
    }

    /// @notice Votes of all guardians after the last block with a timestamp of at most `timepoint` (Unix seconds, in the past).
    function getPastTotalSupply(uint256 timepoint) external view returns (uint256) {
        _requirePast(timepoint);
        return _staking().totalVotes.valueAt(timepoint);
    }

    /// @inheritdoc INodeStaking
    function guardiansAt(
        address[] calldata guardians,
        uint256 timepoint
    ) external view returns (address[] memory operators, uint256[] memory votes, uint256 total) {
        _requirePast(timepoint);
        total = _staking().totalVotes.valueAt(timepoint);
        operators = new address[](guardians.length);
        votes = new uint256[](guardians.length);
        for (uint256 i = 0; i < guardians.length;) {
            Node storage n = _staking().nodes[guardians[i]];
            (operators[i], votes[i]) = (n.profile.operator, n.votes.valueAt(timepoint));
            unchecked {
                ++i;
            }
        }
    }

    /// @notice Everybody votes for himself: bonding stake to a guardian is the delegation.
    function delegates(address account) external pure returns (address) {
        return account;
    }

    /// @notice Always reverts.
    function delegate(address) external pure {
        revert DelegationIsByStake();
    }

    /// @notice Always reverts.
    function delegateBySig(address, uint256, uint256, uint8, bytes32, bytes32) external pure {
        revert DelegationIsByStake();
    }

    /// @notice Votes are counted by block timestamp, in Unix seconds (ERC-6372).
    function clock() public view returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @notice Machine-readable description of `clock` (ERC-6372).
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() external pure returns (string memory) {
        return "mode=timestamp";
    }

    /// @dev To be asked before anything changes that the weight hangs on.
    function _keepingWeight(Standing standing, Pool pool, Limits limits, uint256 epoch) internal view returns (Standing) {
        if (standing.weightChangedIn() == epoch || standing.role() == Role.Guardian) return standing;
        if (limits.fromEpoch() == epoch) limits = _limitsAt(epoch - 1);
        return standing.withPreviousWeight(_weight(standing, pool, limits), epoch);
    }

    /// @dev To be called after anything changed that the weight hangs on.
    function _recordWeight(address node, Node storage n, Standing standing, Pool pool, Limits limits) internal returns (uint256 weight) {
        weight = _weight(standing, pool, limits);
        if (standing.role() == Role.Guardian) _recordVotes(node, n, weight);
    }

    function _isActive(Standing standing, Pool pool, Limits limits) internal pure returns (bool) {
        return standing.good() && SharePrice.toTokens(pool.ownShares(), pool.price()) >= limits.minStake(standing.role());
    }

    function _weight(Standing standing, Pool pool, Limits limits) private pure returns (uint256) {
        if (!standing.good()) return 0;
        uint256 price = pool.price();
        uint256 own = SharePrice.toTokens(pool.ownShares(), price);
        if (own < limits.minStake(standing.role())) return 0;
        unchecked {
            uint256 delegated = SharePrice.toTokens(pool.bondedShares() - pool.ownShares(), price);
            uint256 limit = own * limits.maxDelegationRatio();
            return own + (delegated < limit ? delegated : limit);
        }
    }

    function _recordVotes(address node, Node storage n, uint256 weight) private {
        uint256 before = n.votes.latest;
        if (weight == before) return;
        WeightTrace.Trace storage total = _staking().totalVotes;
        n.votes.push(weight);
        total.push(total.latest - before + weight);
        emit DelegateVotesChanged(node, before, weight);
    }

    function _requirePast(uint256 timepoint) private view {
        if (timepoint >= block.timestamp) revert ERC5805FutureLookup(timepoint, clock());
    }
}
