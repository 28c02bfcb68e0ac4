// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkTree} from "../support/WorkTree.sol";
import {CreditActions} from "./CreditActions.sol";

/// @title What Edges and guardians do in an epoch: relay, commit, score, reveal
/// @notice Two Edges are honest; the coalition's takes any receipt, and sometimes makes one up.
abstract contract WorkActions is CreditActions {
    using WorkTree for WorkTree.Node[][];

    /// @dev Pairs of payer and signer in the order of their leaves.
    uint256[] internal leafOrder;

    uint256 internal commits;
    uint256 internal reveals;

    /// @notice Five envelopes, each with its receipt.
    function relay(uint256 seed, uint256 wait) external afterWaiting(wait) {
        for (uint256 i = 0; i < 5; i++) {
            uint256 random = roll(seed, i);
            uint256 edge = random % EDGES;
            uint256 payer = (random >> 8) % PAYERS;
            if (edge == BAD_EDGE && (random >> 10) % 2 == 0) payer = BAD_PAYER;
            uint256 signer = (random >> 16) % 2 == 0 ? 0 : (random >> 17) % SIGNERS;
            uint256 units = 1 + ((random >> 32) % 200_000);
            if (edgeIndex[edge] == 0) continue;
            if (edge != BAD_EDGE) units = servedAtMost(edge, payer, signer, units);
            if (units == 0) continue;
            receipts[epochNow()][edge][payer * SIGNERS + signer] += uint64(units);
            servedUnits[epochNow()][lineOf(payer, edge)] += units;
            succeeded[msg.sig]++;
        }
    }

    /// @notice At any time, so mostly too late; a second one in time replaces the first.
    function commitWork(uint256 which, uint256 how, uint256 wait) external afterWaiting(wait) {
        uint256 edge = which % EDGES;
        awaitEnd(how);
        if (epochNow() == 0 || edgeIndex[edge] == 0) return;
        if (edge == BAD_EDGE) commitForged(epochNow() - 1, how);
        else commit(epochNow() - 1, edge, honestLeaves(epochNow() - 1, edge), 0, false);
    }

    /// @notice More than the stake behind it allowed when the epoch ended, whatever came since.
    function commitTooMuch(uint256 which, uint256 excess, uint256 wait) external afterWaiting(wait) {
        uint256 edge = which % EDGES;
        awaitEnd(excess);
        if (epochNow() == 0 || edgeIndex[edge] == 0) return;
        uint256 epoch = epochNow() - 1;
        bool late = block.timestamp >= endOf(epoch) + W1;
        onDuty = true;
        if (excess % 2 == 0) stakeMore(edge, nodes[edge], 1 ether);
        onDuty = false;
        uint64 units = uint64(capacity(epoch, edge) + bound(excess, 1, 20));
        bytes memory call = abi.encodeCall(IWorkProofs.commitWork, (epoch, keccak256("root"), units));
        act(address(work), operatorOf(edge), call, late ? IWorkProofs.OutsideWindow.selector : IWorkProofs.OverCapacity.selector);
    }

    function commitScores(uint256 which, uint256 seed, uint256 wait) external afterWaiting(wait) {
        uint256 guardian = EDGES + (which % GUARDIANS);
        awaitEnd(seed);
        if (epochNow() != 0 && isRegistered[guardian]) commitOpinion(epochNow() - 1, guardian, seed);
    }

    function revealScores(uint256 which, uint256 seed, uint256 wait) external afterWaiting(wait) {
        uint256 guardian = EDGES + (which % GUARDIANS);
        uint256 opening = GENESIS + epochNow() * DAY + W1;
        if (block.timestamp < opening && seed % 8 != 0) passTo(opening);
        if (epochNow() != 0 && isRegistered[guardian]) reveal(epochNow() - 1, guardian, seed);
    }

    /// @dev Mostly waits for the next end of an epoch, if it is too late for the last one.
    function awaitEnd(uint256 seed) private {
        uint256 start = GENESIS + epochNow() * DAY;
        if (block.timestamp >= start + W1 && seed % 4 != 0) passTo(start + DAY);
    }

    function commit(uint256 epoch, uint256 edge, Leaf[] memory leaves, uint64 invented, bool disordered) internal {
        if (leaves.length == 0) return;
        (bytes32 root, uint64 units) = WorkTree.build(exhibits(epoch, edge, leaves)).root();
        units += invented;
        if (units == 0) return;
        bytes4 refusal;
        if (block.timestamp >= endOf(epoch) + W1) refusal = IWorkProofs.OutsideWindow.selector;
        else if (units > capacity(epoch, edge)) refusal = IWorkProofs.OverCapacity.selector;
        address caller = units % 2 == 0 ? nodes[edge] : operatorOf(edge);
        act(address(work), caller, abi.encodeCall(IWorkProofs.commitWork, (epoch, root, units)), refusal);
        if (refusal != 0) return;

        Commitment storage commitment = commitments[epoch][edge];
        (commitment.exists, commitment.disordered, commitment.units) = (true, disordered, units);
        commits++;
        delete commitment.leaves;
        for (uint256 i = 0; i < leaves.length; i++) commitment.leaves.push(leaves[i]);
    }

    /// @dev The coalition's Edge adds to its receipts what nobody signed, or puts them where they do not belong.
    function commitForged(uint256 epoch, uint256 how) internal {
        uint256 kind = how % 16;
        if (kind > 10) return commit(epoch, BAD_EDGE, honestLeaves(epoch, BAD_EDGE), 0, false);
        Leaf[] memory leaves = receiptLeaves(epoch, BAD_EDGE);
        if (kind < 7) {
            Forgery forgery = Forgery(kind);
            uint64 units = forgery == Forgery.NoUnits ? 0 : uint64(2 + (roll(how, 1) % 100_000));
            leaves = withForged(leaves, roll(how, 2) % leafOrder.length, forgery, units);
            commit(epoch, BAD_EDGE, leaves, 0, false);
        } else if (kind < 9 && leaves.length > 1) {
            uint256 i = roll(how, 1) % (leaves.length - 1);
            if (kind == 7) (leaves[i], leaves[i + 1]) = (leaves[i + 1], leaves[i]);
            else leaves[i + 1] = leaves[i];
            commit(epoch, BAD_EDGE, leaves, 0, true);
        } else {
            commit(epoch, BAD_EDGE, leaves, uint64(1 + (roll(how, 1) % 100_000)), false);
        }
    }

    function commitOpinion(uint256 epoch, uint256 guardian, uint256 seed) internal {
        bytes memory scores = new bytes(seed % 8 == 0 ? seed % 4 : EDGES);
        for (uint256 i = 0; i < scores.length; i++) {
            uint256 random = roll(seed, i);
            scores[i] = bytes1(random % 4 == 0 ? 255 : uint8(random % 2 == 0 ? 100 : (random >> 8) % 101));
            // The coalition praises itself and nobody else.
            if (guardian == BAD_GUARDIAN) scores[i] = bytes1(i + 1 == edgeIndex[BAD_EDGE] ? 100 : 0);
        }
        bytes32 hash = keccak256(abi.encode(epoch, nodes[guardian], scores, salt(epoch, guardian)));
        bytes4 refusal = block.timestamp >= endOf(epoch) + W1 ? IWorkProofs.OutsideWindow.selector : bytes4(0);
        act(address(work), operatorOf(guardian), abi.encodeCall(IWorkProofs.commitScores, (epoch, hash)), refusal);
        if (refusal == 0) (opinions[epoch][guardian].committed, opinions[epoch][guardian].scores) = (true, scores);
    }

    function reveal(uint256 epoch, uint256 guardian, uint256 seed) internal {
        Opinion storage opinion = opinions[epoch][guardian];
        uint256 held = 0;
        for (uint256 edge = 0; edge < EDGES; edge++) {
            bool holds = guardian == BAD_GUARDIAN || (isClean(epoch, edge) && (roll(seed, edge) % 8 != 0));
            if (edgeIndex[edge] != 0 && commitments[epoch][edge].exists && holds) held |= 1 << (edgeIndex[edge] - 1);
        }
        bytes4 refusal;
        if (block.timestamp < endOf(epoch) + W1 || block.timestamp >= endOf(epoch) + W2) refusal = IWorkProofs.OutsideWindow.selector;
        else if (!opinion.committed || opinion.revealed) refusal = IWorkProofs.ScoresMismatch.selector;
        bytes memory call = abi.encodeCall(
            IWorkProofs.revealScores,
            (epoch, opinion.scores, salt(epoch, guardian), abi.encodePacked(uint8(held)))
        );
        act(address(work), operatorOf(guardian), call, refusal);
        if (refusal != 0) return;
        (opinion.revealed, opinion.held) = (true, held);
        reveals++;
    }

    /// @notice Receipts whose signers may sign, as many as the stake allows.
    function honestLeaves(uint256 epoch, uint256 edge) internal view returns (Leaf[] memory leaves) {
        Leaf[] memory all = receiptLeaves(epoch, edge);
        uint256 room = capacity(epoch, edge);
        leaves = new Leaf[](all.length);
        uint256 count = 0;
        for (uint256 i = 0; i < all.length; i++) {
            if (!isValid(epoch, all[i]) || all[i].units > room) continue;
            room -= all[i].units;
            leaves[count++] = all[i];
        }
        assembly {
            mstore(leaves, count)
        }
    }

    function capacity(uint256 epoch, uint256 edge) internal view returns (uint256) {
        return (weightAtEnd[epoch][edge] * valueAt(Parameter.UnitsPerStakedToken, epoch)) / 1 ether;
    }

    function salt(uint256 epoch, uint256 guardian) internal pure returns (bytes32) {
        return keccak256(abi.encode("salt", epoch, guardian));
    }

    /// @notice To be called once, when the accounts are known.
    function orderLeaves() internal {
        for (uint256 pair = 0; pair < PAYERS * SIGNERS; pair++) {
            leafOrder.push(pair);
            for (uint256 i = pair; i > 0 && isBefore(leafOrder[i], leafOrder[i - 1]); i--)
                (leafOrder[i], leafOrder[i - 1]) = (leafOrder[i - 1], leafOrder[i]);
        }
    }

    function receiptLeaves(uint256 epoch, uint256 edge) private view returns (Leaf[] memory leaves) {
        uint64[PAYERS * SIGNERS] memory units = receipts[epoch][edge];
        leaves = new Leaf[](leafOrder.length);
        uint256 count = 0;
        for (uint256 i = 0; i < leafOrder.length; i++) {
            uint256 pair = leafOrder[i];
            if (units[pair] != 0) leaves[count++] = Leaf(uint8(pair / SIGNERS), uint8(pair % SIGNERS), Forgery.None, units[pair]);
        }
        assembly {
            mstore(leaves, count)
        }
    }

    /// @notice With a made-up leaf at its place, instead of a true one of the same payer and signer.
    function withForged(Leaf[] memory leaves, uint256 place, Forgery forgery, uint64 units) private view returns (Leaf[] memory all) {
        all = new Leaf[](leaves.length + 1);
        uint256 pair = leafOrder[place];
        (uint256 from, uint256 to) = (0, 0);
        for (uint256 i = 0; i < leafOrder.length; i++) {
            bool has = from < leaves.length && uint256(leaves[from].payer) * SIGNERS + leaves[from].signer == leafOrder[i];
            if (i == place) all[to++] = Leaf(uint8(pair / SIGNERS), uint8(pair % SIGNERS), forgery, units);
            else if (has) all[to++] = leaves[from];
            if (has) from++;
        }
        assembly {
            mstore(all, to)
        }
    }

    /// @dev What the protocol promises to pay: of credit that is not spoken for, within the limit of a delegate that is valid.
    function servedAtMost(uint256 edge, uint256 payer, uint256 signer, uint256 units) private view returns (uint256) {
        uint256 epoch = epochNow();
        if (signer != 0) {
            if (validTo[payer][signer] <= block.timestamp) return 0;
            (uint256 limit, uint256 used) = (limitAt(payer, epoch), receipts[epoch][edge][payer * SIGNERS + signer]);
            if (used + units > limit) units = used < limit ? limit - used : 0;
        }
        Line storage line = lines[lineOf(payer, edge)];
        uint256 spoken = settled.charged[lineOf(payer, edge)] + line.paid + (line.requestEpoch < epoch ? line.requested : 0);
        for (uint256 e = epoch < 2 * MAX_LAG ? 0 : epoch - 2 * MAX_LAG; e < epoch; e++) {
            if (isClosed(e)) continue;
            uint256 served = servedUnits[e][lineOf(payer, edge)];
            if (served != 0) spoken += served * valueAt(Parameter.FeePerUnit, e);
        }
        uint256 fee = valueAt(Parameter.FeePerUnit, epoch);
        spoken += servedUnits[epoch][lineOf(payer, edge)] * fee;
        if (line.deposited <= spoken) return 0;
        uint256 most = (line.deposited - spoken) / fee;
        return units < most ? units : most;
    }

    function isBefore(uint256 a, uint256 b) private view returns (bool) {
        (address payerA, address payerB) = (payers[a / SIGNERS], payers[b / SIGNERS]);
        if (payerA != payerB) return payerA < payerB;
        return signerOf(a / SIGNERS, a % SIGNERS) < signerOf(b / SIGNERS, b % SIGNERS);
    }
}
