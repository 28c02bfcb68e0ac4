// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IWorkProofs} from "./IWorkProofs.sol";
import {WorkReceipts} from "./WorkReceipts.sol";
import {Commitment, Dispute} from "./WorkSlots.sol";
import {WorkTerms} from "./WorkTerms.sol";

/// @title Challenges of units, their answers, and what comes of those without
/// @notice A bond is whoever answers', or else the challenger's again.
/// @dev It is not stored: it is `ChallengeBond` of the commitment's epoch, which does not change any more.
abstract contract WorkChallenges is WorkReceipts, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @inheritdoc IWorkProofs
    function challenge(uint256 epoch, address edge, uint64 unit) external nonReentrant {
        _requireWindow(epoch, _w1, _w3);
        Commitment commitment = _commitment(epoch, edge);
        if (unit >= commitment.units()) revert UnitOutOfRange(unit, commitment.units());
        (Trial storage trial, Dispute dispute) = _openTrial(epoch, edge);
        (ChallengeState state, ) = _challengeOf(trial, dispute, unit);
        if (state != ChallengeState.None) revert AlreadyChallenged(epoch, edge, unit);

        WorkTerms terms = _termsOf(epoch);
        if (dispute.unanswered() == 0) _work().values[epoch] -= commitment.units() * terms.feePerUnit();
        if (dispute.hasFirst()) trial.challenges[unit] = Challenge(msg.sender, ChallengeState.Open);
        else dispute = dispute.withFirst(msg.sender, unit);
        trial.dispute = dispute.withOneMore();
        uint256 bond = terms.challengeBond();
        emit Challenged(epoch, edge, unit, msg.sender, bond);
        token.safeTransferFrom(msg.sender, address(this), bond);
    }

    /// @inheritdoc IWorkProofs
    function answer(uint256 epoch, address edge, Answer calldata proven) external nonReentrant {
        _requireWindow(epoch, _w1, _w4);
        Commitment commitment = _commitment(epoch, edge);
        (Trial storage trial, Dispute dispute) = _openTrial(epoch, edge);
        (ChallengeState state, ) = _challengeOf(trial, dispute, proven.unit);
        if (state != ChallengeState.Open) revert ChallengeNotOpen(epoch, edge, proven.unit);
        WorkTerms terms = _termsOf(epoch);
        _prove(epoch, edge, commitment, proven, terms.challengeBond());
        dispute = _close(trial, dispute, proven.unit, ChallengeState.Answered).withOneLess();
        trial.dispute = dispute;
        _payAnswers(epoch, commitment, dispute, terms, 1);
    }

    /// @inheritdoc IWorkProofs
    function answerAll(uint256 epoch, address edge, Answer[] calldata proven) external nonReentrant {
        _requireWindow(epoch, _w1, _w4);
        Commitment commitment = _commitment(epoch, edge);
        (Trial storage trial, Dispute dispute) = _openTrial(epoch, edge);
        WorkTerms terms = _termsOf(epoch);
        uint256 count = 0;
        for (uint256 i = 0; i < proven.length; ++i) {
            (ChallengeState state, ) = _challengeOf(trial, dispute, proven[i].unit);
            if (state != ChallengeState.Open) continue;
            _prove(epoch, edge, commitment, proven[i], terms.challengeBond());
            dispute = _close(trial, dispute, proven[i].unit, ChallengeState.Answered).withOneLess();
            ++count;
        }
        if (count == 0) revert NothingToAnswer();
        trial.dispute = dispute;
        _payAnswers(epoch, commitment, dispute, terms, count);
    }

    /// @inheritdoc IWorkProofs
    /// @dev A unit whose bond was returned stays unproven, or the Edge could return all bonds and go free.
    function convict(uint256 epoch, address edge, uint64 unit) external nonReentrant {
        _requireWindow(epoch, _w4, 0);
        (Trial storage trial, Dispute dispute) = _openTrial(epoch, edge);
        (ChallengeState state, address challenger) = _challengeOf(trial, dispute, unit);
        if (state != ChallengeState.Open && state != ChallengeState.Refunded) revert ChallengeNotOpen(epoch, edge, unit);
        WorkTerms terms = _termsOf(epoch);
        trial.dispute = _close(trial, dispute, unit, ChallengeState.Refunded).withConviction();
        if (state == ChallengeState.Open) _refund(epoch, edge, unit, challenger, terms.challengeBond());
        _slash(epoch, edge, terms, challenger);
    }

    /// @inheritdoc IWorkProofs
    function refundBonds(uint256 epoch, address edge, uint64[] calldata units) external nonReentrant {
        Trial storage trial = _work().trials[epoch][edge];
        Dispute dispute = trial.dispute;
        if (!dispute.convicted()) _requireWindow(epoch, _w4, 0);
        uint256 bond = _termsOf(epoch).challengeBond();
        bool refunded = false;
        for (uint256 i = 0; i < units.length; ++i) {
            (ChallengeState state, address challenger) = _challengeOf(trial, dispute, units[i]);
            if (state != ChallengeState.Open) continue;
            dispute = _close(trial, dispute, units[i], ChallengeState.Refunded);
            trial.dispute = dispute;
            _refund(epoch, edge, units[i], challenger, bond);
            refunded = true;
        }
        if (!refunded) revert NothingToRefund();
    }

    /// @inheritdoc IWorkProofs
    function challengeOf(
        uint256 epoch,
        address edge,
        uint64 unit
    ) external view returns (ChallengeState state, address challenger, uint256 bond) {
        Trial storage trial = _work().trials[epoch][edge];
        (state, challenger) = _challengeOf(trial, trial.dispute, unit);
        if (state != ChallengeState.Open) return (state, address(0), 0);
        bond = _termsOf(epoch).challengeBond();
    }

    /// @dev The node loses its part; the reporter is paid by staking.
    function _slash(uint256 epoch, address edge, WorkTerms terms, address reporter) internal {
        uint256 slashed = staking.slash(edge, terms.workSlash(), reporter);
        emit Convicted(epoch, edge, reporter, slashed);
    }

    function _prove(uint256 epoch, address edge, Commitment commitment, Answer calldata proven, uint256 bond) private {
        _requireSignature(proven.leaf, proven.signature);
        uint64 left = _place(epoch, edge, commitment, proven.leaf, proven.proof);
        (uint64 unit, uint64 units) = (proven.unit, proven.leaf.units);
        if (unit < left || unit - left >= units) revert UnitNotCovered(unit, left, units);
        if (!_isReceipt(epoch, edge, proven.leaf, proven.signature)) revert InvalidReceipt(proven.leaf.client, proven.leaf.signer);
        emit Answered(epoch, edge, unit, msg.sender, bond);
    }

    function _payAnswers(uint256 epoch, Commitment commitment, Dispute dispute, WorkTerms terms, uint256 count) private {
        if (dispute.unanswered() == 0) _work().values[epoch] += commitment.units() * terms.feePerUnit();
        token.safeTransfer(msg.sender, count * terms.challengeBond());
    }

    /// @dev The challenger stays known: who convicts later names a unit, and the reward is its challenger's.
    function _refund(uint256 epoch, address edge, uint64 unit, address challenger, uint256 bond) private {
        emit BondRefunded(epoch, edge, unit, challenger, bond);
        token.safeTransfer(challenger, bond);
    }

    /// @dev The caller writes the dispute.
    function _close(Trial storage trial, Dispute dispute, uint64 unit, ChallengeState state) private returns (Dispute) {
        if (dispute.isFirst(unit)) return dispute.withFirstState(state);
        trial.challenges[unit].state = state;
        return dispute;
    }

    function _challengeOf(
        Trial storage trial,
        Dispute dispute,
        uint64 unit
    ) private view returns (ChallengeState state, address challenger) {
        if (dispute.isFirst(unit)) return (dispute.firstState(), dispute.firstChallenger());
        // Others exist only beside a first one.
        if (!dispute.hasFirst()) return (ChallengeState.None, address(0));
        Challenge storage other = trial.challenges[unit];
        return (other.state, other.challenger);
    }
}
