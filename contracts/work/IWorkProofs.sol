// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ProofStep, WorkLeaf} from "./MerkleSum.sol";

/// @title Work commitments, challenges and availability scores
/// @notice For an epoch that ended at `T`, with the windows of the configuration's clock:
/// `[T, T+W1)` commit work and scores; `[T+W1, T+W2)` reveal scores; `[T+W1, T+W3)` challenge; until `T+W4` answer; from then on convict.
/// @dev No window call can be paused, and none asks for a role. Amounts in the smallest unit of SEND.
interface IWorkProofs {
    /// @notice Who holds the leaf that covers a challenged unit shows it, with its path and the receipt's signature.
    struct Answer {
        uint64 unit;
        WorkLeaf leaf;
        ProofStep[] proof;
        bytes signature;
    }

    /// @notice What is known of a commitment; all zero when there is none.
    struct CommitmentInfo {
        /// The first 168 bits of the root; all of it is in the event. It and `units` are forgotten when the Edge commits a later epoch's work.
        bytes21 rootPrefix;
        uint64 units;
        /// Challenges without an answer, whether or not their bonds went back.
        uint256 openChallenges;
        bool convicted;
        /// Convicted, or challenged without an answer at `T+W4`: it is not paid for.
        bool rejected;
    }

    enum ChallengeState {
        None,
        Open,
        Answered,
        Refunded
    }

    /// @notice `edge`, a node's owner, claims `units` of work in `epoch`, listed under `root`. It replaces what he committed before.
    event WorkCommitted(uint256 indexed epoch, address indexed edge, bytes32 root, uint64 units);
    event ScoresCommitted(uint256 indexed epoch, address indexed guardian, bytes32 hash);
    /// @notice `scores` by Edge index, 0 to 100 or 255; `held` a bitmap over Edge indices, least significant bit first.
    event ScoresRevealed(uint256 indexed epoch, address indexed guardian, bytes scores, bytes held);
    event Challenged(uint256 indexed epoch, address indexed edge, uint64 unit, address indexed challenger, uint256 bond);
    event Answered(uint256 indexed epoch, address indexed edge, uint64 unit, address indexed answerer, uint256 bond);
    event BondRefunded(uint256 indexed epoch, address indexed edge, uint64 unit, address indexed challenger, uint256 bond);
    /// @notice `slashed` was taken from the Edge's node; its commitment will not be paid for.
    event Convicted(uint256 indexed epoch, address indexed edge, address indexed reporter, uint256 slashed);

    /// @notice The call is only possible in `[from, until)`, in Unix seconds.
    error OutsideWindow(uint256 epoch, uint256 from, uint256 until);
    error ZeroAddress();
    error NotEdge(address caller);
    error NotGuardian(address caller);
    error ZeroUnits();
    error ZeroRoot();
    /// @notice More than the Edge's weight at the epoch's end allows.
    error OverCapacity(uint256 units, uint256 capacity);
    error ZeroHash();
    /// @notice `scores`, `salt`, epoch and guardian do not give the hash committed, or none was, or it is revealed.
    error ScoresMismatch(address guardian, uint256 epoch);
    /// @notice Scores are 0 to 100, or 255.
    error InvalidScores();
    error NoCommitment(uint256 epoch, address edge);
    error UnitOutOfRange(uint64 unit, uint64 units);
    error AlreadyChallenged(uint256 epoch, address edge, uint64 unit);
    error ChallengeNotOpen(uint256 epoch, address edge, uint64 unit);
    error AlreadyConvicted(uint256 epoch, address edge);
    /// @notice The path does not lead to the root and the total that were committed.
    error ProofMismatch(uint256 epoch, address edge);
    /// @notice The leaf covers `[left, left + units)`.
    error UnitNotCovered(uint64 unit, uint64 left, uint64 units);
    /// @notice The signature is not the one that the leaf commits to.
    error SignatureMismatch(bytes32 expected, bytes32 actual);
    /// @notice The signature is nobody's who may sign for the client in this epoch.
    error InvalidReceipt(address client, address signer);
    /// @notice The leaf is a valid receipt: there is nothing to prove.
    error ReceiptIsValid(address client, address signer);
    /// @notice The two leaves are in order, or the same one.
    error LeavesInOrder();
    /// @notice None of the units' challenges is open.
    error NothingToAnswer();
    /// @notice None of the units' challenges is open.
    error NothingToRefund();

    /// @notice Commits the units that the caller's Edge (he is its owner or operator) relayed in `epoch`, under the root of its leaves.
    function commitWork(uint256 epoch, bytes32 root, uint64 units) external;
    /// @notice Commits the caller's guardian to its scores of `epoch`: `keccak256(abi.encode(epoch, guardian, scores, salt))`. It replaces
    /// an earlier hash.
    function commitScores(uint256 epoch, bytes32 hash) external;
    /// @notice Reveals them, once, and says whose complete leaves the guardian holds, checked and serves.
    function revealScores(uint256 epoch, bytes calldata scores, bytes32 salt, bytes calldata held) external;
    /// @notice Asks for the proof of one unit of a commitment, each unit once, against a bond of `ChallengeBond`.
    function challenge(uint256 epoch, address edge, uint64 unit) external;
    /// @notice Proves a challenged unit; the caller wins the bond.
    function answer(uint256 epoch, address edge, Answer calldata proven) external;
    /// @notice The same for several units of one commitment. Those that somebody else has answered meanwhile are passed over.
    function answerAll(uint256 epoch, address edge, Answer[] calldata proven) external;
    /// @notice Convicts an Edge for a unit that was challenged and not proven in time: slashes its node, once per commitment, rewards the
    /// unit's challenger, and returns his bond unless that was done.
    function convict(uint256 epoch, address edge, uint64 unit) external;
    /// @notice Returns unanswered bonds to their challengers, from `T+W4` on or once the Edge is convicted. Those that were returned already
    /// are passed over.
    function refundBonds(uint256 epoch, address edge, uint64[] calldata units) external;
    /// @notice Convicts an Edge at once for a leaf with no units, or whose signature (the one it commits to) is no valid receipt.
    function proveInvalid(
        uint256 epoch,
        address edge,
        WorkLeaf calldata leaf,
        ProofStep[] calldata proof,
        bytes calldata signature
    ) external;
    /// @notice Convicts an Edge at once for two leaves, `first` to the left of `second`, whose keys are equal or out of order.
    function proveDisorder(
        uint256 epoch,
        address edge,
        WorkLeaf calldata first,
        ProofStep[] calldata firstProof,
        WorkLeaf calldata second,
        ProofStep[] calldata secondProof
    ) external;

    function commitmentOf(uint256 epoch, address edge) external view returns (CommitmentInfo memory);
    /// @notice `challenger` gets `bond` back when nobody answers; both are zero when answered or refunded.
    function challengeOf(
        uint256 epoch,
        address edge,
        uint64 unit
    ) external view returns (ChallengeState state, address challenger, uint256 bond);
    /// @notice Fees of the commitments of epochs `from` to `to`, both included, without those that are challenged or convicted.
    function workValue(uint256 from, uint256 to) external view returns (uint256);
    /// @notice EIP-712 digest of `RelayReceipt(address edge,address client,uint64 epoch,uint64 units)`, which the signer signs.
    function receiptDigest(address edge, address client, uint64 epoch, uint64 units) external view returns (bytes32);
    /// @notice Whether `signer` may sign receipts for `client` in `epoch`: the client itself, or its `relay` delegate at the epoch's start or later.
    function maySign(address client, address signer, uint256 epoch) external view returns (bool);
}
