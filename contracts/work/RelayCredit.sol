// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {MerklePath} from "../common/MerklePath.sol";
import {Permit, PermitSignature} from "../common/Permit.sol";
import {EntryPause} from "../governance/EntryPause.sol";
import {IProtocolConfig, ParameterGroup} from "../governance/IProtocolConfig.sol";
import {ParameterCopy} from "../governance/ParameterCopy.sol";
import {IRewardPool} from "../rewards/IRewardPool.sol";
import {SettlementHash} from "../rewards/Settlement.sol";
import {IRelayCredit} from "./IRelayCredit.sol";
import {WorkTerms} from "./WorkTerms.sol";

/// @title Prepaid credit of payers at their Edges
/// @notice What comes in can be paused, what goes out cannot.
/// @dev invariant Covered: the token balance is at least `creditHeld`, which is the sum of all lines' balances less the charges collected.
/// @dev invariant NeverOverdrawn: per line, what was paid out and what is charged never exceed what was deposited.
contract RelayCredit is IRelayCredit, ParameterCopy, EntryPause, ReentrancyGuardTransient, UUPSUpgradeable {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;

    struct Line {
        uint96 balance;
        uint96 requested;
        uint32 requestEpoch;
        /// 1 + the epoch in which the line was opened; 0 when it was not.
        uint32 opened;
    }

    struct SignerLimit {
        uint64 before;
        uint64 units;
        /// From which `units` counts; 0 when there never was a limit.
        uint32 fromEpoch;
    }

    /// @custom:storage-location erc7201:sending.storage.RelayCredit
    struct CreditStorage {
        mapping(address payer => mapping(address edge => Line)) lines;
        mapping(address payer => SignerLimit) signerLimits;
        address rewardPool;
        uint96 held;
    }

    uint64 private constant NO_LIMIT = type(uint64).max;

    // keccak256(abi.encode(uint256(keccak256("sending.storage.RelayCredit")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant CREDIT_STORAGE = 0x1bc78d839c5023d5e954aff78d37dd547f499a5f6e5b6fe593fe74868b713200;

    /// @notice The token of credit, SEND.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IERC20 public immutable token;

    /// @param token_ SEND.
    /// @param config_ Its clock is read once, here: it is fixed at deployment.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IERC20 token_, IProtocolConfig config_) ParameterCopy(config_, ParameterGroup.Work) {
        if (address(token_) == address(0)) revert ZeroAddress();
        token = token_;
        _disableInitializers();
    }

    /// @param authority The access manager that says who may name the reward pool, pause and upgrade.
    function initialize(address authority) external initializer {
        if (authority == address(0)) revert ZeroAddress();
        __AccessManaged_init(authority);
        syncParameters();
    }

    /// @inheritdoc IRelayCredit
    function deposit(address payer, address edge, uint256 amount) external whenEntriesOpen nonReentrant {
        _add(payer, edge, amount);
        _receive(amount);
    }

    /// @inheritdoc IRelayCredit
    function depositAll(Deposit[] calldata deposits) external whenEntriesOpen nonReentrant {
        _receive(_addAll(deposits));
    }

    /// @inheritdoc IRelayCredit
    function depositAllWithPermit(Deposit[] calldata deposits, PermitSignature calldata permit) external whenEntriesOpen nonReentrant {
        uint256 sum = _addAll(deposits);
        Permit.tryUse(token, sum, permit);
        _receive(sum);
    }

    /// @inheritdoc IRelayCredit
    function requestWithdraw(address edge, uint256 amount) external {
        if (amount == 0) revert ZeroAmount();
        Line storage line = _credit().lines[msg.sender][edge];
        uint256 free = line.balance - line.requested;
        if (amount == type(uint256).max && free != 0) amount = free;
        if (amount > free) revert InsufficientBalance(amount, free);
        uint256 requested = line.requested + amount;
        uint256 epoch = _currentEpoch();
        line.requested = uint96(requested);
        line.requestEpoch = uint32(epoch);
        emit WithdrawalRequested(msg.sender, edge, requested, epoch);
    }

    /// @inheritdoc IRelayCredit
    /// @dev With the request's epoch closed, no settlement can charge any epoch up to it any more, and none later may charge what is requested.
    function withdraw(address edge, uint256 cumulativeCharged, bytes32[] calldata proof) external nonReentrant returns (uint256 amount) {
        CreditStorage storage $ = _credit();
        Line memory line = $.lines[msg.sender][edge];
        if (line.requested == 0) revert NothingRequested(msg.sender, edge);
        uint256 setAside = _requireCharge(line, edge, cumulativeCharged, proof);

        amount = Math.min(line.requested, Math.saturatingSub(line.balance, cumulativeCharged));
        uint256 held = $.held;
        if (amount + setAside > held) revert CreditSetAside(amount, Math.saturatingSub(held, setAside));
        $.held = uint96(held - amount);
        line.balance -= uint96(amount);
        (line.requested, line.requestEpoch) = (0, 0);
        $.lines[msg.sender][edge] = line;
        emit Withdrawn(msg.sender, edge, amount, cumulativeCharged, line.balance);
        if (amount != 0) token.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IRelayCredit
    function setSignerLimit(uint64 units) external {
        uint256 epoch = _currentEpoch();
        SignerLimit storage limit = _credit().signerLimits[msg.sender];
        limit.before = signerLimitAt(msg.sender, epoch);
        limit.units = units;
        limit.fromEpoch = uint32(epoch + 1);
        emit SignerLimitSet(msg.sender, units, epoch + 1);
    }

    /// @inheritdoc IRelayCredit
    function setRewardPool(address rewardPool_) external restricted {
        if (rewardPool_ == address(0)) revert ZeroAddress();
        _credit().rewardPool = rewardPool_;
        emit RewardPoolSet(rewardPool_);
    }

    /// @inheritdoc IRelayCredit
    function collect(uint256 amount) external nonReentrant {
        CreditStorage storage $ = _credit();
        if (msg.sender != $.rewardPool) revert NotRewardPool(msg.sender);
        $.held -= amount.toUint96();
        emit ChargesCollected(amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IRelayCredit
    function lineOf(address payer, address edge) external view returns (CreditLine memory) {
        Line memory line = _credit().lines[payer][edge];
        return
            CreditLine({
                balance: line.balance,
                requested: line.requested,
                requestEpoch: line.requestEpoch,
                openedEpoch: line.opened == 0 ? 0 : line.opened - 1
            });
    }

    /// @inheritdoc IRelayCredit
    function creditHeld() external view returns (uint256) {
        return _credit().held;
    }

    /// @inheritdoc IRelayCredit
    function rewardPool() external view returns (address) {
        return _credit().rewardPool;
    }

    /// @inheritdoc IRelayCredit
    function signerLimitAt(address payer, uint256 epoch) public view returns (uint64) {
        SignerLimit memory limit = _credit().signerLimits[payer];
        if (limit.fromEpoch == 0) return NO_LIMIT;
        return epoch < limit.fromEpoch ? limit.before : limit.units;
    }

    function _authorizeUpgrade(address) internal override restricted {}

    function _addAll(Deposit[] calldata deposits) private returns (uint256 sum) {
        if (deposits.length == 0) revert ZeroAmount();
        for (uint256 i = 0; i < deposits.length; ++i) {
            _add(deposits[i].payer, deposits[i].edge, deposits[i].amount);
            sum += deposits[i].amount;
        }
    }

    function _add(address payer, address edge, uint256 amount) private {
        if (payer == address(0) || edge == address(0)) revert ZeroAddress();
        uint256 epoch = _currentEpoch();
        uint256 minimum = WorkTerms.wrap(_parametersOf(epoch)).minDeposit();
        if (amount < minimum) revert BelowMinimumDeposit(amount, minimum);
        Line memory line = _credit().lines[payer][edge];
        uint96 balance = (line.balance + amount).toUint96();
        line.balance = balance;
        if (line.opened == 0) line.opened = uint32(epoch + 1);
        _credit().lines[payer][edge] = line;
        emit Deposited(payer, edge, msg.sender, amount, balance, line.opened - 1);
    }

    function _receive(uint256 amount) private {
        _credit().held += amount.toUint96();
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @dev That `cumulativeCharged` is the line's newest final charge, and no earlier epoch than the request's is open.
    /// @return setAside Charges for which tokens must stay here.
    function _requireCharge(
        Line memory line,
        address edge,
        uint256 cumulativeCharged,
        bytes32[] calldata proof
    ) private view returns (uint256 setAside) {
        bool closed;
        uint256 coveredEpochs;
        bytes32 root;
        (closed, coveredEpochs, root, setAside) = IRewardPool(_credit().rewardPool).creditTerms(line.requestEpoch);
        if (!closed) revert EpochNotClosed(line.requestEpoch);
        bool charged =
            line.opened <= coveredEpochs
                ? MerklePath.leadsTo(proof, root, SettlementHash.chargesLeaf(msg.sender, edge, cumulativeCharged))
                : cumulativeCharged == 0;
        if (!charged) revert InvalidCharge(msg.sender, edge, cumulativeCharged);
    }

    function _credit() private pure returns (CreditStorage storage $) {
        assembly {
            $.slot := CREDIT_STORAGE
        }
    }
}
