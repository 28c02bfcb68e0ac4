// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice An epoch's parameters of the group Settlement in one word, laid out as `ParameterLayout` says.
type SettlementTerms is uint256;

using SettlementTermsWord for SettlementTerms global;

/// @title What an epoch may be paid, and who must have signed it
library SettlementTermsWord {
    uint256 private constant BPS = 10_000;
    uint256 private constant MILLION = 1e6;

    /// @dev Part of every fee that the protocol keeps, in basis points.
    function cut(SettlementTerms self) internal pure returns (uint256) {
        return _bits(self, 0, 14);
    }

    /// @dev Most that nodes can earn of an epoch's emission: its three parts, each rounded down.
    /// @param fund What the emission is a part of.
    function budget(SettlementTerms self, uint256 fund) internal pure returns (uint256) {
        // A fund is at most the supply, below 2^90.
        unchecked {
            uint256 emission = (fund * _bits(self, 28, 20)) / MILLION;
            return (emission * _bits(self, 48, 14)) / BPS + (emission * _bits(self, 62, 14)) / BPS + (emission * _bits(self, 76, 14)) / BPS;
        }
    }

    function minSigners(SettlementTerms self) internal pure returns (uint256) {
        return _bits(self, 124, 16);
    }

    /// @dev In the smallest unit of SEND.
    function minTotalGuardianStake(SettlementTerms self) internal pure returns (uint256) {
        return _bits(self, 140, 52) * 1e12;
    }

    function _bits(SettlementTerms self, uint256 offset, uint256 width) private pure returns (uint256) {
        unchecked {
            return (SettlementTerms.unwrap(self) >> offset) & ((1 << width) - 1);
        }
    }
}
