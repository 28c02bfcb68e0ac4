// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {WorkTree} from "../support/WorkTree.sol";
import {WorkActions} from "./WorkActions.sol";

/// @title Challenges with and without cause, answers, convictions, proofs of fraud
abstract contract AuditActions is WorkActions {
    using WorkTree for WorkTree.Node[][];

    struct Challenge {
        uint256 epoch;
        uint256 edge;
        uint64 unit;
        address challenger;
        uint256 bond;
        IWorkProofs.ChallengeState state;
    }

    Challenge[] internal challenges;
    /// @dev 1 + the challenge's index.
    mapping(uint256 epoch => mapping(uint256 edge => mapping(uint64 unit => uint256))) private indexOf;
    uint256 internal bonds;

    uint256 internal answers;
    uint256 internal convictions;
    uint256 internal refunds;

    /// @notice A unit at random, or one that cannot be proven.
    function challenge(uint256 which, uint256 who, uint256 unit, uint256 wait) external afterWaiting(wait) {
        if (epochNow() == 0) return;
        reach(W1, wait);
        (uint256 epoch, uint256 edge) = pickCommitment(which);
        Commitment storage commitment = commitments[epoch][edge];
        uint64 wanted = commitment.units == 0 ? 0 : uint64(unit % (uint256(commitment.units) + (unit % 16 == 0 ? 1 : 0)));
        if (unit % 2 == 1) wanted = doubtful(epoch, edge, wanted);
        dispute(epoch, edge, wanted, pickHolder(who));
    }

    /// @notice By anybody, with the right leaf or another one.
    function answer(uint256 which, uint256 who, uint256 how, uint256 wait) external afterWaiting(wait) {
        if (challenges.length == 0) return;
        uint256 index = pickChallenge(which, IWorkProofs.ChallengeState.Open);
        reply(index, pickHolder(who), how % 8 == 0);
    }

    function convict(uint256 which, uint256 who, uint256 wait) external afterWaiting(wait) {
        if (challenges.length == 0) return;
        reach(W4, wait);
        condemn(pickChallenge(which, IWorkProofs.ChallengeState.Open), pickHolder(who));
    }

    function refundBonds(uint256 which, uint256 wait) external afterWaiting(wait) {
        if (challenges.length != 0) refund(pickChallenge(which, IWorkProofs.ChallengeState.Open));
    }

    /// @notice Mostly of a leaf that is none.
    function proveInvalid(uint256 which, uint256 who, uint256 place, uint256 wait) external afterWaiting(wait) {
        if (epochNow() == 0) return;
        reach(W1, wait);
        (uint256 epoch, uint256 edge) = pickCommitment(which);
        Leaf[] memory leaves = commitments[epoch][edge].leaves;
        if (leaves.length == 0) return;
        uint256 index = place % leaves.length;
        if (place % 4 != 0)
            for (uint256 i = 0; i < leaves.length && isValid(epoch, leaves[index]); i++) index = (index + 1) % leaves.length;
        convictAtOnce(epoch, edge, who, invalidity(epoch, edge, leaves, index), leafRefusal(epoch, edge, isValid(epoch, leaves[index])));
    }

    /// @notice Of neighbours that are not in order, if there are; of an ordered tree, shown the other way round, they prove nothing.
    function proveDisorder(uint256 which, uint256 who, uint256 place, uint256 wait) external afterWaiting(wait) {
        if (epochNow() == 0) return;
        reach(W1, wait);
        (uint256 epoch, uint256 edge) = pickCommitment(which);
        if (place % 4 != 0 && commitments[epochNow() - 1][BAD_EDGE].disordered) (epoch, edge) = (epochNow() - 1, BAD_EDGE);
        Leaf[] memory leaves = commitments[epoch][edge].leaves;
        if (leaves.length < 2) return;
        uint256 first = place % (leaves.length - 1);
        for (uint256 i = 0; i < leaves.length && inOrder(leaves[first], leaves[first + 1]); i++) first = (first + 1) % (leaves.length - 1);
        uint256 second = first + 1;
        if (place % 8 == 0 && leaves[first].units != 0 && leaves[second].units != 0) (first, second) = (second, first);
        convictAtOnce(epoch, edge, who, disorder(epoch, edge, leaves, first, second), orderRefusal(epoch, edge, leaves, first, second));
    }

    /// @notice Mostly waits until `since` seconds into the epoch, if that is to come.
    function reach(uint256 since, uint256 seed) private {
        uint256 time = GENESIS + epochNow() * DAY + since;
        if (block.timestamp >= time || seed % 4 == 0) return;
        passTo(time);
        doDuties(seed);
    }

    /// @dev What is due at this moment is done by everybody honest who is not absent.
    function doDuties(uint256 seed) internal virtual;

    /// @dev By whoever holds the leaves: the Edge itself, or somebody else.
    function defend(uint256 epoch, uint256 time) internal override {
        for (uint256 i = challenges.length; i > 0 && challenges[i - 1].epoch >= epoch; i--) {
            Challenge storage c = challenges[i - 1];
            if (c.epoch != epoch || c.edge == BAD_EDGE || c.state != IWorkProofs.ChallengeState.Open) continue;
            if (block.timestamp < time) vm.warp(time);
            bool before = onDuty;
            onDuty = true;
            reply(i - 1, c.unit % 2 == 0 ? stranger : nodes[c.edge], false);
            onDuty = before;
        }
    }

    function invalidity(uint256 epoch, uint256 edge, Leaf[] memory leaves, uint256 index) private view returns (bytes memory) {
        WorkLeaf[] memory shown = exhibits(epoch, edge, leaves);
        (, bytes memory signature) = exhibit(epoch, edge, leaves[index]);
        ProofStep[] memory proof = WorkTree.build(shown).proof(index);
        return abi.encodeCall(IWorkProofs.proveInvalid, (epoch, nodes[edge], shown[index], proof, signature));
    }

    function disorder(
        uint256 epoch,
        uint256 edge,
        Leaf[] memory leaves,
        uint256 first,
        uint256 second
    ) private view returns (bytes memory) {
        WorkLeaf[] memory shown = exhibits(epoch, edge, leaves);
        WorkTree.Node[][] memory tree = WorkTree.build(shown);
        (ProofStep[] memory a, ProofStep[] memory b) = (tree.proof(first), tree.proof(second));
        return abi.encodeCall(IWorkProofs.proveDisorder, (epoch, nodes[edge], shown[first], a, shown[second], b));
    }

    function condemn(uint256 index, address caller) internal {
        Challenge storage c = challenges[index];
        Commitment storage commitment = commitments[c.epoch][c.edge];
        bytes4 refusal;
        if (block.timestamp < endOf(c.epoch) + W4) refusal = IWorkProofs.OutsideWindow.selector;
        else if (commitment.convicted) refusal = IWorkProofs.AlreadyConvicted.selector;
        else if (c.state == IWorkProofs.ChallengeState.Answered) refusal = IWorkProofs.ChallengeNotOpen.selector;
        bytes memory call = abi.encodeCall(IWorkProofs.convict, (c.epoch, nodes[c.edge], c.unit));
        if (refusal != 0) {
            act(address(work), caller, call, refusal);
            return;
        }
        assertEq(c.edge, BAD_EDGE, "an Edge that answers is convicted");
        bool isOpen = c.state == IWorkProofs.ChallengeState.Open;
        uint256 before = token.balanceOf(address(work));
        actSlashing(address(work), caller, call, c.edge, config.valueAt(Parameter.WorkSlash, c.epoch), c.challenger);
        assertEq(before - token.balanceOf(address(work)), isOpen ? c.bond : 0, "bond goes back with the conviction");
        commitment.convicted = true;
        convictions++;
        if (isOpen) closeRefunded(c);
    }

    function refund(uint256 index) internal {
        Challenge storage c = challenges[index];
        uint64[] memory units = new uint64[](1);
        units[0] = c.unit;
        bytes4 refusal;
        if (block.timestamp < endOf(c.epoch) + W4 && !commitments[c.epoch][c.edge].convicted) refusal = IWorkProofs.OutsideWindow.selector;
        else if (c.state != IWorkProofs.ChallengeState.Open) refusal = IWorkProofs.NothingToRefund.selector;
        uint256 before = token.balanceOf(c.challenger);
        act(address(work), stranger, abi.encodeCall(IWorkProofs.refundBonds, (c.epoch, nodes[c.edge], units)), refusal);
        if (refusal != 0) return;
        assertEq(token.balanceOf(c.challenger) - before, c.bond, "refunded bond");
        closeRefunded(c);
    }

    function dispute(uint256 epoch, uint256 edge, uint64 unit, address challenger) private {
        Commitment storage commitment = commitments[epoch][edge];
        bytes4 refusal;
        if (block.timestamp < endOf(epoch) + W1 || block.timestamp >= endOf(epoch) + W3) refusal = IWorkProofs.OutsideWindow.selector;
        else if (!commitment.exists) refusal = IWorkProofs.NoCommitment.selector;
        else if (unit >= commitment.units) refusal = IWorkProofs.UnitOutOfRange.selector;
        else if (commitment.convicted) refusal = IWorkProofs.AlreadyConvicted.selector;
        else if (indexOf[epoch][edge][unit] != 0) refusal = IWorkProofs.AlreadyChallenged.selector;
        uint256 bond = config.valueAt(Parameter.ChallengeBond, epoch);
        uint256 before = token.balanceOf(challenger);
        act(address(work), challenger, abi.encodeCall(IWorkProofs.challenge, (epoch, nodes[edge], unit)), refusal);
        if (refusal != 0) return;
        assertEq(before - token.balanceOf(challenger), bond, "bond");
        bonds += bond;
        commitment.unanswered++;
        challenges.push(Challenge(epoch, edge, unit, challenger, bond, IWorkProofs.ChallengeState.Open));
        indexOf[epoch][edge][unit] = challenges.length;
    }

    /// @param wrongly With a signature that is not the leaf's.
    function reply(uint256 index, address caller, bool wrongly) private {
        Challenge storage c = challenges[index];
        Commitment storage commitment = commitments[c.epoch][c.edge];
        if (commitment.leaves.length == 0) return;
        Leaf[] memory leaves = commitment.leaves;
        uint256 place = leafAt(commitment, c.unit);
        if (place == leaves.length) place = 0;
        bytes4 refusal = windowRefusal(c.epoch, c.edge);
        if (refusal == 0 && c.state != IWorkProofs.ChallengeState.Open) refusal = IWorkProofs.ChallengeNotOpen.selector;
        else if (refusal == 0 && wrongly) refusal = IWorkProofs.SignatureMismatch.selector;
        else if (refusal == 0 && !sumsUp(commitment)) refusal = IWorkProofs.ProofMismatch.selector;
        else if (refusal == 0 && !isValid(c.epoch, leaves[place])) refusal = IWorkProofs.InvalidReceipt.selector;

        IWorkProofs.Answer memory proven = proofOf(c, leaves, place);
        if (wrongly) proven.signature = sign(stranger, keccak256("something else"));
        uint256 before = token.balanceOf(caller);
        act(address(work), caller, abi.encodeCall(IWorkProofs.answer, (c.epoch, nodes[c.edge], proven)), refusal);
        if (refusal != 0) return;
        assertEq(token.balanceOf(caller) - before, c.bond, "the answerer wins the bond");
        c.state = IWorkProofs.ChallengeState.Answered;
        commitment.unanswered--;
        bonds -= c.bond;
        answers++;
    }

    function proofOf(Challenge storage c, Leaf[] memory leaves, uint256 place) private view returns (IWorkProofs.Answer memory proven) {
        WorkLeaf[] memory shown = exhibits(c.epoch, c.edge, leaves);
        (proven.unit, proven.leaf, proven.proof) = (c.unit, shown[place], WorkTree.build(shown).proof(place));
        (, proven.signature) = exhibit(c.epoch, c.edge, leaves[place]);
    }

    function leafRefusal(uint256 epoch, uint256 edge, bool valid) private view returns (bytes4 refusal) {
        refusal = windowRefusal(epoch, edge);
        if (refusal == 0 && !sumsUp(commitments[epoch][edge])) return IWorkProofs.ProofMismatch.selector;
        if (refusal == 0 && valid) return IWorkProofs.ReceiptIsValid.selector;
    }

    function orderRefusal(
        uint256 epoch,
        uint256 edge,
        Leaf[] memory leaves,
        uint256 first,
        uint256 second
    ) private view returns (bytes4 refusal) {
        refusal = windowRefusal(epoch, edge);
        if (refusal == 0 && !sumsUp(commitments[epoch][edge])) return IWorkProofs.ProofMismatch.selector;
        if (refusal == 0 && (first > second || inOrder(leaves[first], leaves[second]))) return IWorkProofs.LeavesInOrder.selector;
    }

    function convictAtOnce(uint256 epoch, uint256 edge, uint256 who, bytes memory call, bytes4 refusal) private {
        address reporter = pickHolder(who);
        if (refusal != 0) {
            act(address(work), reporter, call, refusal);
            return;
        }
        assertEq(edge, BAD_EDGE, "an honest Edge is convicted");
        actSlashing(address(work), reporter, call, edge, config.valueAt(Parameter.WorkSlash, epoch), reporter);
        commitments[epoch][edge].convicted = true;
        convictions++;
    }

    /// @dev Why a commitment can be neither answered for nor proven wrong; 0 when it can.
    function windowRefusal(uint256 epoch, uint256 edge) private view returns (bytes4) {
        if (block.timestamp < endOf(epoch) + W1 || block.timestamp >= endOf(epoch) + W4) return IWorkProofs.OutsideWindow.selector;
        return commitments[epoch][edge].convicted ? IWorkProofs.AlreadyConvicted.selector : bytes4(0);
    }

    function closeRefunded(Challenge storage c) private {
        c.state = IWorkProofs.ChallengeState.Refunded;
        bonds -= c.bond;
        refunds++;
    }

    /// @dev The next unit that begins a leaf which cannot be proven; `unit` when there is none.
    function doubtful(uint256 epoch, uint256 edge, uint64 unit) private view returns (uint64) {
        Commitment storage commitment = commitments[epoch][edge];
        uint64 left = 0;
        for (uint256 i = 0; i < commitment.leaves.length; i++) {
            if (commitment.leaves[i].units != 0 && !isValid(epoch, commitment.leaves[i])) return left;
            left += commitment.leaves[i].units;
        }
        return unit;
    }

    /// @dev Mostly a commitment of the epoch that ended last.
    function pickCommitment(uint256 seed) private view returns (uint256 epoch, uint256 edge) {
        epoch = epochNow() - 1;
        if (seed % 32 == 0 && epoch != 0) epoch--;
        edge = (seed / 32) % 4;
        if (edge == 3) edge = BAD_EDGE;
        for (uint256 i = 0; i < EDGES && !commitments[epoch][edge].exists; i++) edge = (edge + 1) % EDGES;
    }

    /// @dev Mostly one in that state, the newest first.
    function pickChallenge(uint256 seed, IWorkProofs.ChallengeState state) private view returns (uint256 index) {
        index = challenges.length - 1 - (seed % challenges.length);
        if (seed % 8 == 7) return index;
        for (uint256 i = 0; i < challenges.length && challenges[index].state != state; i++)
            index = index == 0 ? challenges.length - 1 : index - 1;
    }

    function inOrder(Leaf memory a, Leaf memory b) private view returns (bool) {
        (address clientA, address clientB) = (payers[a.payer], payers[b.payer]);
        if (clientA != clientB) return clientA < clientB;
        return signerOf(a.payer, a.signer) < signerOf(b.payer, b.signer);
    }
}
