// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {ProtocolModel} from "./ProtocolModel.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// @title "Settlement, computed alike by every guardian", word by word
abstract contract SettlementModel is ProtocolModel {
    uint256 private constant BPS = 10_000;
    uint256 private constant MILLION = 1_000_000;
    uint8 private constant NO_OPINION = 255;

    /// @notice Cumulative amounts after the settlement, and the sums over the epochs that it covers.
    struct Draft {
        uint256[NODES] earned;
        uint256[LINES] charged;
        uint256 totalEarned;
        uint256 totalCharged;
    }

    bytes32 private constant SETTLEMENT_TYPEHASH = keccak256(
        "Settlement(uint256 epoch,bytes32 previous,bytes32 earningsRoot,uint256 totalEarned,bytes32 chargesRoot,uint256 totalCharged)"
    );

    /// @param shadow Without what the coalition relayed to itself.
    function draft(uint256 epoch, bool shadow) internal view returns (Draft memory d) {
        d.earned = settled.earned;
        d.charged = settled.charged;
        for (uint256 e = firstCovered(epoch); e <= epoch; e++) addEpoch(d, e, shadow);
    }

    function addEpoch(Draft memory d, uint256 epoch, bool shadow) private view {
        uint256[NODES] memory stake = weightAtEnd[epoch];
        uint256 emission = (settled.fund * valueAt(Parameter.EmissionRate, epoch)) / MILLION;
        uint256[EDGES] memory charges;
        uint256[EDGES] memory scores;
        uint256 sum = 0;
        for (uint256 edge = 0; edge < EDGES; edge++) {
            if (!stands(epoch, edge, stake)) continue;
            charges[edge] = charge(d, epoch, edge, shadow);
            scores[edge] = score(epoch, edge, stake);
            sum += charges[edge] * scores[edge];
        }
        uint256 budget = (emission * valueAt(Parameter.EdgePart, epoch)) / BPS;
        for (uint256 edge = 0; edge < EDGES; edge++) {
            if (sum != 0) earn(d, edge, edgePay(epoch, charges[edge], scores[edge], budget, sum));
        }
        payGuardians(d, epoch, stake, (emission * valueAt(Parameter.GuardianPart, epoch)) / BPS);
    }

    function edgePay(uint256 epoch, uint256 charges, uint256 s, uint256 budget, uint256 sum) private view returns (uint256) {
        uint256 cut = valueAt(Parameter.Cut, epoch);
        uint256 share = (budget * charges * s) / sum;
        uint256 cap = (charges * cut * s * valueAt(Parameter.SubsidyCap, epoch)) / 10 ** 10;
        return (charges * (BPS - cut) * s) / 1_000_000 + (share < cap ? share : cap);
    }

    function payGuardians(Draft memory d, uint256 epoch, uint256[NODES] memory stake, uint256 budget) private view {
        uint256 all = guardianStake(stake);
        if (all == 0) return;
        uint256 most = (all * valueAt(Parameter.GuardianYieldCap, epoch)) / MILLION;
        if (most < budget) budget = most;
        for (uint256 g = EDGES; g < NODES; g++) if (opinions[epoch][g].revealed) earn(d, g, (budget * stake[g]) / all);
    }

    function earn(Draft memory d, uint256 node, uint256 amount) private pure {
        d.earned[node] += amount;
        d.totalEarned += amount;
    }

    function guardianStake(uint256[NODES] memory stake) internal pure returns (uint256 all) {
        for (uint256 g = EDGES; g < NODES; g++) all += stake[g];
    }

    function stands(uint256 epoch, uint256 edge, uint256[NODES] memory stake) private view returns (bool) {
        Commitment storage commitment = commitments[epoch][edge];
        if (!commitment.exists || commitment.convicted || commitment.unanswered != 0) return false;
        uint256 revealed = 0;
        uint256 holding = 0;
        for (uint256 g = EDGES; g < NODES; g++) {
            Opinion storage opinion = opinions[epoch][g];
            if (!opinion.revealed) continue;
            revealed += stake[g];
            if ((opinion.held >> (edgeIndex[edge] - 1)) & 1 == 1) holding += stake[g];
        }
        return 2 * holding > revealed && 3 * holding > guardianStake(stake);
    }

    /// @dev The lowest score at or below which are at least half of those who gave one, by stake.
    function score(uint256 epoch, uint256 edge, uint256[NODES] memory stake) private view returns (uint256 s) {
        uint256[101] memory stakeAt;
        uint256 given = 0;
        for (uint256 g = EDGES; g < NODES; g++) {
            Opinion storage opinion = opinions[epoch][g];
            uint256 index = edgeIndex[edge] - 1;
            if (!opinion.revealed || index >= opinion.scores.length || uint8(opinion.scores[index]) == NO_OPINION) continue;
            stakeAt[uint8(opinion.scores[index])] += stake[g];
            given += stake[g];
        }
        if (given == 0 || 2 * given < guardianStake(stake)) return 100;
        uint256 sofar = 0;
        for (; ; s++) {
            sofar += stakeAt[s];
            if (stakeAt[s] != 0 && 2 * sofar >= given) return s;
        }
    }

    function charge(Draft memory d, uint256 epoch, uint256 edge, bool shadow) private view returns (uint256 sum) {
        uint256 fee = valueAt(Parameter.FeePerUnit, epoch);
        uint256[PAYERS] memory units = chargedUnits(epoch, edge);
        if (shadow && edge == BAD_EDGE) units[BAD_PAYER] = 0;
        for (uint256 payer = 0; payer < PAYERS; payer++) {
            uint256 line = lineOf(payer, edge);
            int256 free = freeCredit[epoch][line] - int256(d.charged[line]);
            uint256 available = free < 0 ? 0 : uint256(free);
            uint256 amount = units[payer] * fee;
            if (available < amount) {
                assertTrue(captured || edge == BAD_EDGE, "an honest Edge's work is always paid");
                amount = available;
            }
            d.charged[line] += amount;
            sum += amount;
        }
        d.totalCharged += sum;
    }

    function chargedUnits(uint256 epoch, uint256 edge) private view returns (uint256[PAYERS] memory units) {
        Leaf[] storage leaves = commitments[epoch][edge].leaves;
        uint256[SIGNERS][PAYERS] memory bySigner;
        for (uint256 i = 0; i < leaves.length; i++) bySigner[leaves[i].payer][leaves[i].signer] += leaves[i].units;
        for (uint256 payer = 0; payer < PAYERS; payer++) {
            uint64 limit = limitAt(payer, epoch);
            units[payer] = bySigner[payer][0];
            for (uint256 s = 1; s < SIGNERS; s++) units[payer] += bySigner[payer][s] < limit ? bySigner[payer][s] : limit;
        }
    }

    /// @notice The value of the commitments that no challenge holds up.
    function workValue(uint256 epoch) internal view returns (uint256 value) {
        for (uint256 edge = 0; edge < EDGES; edge++) {
            Commitment storage commitment = commitments[epoch][edge];
            if (!commitment.convicted && commitment.unanswered == 0) value += commitment.units;
        }
        if (value != 0) value *= valueAt(Parameter.FeePerUnit, epoch);
    }

    /// @notice Most that a settlement of `epoch` with those charges may earn.
    function earningsLimit(uint256 epoch, uint256 totalCharged) internal view returns (uint256 limit) {
        uint256 cut = BPS;
        for (uint256 e = firstCovered(epoch); e <= epoch; e++) {
            uint256 emission = (settled.fund * valueAt(Parameter.EmissionRate, e)) / MILLION;
            for (uint256 part = uint256(Parameter.EdgePart); part <= uint256(Parameter.WatchDogPart); part++)
                limit += (emission * valueAt(Parameter(part), e)) / BPS;
            uint256 itsCut = valueAt(Parameter.Cut, e);
            if (itsCut < cut) cut = itsCut;
        }
        limit += (totalCharged * (BPS - cut)) / BPS;
    }

    /// @notice Nobody gains by paying himself: of what the coalition pays itself, at most this comes back.
    function mostReturned(uint256 epoch, uint256 paid) internal view returns (uint256 most) {
        for (uint256 e = firstCovered(epoch); e <= epoch; e++) {
            uint256 cut = valueAt(Parameter.Cut, e);
            uint256 returned = (paid * (BPS * (BPS - cut) + cut * valueAt(Parameter.SubsidyCap, e))) / (BPS * BPS);
            if (returned > most) most = returned;
        }
    }

    function earningsTree(uint256[NODES] memory earned) internal view returns (bytes32[] memory) {
        bytes32[] memory leaves = new bytes32[](NODES);
        uint256 count = 0;
        for (uint256 i = 0; i < NODES; i++) if (earned[i] != 0) leaves[count++] = earningsLeaf(i, earned[i]);
        return StandardTree.build(shortened(leaves, count));
    }

    /// @param coveredEpochs Lines that were opened in one of them have a leaf.
    function chargesTree(uint256[LINES] memory charged, uint256 coveredEpochs) internal view returns (bytes32[] memory) {
        bytes32[] memory leaves = new bytes32[](LINES);
        uint256 count = 0;
        for (uint256 i = 0; i < LINES; i++) {
            if (lines[i].opened != 0 && lines[i].opened <= coveredEpochs) leaves[count++] = chargesLeaf(i, charged[i]);
        }
        return StandardTree.build(shortened(leaves, count));
    }

    function earningsLeaf(uint256 node, uint256 cumulative) internal view returns (bytes32) {
        return keccak256(abi.encode(keccak256(abi.encode(nodes[node], cumulative))));
    }

    function chargesLeaf(uint256 line, uint256 cumulative) internal view returns (bytes32) {
        return keccak256(abi.encode(keccak256(abi.encode(payers[line / EDGES], nodes[line % EDGES], cumulative))));
    }

    function settlementOf(uint256 epoch, Draft memory d) internal view returns (Settlement memory) {
        bytes32 earnings = StandardTree.root(earningsTree(d.earned));
        bytes32 charges = StandardTree.root(chargesTree(d.charged, epoch + 1));
        return Settlement(epoch, settled.digest, earnings, d.totalEarned, charges, d.totalCharged);
    }

    function digestOf(Settlement memory settlement) internal view returns (bytes32) {
        return digestIn(settlement, block.chainid, address(pool));
    }

    function digestIn(Settlement memory settlement, uint256 chainId, address verifier) internal pure returns (bytes32) {
        bytes32 message = keccak256(abi.encode(SETTLEMENT_TYPEHASH, settlement));
        return keccak256(abi.encodePacked("\x19\x01", domain("SendingRewards", chainId, verifier), message));
    }

    function shortened(bytes32[] memory list, uint256 length) private pure returns (bytes32[] memory) {
        assembly {
            mstore(list, length)
        }
        return list;
    }
}
