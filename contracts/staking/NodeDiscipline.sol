// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Parameter} from "../governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "./INodeStaking.sol";
import {NodeRegister} from "./NodeRegister.sol";
import {SharePrice} from "./SharePrice.sol";
import {Limits, Pool, Standing} from "./Slots.sol";

/// @title What happens to nodes that do wrong, or nothing
abstract contract NodeDiscipline is NodeRegister {
    using SafeERC20 for IERC20;

    /// @inheritdoc INodeStaking
    function setWorkProofs(address workProofs_) external restricted {
        if (workProofs_ == address(0)) revert ZeroAddress();
        _staking().workProofs = workProofs_;
        emit WorkProofsSet(workProofs_);
    }

    /// @inheritdoc INodeStaking
    function slash(address node, uint256 bps, address reporter) external nonReentrant returns (uint256 slashed) {
        if (msg.sender != _staking().workProofs && msg.sender != _staking().rewardPool) revert NotSlasher(msg.sender);
        Node storage n = _node(node);
        uint256 oldPrice = n.pool.price();
        uint256 weight = _lowerPrice(node, n, bps);
        Pool pool = n.pool;
        slashed = _loss(n.standing.totalShares(), oldPrice, pool);
        uint256 fromBonded = Math.min(slashed, _loss(pool.bondedShares(), oldPrice, pool));
        uint256 fromOwner = _loss(pool.ownShares() + n.accounts[node].position.shares(), oldPrice, pool);
        uint256 toReporter = _rewardReporter(reporter, Math.min(slashed, fromOwner));
        _staking().fundOwed += slashed - toReporter;
        emit Slashed(node, reporter, bps, fromBonded, slashed - fromBonded, toReporter, pool.price(), weight);
    }

    /// @inheritdoc INodeStaking
    function recordReveal(address node, uint256 epoch) external {
        if (msg.sender != _staking().workProofs) revert NotWorkProofs(msg.sender);
        Node storage n = _guardian(node);
        uint256 current = _currentEpoch();
        if (epoch > current) revert FutureEpoch(epoch, current);
        if (epoch <= n.lastSeenEpoch) return;
        n.lastSeenEpoch = epoch;
        emit RevealRecorded(node, epoch);
    }

    /// @inheritdoc INodeStaking
    function suspend(address node) external {
        Node storage n = _guardian(node);
        if (n.standing.suspended()) revert AlreadySuspended(node);
        uint256 lastSeen = n.lastSeenEpoch;
        uint256 closed = _closedReveals();
        if (closed <= lastSeen + _parameter(Parameter.InactivityEpochs)) revert NotInactive(node, lastSeen, closed == 0 ? 0 : closed - 1);
        _setSuspended(node, n, true);
        emit GuardianSuspended(node, lastSeen);
    }

    /// @inheritdoc INodeStaking
    function resume(address node) external {
        Node storage n = _guardian(node);
        if (msg.sender != node && msg.sender != n.profile.operator) revert NotNodeOperator(msg.sender, node);
        if (!n.standing.suspended()) revert NotSuspended(node);
        n.lastSeenEpoch = _currentEpoch();
        emit GuardianResumed(node, _setSuspended(node, n, false));
    }

    /// @inheritdoc INodeStaking
    function workProofs() external view returns (address) {
        return _staking().workProofs;
    }

    /// @inheritdoc INodeStaking
    function fundOwed() external view returns (uint256) {
        return _staking().fundOwed;
    }

    function _lowerPrice(address node, Node storage n, uint256 bps) private returns (uint256) {
        uint256 epoch = _currentEpoch();
        Limits limits = _limitsAt(epoch);
        Pool pool = n.pool;
        Standing standing = _keepingWeight(n.standing, pool, limits, epoch);
        pool = pool.withPrice(SharePrice.slashed(pool.price(), Math.min(bps, BASIS_POINTS)));
        if (pool.price() < SharePrice.LOWEST && !standing.tombstoned()) {
            standing = standing.withTombstone();
            emit Tombstoned(node);
        }
        n.standing = standing;
        n.pool = pool;
        return _recordWeight(node, n, standing, pool, limits);
    }

    /// @dev A reporter that cannot be paid must not save the node: its part goes to the fund.
    function _rewardReporter(address reporter, uint256 ownLoss) private returns (uint256 amount) {
        if (reporter == address(0)) return 0;
        amount = (ownLoss * _parameter(Parameter.ReporterShare)) / BASIS_POINTS;
        if (amount != 0 && !token.trySafeTransfer(reporter, amount)) amount = 0;
    }

    /// @dev Taken over all shares at once, so that the values of the parts, rounded down each, stay covered.
    function _loss(uint256 shares, uint256 oldPrice, Pool pool) private pure returns (uint256) {
        return SharePrice.toTokens(shares, oldPrice) - SharePrice.toTokens(shares, pool.price());
    }

    /// @dev Only guardians are suspended.
    function _setSuspended(address node, Node storage n, bool on) private returns (uint256) {
        Standing standing = n.standing.withSuspension(on);
        n.standing = standing;
        return _recordWeight(node, n, standing, n.pool, _limitsAt(_currentEpoch()));
    }

    function _guardian(address node) private view returns (Node storage n) {
        n = _node(node);
        if (n.standing.role() != Role.Guardian) revert NotGuardian(node);
    }
}
