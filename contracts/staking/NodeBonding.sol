// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking} from "./INodeStaking.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Permit, PermitSignature} from "../common/Permit.sol";
import {EntryPause} from "../governance/EntryPause.sol";
import {NodeRewards} from "./NodeRewards.sol";
import {RewardStream, RewardStreamSlot} from "./RewardStream.sol";
import {SharePrice} from "./SharePrice.sol";
import {Limits, Pool, Position, Standing} from "./Slots.sol";

/// @title Stake on its way in and out
/// @notice What comes in can be paused, what goes out cannot.
abstract contract NodeBonding is NodeRewards, EntryPause {
    using SafeERC20 for IERC20;
    using SafeCast for *;

    /// @inheritdoc INodeStaking
    function stake(address node, uint256 amount) external {
        _stake(node, amount);
    }

    /// @inheritdoc INodeStaking
    function stakeWithPermit(address node, uint256 amount, PermitSignature calldata permit) external {
        Permit.tryUse(token, amount, permit);
        _stake(node, amount);
    }

    /// @inheritdoc INodeStaking
    function restakeRewards(address node) external whenEntriesOpen nonReentrant returns (uint256 amount) {
        Node storage n = _openNode(node);
        amount = _takeRewards(node, n);
        (uint256 shares, uint256 weight) = _bond(node, n, amount);
        emit RewardsRestaked(node, msg.sender, amount, shares, weight);
    }

    /// @inheritdoc INodeStaking
    function requestUnstake(address node, uint256 amount) external returns (uint256 requestId) {
        if (amount == 0) revert ZeroAmount();
        Node storage n = _node(node);
        Account storage account = n.accounts[msg.sender];
        uint256 shares;
        (amount, shares) = _sharesFor(n.pool, account.position, msg.sender == node, amount);
        requestId = account.position.nextRequestId();
        Limits limits = _limitsAt(_currentEpoch());
        uint256 weight = _removeShares(node, n, account, limits, shares);
        uint256 availableAt = block.timestamp + limits.unbondingPeriod();
        Unbonding storage request = account.unbondings[requestId];
        (request.shares, request.availableAt) = (uint104(shares), uint40(availableAt));
        emit UnstakeRequested(node, msg.sender, requestId, amount, shares, availableAt, weight);
    }

    /// @inheritdoc INodeStaking
    function cancelUnstake(address node, uint256 requestId) external whenEntriesOpen {
        Node storage n = _openNode(node);
        (uint256 shares, ) = _takeRequest(node, n.accounts[msg.sender], requestId);
        uint256 weight = _addShares(node, n, shares, false);
        emit UnstakeCancelled(node, msg.sender, requestId, SharePrice.toTokens(shares, n.pool.price()), weight);
    }

    /// @inheritdoc INodeStaking
    function withdraw(address node, uint256[] calldata requestIds) external nonReentrant returns (uint256 amount) {
        if (requestIds.length == 0) revert ZeroAmount();
        Node storage n = _staking().nodes[node];
        Account storage account = n.accounts[msg.sender];
        uint256 price = n.pool.price();
        uint256 totalShares = 0;
        for (uint256 i = 0; i < requestIds.length; ++i) {
            uint256 requestId = requestIds[i];
            (uint256 shares, uint256 availableAt) = _takeRequest(node, account, requestId);
            if (block.timestamp < availableAt) revert RequestNotMature(requestId, availableAt);
            uint256 value = SharePrice.toTokens(shares, price);
            totalShares += shares;
            amount += value;
            emit Withdrawn(node, msg.sender, requestId, value);
        }
        n.standing = n.standing.burn(totalShares);
        if (msg.sender == node) account.position = account.position.removeShares(totalShares);
        if (amount != 0) token.safeTransfer(msg.sender, amount);
    }

    /// @dev The node of `owner`, which must take entries.
    function _openNode(address owner) internal view returns (Node storage n) {
        n = _node(owner);
        if (n.standing.tombstoned()) revert NodeTombstoned(owner);
    }

    /// @dev Bonds tokens of the caller that are here already. The supply bounds what can be; the check says so, whatever the token.
    function _bond(address node, Node storage n, uint256 amount) internal returns (uint256 shares, uint256 weight) {
        shares = SharePrice.toShares(amount, n.pool.price());
        (n.standing.totalShares() + shares).toUint104();
        weight = _addShares(node, n, shares, true);
    }

    function _stake(address node, uint256 amount) private whenEntriesOpen nonReentrant {
        Node storage n = _openNode(node);
        if (amount == 0) revert ZeroAmount();
        token.safeTransferFrom(msg.sender, address(this), amount);
        (uint256 shares, uint256 weight) = _bond(node, n, amount);
        emit Staked(node, msg.sender, amount, shares, weight);
    }

    function _takeRequest(address node, Account storage account, uint256 requestId) private returns (uint256 shares, uint256 availableAt) {
        Unbonding storage request = account.unbondings[requestId];
        (shares, availableAt) = (request.shares, request.availableAt);
        if (availableAt == 0) revert UnknownRequest(node, msg.sender, requestId);
        (request.shares, request.availableAt) = (0, 0);
    }

    /// @dev All shares when all their value is asked for, so that no fraction stays behind.
    function _sharesFor(Pool pool, Position position, bool own, uint256 amount) private pure returns (uint256, uint256) {
        uint256 price = pool.price();
        uint256 shares = own ? pool.ownShares() : position.shares();
        uint256 bonded = SharePrice.toTokens(shares, price);
        if (amount == type(uint256).max && shares != 0) return (bonded, shares);
        if (amount > bonded) revert InsufficientStake(amount, bonded);
        return (amount, amount == bonded ? shares : SharePrice.toSharesUp(amount, price));
    }

    /// @dev Bonds shares to the caller's position: new ones, or of his that are unbonding. The debt's bound leaves room for all that is
    /// ever paid on top of it, so that no exit can overflow it.
    function _addShares(address node, Node storage n, uint256 shares, bool minted) private returns (uint256) {
        uint256 epoch = _currentEpoch();
        Limits limits = _limitsAt(epoch);
        Pool pool = n.pool;
        Standing standing = _keepingWeight(n.standing, pool, limits, epoch);
        if (minted) standing = standing.mint(shares);
        _earnFromNow(node, n, pool.bondedShares(), shares, minted);
        if (msg.sender == node) {
            pool = pool.add(shares, shares);
        } else {
            pool = pool.add(shares, 0);
            _requireBacked(pool, limits);
        }
        n.standing = standing;
        n.pool = pool;
        return _recordWeight(node, n, standing, pool, limits);
    }

    function _earnFromNow(address node, Node storage n, uint256 bondedShares, uint256 shares, bool minted) private {
        Account storage account = n.accounts[msg.sender];
        Position position = account.position;
        RewardStream stream = n.stream.released(bondedShares);
        n.stream = stream;
        int256 debt = position.rewardDebt() + Math.ceilDiv(shares * stream.rewardPerShare(), RewardStreamSlot.SCALE).toInt256();
        position = position.withRewardDebt(debt.toInt120());
        if (msg.sender != node) position = position.addShares(shares);
        else if (!minted) position = position.removeShares(shares);
        account.position = position;
    }

    /// @dev Ends the bond of shares of the caller's position; what they have earned stays claimable. Nothing here can fail.
    function _removeShares(address node, Node storage n, Account storage account, Limits limits, uint256 shares) private returns (uint256) {
        Pool pool = n.pool;
        Standing standing = _keepingWeight(n.standing, pool, limits, _currentEpoch());
        _earnUntilNow(node, n, account, pool, shares);
        pool = pool.remove(shares, msg.sender == node ? shares : 0);
        n.standing = standing;
        n.pool = pool;
        return _recordWeight(node, n, standing, pool, limits);
    }

    function _earnUntilNow(address node, Node storage n, Account storage account, Pool pool, uint256 shares) private {
        Position position = account.position;
        unchecked {
            RewardStream stream = n.stream.released(pool.bondedShares());
            int256 earned = int256((shares * stream.rewardPerShare()) / RewardStreamSlot.SCALE);
            position = position.withRewardDebt(position.rewardDebt() - earned).withNextRequest();
            account.position = msg.sender == node ? position.addShares(shares) : position.removeShares(shares);
            if (pool.bondedShares() - shares < MIN_SHARES && stream.unreleased() != 0) {
                _credit(n.accounts[node], stream.unreleased());
                stream = stream.emptied();
            }
            n.stream = stream;
        }
    }

    function _requireBacked(Pool pool, Limits limits) private pure {
        uint256 price = pool.price();
        uint256 delegated = SharePrice.toTokens(pool.bondedShares() - pool.ownShares(), price);
        uint256 limit = SharePrice.toTokens(pool.ownShares(), price) * limits.maxDelegationRatio();
        if (delegated > limit) revert DelegationLimitExceeded(delegated, limit);
    }
}
