// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {TypedDataDomain} from "../common/TypedDataDomain.sol";
import {INodeStaking, Role} from "../staking/INodeStaking.sol";
import {IRewardPool} from "./IRewardPool.sol";
import {Settlement, SettlementHash} from "./Settlement.sol";
import {SettlementTerms} from "./SettlementTerms.sol";

/// @title Whether enough guardians have signed, and whether one has signed twice
abstract contract SettlementQuorum is IRewardPool, TypedDataDomain {
    /// @notice Register of the guardians, their operators and their weight.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    INodeStaking public immutable staking;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(INodeStaking staking_) {
        if (address(staking_) == address(0)) revert ZeroAddress();
        staking = staking_;
    }

    /// @inheritdoc IRewardPool
    function settlementDigest(Settlement calldata settlement) public view returns (bytes32) {
        return _hashTypedData(SettlementHash.structHash(settlement));
    }

    function _domainName() internal pure override returns (string memory) {
        return "SendingRewards";
    }

    /// @dev Reverts unless `guardians`, each by its operator in force now, are enough by number and by their stake at `time`.
    function _requireQuorum(
        bytes32 digest,
        uint256 time,
        SettlementTerms terms,
        address[] calldata guardians,
        bytes[] calldata signatures
    ) internal view {
        if (guardians.length != signatures.length) revert LengthMismatch(guardians.length, signatures.length);
        if (guardians.length < terms.minSigners()) revert TooFewSigners(guardians.length, terms.minSigners());
        (address[] memory operators, uint256[] memory votes, uint256 total) = staking.guardiansAt(guardians, time);
        if (total < terms.minTotalGuardianStake()) revert TooLittleGuardianStake(total, terms.minTotalGuardianStake());
        uint256 signed = 0;
        address last = address(0);
        for (uint256 i = 0; i < guardians.length; ++i) {
            address guardian = guardians[i];
            if (guardian <= last) revert GuardiansNotAscending(last, guardian);
            if (votes[i] == 0) revert GuardianWithoutWeight(guardian);
            (address signer, , ) = ECDSA.tryRecoverCalldata(digest, signatures[i]);
            if (signer != operators[i]) revert InvalidSignature(guardian);
            signed += votes[i];
            last = guardian;
        }
        if (3 * signed < 2 * total) revert QuorumNotReached(signed, total);
    }

    /// @dev Reverts unless a key that is or was the guardian's operator signed the settlement.
    function _requireSignedBy(address guardian, Settlement calldata settlement, bytes calldata signature) internal view {
        (address signer, , ) = ECDSA.tryRecoverCalldata(settlementDigest(settlement), signature);
        (address node, Role role) = staking.controlledNode(guardian);
        if (signer == address(0) || node != guardian || role != Role.Guardian || staking.nodeOf(signer) != guardian) {
            revert NotSignedBy(guardian, signer);
        }
    }
}
