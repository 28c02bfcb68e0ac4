// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Conversion between tokens and the shares of a node's pool
/// @notice A share is worth `price / ONE` tokens. The price starts at `ONE` and only ever falls, so a share is worth at most a token.
/// @dev Shares are below 2^104 and prices below 2^48, so no product here overflows.
/// Each conversion rounds so that the pool keeps the fraction: the sum of all holders' values never exceeds the value of all shares.
library SharePrice {
    uint256 internal constant ONE = 1e14;
    /// @dev Below this price a node takes no entries any more, which bounds shares by 100 times the token's supply.
    uint256 internal constant LOWEST = ONE / 100;

    function toTokens(uint256 shares, uint256 price) internal pure returns (uint256) {
        unchecked {
            return (shares * price) / ONE;
        }
    }

    /// @dev Shares that a deposit buys.
    function toShares(uint256 tokens, uint256 price) internal pure returns (uint256) {
        return (tokens * ONE) / price;
    }

    /// @dev Fewest shares that are worth at least `tokens`; their value is then exactly `tokens`.
    function toSharesUp(uint256 tokens, uint256 price) internal pure returns (uint256) {
        unchecked {
            return (tokens * ONE + price - 1) / price;
        }
    }

    function slashed(uint256 price, uint256 bps) internal pure returns (uint256) {
        return (price * (10_000 - bps)) / 10_000;
    }
}
