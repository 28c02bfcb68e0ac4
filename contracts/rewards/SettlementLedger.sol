// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IProtocolConfig, ParameterGroup} from "../governance/IProtocolConfig.sol";
import {ParameterCopy} from "../governance/ParameterCopy.sol";
import {IRewardPool} from "./IRewardPool.sol";
import {RewardPoolStorage} from "./RewardPoolStorage.sol";

/// @title Which settlement is final, which is pending, and which epochs are closed
/// @notice All by the clock: nobody has to do anything for a settlement to become final or for an epoch to lapse.
abstract contract SettlementLedger is IRewardPool, RewardPoolStorage, ParameterCopy {
    /// @notice How often the council can cancel before another settlement is final.
    uint256 public constant MAX_CANCELLATIONS = 2;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 private immutable _windowOffset;
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 internal immutable _settlementDelay;
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 private immutable _maxLag;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IProtocolConfig config_) ParameterCopy(config_, ParameterGroup.Settlement) {
        IProtocolConfig.Clock memory clock = config_.clockParameters();
        _windowOffset = clock.w4;
        _settlementDelay = clock.settlementDelay;
        _maxLag = clock.maxLag;
    }

    /// @inheritdoc IRewardPool
    function lastFinal() external view returns (SettlementInfo memory) {
        Head memory head = _pool().head;
        return _info(head, _lastFinal(head));
    }

    /// @inheritdoc IRewardPool
    function pending() external view returns (SettlementInfo memory info) {
        Head memory head = _pool().head;
        if (_isPending(head)) info = _info(head, head.newest);
    }

    /// @inheritdoc IRewardPool
    function nextEpoch() external view returns (uint256) {
        return _pool().head.nextEpoch;
    }

    /// @inheritdoc IRewardPool
    function isClosed(uint256 epoch) external view returns (bool) {
        return _isClosed(_pool().head, epoch);
    }

    /// @inheritdoc IRewardPool
    function creditTerms(uint256 epoch) external view returns (bool closed, uint256 coveredEpochs, bytes32 chargesRoot, uint256 setAside) {
        Head memory head = _pool().head;
        uint256 index = _lastFinal(head);
        return (_isClosed(head, epoch), _covered(head, index), _pool().records[index].chargesRoot, head.setAside);
    }

    /// @inheritdoc IRewardPool
    function cancellationsLeft() external view returns (uint256) {
        return MAX_CANCELLATIONS - _cancellations(_pool().head);
    }

    function _isPending(Head memory head) internal view returns (bool) {
        return block.timestamp < head.finalAt;
    }

    /// @dev The record of the last final settlement; an empty one when there is none.
    function _lastFinal(Head memory head) internal view returns (uint256) {
        return _isPending(head) ? 1 - head.newest : head.newest;
    }

    /// @dev 1 + the epoch of a record; 0 when there is none.
    function _covered(Head memory head, uint256 index) internal pure returns (uint256) {
        return index == 0 ? head.covered0 : head.covered1;
    }

    /// @dev They count from the last final settlement on: one that became final has left them behind.
    function _cancellations(Head memory head) internal view returns (uint256) {
        return head.finalAt != 0 && !_isPending(head) ? 0 : head.cancellations;
    }

    /// @dev First epoch that a settlement of `epoch` covers, with none pending.
    function _firstCovered(Head memory head, uint256 epoch) internal view returns (uint256) {
        uint256 covered = _covered(head, head.newest);
        return covered + _maxLag < epoch ? epoch - _maxLag : covered;
    }

    /// @dev When a settlement of `epoch` can be submitted: `[from, until)`.
    function _window(uint256 epoch) internal view returns (uint256 from, uint256 until) {
        from = _epochStart(epoch + 1) + _windowOffset;
        until = from + _epochDuration;
    }

    function _isClosed(Head memory head, uint256 epoch) internal view returns (bool) {
        if (epoch < _covered(head, _lastFinal(head))) return true;
        if (epoch > type(uint32).max) return false;
        (, uint256 until) = _window(epoch + _maxLag);
        if (block.timestamp < until) return false;
        bool pendingCovers = _isPending(head) && epoch < _covered(head, head.newest);
        return !pendingCovers || epoch + _maxLag + 1 < _covered(head, head.newest);
    }

    /// @dev What budgets of the epochs after a record are parts of; after none, the endowment.
    function _fund(uint256 index) internal view returns (uint256) {
        Record storage record = _pool().records[index];
        return _pool().contributions[index] + record.charged - record.earned;
    }

    function _info(Head memory head, uint256 index) private view returns (SettlementInfo memory) {
        Record memory record = _pool().records[index];
        uint256 covered = _covered(head, index);
        return
            SettlementInfo({
                epoch: covered == 0 ? 0 : covered - 1,
                digest: record.digest,
                earningsRoot: record.earningsRoot,
                chargesRoot: record.chargesRoot,
                cumulativeEarned: record.earned,
                cumulativeCharged: record.charged,
                fund: _fund(index),
                finalAt: record.finalAt
            });
    }
}
