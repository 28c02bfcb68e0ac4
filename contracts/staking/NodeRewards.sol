// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking} from "./INodeStaking.sol";
import {AccessManagedUpgradeable} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IProtocolConfig} from "../governance/IProtocolConfig.sol";
import {NodeWeights} from "./NodeWeights.sol";
import {RewardStream, RewardStreamSlot} from "./RewardStream.sol";
import {SharePrice} from "./SharePrice.sol";
import {Pool, Position} from "./Slots.sol";
import {StakingLimits} from "./StakingLimits.sol";

/// @title Rewards of nodes and their release over time
/// @notice What is distributed to a node flows evenly to whoever holds its shares meanwhile, so that stake arriving just before a payment
/// gains nothing by it.
abstract contract NodeRewards is NodeWeights, AccessManagedUpgradeable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;

    /// @notice The staked token, SEND.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IERC20 public immutable token;

    /// @dev With fewer bonded shares than this, all goes to the owner: it bounds `rewardPerShare`, and nothing is promised to nobody.
    uint256 internal constant MIN_SHARES = 1e18;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IERC20 token_, IProtocolConfig config_) StakingLimits(config_) {
        if (address(token_) == address(0)) revert ZeroAddress();
        token = token_;
    }

    modifier onlyRewardPool() {
        _requireRewardPool();
        _;
    }

    /// @inheritdoc INodeStaking
    function setRewardPool(address rewardPool_) external restricted {
        if (rewardPool_ == address(0)) revert ZeroAddress();
        _staking().rewardPool = rewardPool_;
        emit RewardPoolSet(rewardPool_);
    }

    /// @inheritdoc INodeStaking
    function depositRewards(uint256 amount) external onlyRewardPool nonReentrant {
        token.safeTransferFrom(msg.sender, address(this), amount);
        _staking().undistributed += amount.toUint96();
        emit RewardsDeposited(amount);
    }

    /// @inheritdoc INodeStaking
    function distribute(address node, uint256 amount) external onlyRewardPool {
        Node storage n = _staking().nodes[node];
        if (n.profile.operator == address(0)) revert UnknownNode(node);
        if (amount == 0) revert ZeroAmount();
        uint256 available = _staking().undistributed;
        if (amount > available) revert InsufficientRewards(amount, available);
        _staking().undistributed = uint96(available - amount);

        uint256 toOwner = amount;
        uint256 duration = 0;
        Pool pool = n.pool;
        uint256 shares = pool.bondedShares();
        // A node whose price fell this far is tombstoned.
        if (pool.price() >= SharePrice.LOWEST && shares >= MIN_SHARES) {
            toOwner = (amount * _commission(n.profile)) / BASIS_POINTS;
            duration = Math.min(_limitsAt(_currentEpoch()).rewardRelease(), RewardStreamSlot.MAX_DURATION);
            n.stream = n.stream.released(shares).extended(amount - toOwner, duration);
        }
        _credit(n.accounts[node], toOwner);
        emit RewardsDistributed(node, amount, toOwner, block.timestamp + duration);
    }

    /// @inheritdoc INodeStaking
    function payFundOwed() external onlyRewardPool nonReentrant returns (uint256 amount) {
        amount = _staking().fundOwed;
        _staking().fundOwed = 0;
        emit FundOwedPaid(amount);
        if (amount != 0) token.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc INodeStaking
    function claimRewards(address node) external nonReentrant returns (uint256 amount) {
        amount = _takeRewards(node, _staking().nodes[node]);
        emit RewardsClaimed(node, msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc INodeStaking
    function rewardPool() external view returns (address) {
        return _staking().rewardPool;
    }

    /// @inheritdoc INodeStaking
    function undistributedRewards() external view returns (uint256) {
        return _staking().undistributed;
    }

    /// @inheritdoc INodeStaking
    function claimableRewards(address node, address account) public view returns (uint256) {
        Node storage n = _staking().nodes[node];
        RewardStream stream = n.stream.released(n.pool.bondedShares());
        Position position = n.accounts[account].position;
        return _claimable(account == node ? n.pool.ownShares() : position.shares(), stream, position);
    }

    /// @dev Marks the caller's released rewards as paid.
    function _takeRewards(address node, Node storage n) internal returns (uint256 amount) {
        Account storage account = n.accounts[msg.sender];
        Position position = account.position;
        Pool pool = n.pool;
        RewardStream stream = n.stream.released(pool.bondedShares());
        amount = _claimable(msg.sender == node ? pool.ownShares() : position.shares(), stream, position);
        if (amount == 0) revert NothingToClaim(node, msg.sender);
        n.stream = stream;
        account.position = position.withRewardDebt(position.rewardDebt() + int256(amount));
    }

    /// @dev Makes `amount` claimable at once.
    function _credit(Account storage account, uint256 amount) internal {
        Position position = account.position;
        account.position = position.withRewardDebt(position.rewardDebt() - int256(amount));
    }

    /// @dev Commission in force now, in basis points.
    function _commission(Profile storage profile) internal view returns (uint256) {
        bool matured = profile.nextCommissionAt != 0 && block.timestamp >= profile.nextCommissionAt;
        return matured ? profile.nextCommission : profile.commission;
    }

    function _requireRewardPool() private view {
        if (msg.sender != _staking().rewardPool) revert NotRewardPool(msg.sender);
    }

    function _claimable(uint256 shares, RewardStream stream, Position position) private pure returns (uint256) {
        unchecked {
            int256 amount = int256((shares * stream.rewardPerShare()) / RewardStreamSlot.SCALE) - position.rewardDebt();
            return amount > 0 ? uint256(amount) : 0;
        }
    }
}
