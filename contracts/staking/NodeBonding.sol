// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {EntryPause} from "../governance/EntryPause.sol";
import {NodeRewards} from "./NodeRewards.sol";
import {SharePrice} from "./SharePrice.sol";

/// @title Stake on its way in and out
abstract contract NodeBonding is NodeRewards, EntryPause {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;

    function stake(address node, uint256 amount) external {
        _stake(node, amount);
    }

    function stakeWithPermit(address node, uint256 amount, PermitSignature calldata permit) external {
        _tryPermit(amount, permit);
        _stake(node, amount);
    }

    function restakeRewards(address node) external whenEntriesOpen nonReentrant returns (uint256 amount) {
        Node storage n = _openNode(node);
        amount = _takeRewards(node, n);
        (uint256 shares, uint256 weight) = _bond(node, n, amount);
        emit RewardsRestaked(node, msg.sender, amount, shares, weight);
    }

    function requestUnstake(address node, uint256 amount) external nonReentrant returns (uint256 requestId) {
        Node storage n = _node(node);
        Position storage position = _staking().positions[node][msg.sender];
        uint256 shares = position.shares;
        uint256 bonded = SharePrice.toTokens(shares, n.price);
        if (amount == 0) revert ZeroAmount();
        if (amount == type(uint256).max && shares != 0) amount = bonded;
        if (amount > bonded || shares == 0) revert InsufficientStake(amount, bonded);
        if (amount < bonded) shares = SharePrice.toSharesUp(amount, n.price);

        _removeShares(node, n, position, shares);
        _changeUnbonding(node, n, int256(shares));
        requestId = position.nextRequestId++;
        uint256 availableAt = block.timestamp + _limits().unbondingPeriod;
        _staking().unbondings[node][msg.sender][requestId] = Unbonding(uint104(shares), uint40(availableAt));
        emit UnstakeRequested(node, msg.sender, requestId, amount, shares, availableAt, _recordWeight(node, n));
    }

    function cancelUnstake(address node, uint256 requestId) external whenEntriesOpen nonReentrant {
        Node storage n = _openNode(node);
        (uint256 shares, ) = _takeRequest(node, requestId);
        _changeUnbonding(node, n, -int256(shares));
        uint256 weight = _bondShares(node, n, shares);
        emit UnstakeCancelled(node, msg.sender, requestId, SharePrice.toTokens(shares, n.price), weight);
    }

    function withdraw(address node, uint256[] calldata requestIds) external nonReentrant returns (uint256 amount) {
        Node storage n = _node(node);
        if (requestIds.length == 0) revert ZeroAmount();
        uint256 price = n.price;
        uint256 totalShares = 0;
        for (uint256 i = 0; i < requestIds.length; ++i) {
            (uint256 shares, uint256 availableAt) = _takeRequest(node, requestIds[i]);
            if (block.timestamp < availableAt) revert RequestNotMature(requestIds[i], availableAt);
            uint256 value = SharePrice.toTokens(shares, price);
            totalShares += shares;
            amount += value;
            emit Withdrawn(node, msg.sender, requestIds[i], value);
        }
        _changeUnbonding(node, n, -int256(totalShares));
        if (amount != 0) token.safeTransfer(msg.sender, amount);
    }

    /// @dev Tokens in, shares out; the tokens must be here already.
    function _bond(address node, Node storage n, uint256 amount) internal returns (uint256 shares, uint256 weight) {
        shares = SharePrice.toShares(amount, n.price);
        weight = _bondShares(node, n, shares);
    }

    /// @dev A permit that somebody else has used already has done its work: the allowance decides.
    function _tryPermit(uint256 amount, PermitSignature calldata permit) internal {
        try
            IERC20Permit(address(token)).permit(msg.sender, address(this), amount, permit.deadline, permit.v, permit.r, permit.s)
        {} catch {}
    }

    function _stake(address node, uint256 amount) private whenEntriesOpen nonReentrant {
        Node storage n = _openNode(node);
        if (amount == 0) revert ZeroAmount();
        token.safeTransferFrom(msg.sender, address(this), amount);
        (uint256 shares, uint256 weight) = _bond(node, n, amount);
        emit Staked(node, msg.sender, amount, shares, weight);
    }

    function _bondShares(address node, Node storage n, uint256 shares) private returns (uint256) {
        _addShares(n, _staking().positions[node][msg.sender], shares);
        if (msg.sender != node) {
            (uint256 delegated, uint256 limit) = _delegation(node, n);
            if (delegated > limit) revert DelegationLimitExceeded(delegated, limit);
        }
        return _recordWeight(node, n);
    }

    function _takeRequest(address node, uint256 requestId) private returns (uint256 shares, uint256 availableAt) {
        Unbonding storage request = _staking().unbondings[node][msg.sender][requestId];
        (shares, availableAt) = (request.shares, request.availableAt);
        if (availableAt == 0) revert UnknownRequest(node, msg.sender, requestId);
        delete _staking().unbondings[node][msg.sender][requestId];
    }

    function _changeUnbonding(address node, Node storage n, int256 shares) private {
        if (msg.sender == node) n.ownUnbondingShares = uint104(uint256(int256(uint256(n.ownUnbondingShares)) + shares));
        else n.delegatedUnbondingShares = uint104(uint256(int256(uint256(n.delegatedUnbondingShares)) + shares));
    }
}
