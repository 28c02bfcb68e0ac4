// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManagedUpgradeable} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {MerklePath} from "../common/MerklePath.sol";
import {IProtocolConfig, Parameter} from "../governance/IProtocolConfig.sol";
import {INodeStaking} from "../staking/INodeStaking.sol";
import {IRelayCredit} from "../work/IRelayCredit.sol";
import {IWorkProofs} from "../work/IWorkProofs.sol";
import {IRewardPool} from "./IRewardPool.sol";
import {Settlement, SettlementHash} from "./Settlement.sol";
import {SettlementLedger} from "./SettlementLedger.sol";
import {SettlementQuorum} from "./SettlementQuorum.sol";
import {SettlementTerms} from "./SettlementTerms.sol";

/// @title Emission fund, settlements by guardian quorum, cumulative claims, equivocation proofs
/// @notice What guardians sign is bounded here by what was worked, prepaid and budgeted; that it is right is their word, for which two
/// thirds of their stake stand.
/// @dev invariant Accounted: the token balance, donations without a call aside, is `contributed` + charges collected - earnings deposited.
/// @dev invariant ClaimedIsSettled: what was claimed never exceeds the earnings of final settlements.
contract RewardPool is SettlementLedger, SettlementQuorum, AccessManagedUpgradeable, ReentrancyGuardTransient, UUPSUpgradeable {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;

    uint256 private constant BPS = 10_000;

    /// @notice The token of all amounts, SEND.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IERC20 public immutable token;
    /// @notice Whose lines are charged.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IRelayCredit public immutable credit;
    /// @notice Whose commitments bound the charges.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IWorkProofs public immutable work;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(
        IERC20 token_,
        INodeStaking staking_,
        IRelayCredit credit_,
        IWorkProofs work_,
        IProtocolConfig config_
    ) SettlementLedger(config_) SettlementQuorum(staking_) {
        if (address(token_) == address(0) || address(credit_) == address(0) || address(work_) == address(0)) revert ZeroAddress();
        (token, credit, work) = (token_, credit_, work_);
        _disableInitializers();
    }

    /// @param authority The access manager that says who may cancel and upgrade.
    /// @param founder Must allow this contract to take `endowment`, the fund of the epochs before the first settlement.
    function initialize(address authority, address founder, uint256 endowment) external initializer {
        if (authority == address(0) || founder == address(0)) revert ZeroAddress();
        __AccessManaged_init(authority);
        PoolStorage storage $ = _pool();
        ($.founder, $.endowment) = (founder, endowment.toUint96());
        syncParameters();
        token.forceApprove(address(staking), type(uint256).max);
    }

    /// @inheritdoc IRewardPool
    function endow() external nonReentrant {
        PoolStorage storage $ = _pool();
        (address founder, uint96 endowment) = ($.founder, $.endowment);
        if (founder == address(0)) revert AlreadyEndowed();
        $.founder = address(0);
        $.contributions[$.head.newest] = endowment;
        _contribute(endowment);
        emit Endowed(founder, endowment);
        token.safeTransferFrom(founder, address(this), endowment);
    }

    /// @inheritdoc IRewardPool
    function fund(uint256 amount) external nonReentrant {
        if (amount == 0) revert ZeroAmount();
        _contribute(amount);
        emit Funded(msg.sender, amount);
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @inheritdoc IRewardPool
    function collectSlashed() external nonReentrant returns (uint256 amount) {
        amount = staking.payFundOwed();
        if (amount == 0) revert ZeroAmount();
        _contribute(amount);
        emit Funded(address(staking), amount);
    }

    /// @inheritdoc IRewardPool
    function submitSettlement(Settlement calldata settlement, address[] calldata guardians, bytes[] calldata signatures) external {
        Head memory head = _pool().head;
        uint256 epoch = settlement.epoch;
        uint256 first = _requireTurn(head, settlement);
        bytes32 digest = settlementDigest(settlement);
        SettlementTerms terms = SettlementTerms.wrap(_parametersOfAny(epoch));
        _requireQuorum(digest, _epochStart(epoch + 1) - 1, terms, guardians, signatures);
        _requireCharges(head, settlement, first);
        _requireEarnings(head, settlement, first, terms);
        _record(head, settlement, digest, first);
    }

    /// @inheritdoc IRewardPool
    function cancelSettlement(uint256 epoch) external restricted {
        PoolStorage storage $ = _pool();
        Head memory head = $.head;
        uint256 index = head.newest;
        if (!_isPending(head) || _covered(head, index) - 1 != epoch) revert NothingPending(epoch);
        if (head.cancellations == MAX_CANCELLATIONS) revert TooManyCancellations(MAX_CANCELLATIONS);
        head.newest = uint8(1 - index);
        head.finalAt = 0;
        head.cancellations += 1;
        head.setAside -= uint96($.records[index].charged - $.records[1 - index].charged);
        $.head = head;
        emit SettlementCancelled(epoch, $.records[index].digest);
    }

    /// @inheritdoc IRewardPool
    function execute() external nonReentrant {
        Head memory head = _pool().head;
        uint256 index = _lastFinal(head);
        if (_covered(head, index) == 0 || _isExecuted(head, index)) revert NothingToExecute();
        _execute(head, index);
    }

    /// @inheritdoc IRewardPool
    function claim(address node, uint256 cumulative, bytes32[] calldata proof) external nonReentrant returns (uint256 amount) {
        PoolStorage storage $ = _pool();
        Head memory head = $.head;
        uint256 index = _lastFinal(head);
        if (_covered(head, index) == 0) revert NoFinalSettlement();
        if (!MerklePath.leadsTo(proof, $.records[index].earningsRoot, SettlementHash.earningsLeaf(node, cumulative))) {
            revert InvalidEarnings(node, cumulative);
        }
        uint256 claimed = $.claimed[node];
        if (cumulative <= claimed) revert NothingToClaim(node, cumulative, claimed);
        amount = cumulative - claimed;
        $.claimed[node] = cumulative;
        emit EarningsClaimed(node, cumulative, amount);
        if (!_isExecuted(head, index)) _execute(head, index);
        staking.distribute(node, amount);
    }

    /// @inheritdoc IRewardPool
    function proveEquivocation(
        address guardian,
        Settlement calldata a,
        bytes calldata signatureA,
        Settlement calldata b,
        bytes calldata signatureB
    ) external nonReentrant {
        uint256 epoch = a.epoch;
        if (epoch != b.epoch || SettlementHash.structHash(a) == SettlementHash.structHash(b)) revert NoEquivocation();
        mapping(uint256 => bool) storage proven = _pool().equivocated[guardian];
        if (proven[epoch]) revert AlreadyProven(guardian, epoch);
        _requireSignedBy(guardian, a, signatureA);
        _requireSignedBy(guardian, b, signatureB);
        proven[epoch] = true;
        uint256 bps = config.valueAt(Parameter.EquivocationSlash, Math.min(epoch, _currentEpoch()));
        emit EquivocationProven(guardian, epoch, msg.sender, staking.slash(guardian, bps, msg.sender));
    }

    /// @inheritdoc IRewardPool
    function claimedBy(address node) external view returns (uint256) {
        return _pool().claimed[node];
    }

    /// @inheritdoc IRewardPool
    function contributed() external view returns (uint256) {
        return _pool().contributed;
    }

    function _authorizeUpgrade(address) internal override restricted {}

    function _contribute(uint256 amount) private {
        _pool().contributed += amount.toUint128();
    }

    /// @return first The first epoch that the settlement covers.
    function _requireTurn(Head memory head, Settlement calldata settlement) private view returns (uint256 first) {
        PoolStorage storage $ = _pool();
        uint256 epoch = settlement.epoch;
        if (epoch >= type(uint32).max) revert OutsideWindow(epoch, 0, 0);
        (uint256 from, uint256 until) = _window(epoch);
        if (block.timestamp < from || block.timestamp >= until) revert OutsideWindow(epoch, from, until);
        if (_isPending(head)) revert SettlementPending(_covered(head, head.newest) - 1, head.finalAt);
        if (epoch < head.nextEpoch) revert EpochSpent(epoch, head.nextEpoch);
        if (head.nextEpoch == 0 && $.founder != address(0)) revert NotEndowed();
        bytes32 previous = $.records[head.newest].digest;
        if (settlement.previous != previous) revert WrongPrevious(settlement.previous, previous);
        return _firstCovered(head, epoch);
    }

    /// @dev Charges are for committed work that no challenge holds up, and for credit that is here and not spoken for.
    function _requireCharges(Head memory head, Settlement calldata settlement, uint256 first) private view {
        uint256 value = work.workValue(first, settlement.epoch);
        if (settlement.totalCharged > value) revert ChargesExceedWork(settlement.totalCharged, value);
        uint256 available = credit.creditHeld() - head.setAside;
        if (settlement.totalCharged > available) revert ChargesExceedCredit(settlement.totalCharged, available);
    }

    /// @dev Earnings come from charges less the cut, and from the emission of the epochs covered, each with its own rates.
    function _requireEarnings(Head memory head, Settlement calldata settlement, uint256 first, SettlementTerms terms) private view {
        uint256 base = _fund(head.newest);
        uint256 budget = terms.budget(base);
        uint256 cut = terms.cut();
        for (uint256 epoch = first; epoch < settlement.epoch; ++epoch) {
            terms = SettlementTerms.wrap(_parametersOfAny(epoch));
            budget += terms.budget(base);
            cut = Math.min(cut, terms.cut());
        }
        uint256 limit = (settlement.totalCharged * (BPS - cut)) / BPS + budget;
        if (settlement.totalEarned > limit) revert EarningsExceedBudget(settlement.totalEarned, limit);
    }

    function _record(Head memory head, Settlement calldata settlement, bytes32 digest, uint256 first) private {
        PoolStorage storage $ = _pool();
        uint256 index = 1 - head.newest;
        Record storage base = $.records[head.newest];
        uint256 charged = base.charged + settlement.totalCharged;
        uint256 earned = base.earned + settlement.totalEarned;
        uint256 finalAt = block.timestamp + _settlementDelay;
        uint128 contributed_ = $.contributed;

        $.records[index] = Record({
            digest: digest,
            earningsRoot: settlement.earningsRoot,
            chargesRoot: settlement.chargesRoot,
            charged: SafeCast.toUint104(charged),
            earned: SafeCast.toUint104(earned),
            finalAt: uint40(finalAt)
        });
        if ($.contributions[index] != contributed_) $.contributions[index] = contributed_;

        head.cancellations = uint8(_cancellations(head));
        head.newest = uint8(index);
        head.finalAt = uint40(finalAt);
        head.nextEpoch = uint32(settlement.epoch + 1);
        if (index == 0) head.covered0 = head.nextEpoch;
        else head.covered1 = head.nextEpoch;
        head.setAside += settlement.totalCharged.toUint96();
        head.executed &= uint8(~(1 << index));
        $.head = head;
        emit SettlementSubmitted(settlement.epoch, digest, first, settlement, contributed_ + charged - earned, finalAt);
    }

    function _isExecuted(Head memory head, uint256 index) private pure returns (bool) {
        return (head.executed >> index) & 1 == 1;
    }

    /// @dev What is set aside for a pending settlement stays so.
    function _execute(Head memory head, uint256 index) private {
        PoolStorage storage $ = _pool();
        uint256 earned = $.records[index].earned - $.deposited;
        uint256 stays = _isPending(head) ? $.records[1 - index].charged - $.records[index].charged : 0;
        uint256 charged = head.setAside - stays;
        head.setAside = uint96(stays);
        head.executed |= uint8(1 << index);
        $.head = head;
        $.deposited += uint128(earned);
        emit SettlementExecuted(_covered(head, index) - 1, charged, earned);
        if (charged != 0) credit.collect(charged);
        if (earned != 0) staking.depositRewards(earned);
    }
}
