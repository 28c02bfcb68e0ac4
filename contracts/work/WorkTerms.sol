// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice The parameters of the group Work, laid out as `ParameterLayout` says: feePerUnit 64, unitsPerStakedToken 32, challengeBond and
/// minDeposit in millionths of a SEND 44 each, workSlash 14 bits.
type WorkTerms is uint256;

using WorkTermsWord for WorkTerms global;

/// @title The parameters that work proofs and relay credit read, in one word
library WorkTermsWord {
    uint256 private constant MICRO_MASK = 2 ** 44 - 1;
    uint256 private constant MICRO = 1e12;

    /// @dev Price of a unit, in the smallest unit of SEND.
    function feePerUnit(WorkTerms self) internal pure returns (uint256) {
        return uint64(WorkTerms.unwrap(self));
    }

    function unitsPerStakedToken(WorkTerms self) internal pure returns (uint256) {
        return uint32(WorkTerms.unwrap(self) >> 64);
    }

    /// @dev In the smallest unit of SEND.
    function challengeBond(WorkTerms self) internal pure returns (uint256) {
        return ((WorkTerms.unwrap(self) >> 96) & MICRO_MASK) * MICRO;
    }

    /// @dev In the smallest unit of SEND.
    function minDeposit(WorkTerms self) internal pure returns (uint256) {
        return ((WorkTerms.unwrap(self) >> 140) & MICRO_MASK) * MICRO;
    }

    /// @dev In basis points.
    function workSlash(WorkTerms self) internal pure returns (uint256) {
        return (WorkTerms.unwrap(self) >> 184) & (2 ** 14 - 1);
    }
}
