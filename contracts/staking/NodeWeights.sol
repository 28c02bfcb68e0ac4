// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Role} from "./INodeStaking.sol";
import {SharePrice} from "./SharePrice.sol";
import {StakingLimits} from "./StakingLimits.sol";
import {WeightTrace} from "./WeightTrace.sol";

/// @title The weight of nodes, and guardians' weight as votes
/// @notice An active node's weight is its own stake and what is delegated to it, up to a multiple of its own; 0 while it is inactive.
abstract contract NodeWeights is StakingLimits, IERC5805 {
    using WeightTrace for WeightTrace.Trace;

    /// @notice Votes are known only for the past: `timepoint` must be before `clock`.
    error ERC5805FutureLookup(uint256 timepoint, uint48 clock);

    /// @notice Recomputes the recorded weight, after parameters have moved. Anybody may call it.
    function updateWeight(address node) external {
        Node storage n = _node(node);
        uint256 before = _recordedWeight(n);
        uint256 weight = _recordWeight(node, n);
        if (weight != before) emit WeightUpdated(node, weight);
    }

    function isActive(address node) external view returns (bool) {
        Node storage n = _staking().nodes[node];
        return _isActive(n, _ownBonded(node, n));
    }

    function weightOf(address node) external view returns (uint256) {
        return _recordedWeight(_staking().nodes[node]);
    }

    function previousWeightOf(address node) external view returns (uint256) {
        Node storage n = _staking().nodes[node];
        uint256 epoch = _currentEpoch();
        if (n.role == Role.Guardian) {
            uint256 start = _epochStart(epoch);
            return start == 0 ? 0 : n.votes.valueAt(start - 1);
        }
        return n.weightChangedIn == epoch ? n.previousWeight : n.weight;
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

    /// @dev To be called whenever something changed that the weight hangs on.
    function _recordWeight(address node, Node storage n) internal returns (uint256 weight) {
        weight = _weight(node, n);
        uint256 before = _recordedWeight(n);
        if (weight == before) return weight;
        if (n.role == Role.Guardian) {
            WeightTrace.Trace storage total = _staking().totalVotes;
            n.votes.push(weight);
            total.push(total.latest - before + weight);
            emit DelegateVotesChanged(node, before, weight);
            return weight;
        }
        uint256 epoch = _currentEpoch();
        if (n.weightChangedIn != epoch) {
            n.previousWeight = uint96(before);
            n.weightChangedIn = uint32(epoch);
        }
        n.weight = uint96(weight);
    }

    function _recordedWeight(Node storage n) internal view returns (uint256) {
        return n.role == Role.Guardian ? n.votes.latest : n.weight;
    }

    function _ownBonded(address node, Node storage n) internal view returns (uint256) {
        return SharePrice.toTokens(_staking().positions[node][node].shares, n.price);
    }

    /// @dev What is delegated to the node and how much of it counts.
    function _delegation(address node, Node storage n) internal view returns (uint256 delegated, uint256 limit) {
        uint256 ownShares = _staking().positions[node][node].shares;
        delegated = SharePrice.toTokens(n.bondedShares - ownShares, n.price);
        limit = SharePrice.toTokens(ownShares, n.price) * _limits().maxDelegationRatio;
    }

    function _isActive(Node storage n, uint256 own) internal view returns (bool) {
        if (n.role == Role.None || n.suspended || n.tombstoned) return false;
        return own >= _minStake(_limits(), n.role);
    }

    function _weight(address node, Node storage n) private view returns (uint256) {
        uint256 own = _ownBonded(node, n);
        if (!_isActive(n, own)) return 0;
        (uint256 delegated, uint256 limit) = _delegation(node, n);
        return own + Math.min(delegated, limit);
    }

    function _requirePast(uint256 timepoint) private view {
        if (timepoint >= block.timestamp) revert ERC5805FutureLookup(timepoint, clock());
    }
}
