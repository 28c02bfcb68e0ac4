// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {StrictSignature} from "../common/StrictSignature.sol";
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
        uint256 signed = _requireSignatures(digest, guardians, signatures, operators, votes);
        if (3 * signed < 2 * total) revert QuorumNotReached(signed, total);
    }

    /// @dev Reverts unless a key that is or was the guardian's operator signed the settlement.
    function _requireSignedBy(address guardian, Settlement calldata settlement, bytes calldata signature) internal view {
        address signer = StrictSignature.recover(settlementDigest(settlement), signature);
        (address node, Role role) = staking.controlledNode(guardian);
        if (signer == address(0) || node != guardian || role != Role.Guardian || staking.nodeOf(signer) != guardian) {
            revert NotSignedBy(guardian, signer);
        }
    }

    /// @return signed Votes of all `guardians` together.
    function _requireSignatures(
        bytes32 digest,
        address[] calldata guardians,
        bytes[] calldata signatures,
        address[] memory operators,
        uint256[] memory votes
    ) private view returns (uint256 signed) {
        address last = address(0);
        for (uint256 i = 0; i < guardians.length;) {
            address guardian = guardians[i];
            uint256 weight = votes[i];
            if (guardian <= last) revert GuardiansNotAscending(last, guardian);
            if (weight == 0) revert GuardianWithoutWeight(guardian);
            if (StrictSignature.recover(digest, signatures[i]) != operators[i]) revert InvalidSignature(guardian);
            last = guardian;
            // All guardians together have less than the supply.
            unchecked {
                signed += weight;
                ++i;
            }
        }
    }
}
