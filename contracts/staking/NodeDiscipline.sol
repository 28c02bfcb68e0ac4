// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Parameter} from "../governance/IProtocolConfig.sol";
import {Role} from "./INodeStaking.sol";
import {NodeRegister} from "./NodeRegister.sol";
import {SharePrice} from "./SharePrice.sol";

/// @title What happens to nodes that do wrong, or nothing
abstract contract NodeDiscipline is NodeRegister {
    using SafeERC20 for IERC20;

    /// @notice Takes `bps` (basis points, at most 10,000 counts) of all that is bonded to or unbonding from `node`. Part of what the owner
    /// himself lost goes to `reporter` (nobody when zero), the rest is owed to the reward fund.
    /// @dev Never reverts for a registered node.
    function slash(address node, uint256 bps, address reporter) external restricted nonReentrant returns (uint256 slashed) {
        Node storage n = _node(node);
        uint256 oldPrice = n.price;
        uint256 newPrice = SharePrice.slashed(oldPrice, Math.min(bps, BASIS_POINTS));
        uint256 bondedShares = n.bondedShares;
        uint256 ownShares = uint256(_staking().positions[node][node].shares) + n.ownUnbondingShares;
        slashed = _loss(bondedShares + n.ownUnbondingShares + n.delegatedUnbondingShares, oldPrice, newPrice);
        uint256 fromBonded = Math.min(slashed, _loss(bondedShares, oldPrice, newPrice));

        n.price = uint48(newPrice);
        if (newPrice < SharePrice.LOWEST && !n.tombstoned) {
            n.tombstoned = true;
            emit Tombstoned(node);
        }
        uint256 weight = _recordWeight(node, n);

        uint256 toReporter = _rewardReporter(reporter, Math.min(slashed, _loss(ownShares, oldPrice, newPrice)));
        _staking().fundOwed += slashed - toReporter;
        emit Slashed(node, reporter, bps, fromBonded, slashed - fromBonded, toReporter, newPrice, weight);
    }

    /// @notice Remembers that guardian `node` revealed its scores of `epoch`. An older epoch than the last one changes nothing.
    function recordReveal(address node, uint256 epoch) external restricted {
        Node storage n = _guardian(node);
        uint256 current = _currentEpoch();
        if (epoch > current) revert FutureEpoch(epoch, current);
        if (epoch <= n.lastSeenEpoch) return;
        n.lastSeenEpoch = uint32(epoch);
        emit RevealRecorded(node, epoch);
    }

    /// @notice Takes the votes of a guardian that has not revealed for `InactivityEpochs`. Anybody may call it.
    function suspend(address node) external {
        Node storage n = _guardian(node);
        if (n.suspended) revert AlreadySuspended(node);
        uint256 lastSeen = n.lastSeenEpoch;
        uint256 closed = _closedReveals();
        if (closed <= lastSeen + _parameter(Parameter.InactivityEpochs)) revert NotInactive(node, lastSeen, closed == 0 ? 0 : closed - 1);
        n.suspended = true;
        _recordWeight(node, n);
        emit GuardianSuspended(node, lastSeen);
    }

    /// @notice Gives a suspended guardian its votes back. Its owner or operator may call it.
    function resume(address node) external {
        Node storage n = _guardian(node);
        if (msg.sender != node && msg.sender != n.operator) revert NotNodeOperator(msg.sender, node);
        if (!n.suspended) revert NotSuspended(node);
        n.suspended = false;
        n.lastSeenEpoch = uint32(_currentEpoch());
        emit GuardianResumed(node, _recordWeight(node, n));
    }

    function fundOwed() external view returns (uint256) {
        return _staking().fundOwed;
    }

    /// @dev A reporter that cannot be paid must not save the node: its part goes to the fund.
    function _rewardReporter(address reporter, uint256 ownLoss) private returns (uint256 amount) {
        if (reporter == address(0)) return 0;
        amount = (ownLoss * _parameter(Parameter.ReporterShare)) / BASIS_POINTS;
        if (amount != 0 && !token.trySafeTransfer(reporter, amount)) amount = 0;
    }

    /// @dev Taken over all shares at once, so that the values of the parts, rounded down each, stay covered.
    function _loss(uint256 shares, uint256 oldPrice, uint256 newPrice) private pure returns (uint256) {
        return SharePrice.toTokens(shares, oldPrice) - SharePrice.toTokens(shares, newPrice);
    }

    function _guardian(address node) private view returns (Node storage n) {
        n = _node(node);
        if (n.role != Role.Guardian) revert NotGuardian(node);
    }
}
