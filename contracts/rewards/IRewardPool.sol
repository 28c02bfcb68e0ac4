// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Settlement} from "./Settlement.sol";

/// @title Emission fund, settlements by guardian quorum, cumulative claims, equivocation proofs
/// @notice A settlement is final, by the clock alone, when the council has not cancelled it for `settlementDelay` after its submission.
/// @dev Amounts in the smallest unit of SEND, times in Unix seconds.
interface IRewardPool {
    /// @notice A settlement as it is remembered; all zero when there is none.
    struct SettlementInfo {
        uint256 epoch;
        bytes32 digest;
        bytes32 earningsRoot;
        bytes32 chargesRoot;
        /// Of this settlement and all before it.
        uint256 cumulativeEarned;
        uint256 cumulativeCharged;
        /// What budgets of the epochs after it are parts of.
        uint256 fund;
        /// When it became or becomes final.
        uint256 finalAt;
    }

    /// @notice It covers epochs `firstEpoch` to `settlement.epoch`.
    event SettlementSubmitted(
        uint256 indexed epoch,
        bytes32 indexed digest,
        uint256 firstEpoch,
        Settlement settlement,
        uint256 fund,
        uint256 finalAt
    );
    event SettlementCancelled(uint256 indexed epoch, bytes32 indexed digest);
    /// @notice The money of all final settlements is where it belongs: `charged` more came from credit lines, `earned` more went to staking.
    event SettlementExecuted(uint256 indexed epoch, uint256 charged, uint256 earned);
    event EarningsClaimed(address indexed node, uint256 cumulative, uint256 amount);
    /// @notice `amount` came into the fund; it counts from the next settlement on.
    event Funded(address indexed from, uint256 amount);
    /// @notice The fund of the epochs before the first settlement is here.
    event Endowed(address indexed from, uint256 amount);
    event EquivocationProven(address indexed guardian, uint256 indexed epoch, address indexed reporter, uint256 slashed);

    error ZeroAddress();
    error ZeroAmount();
    error AlreadyEndowed();
    /// @notice `endow` comes before the first settlement.
    error NotEndowed();
    /// @notice The call is only possible in `[from, until)`.
    error OutsideWindow(uint256 epoch, uint256 from, uint256 until);
    error SettlementPending(uint256 epoch, uint256 finalAt);
    /// @notice There was a settlement of this epoch or a later one, final or cancelled.
    error EpochSpent(uint256 epoch, uint256 nextEpoch);
    error WrongPrevious(bytes32 previous, bytes32 expected);
    error LengthMismatch(uint256 guardians, uint256 signatures);
    error GuardiansNotAscending(address before, address guardian);
    /// @notice It had no stake that counted at the epoch's end.
    error GuardianWithoutWeight(address guardian);
    error InvalidSignature(address guardian);
    error TooFewSigners(uint256 signers, uint256 minSigners);
    /// @notice A settlement needs two thirds of all guardian stake at the epoch's end.
    error QuorumNotReached(uint256 signed, uint256 total);
    error TooLittleGuardianStake(uint256 total, uint256 minTotal);
    error ChargesExceedWork(uint256 totalCharged, uint256 workValue);
    error ChargesExceedCredit(uint256 totalCharged, uint256 credit);
    error EarningsExceedBudget(uint256 totalEarned, uint256 limit);
    error NothingPending(uint256 epoch);
    error TooManyCancellations(uint256 max);
    error NothingToExecute();
    error NoFinalSettlement();
    error InvalidEarnings(address node, uint256 cumulative);
    error NothingToClaim(address node, uint256 cumulative, uint256 claimed);
    /// @notice The two are of different epochs, or the same.
    error NoEquivocation();
    /// @notice The signature is by no key that is or was the guardian's operator.
    error NotSignedBy(address guardian, address signer);
    error AlreadyProven(address guardian, uint256 epoch);

    /// @notice Takes the fund of the first epochs from the founder named at deployment, once; anybody may call it.
    function endow() external;
    /// @notice Adds `amount` of the caller's tokens to the fund.
    function fund(uint256 amount) external;
    /// @notice Takes slashed tokens from staking into the fund; anybody may call it.
    function collectSlashed() external returns (uint256 amount);

    /// @notice Submits what guardians signed, by whose operators in force now, for the epochs since the last final settlement.
    /// @param guardians Ascending; with weight at the end of `settlement.epoch`.
    /// @param signatures One for each, 65 bytes each, over `settlementDigest(settlement)`.
    function submitSettlement(Settlement calldata settlement, address[] calldata guardians, bytes[] calldata signatures) external;
    /// @notice Undoes the pending settlement of `epoch`; at most two since the last final one.
    function cancelSettlement(uint256 epoch) external;
    /// @notice Moves the money of final settlements: charges here, earnings on to staking. Anybody may call it; the first claim does it too.
    function execute() external;
    /// @notice Pays all that `node` (its owner) has earned and not got yet into staking, by its leaf in the newest final earnings tree.
    /// Anybody may call it.
    function claim(address node, uint256 cumulative, bytes32[] calldata proof) external returns (uint256 amount);
    /// @notice Slashes a guardian that signed two different settlements of one epoch, once per epoch; the caller is the reporter.
    function proveEquivocation(
        address guardian,
        Settlement calldata a,
        bytes calldata signatureA,
        Settlement calldata b,
        bytes calldata signatureB
    ) external;

    /// @notice EIP-712 digest of a settlement, which operators of guardians sign.
    function settlementDigest(Settlement calldata settlement) external view returns (bytes32);
    function lastFinal() external view returns (SettlementInfo memory);
    /// @notice All zero when none is pending.
    function pending() external view returns (SettlementInfo memory);
    /// @notice First epoch whose settlement can still be submitted; those before are spent.
    function nextEpoch() external view returns (uint256);
    /// @notice Covered by a final settlement, or lapsed.
    function isClosed(uint256 epoch) external view returns (bool);
    /// @notice What a withdrawal of credit that was requested in `epoch` hangs on.
    /// @return closed Whether the epoch is closed.
    /// @return coveredEpochs 1 + the epoch of the last final settlement; 0 when there is none. Lines opened in an earlier epoch have a leaf.
    /// @return chargesRoot Of the last final settlement.
    /// @return setAside Charges of the pending settlement, and of final ones that are not executed.
    function creditTerms(uint256 epoch) external view returns (bool closed, uint256 coveredEpochs, bytes32 chargesRoot, uint256 setAside);
    /// @notice What `node` has got so far.
    function claimedBy(address node) external view returns (uint256);
    /// @notice All that ever came into the fund from outside: the endowment, donations, slashed tokens.
    function contributed() external view returns (uint256);
    /// @notice How many more times the council can cancel before another settlement is final.
    function cancellationsLeft() external view returns (uint256);
}
