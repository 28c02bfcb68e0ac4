// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {ProtocolWorld} from "./ProtocolWorld.sol";

/// @title What the protocol should remember, kept beside it, and what the passing of time does to it
abstract contract ProtocolModel is ProtocolWorld {
    /// @notice How a leaf's signature was made.
    enum Forgery {
        None,
        Garbage,
        FewerUnits,
        OtherEpoch,
        OtherSigner,
        HighS,
        NoUnits
    }

    struct Line {
        uint256 deposited;
        uint256 paid;
        uint256 requested;
        uint256 requestEpoch;
        /// 1 + the epoch in which it was opened; 0 when it was not.
        uint256 opened;
    }

    /// @dev Signer 0 is the payer itself, the others are its delegates.
    struct Leaf {
        uint8 payer;
        uint8 signer;
        Forgery forgery;
        uint64 units;
    }

    struct Commitment {
        bool exists;
        /// Slashed for it.
        bool convicted;
        /// The leaves were committed in another order than the protocol's.
        bool disordered;
        uint64 units;
        /// Challenges without an answer.
        uint256 unanswered;
        Leaf[] leaves;
    }

    struct Opinion {
        bool committed;
        bool revealed;
        bytes scores;
        /// Bitmap over Edge indices.
        uint256 held;
    }

    struct LimitChange {
        uint256 fromEpoch;
        uint64 units;
    }

    /// @notice A settlement that was submitted; sums and cumulative amounts after it.
    struct Outcome {
        /// 1 + its epoch; 0 before the first.
        uint256 covered;
        bytes32 digest;
        uint256 fund;
        uint256 totalEarned;
        uint256 totalCharged;
        uint256[NODES] earned;
        uint256[LINES] charged;
    }

    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant RECEIPT_TYPEHASH = keccak256("RelayReceipt(address edge,address client,uint64 epoch,uint64 units)");

    Line[LINES] internal lines;
    mapping(uint256 payer => LimitChange[]) internal limits;
    uint256[SIGNERS][PAYERS] internal validTo;
    mapping(uint256 payer => bool) internal deactivated;
    /// @dev Running totals of receipts, by payer x SIGNERS + signer.
    mapping(uint256 epoch => mapping(uint256 edge => uint64[PAYERS * SIGNERS])) internal receipts;
    mapping(uint256 epoch => uint256[LINES]) internal servedUnits;
    mapping(uint256 epoch => mapping(uint256 edge => Commitment)) internal commitments;
    mapping(uint256 epoch => mapping(uint256 guardian => Opinion)) internal opinions;

    /// @dev 1 + the Edge's index; 0 while it is not registered.
    uint256[EDGES] internal edgeIndex;
    /// @dev What nodes weighed just before the end of an epoch, what lines held then, and what of that was free at T + W4.
    mapping(uint256 epoch => uint256[NODES]) internal weightAtEnd;
    mapping(uint256 epoch => uint256[LINES]) internal depositedBefore;
    mapping(uint256 epoch => int256[LINES]) internal freeCredit;

    Outcome internal settled;
    Outcome internal submitted;
    /// @dev When `submitted` becomes final; 0 when nothing is pending.
    uint256 internal finalAt;
    uint256 internal firstPending;
    uint256 internal nextEpoch;
    uint256 internal cancellations;
    uint256 internal contributed;
    uint256 internal executedEarned;
    uint256 internal executedCharged;
    /// @dev The money of `settled` was moved.
    bool internal executed;
    /// @dev `submitted` charges a line for nothing; once final, what honest settlements promise to payers is void.
    bool internal capturing;
    bool public captured;

    /// @dev Of final settlements.
    uint256 internal finals;
    uint256 internal lapsed;
    uint256 internal covered;

    /// @notice Lets time pass until `time`. What holds at the ends of epochs and windows is noted, and honest Edges defend themselves.
    function passTo(uint256 time) internal {
        while (true) {
            uint256 epoch = epochNow();
            uint256 start = GENESIS + epoch * DAY;
            bool answering = block.timestamp < start + W4;
            uint256 next = answering ? start + W4 : start + DAY;
            if (next > time) break;
            if (answering && epoch != 0) defend(epoch - 1, next - 1);
            if (!answering) noteEnd(epoch);
            vm.warp(next);
            if (answering && epoch != 0) freezeCredit(epoch - 1);
            finalize();
        }
        vm.warp(time);
        finalize();
    }

    /// @dev Answers in time what an honest Edge has to.
    function defend(uint256 epoch, uint256 time) internal virtual;

    function finalize() private {
        if (finalAt == 0 || block.timestamp < finalAt) return;
        finals++;
        lapsed += firstPending - settled.covered;
        covered += submitted.covered - firstPending;
        for (uint256 i = 0; i < NODES; i++) assertLe(settled.earned[i], submitted.earned[i], "cumulative earnings decrease");
        for (uint256 i = 0; i < LINES; i++) assertLe(settled.charged[i], submitted.charged[i], "cumulative charges decrease");
        settled = submitted;
        executed = false;
        if (capturing) captured = true;
        finalAt = 0;
        cancellations = 0;
    }

    function noteEnd(uint256 epoch) private {
        for (uint256 i = 0; i < NODES; i++) weightAtEnd[epoch][i] = staking.weightOf(nodes[i]);
        for (uint256 i = 0; i < LINES; i++) depositedBefore[epoch][i] = lines[i].deposited;
    }

    function freezeCredit(uint256 epoch) private {
        for (uint256 i = 0; i < LINES; i++) {
            Line storage line = lines[i];
            if (line.opened == 0) continue;
            uint256 leaving = line.requestEpoch < epoch ? line.requested : 0;
            freeCredit[epoch][i] = int256(depositedBefore[epoch][i]) - int256(line.paid + leaving);
        }
    }

    function lineOf(uint256 payer, uint256 edge) internal pure returns (uint256) {
        return payer * EDGES + edge;
    }

    function signerOf(uint256 payer, uint256 signer) internal view returns (address) {
        return signer == 0 ? payers[payer] : signers[signer - 1];
    }

    /// @notice Covered by a final settlement, or lapsed.
    function isClosed(uint256 epoch) internal view returns (bool) {
        if (epoch < settled.covered) return true;
        if (block.timestamp < endOf(epoch + MAX_LAG) + W4 + DAY) return false;
        return finalAt == 0 || epoch < firstPending || epoch >= submitted.covered;
    }

    /// @notice First epoch that a settlement of `epoch` covers.
    function firstCovered(uint256 epoch) internal view returns (uint256) {
        return settled.covered + MAX_LAG < epoch ? epoch - MAX_LAG : settled.covered;
    }

    /// @notice Charges that are submitted and still with the credit.
    function setAside() internal view returns (uint256) {
        return (finalAt == 0 ? settled.totalCharged : submitted.totalCharged) - executedCharged;
    }

    function limitAt(uint256 payer, uint256 epoch) internal view returns (uint64) {
        LimitChange[] storage changes = limits[payer];
        for (uint256 i = changes.length; i > 0; i--) if (changes[i - 1].fromEpoch <= epoch) return changes[i - 1].units;
        return type(uint64).max;
    }

    function maySign(uint256 payer, uint256 signer, uint256 epoch) internal view returns (bool) {
        return signer == 0 || validTo[payer][signer] >= GENESIS + epoch * DAY;
    }

    function isValid(uint256 epoch, Leaf memory leaf) internal view returns (bool) {
        return leaf.forgery == Forgery.None && maySign(leaf.payer, leaf.signer, epoch);
    }

    /// @notice Sum and order are as committed, so that units can be proven at all.
    function sumsUp(Commitment storage commitment) internal view returns (bool) {
        uint256 sum = 0;
        for (uint256 i = 0; i < commitment.leaves.length; i++) sum += commitment.leaves[i].units;
        return sum == commitment.units;
    }

    /// @notice All that a guardian checks who holds the leaves.
    function isClean(uint256 epoch, uint256 edge) internal view returns (bool) {
        Commitment storage commitment = commitments[epoch][edge];
        if (!commitment.exists || commitment.disordered || !sumsUp(commitment)) return false;
        for (uint256 i = 0; i < commitment.leaves.length; i++) if (!isValid(epoch, commitment.leaves[i])) return false;
        return true;
    }

    /// @notice The leaf that covers `unit`; the number of leaves when none does.
    function leafAt(Commitment storage commitment, uint64 unit) internal view returns (uint256 index) {
        uint256 end = 0;
        for (; index < commitment.leaves.length; index++) {
            end += commitment.leaves[index].units;
            if (unit < end) break;
        }
    }

    function isProvable(uint256 epoch, uint256 edge, uint64 unit) internal view returns (bool) {
        Commitment storage commitment = commitments[epoch][edge];
        uint256 index = leafAt(commitment, unit);
        return sumsUp(commitment) && index < commitment.leaves.length && isValid(epoch, commitment.leaves[index]);
    }

    /// @notice The leaf as it is committed, and its signature.
    function exhibit(uint256 epoch, uint256 edge, Leaf memory leaf) internal view returns (WorkLeaf memory shown, bytes memory signature) {
        (address client, address signer) = (payers[leaf.payer], signerOf(leaf.payer, leaf.signer));
        uint64 units = leaf.forgery == Forgery.FewerUnits ? leaf.units - 1 : leaf.units;
        uint256 signedEpoch = leaf.forgery == Forgery.OtherEpoch ? epoch + 1 : epoch;
        bytes32 digest = receiptDigest(nodes[edge], client, uint64(signedEpoch), units);
        signature = sign(leaf.forgery == Forgery.OtherSigner ? stranger : signer, digest);
        if (leaf.forgery == Forgery.Garbage) signature = abi.encodePacked(digest, keccak256(abi.encode(digest)), uint8(27));
        if (leaf.forgery == Forgery.HighS) signature = mirrored(signature);
        shown = WorkLeaf(client, signer, leaf.units, keccak256(signature));
    }

    function exhibits(uint256 epoch, uint256 edge, Leaf[] memory leaves) internal view returns (WorkLeaf[] memory shown) {
        shown = new WorkLeaf[](leaves.length);
        for (uint256 i = 0; i < leaves.length; i++) (shown[i], ) = exhibit(epoch, edge, leaves[i]);
    }

    function receiptDigest(address edge, address client, uint64 epoch, uint64 units) internal view returns (bytes32) {
        bytes32 message = keccak256(abi.encode(RECEIPT_TYPEHASH, edge, client, epoch, units));
        return keccak256(abi.encodePacked("\x19\x01", domain("SendingWork", block.chainid, address(work)), message));
    }

    function domain(string memory name, uint256 chainId, address verifier) internal pure returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256("1"), chainId, verifier));
    }

    /// @dev The other signature of the same key, which nobody may accept.
    function mirrored(bytes memory signature) private pure returns (bytes memory) {
        (bytes32 r, uint256 s) = abi.decode(signature, (bytes32, uint256));
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        return abi.encodePacked(r, order - s, uint8(signature[64]) == 27 ? uint8(28) : uint8(27));
    }

    function valueAt(Parameter parameter, uint256 epoch) internal view returns (uint256) {
        return config.valueAt(parameter, epoch);
    }
}
