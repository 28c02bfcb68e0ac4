// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking, Role} from "./INodeStaking.sol";
import {WeightTrace} from "./WeightTrace.sol";

/// @title What NodeStaking remembers
/// @dev Widths: the supply is 10^27 < 2^90; shares stay below 10^29 < 2^104, since they are bought at `SharePrice.LOWEST` or above.
abstract contract NodeStakingStorage is INodeStaking {
    struct Node {
        // Slot 0: what counts. Guardians keep their weight in `votes` instead.
        uint96 weight;
        /// Weight at the end of the epoch before `weightChangedIn`.
        uint96 previousWeight;
        uint32 weightChangedIn;
        Role role;
        bool tombstoned;
        bool suspended;
        // Slot 1: the pool.
        uint104 bondedShares;
        uint104 ownUnbondingShares;
        uint48 price;
        // Slot 2: the reward stream.
        uint96 rewardPerShare;
        uint96 unreleased;
        uint40 releaseUpdatedAt;
        /// Seconds from `releaseUpdatedAt` until all is released.
        uint24 releaseTime;
        // Slot 3: what changes rarely.
        uint104 delegatedUnbondingShares;
        uint16 commission;
        uint16 nextCommission;
        uint40 nextCommissionAt;
        uint32 lastSeenEpoch;
        uint32 index;
        // Slot 4
        address operator;
        // Slots 5 and 6
        WeightTrace.Trace votes;
    }

    struct Position {
        uint104 shares;
        /// Claimable = shares x rewardPerShare / REWARD_SCALE - rewardDebt; payments past the shares lower it below zero.
        int128 rewardDebt;
        uint24 nextRequestId;
    }

    struct Unbonding {
        uint104 shares;
        uint40 availableAt;
    }

    /// @dev Copy of `IProtocolConfig.StakingLimits`, in force from an epoch on.
    struct Limits {
        uint32 fromEpoch;
        /// Minimum stakes in gwei of SEND.
        uint56 minStakeEdge;
        uint56 minStakeGuardian;
        uint56 minStakeWatchDog;
        uint8 maxDelegationRatio;
        uint32 unbondingPeriod;
    }

    /// @custom:storage-location erc7201:sending.storage.NodeStaking
    struct StakingStorage {
        mapping(address owner => Node) nodes;
        mapping(address node => mapping(address account => Position)) positions;
        mapping(address node => mapping(address account => mapping(uint256 requestId => Unbonding))) unbondings;
        mapping(address operator => address node) nodeOf;
        mapping(Role role => uint256) nodeCount;
        WeightTrace.Trace totalVotes;
        Limits previousLimits;
        Limits newestLimits;
        uint256 fundOwed;
    }

    uint256 internal constant BASIS_POINTS = 10_000;

    // keccak256(abi.encode(uint256(keccak256("sending.storage.NodeStaking")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STAKING_STORAGE = 0xfad3d799af7864e6a616a4f27a0d60d9b03d9efd8b353a576e2f77a5cca04900;

    function _staking() internal pure returns (StakingStorage storage $) {
        assembly {
            $.slot := STAKING_STORAGE
        }
    }

    /// @dev The node of `owner`, which must be registered.
    function _node(address owner) internal view returns (Node storage n) {
        n = _staking().nodes[owner];
        if (n.role == Role.None) revert UnknownNode(owner);
    }

    /// @dev The node of `owner`, which must take entries.
    function _openNode(address owner) internal view returns (Node storage n) {
        n = _node(owner);
        if (n.tombstoned) revert NodeTombstoned(owner);
    }
}
