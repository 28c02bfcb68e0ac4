// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManagedUpgradeable} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProtocolConfig} from "../governance/IProtocolConfig.sol";
import {IDidRegistry} from "../identity/IDidRegistry.sol";
import {INodeStaking} from "../staking/INodeStaking.sol";
import {ScoreReveals} from "./ScoreReveals.sol";
import {WorkCommitments} from "./WorkCommitments.sol";
import {WorkFraud} from "./WorkFraud.sol";
import {WorkProofsStorage} from "./WorkProofsStorage.sol";
import {WorkReceipts} from "./WorkReceipts.sol";

/// @title Work commitments, challenges and availability scores
/// @notice An Edge commits to the receipts of its work; who doubts a unit asks for its proof, and who cannot be proven right is slashed.
///
/// @dev invariant BondsAddUp: the token balance is the bonds that are open, and what was donated.
/// @dev invariant HonestStaysFree: a commitment whose leaves are all valid, and are shown in time, is never convicted.
/// @dev invariant FraudIsConvicted: one with an invalid unit that is challenged always can be, whatever its Edge does.
/// @dev invariant OncePerCommitment: an Edge is slashed once for a commitment.
/// @dev invariant ValueIsUndisputed: an epoch's value is the fees of its commitments without an open challenge or a conviction.
contract WorkProofs is WorkCommitments, WorkFraud, ScoreReveals, AccessManagedUpgradeable, UUPSUpgradeable {
    /// @param token_ SEND.
    /// @param config_ Its clock is read once, here: it is fixed at deployment.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(
        IERC20 token_,
        INodeStaking staking_,
        IDidRegistry registry_,
        IProtocolConfig config_
    ) WorkProofsStorage(token_, staking_, config_) WorkReceipts(registry_) {
        _disableInitializers();
    }

    /// @param authority The access manager that says who may upgrade.
    function initialize(address authority) external initializer {
        if (authority == address(0)) revert ZeroAddress();
        __AccessManaged_init(authority);
        syncParameters();
    }

    function _authorizeUpgrade(address) internal override restricted {}
}
