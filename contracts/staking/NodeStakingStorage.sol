// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking, Role} from "./INodeStaking.sol";
import {RewardStream} from "./RewardStream.sol";
import {Pool, Position, Standing} from "./Slots.sol";
import {WeightTrace} from "./WeightTrace.sol";

/// @title What NodeStaking remembers
abstract contract NodeStakingStorage is INodeStaking {
    struct Node {
        Standing standing;
        Pool pool;
        RewardStream stream;
        Profile profile;
        /// A guardian's weight by time.
        WeightTrace.Trace votes;
        /// Epoch of a guardian's last reveal, registration or resumption.
        uint256 lastSeenEpoch;
        mapping(address account => Account) accounts;
    }

    struct Profile {
        address operator;
        uint16 commission;
        uint16 nextCommission;
        uint40 nextCommissionAt;
        uint24 index;
    }

    struct Account {
        Position position;
        mapping(uint256 requestId => Unbonding) unbondings;
    }

    struct Unbonding {
        uint104 shares;
        uint40 availableAt;
    }

    /// @custom:storage-location erc7201:sending.storage.NodeStaking
    struct StakingStorage {
        mapping(address owner => Node) nodes;
        mapping(address operator => address node) nodeOf;
        mapping(Role role => uint256) nodeCount;
        WeightTrace.Trace totalVotes;
        uint256 fundOwed;
        address rewardPool;
        /// Tokens of the reward pool's that wait here to be distributed.
        uint96 undistributed;
        address workProofs;
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
        if (n.standing.role() == Role.None) revert UnknownNode(owner);
    }
}
