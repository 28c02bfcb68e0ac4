// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {TypedDataDomain} from "../common/TypedDataDomain.sol";
import {INodeStaking, Role} from "../staking/INodeStaking.sol";
import {IRewardPool} from "./IRewardPool.sol";
import {Settlement, SettlementHash} from "./Settlement.sol";
import {SettlementTerms} from "./SettlementTerms.sol";

/// @title Whether enough guardians have signed, and whether one has signed twice
abstract contract SettlementQuorum is IRewardPool, TypedDataDomain {
    /// @dev Half the order of secp256k1: a signature with a larger `s` is the twin of another.
    uint256 private constant HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

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
        address signer = _signer(settlementDigest(settlement), signature);
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
            if (_signer(digest, signatures[i]) != operators[i]) revert InvalidSignature(guardian);
            last = guardian;
            // All guardians together have less than the supply.
            unchecked {
                signed += weight;
                ++i;
            }
        }
    }

    /// @dev 0 unless the signature is 65 bytes r, s, v, with `v` 27 or 28 and `s` in the lower half of the order.
    function _signer(bytes32 digest, bytes calldata signature) private view returns (address signer) {
        if (signature.length != 65) return address(0);
        // The precompile leaves the answer 0 when there is no such signer.
        assembly ("memory-safe") {
            let input := mload(0x40)
            mstore(input, digest)
            mstore(add(input, 32), byte(0, calldataload(add(signature.offset, 64))))
            calldatacopy(add(input, 64), signature.offset, 64)
            if iszero(gt(mload(add(input, 96)), HALF_ORDER)) {
                mstore(0, 0)
                pop(staticcall(gas(), 1, input, 128, 0, 32))
                signer := mload(0)
            }
        }
    }
}
