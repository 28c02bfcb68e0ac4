// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {StandardTree} from "../support/StandardTree.sol";
import {AuditActions} from "./AuditActions.sol";

/// @title Settlements, honest and not, what the council undoes, what is claimed
abstract contract SettlementActions is AuditActions {
    /// @dev Who signs, by bit of its node's number; and what over.
    struct Signing {
        uint256 signers;
        bytes32 digest;
        /// By the key that is not in force.
        bool oldKeys;
        /// The first signer twice.
        bool twice;
    }

    uint256 internal constant EVERY_GUARDIAN = (1 << NODES) - (1 << EDGES);

    uint256[NODES] internal claimed;
    mapping(uint256 guardian => mapping(uint256 epoch => bool)) private equivocated;

    uint256 internal submissions;
    uint256 internal cancelled;
    uint256 internal selfPaid;
    uint256 internal charging;
    uint256 internal dishonest;
    uint256 internal equivocations;

    /// @notice What the model computes, by some of the guardians.
    function submit(uint256 signersSeed, uint256 wait) external afterWaiting(wait) {
        (bool exists, uint256 epoch) = candidate();
        if (exists) submitHonestly(epoch, signersSeed % 4 == 0 ? EVERY_GUARDIAN & (signersSeed / 4) : EVERY_GUARDIAN);
    }

    /// @notice What must be refused, signed by everybody.
    function submitWrongly(uint256 kind, uint256 wait) external afterWaiting(wait) {
        (bool exists, uint256 epoch) = candidate();
        if (exists) tryWrongly(epoch, kind);
    }

    /// @notice Two thirds agree to pay the coalition all that the contract lets them; sometimes out of a line that owes nothing.
    function submitDishonestly(uint256 kind, uint256 wait) external afterWaiting(wait) {
        (bool exists, uint256 epoch) = candidate();
        if (!exists || turnRefusal(epoch) != 0 || quorumRefusal(epoch, EVERY_GUARDIAN) != 0) return;
        Draft memory d = draft(epoch, false);
        uint256 most = mostCharged(epoch);
        if (d.totalCharged > most) return;
        uint256 extra = 0;
        Line storage line = lines[(kind / 4) % LINES];
        if (kind % 4 == 0 && line.opened != 0 && line.opened <= epoch + 1) {
            extra = most - d.totalCharged;
            d.charged[(kind / 4) % LINES] += extra;
            d.totalCharged = most;
        }
        uint256 excess = earningsLimit(epoch, d.totalCharged) - d.totalEarned;
        d.earned[BAD_EDGE] += excess;
        d.totalEarned += excess;
        Settlement memory s = settlementOf(epoch, d);
        send(s, Signing(EVERY_GUARDIAN, digestOf(s), false, false), 0);
        record(s, d);
        capturing = extra != 0;
        dishonest++;
    }

    /// @notice The council's right, twice between final ones; nobody else's.
    function cancelSettlement(uint256 who, uint256 wait) external afterWaiting(wait) {
        uint256 epoch = finalAt == 0 ? settled.covered : submitted.covered - 1;
        bool council = who % 2 == 0;
        if (council && finalAt == 0 && who % 8 != 0) return;
        bytes4 refusal;
        if (!council) refusal = IAccessManaged.AccessManagedUnauthorized.selector;
        else if (finalAt == 0) refusal = IRewardPool.NothingPending.selector;
        else if (cancellations == 2) refusal = IRewardPool.TooManyCancellations.selector;
        address caller = council ? address(this) : stranger;
        act(address(pool), caller, abi.encodeWithSelector(pool.cancelSettlement.selector, epoch), refusal);
        if (refusal != 0) return;
        cancellations++;
        cancelled++;
        finalAt = 0;
        capturing = false;
    }

    function execute(uint256 wait) external afterWaiting(wait) {
        bytes4 refusal = settled.covered == 0 || executed ? IRewardPool.NothingToExecute.selector : bytes4(0);
        act(address(pool), stranger, abi.encodeCall(IRewardPool.execute, ()), refusal);
        if (refusal == 0) moveMoney();
    }

    /// @notice With the right sum, or with more.
    function claim(uint256 which, uint256 who, uint256 excess, uint256 wait) external afterWaiting(wait) {
        uint256 node = which % NODES;
        for (uint256 i = 0; i < NODES && which % 8 != 0 && settled.earned[node] == claimed[node]; i++) node = (node + 1) % NODES;
        claimFor(node, pickHolder(who), excess % 8 == 0 ? 1 + ((excess / 8) % 1 ether) : 0);
    }

    /// @notice The coalition's guardian signs twice; somebody tries to make it look as if an honest one did.
    function equivocate(uint256 who, uint256 seed, uint256 wait) external afterWaiting(wait) {
        if (!isRegistered[BAD_GUARDIAN] || who % 4 == 0) return frame(EDGES + ((who / 4) % (GUARDIANS - 1)), seed);
        uint256 epoch = nextEpoch + (seed % 3);
        Settlement memory a = Settlement(epoch, settled.digest, keccak256("a"), seed % 1 ether, 0, 0);
        Settlement memory b = Settlement(epoch, settled.digest, keccak256("b"), seed % 1 ether, 0, 0);
        bytes memory signatureA = sign(operators[BAD_GUARDIAN][0], digestOf(a));
        bytes memory signatureB = sign(operatorOf(BAD_GUARDIAN), digestOf(b));
        address guardian = nodes[BAD_GUARDIAN];
        address reporter = pickHolder(who / 4);
        bytes memory call = abi.encodeCall(IRewardPool.proveEquivocation, (guardian, a, signatureA, b, signatureB));
        if (equivocated[BAD_GUARDIAN][epoch]) {
            act(address(pool), reporter, call, IRewardPool.AlreadyProven.selector);
            return;
        }
        uint256 bps = config.valueAt(Parameter.EquivocationSlash, epoch < epochNow() ? epoch : epochNow());
        actSlashing(address(pool), reporter, call, BAD_GUARDIAN, bps, reporter);
        equivocated[BAD_GUARDIAN][epoch] = true;
        equivocations++;
    }

    function tryWrongly(uint256 epoch, uint256 kind) internal {
        if (turnRefusal(epoch) != 0 || quorumRefusal(epoch, EVERY_GUARDIAN) != 0) return;
        Draft memory d = draft(epoch, false);
        kind %= 10;
        if (kind < 3) submitTooMuch(epoch, d, kind);
        else submitMisSigned(epoch, d, kind);
    }

    function submitHonestly(uint256 epoch, uint256 chosen) internal {
        bytes4 refusal = turnRefusal(epoch);
        if (refusal == 0) refusal = quorumRefusal(epoch, chosen);
        Draft memory d = draft(epoch, false);
        // Credit that a dishonest settlement took may be missing.
        if (refusal == 0 && captured && d.totalCharged > mostCharged(epoch)) refusal = IRewardPool.ChargesExceedCredit.selector;
        Settlement memory s = settlementOf(epoch, d);
        send(s, Signing(chosen, digestOf(s), false, false), refusal);
        if (refusal != 0) return;
        checkCoalition(epoch, d);
        record(s, d);
        if (d.totalCharged != 0) charging++;
    }

    function claimFor(uint256 node, address caller, uint256 excess) internal {
        uint256 cumulative = settled.earned[node];
        bytes32[] memory proof;
        if (cumulative != 0) proof = StandardTree.proof(earningsTree(settled.earned), earningsLeaf(node, cumulative));
        bytes4 refusal;
        if (settled.covered == 0) refusal = IRewardPool.NoFinalSettlement.selector;
        else if (cumulative == 0 || excess != 0) refusal = IRewardPool.InvalidEarnings.selector;
        else if (cumulative == claimed[node]) refusal = IRewardPool.NothingToClaim.selector;
        bytes memory call = abi.encodeCall(IRewardPool.claim, (nodes[node], cumulative + excess, proof));
        bytes memory result = act(address(pool), caller, call, refusal);
        if (refusal != 0) return;
        assertEq(abi.decode(result, (uint256)), cumulative - claimed[node], "claimed");
        claimed[node] = cumulative;
        if (!executed) moveMoney();
    }

    /// @notice The epoch whose settlement can be submitted now, if there is one.
    function candidate() internal view returns (bool exists, uint256 epoch) {
        uint256 since = block.timestamp - GENESIS;
        if (since < DAY + W4) return (false, 0);
        return (true, (since - W4) / DAY - 1);
    }

    function turnRefusal(uint256 epoch) internal view returns (bytes4) {
        if (finalAt != 0) return IRewardPool.SettlementPending.selector;
        return epoch < nextEpoch ? IRewardPool.EpochSpent.selector : bytes4(0);
    }

    function moveMoney() internal {
        stakingIn += settled.totalEarned - executedEarned;
        (executedEarned, executedCharged, executed) = (settled.totalEarned, settled.totalCharged, true);
    }

    /// @dev More charges than work, or than there is credit; more earnings than budget.
    function submitTooMuch(uint256 epoch, Draft memory d, uint256 kind) private {
        uint256 value = coveredValue(epoch);
        uint256 available = credit.creditHeld() - setAside();
        bytes4 refusal;
        if (kind == 0) {
            d.totalCharged = value + 1;
            refusal = IRewardPool.ChargesExceedWork.selector;
        } else if (kind == 1) {
            if (value <= available) return;
            d.totalCharged = available + 1;
            refusal = IRewardPool.ChargesExceedCredit.selector;
        } else {
            if (d.totalCharged > available) return;
            d.totalEarned = earningsLimit(epoch, d.totalCharged) + 1;
            refusal = IRewardPool.EarningsExceedBudget.selector;
        }
        Settlement memory s = settlementOf(epoch, d);
        send(s, Signing(EVERY_GUARDIAN, digestOf(s), false, false), refusal);
    }

    /// @dev Signatures that count for something else: another chain, contract, epoch, key, or a second time.
    function submitMisSigned(uint256 epoch, Draft memory d, uint256 kind) private {
        Settlement memory s = settlementOf(epoch, d);
        Signing memory by = Signing(EVERY_GUARDIAN, digestOf(s), false, false);
        bytes4 refusal = IRewardPool.InvalidSignature.selector;
        if (kind == 3) by.digest = digestIn(s, block.chainid + 1, address(pool));
        else if (kind == 4) by.digest = digestIn(s, block.chainid, address(work));
        else if (kind == 5) {
            s.epoch++;
            by.digest = digestOf(s);
            s.epoch--;
        } else if (kind == 6) by.oldKeys = true;
        else if (kind == 7) (by.twice, refusal) = (true, IRewardPool.GuardiansNotAscending.selector);
        else if (kind == 8) {
            s.previous = keccak256("another");
            (by.digest, refusal) = (digestOf(s), IRewardPool.WrongPrevious.selector);
        } else {
            s.epoch++;
            (by.digest, refusal) = (digestOf(s), IRewardPool.OutsideWindow.selector);
        }
        send(s, by, refusal);
    }

    function frame(uint256 guardian, uint256 seed) private {
        if (!isRegistered[guardian]) return;
        uint256 epoch = nextEpoch + (seed % 3);
        Settlement memory a = Settlement(epoch, settled.digest, keccak256("a"), 1, 0, 0);
        Settlement memory b = seed % 4 == 0 ? a : Settlement(epoch, settled.digest, keccak256("b"), 1, 0, 0);
        bytes4 refusal = seed % 4 == 0 ? IRewardPool.NoEquivocation.selector : IRewardPool.NotSignedBy.selector;
        bytes memory signature = sign(stranger, digestOf(b));
        bytes memory call = abi.encodeCall(
            IRewardPool.proveEquivocation,
            (nodes[guardian], a, sign(operatorOf(guardian), digestOf(a)), b, signature)
        );
        act(address(pool), stranger, call, refusal);
    }

    function send(Settlement memory s, Signing memory by, bytes4 refusal) private {
        (address[] memory guardians, uint256[] memory numbers) = ascending(s.epoch, by.signers);
        if (by.twice && guardians.length > 1) (guardians[1], numbers[1]) = (guardians[0], numbers[0]);
        bytes[] memory signatures = new bytes[](guardians.length);
        for (uint256 i = 0; i < guardians.length; i++) {
            uint256 key = by.oldKeys ? 1 - operatorIn[numbers[i]] : operatorIn[numbers[i]];
            signatures[i] = sign(operators[numbers[i]][key], by.digest);
        }
        act(address(pool), stranger, abi.encodeCall(IRewardPool.submitSettlement, (s, guardians, signatures)), refusal);
    }

    /// @dev Guardians of the set that weighed something at the epoch's end.
    function ascending(uint256 epoch, uint256 set) private view returns (address[] memory guardians, uint256[] memory numbers) {
        guardians = new address[](GUARDIANS);
        numbers = new uint256[](GUARDIANS);
        uint256 count = 0;
        for (uint256 g = EDGES; g < NODES; g++) {
            if ((set >> g) & 1 == 0 || weightAtEnd[epoch][g] == 0) continue;
            uint256 i = count++;
            for (; i > 0 && guardians[i - 1] > nodes[g]; i--) (guardians[i], numbers[i]) = (guardians[i - 1], numbers[i - 1]);
            (guardians[i], numbers[i]) = (nodes[g], g);
        }
        assembly {
            mstore(guardians, count)
            mstore(numbers, count)
        }
    }

    function quorumRefusal(uint256 epoch, uint256 set) private view returns (bytes4) {
        uint256 signed = 0;
        uint256 count = 0;
        for (uint256 g = EDGES; g < NODES; g++) {
            if ((set >> g) & 1 == 0 || weightAtEnd[epoch][g] == 0) continue;
            signed += weightAtEnd[epoch][g];
            count++;
        }
        uint256 all = guardianStake(weightAtEnd[epoch]);
        if (count < valueAt(Parameter.MinSigners, epoch)) return IRewardPool.TooFewSigners.selector;
        if (all < valueAt(Parameter.MinTotalGuardianStake, epoch)) return IRewardPool.TooLittleGuardianStake.selector;
        return signed * 3 < all * 2 ? IRewardPool.QuorumNotReached.selector : bytes4(0);
    }

    function coveredValue(uint256 epoch) private view returns (uint256 value) {
        for (uint256 e = firstCovered(epoch); e <= epoch; e++) value += workValue(e);
    }

    function mostCharged(uint256 epoch) private view returns (uint256) {
        (uint256 value, uint256 available) = (coveredValue(epoch), credit.creditHeld() - setAside());
        return value < available ? value : available;
    }

    /// @dev Nobody gains by paying himself: compared with the same epochs without what the coalition relayed to itself.
    function checkCoalition(uint256 epoch, Draft memory d) private {
        Draft memory shadow = draft(epoch, true);
        uint256 paid = d.totalCharged - shadow.totalCharged;
        uint256 before = shadow.earned[BAD_EDGE] + shadow.earned[BAD_GUARDIAN];
        uint256 earned = d.earned[BAD_EDGE] + d.earned[BAD_GUARDIAN];
        uint256 gain = earned < before ? 0 : earned - before;
        assertLe(gain, mostReturned(epoch, paid) + 4 * (MAX_LAG + 1), "a coalition gains by paying itself");
        if (paid != 0) selfPaid++;
    }

    function record(Settlement memory s, Draft memory d) private {
        firstPending = firstCovered(s.epoch);
        submitted.covered = s.epoch + 1;
        submitted.digest = digestOf(s);
        submitted.totalEarned = settled.totalEarned + s.totalEarned;
        submitted.totalCharged = settled.totalCharged + s.totalCharged;
        submitted.fund = contributed + submitted.totalCharged - submitted.totalEarned;
        submitted.earned = d.earned;
        submitted.charged = d.charged;
        finalAt = block.timestamp + DELAY;
        nextEpoch = s.epoch + 1;
        capturing = false;
        submissions++;
    }
}
