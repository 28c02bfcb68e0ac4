// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManagedUpgradeable} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IProtocolConfig, Parameter} from "../governance/IProtocolConfig.sol";
import {NodeWeights} from "./NodeWeights.sol";
import {StakingLimits} from "./StakingLimits.sol";

/// @title Rewards of nodes and their release over time
/// @notice What is distributed to a node flows evenly to whoever holds its shares meanwhile, so that stake arriving just before a payment
/// gains nothing by it.
abstract contract NodeRewards is NodeWeights, AccessManagedUpgradeable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using SafeCast for *;

    /// @notice The staked token, SEND.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IERC20 public immutable token;

    uint256 internal constant REWARD_SCALE = 1e15;
    /// @dev With fewer bonded shares than this, all goes to the owner: it bounds `rewardPerShare`, and nothing is promised to nobody.
    uint256 internal constant MIN_SHARES = 1e18;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IERC20 token_, IProtocolConfig config_) StakingLimits(config_) {
        if (address(token_) == address(0)) revert ZeroAddress();
        token = token_;
    }

    /// @notice Pays `amount` of the caller's tokens to `node`: commission to its owner, the rest released evenly from now on, together
    /// with what was not released yet.
    function distribute(address node, uint256 amount) external restricted nonReentrant {
        Node storage n = _node(node);
        if (amount == 0) revert ZeroAmount();
        token.safeTransferFrom(msg.sender, address(this), amount);

        _release(n);
        uint256 toOwner = amount;
        uint256 releaseTime = 0;
        if (!n.tombstoned && n.bondedShares >= MIN_SHARES) {
            toOwner = (amount * _commission(n)) / BASIS_POINTS;
            releaseTime = Math.min(_parameter(Parameter.RewardRelease), type(uint24).max);
            n.unreleased = (n.unreleased + amount - toOwner).toUint96();
            n.releaseUpdatedAt = uint40(block.timestamp);
            n.releaseTime = uint24(releaseTime);
        }
        _credit(_staking().positions[node][node], toOwner);
        emit RewardsDistributed(node, amount, toOwner, block.timestamp + releaseTime);
    }

    /// @notice Pays out the caller's released rewards at `node`.
    function claimRewards(address node) external nonReentrant returns (uint256 amount) {
        amount = _takeRewards(node, _staking().nodes[node]);
        emit RewardsClaimed(node, msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    function claimableRewards(address node, address account) public view returns (uint256) {
        (uint256 rewardPerShare, ) = _released(_staking().nodes[node]);
        return _claimable(_staking().positions[node][account], rewardPerShare);
    }

    /// @dev Marks the caller's released rewards as paid.
    function _takeRewards(address node, Node storage n) internal returns (uint256 amount) {
        Position storage position = _staking().positions[node][msg.sender];
        amount = _claimable(position, _release(n));
        if (amount == 0) revert NothingToClaim(node, msg.sender);
        position.rewardDebt += int128(int256(amount));
    }

    /// @dev Bonds shares: they earn from now on. The debt's bound leaves room for all that is paid later, so that exits cannot overflow it.
    function _addShares(Node storage n, Position storage position, uint256 shares) internal {
        uint256 past = Math.ceilDiv(shares * _release(n), REWARD_SCALE);
        n.bondedShares = (n.bondedShares + shares).toUint104();
        position.rewardDebt = (position.rewardDebt + past.toInt256()).toInt120();
        position.shares = (position.shares + shares).toUint104();
    }

    /// @dev Takes shares out of the bonded ones: what they have earned stays claimable.
    function _removeShares(address node, Node storage n, Position storage position, uint256 shares) internal {
        uint256 past = (shares * _release(n)) / REWARD_SCALE;
        uint256 left = n.bondedShares - shares;
        n.bondedShares = uint104(left);
        position.rewardDebt -= int128(int256(past));
        position.shares -= uint104(shares);
        if (left < MIN_SHARES && n.unreleased != 0) {
            _credit(_staking().positions[node][node], n.unreleased);
            n.unreleased = 0;
        }
    }

    /// @dev Brings the stream up to now; needed before the number of bonded shares changes.
    function _release(Node storage n) internal returns (uint256 rewardPerShare) {
        uint256 unreleased;
        (rewardPerShare, unreleased) = _released(n);
        if (rewardPerShare == n.rewardPerShare) return rewardPerShare;
        uint256 left = n.releaseUpdatedAt + uint256(n.releaseTime);
        n.rewardPerShare = uint96(rewardPerShare);
        n.unreleased = uint96(unreleased);
        n.releaseTime = left > block.timestamp ? uint24(left - block.timestamp) : 0;
        n.releaseUpdatedAt = uint40(block.timestamp);
    }

    /// @dev Commission in force now, in basis points.
    function _commission(Node storage n) internal view returns (uint256) {
        return n.nextCommissionAt != 0 && block.timestamp >= n.nextCommissionAt ? n.nextCommission : n.commission;
    }

    /// @dev The stream as it stands now. What the division leaves over stays unreleased.
    function _released(Node storage n) internal view returns (uint256 rewardPerShare, uint256 unreleased) {
        rewardPerShare = n.rewardPerShare;
        unreleased = n.unreleased;
        uint256 shares = n.bondedShares;
        if (unreleased == 0 || shares == 0) return (rewardPerShare, unreleased);

        uint256 elapsed = block.timestamp - n.releaseUpdatedAt;
        uint256 due = elapsed >= n.releaseTime ? unreleased : (unreleased * elapsed) / n.releaseTime;
        uint256 added = Math.min((due * REWARD_SCALE) / shares, type(uint96).max - rewardPerShare);
        rewardPerShare += added;
        unreleased -= Math.ceilDiv(added * shares, REWARD_SCALE);
    }

    function _claimable(Position storage position, uint256 rewardPerShare) private view returns (uint256) {
        int256 amount = int256((position.shares * rewardPerShare) / REWARD_SCALE) - position.rewardDebt;
        return amount > 0 ? uint256(amount) : 0;
    }

    function _credit(Position storage position, uint256 amount) private {
        position.rewardDebt -= int128(int256(amount));
    }
}
