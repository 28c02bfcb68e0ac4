// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IWorkProofs} from "./IWorkProofs.sol";

/// @notice An Edge's newest commitment: units 56, epoch 32 bits, the first 168 bits of the root.
/// @dev Two trees with one prefix cost 2^84 hashes, gain nothing that is not backed by valid receipts in either, and are told apart by
/// everybody who gets the leaves by the whole root, which the event has. A tree with the prefix of somebody else's costs 2^168.
/// Units stay below 2^56: 10^9 SEND of stake allow 2^26 each at most.
type Commitment is uint256;

/// @notice What became of a commitment, and of the first unit of it that was challenged: challenger 160, unit 56, challenges without an
/// answer 32, the unit's state 4, conviction 4 bits.
/// @dev Most commitments that are challenged at all are so once: one slot then holds everything.
type Dispute is uint256;

using CommitmentSlot for Commitment global;
using DisputeSlot for Dispute global;

/// @title An Edge's newest commitment, in one word
library CommitmentSlot {
    uint256 private constant ROOT_MASK = ~(uint256(2 ** 88 - 1));

    function pack(bytes32 root, uint256 units_, uint256 epoch) internal pure returns (Commitment) {
        return Commitment.wrap((uint256(root) & ROOT_MASK) | (uint256(uint32(epoch)) << 56) | units_);
    }

    function units(Commitment self) internal pure returns (uint64) {
        return uint56(Commitment.unwrap(self));
    }

    function rootPrefix(Commitment self) internal pure returns (bytes21) {
        return bytes21(bytes32(Commitment.unwrap(self)));
    }

    function isOf(Commitment self, uint256 epoch) internal pure returns (bool) {
        return uint32(Commitment.unwrap(self) >> 56) == epoch && Commitment.unwrap(self) != 0;
    }
}

/// @title What became of a commitment, in one word
library DisputeSlot {
    uint256 private constant UNANSWERED = 1 << 216;
    uint256 private constant STATE_BITS = 248;
    uint256 private constant STATE_MASK = 0xf << STATE_BITS;
    uint256 private constant CONVICTED = 1 << 252;

    /// @dev Who challenged the unit that was challenged first.
    function firstChallenger(Dispute self) internal pure returns (address) {
        return address(uint160(Dispute.unwrap(self)));
    }

    function firstState(Dispute self) internal pure returns (IWorkProofs.ChallengeState) {
        return IWorkProofs.ChallengeState((Dispute.unwrap(self) & STATE_MASK) >> STATE_BITS);
    }

    function hasFirst(Dispute self) internal pure returns (bool) {
        return Dispute.unwrap(self) & STATE_MASK != 0;
    }

    /// @dev While none was challenged, it is unit 0, in the state None.
    function isFirst(Dispute self, uint64 unit) internal pure returns (bool) {
        return uint56(Dispute.unwrap(self) >> 160) == unit;
    }

    /// @dev A refund is no answer.
    function unanswered(Dispute self) internal pure returns (uint256) {
        return uint32(Dispute.unwrap(self) >> 216);
    }

    function convicted(Dispute self) internal pure returns (bool) {
        return Dispute.unwrap(self) & CONVICTED != 0;
    }

    function withFirst(Dispute self, address challenger, uint64 unit) internal pure returns (Dispute) {
        Dispute open = Dispute.wrap(Dispute.unwrap(self) | uint160(challenger) | (uint256(unit) << 160));
        return open.withFirstState(IWorkProofs.ChallengeState.Open);
    }

    function withFirstState(Dispute self, IWorkProofs.ChallengeState state) internal pure returns (Dispute) {
        return Dispute.wrap((Dispute.unwrap(self) & ~STATE_MASK) | (uint256(state) << STATE_BITS));
    }

    /// @dev With bonds of at least 1 SEND there are never 2^32.
    function withOneMore(Dispute self) internal pure returns (Dispute) {
        return Dispute.wrap(Dispute.unwrap(self) + UNANSWERED);
    }

    function withOneLess(Dispute self) internal pure returns (Dispute) {
        return Dispute.wrap(Dispute.unwrap(self) - UNANSWERED);
    }

    function withConviction(Dispute self) internal pure returns (Dispute) {
        return Dispute.wrap(Dispute.unwrap(self) | CONVICTED);
    }
}
