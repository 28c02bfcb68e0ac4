// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IProtocolConfig, ParameterGroup} from "../governance/IProtocolConfig.sol";
import {ParameterCopy} from "../governance/ParameterCopy.sol";
import {INodeStaking} from "../staking/INodeStaking.sol";
import {IWorkProofs} from "./IWorkProofs.sol";
import {Commitment, Dispute} from "./WorkSlots.sol";
import {WorkTerms} from "./WorkTerms.sol";

/// @title What WorkProofs remembers, and when what may happen
abstract contract WorkProofsStorage is IWorkProofs, ParameterCopy {
    /// @notice What became of an Edge's commitment.
    struct Trial {
        Dispute dispute;
        /// Of every unit but the one that was challenged first.
        mapping(uint64 unit => Challenge) challenges;
    }

    struct Challenge {
        address challenger;
        ChallengeState state;
    }

    /// @custom:storage-location erc7201:sending.storage.WorkProofs
    struct WorkStorage {
        /// The newest one of each Edge: all that can happen to one ends before the next can be made, but what trials remember.
        mapping(address edge => Commitment) commitments;
        mapping(uint256 epoch => mapping(address edge => Trial)) trials;
        /// Fees of an epoch's commitments, and `HAS_WORK`.
        mapping(uint256 epoch => uint256) values;
        /// Newest score commitment of each guardian; `REVEALED` when it is.
        mapping(address guardian => bytes32) scoreHashes;
    }

    /// @notice SEND, in which bonds are paid.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IERC20 public immutable token;
    /// @notice Who knows the nodes, and slashes them.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    INodeStaking public immutable staking;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 internal immutable _w1;
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 internal immutable _w2;
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 internal immutable _w3;
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 internal immutable _w4;

    /// @dev Keeps the slot filled while every commitment of the epoch is challenged: to fill it again would cost the answer 17,100 gas.
    uint256 internal constant HAS_WORK = 1 << 255;

    // keccak256(abi.encode(uint256(keccak256("sending.storage.WorkProofs")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant WORK_STORAGE = 0x70401d9c4aba911d1c4380974b24b709edfd918a850823ef73abc3ab85dada00;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IERC20 token_, INodeStaking staking_, IProtocolConfig config_) ParameterCopy(config_, ParameterGroup.Work) {
        if (address(token_) == address(0) || address(staking_) == address(0)) revert ZeroAddress();
        IProtocolConfig.Clock memory clock = config_.clockParameters();
        token = token_;
        staking = staking_;
        _w1 = clock.w1;
        _w2 = clock.w2;
        _w3 = clock.w3;
        _w4 = clock.w4;
    }

    function _work() internal pure returns (WorkStorage storage $) {
        assembly {
            $.slot := WORK_STORAGE
        }
    }

    /// @dev The call is possible from `from` seconds after the end of `epoch` until `until` seconds after it; for ever when that is 0.
    function _requireWindow(uint256 epoch, uint256 from, uint256 until) internal view {
        uint256 end = _endOf(epoch);
        from += end;
        until = until == 0 ? type(uint256).max : end + until;
        if (block.timestamp < from || block.timestamp >= until) revert OutsideWindow(epoch, from, until);
    }

    /// @dev Epochs that nobody will live to see, and that a commitment has no room for, end at the end of time.
    function _endOf(uint256 epoch) internal view returns (uint256) {
        return _epochStart(Math.min(epoch, type(uint32).max) + 1);
    }

    /// @dev The copy knows the present epoch and the one before, which are all that windows are about; what comes later asks.
    function _termsOf(uint256 epoch) internal view returns (WorkTerms) {
        return WorkTerms.wrap(epoch + 1 >= _currentEpoch() ? _parametersOf(epoch) : config.packedAt(ParameterGroup.Work, epoch));
    }

    function _commitment(uint256 epoch, address edge) internal view returns (Commitment commitment) {
        commitment = _work().commitments[edge];
        if (!commitment.isOf(epoch)) revert NoCommitment(epoch, edge);
    }

    /// @dev Of a commitment that is not convicted.
    function _openTrial(uint256 epoch, address edge) internal view returns (Trial storage trial, Dispute dispute) {
        trial = _work().trials[epoch][edge];
        dispute = trial.dispute;
        if (dispute.convicted()) revert AlreadyConvicted(epoch, edge);
    }
}
