// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

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

    /// @notice An ERC-2612 permit of the caller for this contract over exactly the amount staked.
    struct PermitSignature {
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
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
        /// Recorded weight: what counts for votes and capacity.
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
    event Withdrawn(address indexed node, address indexed account, uint256 requestId, uint256 amount);
    event RewardsDistributed(address indexed node, uint256 amount, uint256 toOwner, uint256 releasedAt);
    event RewardsClaimed(address indexed node, address indexed account, uint256 amount);
    event RewardsRestaked(address indexed node, address indexed account, uint256 amount, uint256 shares, uint256 weight);
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
    event Tombstoned(address indexed node);
    event GuardianSuspended(address indexed node, uint256 lastSeenEpoch);
    event GuardianResumed(address indexed node, uint256 weight);
    event RevealRecorded(address indexed node, uint256 epoch);
    /// @notice The weight changed without a change of stake: parameters had moved.
    event WeightUpdated(address indexed node, uint256 weight);
    event ParametersSynced(uint256 fromEpoch);

    error UnknownNode(address node);
    error AlreadyRegistered(address owner);
    error InvalidRole();
    error InvalidEndpoint(uint256 length, uint256 maxLength);
    error OperatorInUse(address operator, address node);
    error InvalidOperatorConsent(address owner, address operator);
    error ZeroAddress();
    error ZeroAmount();
    error BelowMinimumStake(uint256 stake, uint256 minimum);
    error CommissionTooHigh(uint256 commission, uint256 maximum);
    error CommissionStepTooLarge(uint256 from, uint256 to, uint256 maxStep);
    error DelegationLimitExceeded(uint256 delegated, uint256 limit);
    error InsufficientStake(uint256 requested, uint256 available);
    error UnknownRequest(address node, address account, uint256 requestId);
    error RequestNotMature(uint256 requestId, uint256 availableAt);
    error NothingToClaim(address node, address account);
    error NodeTombstoned(address node);
    error NotGuardian(address node);
    error NotNodeOperator(address caller, address node);
    error NotSuspended(address node);
    error AlreadySuspended(address node);
    error NotInactive(address node, uint256 lastSeenEpoch, uint256 closedEpoch);
    error DelegationIsByStake();
    error FutureEpoch(uint256 epoch, uint256 currentEpoch);

    function registerAndStake(Registration calldata registration, uint256 amount) external;
    function registerAndStakeWithPermit(Registration calldata registration, uint256 amount, PermitSignature calldata permit) external;
    /// @notice Bonds `amount` to `node`: own stake when the caller is its owner, delegated stake otherwise.
    function stake(address node, uint256 amount) external;
    function stakeWithPermit(address node, uint256 amount, PermitSignature calldata permit) external;
    /// @param amount Tokens to unbond; `type(uint256).max` for all that the caller has bonded there.
    function requestUnstake(address node, uint256 amount) external returns (uint256 requestId);
    function cancelUnstake(address node, uint256 requestId) external;
    function withdraw(address node, uint256[] calldata requestIds) external returns (uint256 amount);
    function claimRewards(address node) external returns (uint256 amount);
    function restakeRewards(address node) external returns (uint256 amount);

    function setOperator(address operator, bytes calldata operatorConsent) external;
    function setEndpoint(string calldata endpoint) external;
    function setCommission(uint256 commission) external;
    function updateWeight(address node) external;

    function distribute(address node, uint256 amount) external;
    function slash(address node, uint256 bps, address reporter) external returns (uint256 slashed);
    function recordReveal(address node, uint256 epoch) external;
    function suspend(address node) external;
    function resume(address node) external;

    function nodeInfo(address node) external view returns (NodeInfo memory);
    function nodeCount(Role role) external view returns (uint256);
    /// @notice The node that `operator` belongs to, now or formerly; zero when none.
    function nodeOf(address operator) external view returns (address);
    function positionInfo(address node, address account) external view returns (PositionInfo memory);
    function unstakeRequest(address node, address account, uint256 requestId) external view returns (UnstakeRequest memory);
    function claimableRewards(address node, address account) external view returns (uint256);
    function isActive(address node) external view returns (bool);
    function weightOf(address node) external view returns (uint256);
    /// @notice The node's weight at the end of the last epoch that has ended.
    function previousWeightOf(address node) external view returns (uint256);
    function operatorConsentDigest(address owner, address operator) external view returns (bytes32);
    /// @notice Slashed tokens that wait for the reward fund.
    function fundOwed() external view returns (uint256);
}
