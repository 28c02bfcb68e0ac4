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
        Dispute dispute = _dispute(epoch, edge);
        (ChallengeState state, ) = _challengeOf(epoch, edge, unit, dispute);
        if (state != ChallengeState.None) revert AlreadyChallenged(epoch, edge, unit);

        WorkTerms terms = _termsOf(epoch);
        WorkStorage storage $ = _work();
        if (dispute.unanswered() == 0) $.values[epoch] -= commitment.units() * terms.feePerUnit();
        if (dispute.hasFirst()) $.challenges[epoch][edge][unit] = Challenge(msg.sender, ChallengeState.Open);
        else dispute = dispute.withFirst(msg.sender, unit);
        $.disputes[epoch][edge] = dispute.withOneMore();
        uint256 bond = terms.challengeBond();
        emit Challenged(epoch, edge, unit, msg.sender, bond);
        token.safeTransferFrom(msg.sender, address(this), bond);
    }

    /// @inheritdoc IWorkProofs
    function answer(uint256 epoch, address edge, Answer calldata proven) external nonReentrant {
        (Commitment commitment, Dispute dispute, WorkTerms terms) = _answerable(epoch, edge);
        (ChallengeState state, ) = _challengeOf(epoch, edge, proven.unit, dispute);
        if (state != ChallengeState.Open) revert ChallengeNotOpen(epoch, edge, proven.unit);
        _prove(epoch, edge, commitment, proven);
        dispute = _answered(epoch, edge, proven.unit, dispute, terms);
        _payAnswers(epoch, edge, commitment, dispute, terms, 1);
    }

    /// @inheritdoc IWorkProofs
    function answerAll(uint256 epoch, address edge, Answer[] calldata proven) external nonReentrant {
        (Commitment commitment, Dispute dispute, WorkTerms terms) = _answerable(epoch, edge);
        uint256 count = 0;
        for (uint256 i = 0; i < proven.length; ++i) {
            (ChallengeState state, ) = _challengeOf(epoch, edge, proven[i].unit, dispute);
            if (state != ChallengeState.Open) continue;
            _prove(epoch, edge, commitment, proven[i]);
            dispute = _answered(epoch, edge, proven[i].unit, dispute, terms);
            ++count;
        }
        if (count == 0) revert NothingToAnswer();
        _payAnswers(epoch, edge, commitment, dispute, terms, count);
    }

    /// @inheritdoc IWorkProofs
    /// @dev A unit whose bond was returned stays unproven, or the Edge could return all bonds and go free.
    function convict(uint256 epoch, address edge, uint64 unit) external nonReentrant {
        _requireWindow(epoch, _w4, 0);
        Dispute dispute = _dispute(epoch, edge);
        (ChallengeState state, address challenger) = _challengeOf(epoch, edge, unit, dispute);
        if (state != ChallengeState.Open && state != ChallengeState.Refunded) revert ChallengeNotOpen(epoch, edge, unit);
        WorkTerms terms = _termsOf(epoch);
        if (state == ChallengeState.Open) dispute = _refund(epoch, edge, unit, dispute, challenger, terms.challengeBond());
        _convict(epoch, edge, dispute, terms, challenger);
    }

    /// @inheritdoc IWorkProofs
    function refundBonds(uint256 epoch, address edge, uint64[] calldata units) external nonReentrant {
        Dispute dispute = _work().disputes[epoch][edge];
        if (!dispute.convicted()) _requireWindow(epoch, _w4, 0);
        uint256 bond = _termsOf(epoch).challengeBond();
        bool refunded = false;
        for (uint256 i = 0; i < units.length; ++i) {
            (ChallengeState state, address challenger) = _challengeOf(epoch, edge, units[i], dispute);
            if (state != ChallengeState.Open) continue;
            dispute = _refund(epoch, edge, units[i], dispute, challenger, bond);
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
        (state, challenger) = _challengeOf(epoch, edge, unit, _work().disputes[epoch][edge]);
        if (state != ChallengeState.Open) return (state, address(0), 0);
        bond = _termsOf(epoch).challengeBond();
    }

    /// @dev The node loses its part; the reporter is paid by staking.
    function _convict(uint256 epoch, address edge, Dispute dispute, WorkTerms terms, address reporter) internal {
        _work().disputes[epoch][edge] = dispute.withConviction();
        uint256 slashed = staking.slash(edge, terms.workSlash(), reporter);
        emit Convicted(epoch, edge, reporter, slashed);
    }

    function _answerable(uint256 epoch, address edge) private view returns (Commitment commitment, Dispute dispute, WorkTerms terms) {
        _requireWindow(epoch, _w1, _w4);
        commitment = _commitment(epoch, edge);
        dispute = _dispute(epoch, edge);
        terms = _termsOf(epoch);
    }

    function _prove(uint256 epoch, address edge, Commitment commitment, Answer calldata proven) private view {
        _requireSignature(proven.leaf, proven.signature);
        uint64 left = _place(epoch, edge, commitment, proven.leaf, proven.proof);
        (uint64 unit, uint64 units) = (proven.unit, proven.leaf.units);
        if (unit < left || unit - left >= units) revert UnitNotCovered(unit, left, units);
        if (!_isReceipt(epoch, edge, proven.leaf, proven.signature)) revert InvalidReceipt(proven.leaf.client, proven.leaf.signer);
    }

    function _answered(uint256 epoch, address edge, uint64 unit, Dispute dispute, WorkTerms terms) private returns (Dispute) {
        emit Answered(epoch, edge, unit, msg.sender, terms.challengeBond());
        return _close(epoch, edge, unit, dispute, ChallengeState.Answered).withOneLess();
    }

    function _payAnswers(uint256 epoch, address edge, Commitment commitment, Dispute dispute, WorkTerms terms, uint256 count) private {
        _work().disputes[epoch][edge] = dispute;
        if (dispute.unanswered() == 0) _work().values[epoch] += commitment.units() * terms.feePerUnit();
        token.safeTransfer(msg.sender, count * terms.challengeBond());
    }

    /// @dev The challenger stays known: who convicts later names a unit, and the reward is its challenger's.
    function _refund(
        uint256 epoch,
        address edge,
        uint64 unit,
        Dispute dispute,
        address challenger,
        uint256 bond
    ) private returns (Dispute closed) {
        closed = _close(epoch, edge, unit, dispute, ChallengeState.Refunded);
        _work().disputes[epoch][edge] = closed;
        emit BondRefunded(epoch, edge, unit, challenger, bond);
        token.safeTransfer(challenger, bond);
    }

    /// @dev The caller writes the dispute.
    function _close(uint256 epoch, address edge, uint64 unit, Dispute dispute, ChallengeState state) private returns (Dispute) {
        if (dispute.isFirst(unit)) return dispute.withFirstState(state);
        _work().challenges[epoch][edge][unit].state = state;
        return dispute;
    }

    function _challengeOf(
        uint256 epoch,
        address edge,
        uint64 unit,
        Dispute dispute
    ) private view returns (ChallengeState state, address challenger) {
        if (dispute.isFirst(unit)) return (dispute.firstState(), dispute.firstChallenger());
        // Others exist only beside a first one.
        if (!dispute.hasFirst()) return (ChallengeState.None, address(0));
        Challenge storage other = _work().challenges[epoch][edge][unit];
        return (other.state, other.challenger);
    }
}
