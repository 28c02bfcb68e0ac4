// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Role} from "../staking/INodeStaking.sol";
import {IWorkProofs} from "./IWorkProofs.sol";
import {WorkProofsStorage} from "./WorkProofsStorage.sol";
import {Commitment, CommitmentSlot, Dispute} from "./WorkSlots.sol";
import {WorkTerms} from "./WorkTerms.sol";

/// @title Commitments of Edges to the work they did in an epoch
abstract contract WorkCommitments is WorkProofsStorage {
    /// @inheritdoc IWorkProofs
    function commitWork(uint256 epoch, bytes32 root, uint64 units) external {
        _requireWindow(epoch, 0, _w1);
        if (root == 0) revert ZeroRoot();
        if (units == 0) revert ZeroUnits();
        (address edge, Role role) = staking.controlledNode(msg.sender);
        if (role != Role.Edge) revert NotEdge(msg.sender);
        WorkTerms terms = _termsOf(epoch);
        uint256 capacity = (staking.previousWeightOf(edge) * terms.unitsPerStakedToken()) / 1 ether;
        if (units > capacity) revert OverCapacity(units, capacity);

        WorkStorage storage $ = _work();
        Commitment replaced = $.commitments[edge];
        uint256 value = $.values[epoch] | HAS_WORK;
        if (replaced.isOf(epoch)) value -= replaced.units() * terms.feePerUnit();
        $.values[epoch] = value + units * terms.feePerUnit();
        $.commitments[edge] = CommitmentSlot.pack(root, units, epoch);
        emit WorkCommitted(epoch, edge, root, units);
    }

    /// @inheritdoc IWorkProofs
    function commitmentOf(uint256 epoch, address edge) external view returns (CommitmentInfo memory info) {
        Commitment commitment = _work().commitments[edge];
        if (commitment.isOf(epoch)) {
            info.rootPrefix = commitment.rootPrefix();
            info.units = commitment.units();
        }
        Dispute dispute = _work().trials[epoch][edge].dispute;
        info.openChallenges = dispute.unanswered();
        info.convicted = dispute.convicted();
        info.rejected = info.convicted || (info.openChallenges != 0 && block.timestamp >= _endOf(epoch) + _w4);
    }

    /// @inheritdoc IWorkProofs
    function workValue(uint256 from, uint256 to) external view returns (uint256 value) {
        WorkStorage storage $ = _work();
        for (uint256 epoch = from; epoch <= to; ++epoch) value += $.values[epoch] & ~HAS_WORK;
    }
}
