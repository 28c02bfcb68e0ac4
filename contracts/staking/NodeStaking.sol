// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking} from "./INodeStaking.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProtocolConfig} from "../governance/IProtocolConfig.sol";
import {NodeDiscipline} from "./NodeDiscipline.sol";
import {NodeRewards} from "./NodeRewards.sol";
import {RewardStream} from "./RewardStream.sol";
import {SharePrice} from "./SharePrice.sol";
import {Pool, Position, Standing} from "./Slots.sol";

/// @title Node register, stake, stake delegation, unbonding, slashing, reward split and guardian votes
/// @notice Owners bond SEND to their node and delegators to theirs; the bond is what a node answers with for its work.
/// @dev Bonded and unbonding stake are shares of one pool per node, whose price falls by slashing and never rises.
///
/// @dev invariant Solvent: the token balance covers all bonded, unbonding and claimable tokens, unreleased rewards and `fundOwed`.
/// @dev invariant SharesAddUp: a node's bonded and unbonding shares are the sums over its positions and requests.
/// @dev invariant PriceOnlyFalls: a node's share price never rises.
/// @dev invariant NothingGained: nobody takes out more than he put in, was paid as rewards or earned as reporter.
/// @dev invariant LastOneLeaves: whatever happened, everybody can request, wait and withdraw, and claim.
/// @dev invariant NotBeforeTime: no withdrawal comes before the unbonding period in force at its request, and none comes twice.
/// @dev invariant VotesAddUp: at every past second the guardians' votes add up to the total.
/// @dev invariant WeightIsStake: a recorded weight is that of the stake under the parameters of its last update.
/// @dev invariant OneNodePerOperator: a key belongs to one node for ever.
/// @dev invariant ExitsStayOpen: a pause stops no exit.
/// @dev invariant ViewsNeverRevert: no view of present state reverts, for any address.
contract NodeStaking is NodeDiscipline, UUPSUpgradeable {
    /// @param token_ SEND.
    /// @param config_ Its clock is read once, here: it is fixed at deployment.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IERC20 token_, IProtocolConfig config_) NodeRewards(token_, config_) {
        _disableInitializers();
    }

    /// @param authority The access manager that says who may distribute, slash, pause and upgrade.
    function initialize(address authority) external initializer {
        if (authority == address(0)) revert ZeroAddress();
        __AccessManaged_init(authority);
        syncParameters();
    }

    /// @inheritdoc INodeStaking
    function nodeInfo(address node) external view returns (NodeInfo memory info) {
        Node storage n = _staking().nodes[node];
        (Standing standing, Pool pool, Profile storage profile) = (n.standing, n.pool, n.profile);
        RewardStream stream = n.stream.released(pool.bondedShares());
        uint256 price = pool.price();
        info.role = standing.role();
        info.index = profile.index;
        info.operator = profile.operator;
        info.active = _isActive(standing, pool, _limitsAt(_currentEpoch()));
        info.suspended = standing.suspended();
        info.tombstoned = standing.tombstoned();
        info.commission = _commission(profile);
        if (block.timestamp < profile.nextCommissionAt) {
            info.nextCommission = profile.nextCommission;
            info.nextCommissionAt = profile.nextCommissionAt;
        }
        info.bonded = SharePrice.toTokens(pool.bondedShares(), price);
        info.ownBonded = SharePrice.toTokens(pool.ownShares(), price);
        info.unbonding = SharePrice.toTokens(standing.totalShares() - pool.bondedShares(), price);
        info.ownUnbonding = SharePrice.toTokens(n.accounts[node].position.shares(), price);
        info.weight = weightOf(node);
        info.unreleasedRewards = stream.unreleased();
        info.rewardsReleasedAt = stream.releasedAt();
        info.lastSeenEpoch = n.lastSeenEpoch;
        info.sharePrice = price;
    }

    /// @inheritdoc INodeStaking
    function positionInfo(address node, address account) external view returns (PositionInfo memory) {
        Node storage n = _staking().nodes[node];
        Position position = n.accounts[account].position;
        uint256 shares = account == node ? n.pool.ownShares() : position.shares();
        return
            PositionInfo({
                shares: shares,
                bonded: SharePrice.toTokens(shares, n.pool.price()),
                claimableRewards: claimableRewards(node, account),
                nextRequestId: position.nextRequestId()
            });
    }

    /// @inheritdoc INodeStaking
    function unstakeRequest(address node, address account, uint256 requestId) external view returns (UnstakeRequest memory) {
        Node storage n = _staking().nodes[node];
        Unbonding memory request = n.accounts[account].unbondings[requestId];
        return
            UnstakeRequest({
                amount: SharePrice.toTokens(request.shares, n.pool.price()),
                shares: request.shares,
                availableAt: request.availableAt
            });
    }

    function _authorizeUpgrade(address) internal override restricted {}
}
