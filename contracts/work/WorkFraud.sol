// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IWorkProofs} from "./IWorkProofs.sol";
import {MerkleSum, ProofStep, WorkLeaf} from "./MerkleSum.sol";
import {WorkChallenges} from "./WorkChallenges.sol";
import {Commitment, Dispute} from "./WorkSlots.sol";
import {WorkTerms} from "./WorkTerms.sol";

/// @title Proofs that a commitment holds what no honest one does
abstract contract WorkFraud is WorkChallenges {
    /// @inheritdoc IWorkProofs
    function proveInvalid(
        uint256 epoch,
        address edge,
        WorkLeaf calldata leaf,
        ProofStep[] calldata proof,
        bytes calldata signature
    ) external nonReentrant {
        (Commitment commitment, Trial storage trial, Dispute dispute) = _convictable(epoch, edge);
        _place(epoch, edge, commitment, leaf, proof);
        if (leaf.units != 0) {
            _requireSignature(leaf, signature);
            if (_isReceipt(epoch, edge, leaf, signature)) revert ReceiptIsValid(leaf.client, leaf.signer);
        }
        _convictAtOnce(epoch, edge, commitment, trial, dispute);
    }

    /// @inheritdoc IWorkProofs
    /// @dev In a tree without leaves of 0 units, which are an offence too, no other leaf shares the place of one.
    function proveDisorder(
        uint256 epoch,
        address edge,
        WorkLeaf calldata first,
        ProofStep[] calldata firstProof,
        WorkLeaf calldata second,
        ProofStep[] calldata secondProof
    ) external nonReentrant {
        (Commitment commitment, Trial storage trial, Dispute dispute) = _convictable(epoch, edge);
        uint64 firstEnd = _place(epoch, edge, commitment, first, firstProof) + first.units;
        uint64 secondStart = _place(epoch, edge, commitment, second, secondProof);
        if (firstEnd > secondStart || MerkleSum.keyBefore(first, second)) revert LeavesInOrder();
        _convictAtOnce(epoch, edge, commitment, trial, dispute);
    }

    function _convictable(uint256 epoch, address edge) private view returns (Commitment commitment, Trial storage trial, Dispute dispute) {
        _requireWindow(epoch, _w1, _w4);
        commitment = _commitment(epoch, edge);
        (trial, dispute) = _openTrial(epoch, edge);
    }

    function _convictAtOnce(uint256 epoch, address edge, Commitment commitment, Trial storage trial, Dispute dispute) private {
        WorkTerms terms = _termsOf(epoch);
        if (dispute.unanswered() == 0) _work().values[epoch] -= commitment.units() * terms.feePerUnit();
        trial.dispute = dispute.withConviction();
        _slash(epoch, edge, terms, msg.sender);
    }
}
