// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {PermitSignature} from "../common/Permit.sol";

/// @title Prepaid credit of payers at their Edges
/// @notice A credit line belongs to one payer and one Edge. Settlements charge it; what they charged is committed, cumulatively, in the
/// charges tree of the newest final one.
/// @dev Amounts in the smallest unit of SEND.
interface IRelayCredit {
    struct Deposit {
        address payer;
        /// Owner of the Edge's node. Nobody checks that there is one: what is not used can be withdrawn.
        address edge;
        uint256 amount;
    }

    /// @notice A credit line; all zero when it was never opened.
    struct CreditLine {
        /// Deposited less paid out; what was charged is not taken off.
        uint256 balance;
        /// To be withdrawn; no epoch after `requestEpoch` may use it.
        uint256 requested;
        uint256 requestEpoch;
        /// Settlements of this epoch and later ones have a leaf for the line.
        uint256 openedEpoch;
    }

    /// @notice `balance` and `openedEpoch` are the line's, after the deposit.
    event Deposited(
        address indexed payer,
        address indexed edge,
        address indexed from,
        uint256 amount,
        uint256 balance,
        uint256 openedEpoch
    );
    /// @notice `requested` in all can be withdrawn when `epoch` is closed, as far as it is not charged.
    event WithdrawalRequested(address indexed payer, address indexed edge, uint256 requested, uint256 epoch);
    /// @notice The request is done with; `cumulativeCharged` was the line's charge by then, `balance` is what is left, charges not taken off.
    event Withdrawn(address indexed payer, address indexed edge, uint256 amount, uint256 cumulativeCharged, uint256 balance);
    /// @notice From `epoch` on at most `units` are charged for each delegate of `payer`, Edge and epoch; `type(uint64).max` for no limit.
    event SignerLimitSet(address indexed payer, uint64 units, uint256 epoch);
    /// @notice Charges of final settlements went to the reward pool.
    event ChargesCollected(uint256 amount);
    event RewardPoolSet(address indexed rewardPool);

    error ZeroAddress();
    error ZeroAmount();
    error BelowMinimumDeposit(uint256 amount, uint256 minimum);
    error InsufficientBalance(uint256 requested, uint256 balance);
    error NothingRequested(address payer, address edge);
    /// @notice Epoch `epoch` is neither covered by a final settlement nor lapsed.
    error EpochNotClosed(uint256 epoch);
    /// @notice `cumulativeCharged` is not what the newest final settlement has for the line.
    error InvalidCharge(address payer, address edge, uint256 cumulativeCharged);
    /// @notice What is left of all credit is set aside for a settlement.
    error CreditSetAside(uint256 amount, uint256 available);
    error NotRewardPool(address caller);

    /// @notice Adds at least `MinDeposit` of the caller's tokens to the line of `payer` at `edge`.
    function deposit(address payer, address edge, uint256 amount) external;
    /// @notice Adds to several lines at once.
    function depositAll(Deposit[] calldata deposits) external;
    /// @notice The same, allowed by the caller's permit over the sum. A permit that was used already, or is none, does no harm: the allowance decides.
    function depositAllWithPermit(Deposit[] calldata deposits, PermitSignature calldata permit) external;
    /// @notice Takes `amount` more (`type(uint256).max` for all) of the caller's line out of what epochs after this one may use. All that is
    /// requested by then waits for this epoch to be closed.
    function requestWithdraw(address edge, uint256 amount) external;
    /// @notice Pays what the caller requested of his line, as far as it is not charged, and clears the request.
    /// @param cumulativeCharged The line's leaf in the charges tree of the newest final settlement; 0 without a proof for a line that was
    /// opened after the settlement's epoch.
    function withdraw(address edge, uint256 cumulativeCharged, bytes32[] calldata proof) external returns (uint256 amount);
    /// @notice Limits what is charged for each of the caller's `relay` delegates per Edge and epoch, from the next epoch on: `units`, or
    /// nothing for 0, or no limit for `type(uint64).max`. What the caller signs himself has no limit.
    function setSignerLimit(uint64 units) external;

    /// @notice Says who settles charges.
    function setRewardPool(address rewardPool) external;
    /// @notice Pays `amount` of charges out to the reward pool, who alone may call it.
    function collect(uint256 amount) external;

    function lineOf(address payer, address edge) external view returns (CreditLine memory);
    /// @notice Units that are charged at most for a delegate of `payer`, Edge and epoch: `type(uint64).max` when there is no limit. Exact for
    /// the epoch before the last change and later ones.
    function signerLimitAt(address payer, uint256 epoch) external view returns (uint64);
    /// @notice All tokens of credit lines that are here, charged or not.
    function creditHeld() external view returns (uint256);
    /// @notice Who settles charges; zero until set.
    function rewardPool() external view returns (address);
}
