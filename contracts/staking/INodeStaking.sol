// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {PermitSignature} from "../common/Permit.sol";

/// @notice What a node does in the network; fixed at registration.
enum Role {
    None,
    Edge,
    Guardian,
    WatchDog
}

/// @title Node register, stake, stake delegation, unbonding, slashing, reward split and guardian votes
interface INodeStaking {
    /// @notice A new node, keyed by its owner, who is the caller.
    struct Registration {
        Role role;
        /// Hot key of the node; may be the owner itself.
        address operator;
        /// Owner's part of the node's rewards, in basis points.
        uint16 commission;
        /// Public base URL of the node's HTTP service; emitted, not stored.
        string endpoint;
        /// The operator's signature of `operatorConsentDigest(owner, operator)`; empty when the operator is the owner.
        bytes operatorConsent;
    }

    /// @notice All that is known of a node. Amounts in the smallest unit of SEND.
    struct NodeInfo {
        Role role;
        /// Sequential within the role, from 0.
        uint256 index;
        address operator;
        bool active;
        bool suspended;
        bool tombstoned;
        /// In force now, in basis points.
        uint256 commission;
        /// In force from `nextCommissionAt` (Unix seconds) on; 0 when no change waits.
        uint256 nextCommission;
        uint256 nextCommissionAt;
        /// Bonded stake, own and delegated.
        uint256 bonded;
        uint256 ownBonded;
        uint256 unbonding;
        uint256 ownUnbonding;
        /// What counts for votes and capacity.
        uint256 weight;
        /// Rewards that were distributed and are not released yet, and when the last of them will be.
        uint256 unreleasedRewards;
        uint256 rewardsReleasedAt;
        /// Epoch of the guardian's last reveal, registration or resumption.
        uint256 lastSeenEpoch;
        /// Tokens a share is worth, as a fraction of `PRICE_ONE`.
        uint256 sharePrice;
    }

    /// @notice An account's part of a node.
    struct PositionInfo {
        uint256 shares;
        /// What the shares are worth now.
        uint256 bonded;
        uint256 claimableRewards;
        /// Identifier that the account's next request at this node gets; those below it may still be open.
        uint256 nextRequestId;
    }

    /// @notice An open request; all zero when there is none.
    struct UnstakeRequest {
        /// What the request pays now; slashing lowers it.
        uint256 amount;
        uint256 shares;
        /// Unix seconds from which it can be withdrawn.
        uint256 availableAt;
    }

    /// @notice `owner` is the node's key from now on; `index` is sequential within the role.
    event NodeRegistered(address indexed owner, Role indexed role, uint256 index, address indexed operator, uint256 commission);
    event EndpointSet(address indexed node, string endpoint);
    event OperatorSet(address indexed node, address indexed operator);
    /// @notice The commission is `commission` from `effectiveAt` (Unix seconds) on.
    event CommissionSet(address indexed node, uint256 commission, uint256 effectiveAt);
    /// @notice `weight` is the node's after the change, here and below.
    event Staked(address indexed node, address indexed account, uint256 amount, uint256 shares, uint256 weight);
    event UnstakeRequested(
        address indexed node,
        address indexed account,
        uint256 requestId,
        uint256 amount,
        uint256 shares,
        uint256 availableAt,
        uint256 weight
    );
    event UnstakeCancelled(address indexed node, address indexed account, uint256 requestId, uint256 amount, uint256 weight);
    /// @notice `amount` is what was left of the request.
    event Withdrawn(address indexed node, address indexed account, uint256 requestId, uint256 amount);
    /// @notice `toOwner` of `amount` is claimable at once, the rest released until `releasedAt` (Unix seconds).
    event RewardsDistributed(address indexed node, uint256 amount, uint256 toOwner, uint256 releasedAt);
    event RewardsClaimed(address indexed node, address indexed account, uint256 amount);
    event RewardsRestaked(address indexed node, address indexed account, uint256 amount, uint256 shares, uint256 weight);
    /// @notice `bonded` and `unbonding` are what was taken from either, together all that was; `toReporter` of it was paid, the rest is owed to the fund.
    event Slashed(
        address indexed node,
        address indexed reporter,
        uint256 bps,
        uint256 bonded,
        uint256 unbonding,
        uint256 toReporter,
        uint256 sharePrice,
        uint256 weight
    );
    /// @notice The share price fell below a hundredth: nothing enters any more, everything left may leave.
    event Tombstoned(address indexed node);
    event GuardianSuspended(address indexed node, uint256 lastSeenEpoch);
    event GuardianResumed(address indexed node, uint256 weight);
    event RevealRecorded(address indexed node, uint256 epoch);
    /// @notice A guardian's weight changed without a change of stake: parameters had moved.
    event WeightUpdated(address indexed node, uint256 weight);
    /// @notice `rewardPool` is the only one who pays rewards from now on.
    event RewardPoolSet(address indexed rewardPool);
    /// @notice `workProofs` records reveals, and slashes, from now on.
    event WorkProofsSet(address indexed workProofs);
    /// @notice `amount` more waits to be distributed.
    event RewardsDeposited(uint256 amount);
    /// @notice Slashed tokens went to the reward fund.
    event FundOwedPaid(uint256 amount);

    error UnknownNode(address node);
    error AlreadyRegistered(address owner);
    /// @notice A node must be an Edge, a Guardian or a WatchDog.
    error InvalidRole();
    error InvalidEndpoint(uint256 length, uint256 maxLength);
    /// @notice `operator` belongs to `node`, for ever.
    error OperatorInUse(address operator, address node);
    /// @notice `operator` has not signed `operatorConsentDigest(owner, operator)`.
    error InvalidOperatorConsent(address owner, address operator);
    error ZeroAddress();
    error ZeroAmount();
    error BelowMinimumStake(uint256 stake, uint256 minimum);
    error CommissionTooHigh(uint256 commission, uint256 maximum);
    error CommissionStepTooLarge(uint256 from, uint256 to, uint256 maxStep);
    error DelegationLimitExceeded(uint256 delegated, uint256 limit);
    error InsufficientStake(uint256 requested, uint256 available);
    /// @notice There is none, or it was withdrawn or cancelled.
    error UnknownRequest(address node, address account, uint256 requestId);
    error RequestNotMature(uint256 requestId, uint256 availableAt);
    error NothingToClaim(address node, address account);
    /// @notice Nothing enters a node that was slashed this far.
    error NodeTombstoned(address node);
    error NotGuardian(address node);
    error NotNodeOperator(address caller, address node);
    error NotSuspended(address node);
    error AlreadySuspended(address node);
    error NotInactive(address node, uint256 lastSeenEpoch, uint256 closedEpoch);
    /// @notice Bonding stake to a guardian is the delegation of votes.
    error DelegationIsByStake();
    error NotRewardPool(address caller);
    error NotWorkProofs(address caller);
    error NotSlasher(address caller);
    error InsufficientRewards(uint256 requested, uint256 available);
    /// @notice What is not over cannot have been revealed.
    error FutureEpoch(uint256 epoch, uint256 currentEpoch);

    /// @notice Registers the caller as the owner of a new node and bonds `amount` of his tokens, at least the role's minimum, as its own stake.
    function registerAndStake(Registration calldata registration, uint256 amount) external;
    /// @notice The same, allowed by the caller's permit. A permit that was used already, or is none, does no harm: the allowance decides.
    function registerAndStakeWithPermit(Registration calldata registration, uint256 amount, PermitSignature calldata permit) external;
    /// @notice Bonds `amount` to `node`: own stake when the caller is its owner, delegated stake otherwise.
    function stake(address node, uint256 amount) external;
    /// @notice The same, allowed by the caller's permit.
    function stakeWithPermit(address node, uint256 amount, PermitSignature calldata permit) external;
    /// @notice Starts unbonding `amount` of what the caller has bonded to `node`. Until it is withdrawn it is slashed like what stays, and
    /// earns nothing. Requests are independent of each other.
    /// @param amount Tokens to unbond; `type(uint256).max` for all that the caller has bonded there.
    /// @return requestId Counted per node and account, from 0.
    function requestUnstake(address node, uint256 amount) external returns (uint256 requestId);
    /// @notice Bonds what the caller's request holds again, at any time before it is withdrawn.
    function cancelUnstake(address node, uint256 requestId) external;
    /// @notice Pays out the caller's requests whose time has come, together.
    function withdraw(address node, uint256[] calldata requestIds) external returns (uint256 amount);
    /// @notice Pays out the caller's released rewards at `node`.
    function claimRewards(address node) external returns (uint256 amount);
    /// @notice Bonds the caller's released rewards to `node` instead of paying them out.
    function restakeRewards(address node) external returns (uint256 amount);

    /// @notice Gives the caller's node another hot key. One that was the node's before needs no consent.
    /// @param operatorConsent The operator's signature of `operatorConsentDigest(owner, operator)` (ECDSA, or ERC-1271 for a contract).
    function setOperator(address operator, bytes calldata operatorConsent) external;
    /// @notice Tells where the HTTP service of the caller's node is; an empty one means nowhere.
    function setEndpoint(string calldata endpoint) external;
    /// @notice Changes the commission (basis points) of the caller's node: a rise after `CommissionRiseDelay`, a cut from the next epoch on.
    /// It replaces a change that still waits; the one in force, asked for again, only cancels that.
    function setCommission(uint256 commission) external;
    /// @notice Records a guardian's weight anew, after parameters have moved. Anybody may call it; other nodes do not need it.
    function updateWeight(address node) external;

    /// @notice Says who pays rewards, and gets what is owed to the fund.
    function setRewardPool(address rewardPool) external;
    /// @notice Says who, besides the reward pool, can slash, and who records reveals.
    function setWorkProofs(address workProofs) external;
    /// @notice Takes `amount` of the reward pool's tokens, to be distributed later, a node at a time.
    function depositRewards(uint256 amount) external;
    /// @notice Pays `amount` of what the reward pool has deposited to `node`: commission to its owner, the rest released evenly from now on,
    /// together with what was not released yet. Only the reward pool may call it.
    function distribute(address node, uint256 amount) external;
    /// @notice Pays `fundOwed` out to the reward pool, who alone may call it.
    function payFundOwed() external returns (uint256 amount);
    /// @notice Takes `bps` (basis points; above 10,000 counts as that) of all that is bonded to or unbonding from `node`. `ReporterShare` of
    /// what the owner himself lost goes to `reporter` (nobody when zero), the rest is owed to the reward fund.
    /// @dev Only the work proofs and the reward pool may call it. Never reverts for a registered node.
    /// @return slashed Tokens taken.
    function slash(address node, uint256 bps, address reporter) external returns (uint256 slashed);
    /// @notice Remembers that guardian `node` revealed its scores of `epoch`. An older epoch than the last one changes nothing. Only the work
    /// proofs may call it.
    function recordReveal(address node, uint256 epoch) external;
    /// @notice Takes the votes of a guardian that has not revealed for `InactivityEpochs`. Anybody may call it.
    function suspend(address node) external;
    /// @notice Gives a suspended guardian its votes back. Its owner or operator may call it.
    function resume(address node) external;

    /// @notice All zero when there is no such node.
    function nodeInfo(address node) external view returns (NodeInfo memory);
    function nodeCount(Role role) external view returns (uint256);
    /// @notice The node that `operator` belongs to, now or formerly; zero when none.
    function nodeOf(address operator) external view returns (address);
    /// @notice The node that `key` may act for: the one it owns, or else the one it operates now; zero when none.
    function controlledNode(address key) external view returns (address node, Role role);
    /// @notice The operators that `guardians` have now, the votes they had after the last block with a timestamp of at most `timepoint`
    /// (Unix seconds, in the past), and those of all guardians.
    function guardiansAt(
        address[] calldata guardians,
        uint256 timepoint
    ) external view returns (address[] memory operators, uint256[] memory votes, uint256 total);
    function positionInfo(address node, address account) external view returns (PositionInfo memory);
    function unstakeRequest(address node, address account, uint256 requestId) external view returns (UnstakeRequest memory);
    /// @notice Rewards of `account` at `node` that are released and not claimed.
    function claimableRewards(address node, address account) external view returns (uint256);
    /// @notice Whether the node's own stake is at least its role's minimum, and it is neither suspended nor tombstoned.
    function isActive(address node) external view returns (bool);
    /// @notice What counts for capacity, and for a guardian as votes: own stake and what is delegated, up to the ratio; 0 while inactive.
    function weightOf(address node) external view returns (uint256);
    /// @notice The node's weight at the end of the last epoch that has ended, under that epoch's parameters.
    function previousWeightOf(address node) external view returns (uint256);
    /// @notice EIP-712 digest of `OperatorConsent(address owner,address operator)`, which the operator signs.
    function operatorConsentDigest(address owner, address operator) external view returns (bytes32);
    /// @notice Who records reveals and slashes; zero until set.
    function workProofs() external view returns (address);
    /// @notice Who pays rewards, and slashes; zero until set.
    function rewardPool() external view returns (address);
    /// @notice Tokens that the reward pool has deposited and not distributed yet.
    function undistributedRewards() external view returns (uint256);
    /// @notice Slashed tokens that wait for the reward fund.
    function fundOwed() external view returns (uint256);
}
