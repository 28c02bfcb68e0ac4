// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Role} from "./INodeStaking.sol";

/// @dev Words of storage that hold several numbers each. Every change of a stake touches four of them, so each is read once, worked on as
/// a value and written once; as structs they would cost some 5,000 gas more a transaction.
/// Widths: the supply is 10^27 < 2^90; shares stay below 10^29 < 2^104, since they are bought at `SharePrice.LOWEST` or above.

/// @notice Who a node is: previousWeight 96, weightChangedIn 32, totalShares 104, role 8, tombstoned 8, suspended 8 bits.
type Standing is uint256;

/// @notice A node's bonded stake: bondedShares 104, ownShares 104, price 48 bits.
type Pool is uint256;

/// @notice An account at a node: shares 104, rewardDebt 128 (signed), nextRequestId 24 bits.
type Position is uint256;

/// @notice Copy of the parameters of the group Staking, laid out as `ParameterLayout` says: unbondingPeriod 32, maxDelegationRatio 8,
/// rewardRelease 32, minimum stakes of Edges, Guardians and WatchDogs in millionths of a SEND 44 each; above them fromEpoch 48 bits.
type Limits is uint256;

using StandingSlot for Standing global;
using PoolSlot for Pool global;
using PositionSlot for Position global;
using LimitsSlot for Limits global;

/// @title Who a node is, in one word
library StandingSlot {
    uint256 private constant TOMBSTONED = 1 << 240;
    uint256 private constant SUSPENDED = 1 << 248;
    uint256 private constant WEIGHT_BITS = 128;

    function first(Role role_, uint256 epoch) internal pure returns (Standing) {
        return Standing.wrap((uint256(role_) << 232) | (uint256(uint32(epoch)) << 96));
    }

    /// @dev Weight at the end of the epoch before `weightChangedIn`; not kept for guardians, whose weight is in `Node.votes`.
    function previousWeight(Standing self) internal pure returns (uint256) {
        return uint96(Standing.unwrap(self));
    }

    function weightChangedIn(Standing self) internal pure returns (uint256) {
        return uint32(Standing.unwrap(self) >> 96);
    }

    /// @dev All shares there are, bonded and unbonding.
    function totalShares(Standing self) internal pure returns (uint256) {
        return uint104(Standing.unwrap(self) >> WEIGHT_BITS);
    }

    function role(Standing self) internal pure returns (Role) {
        return Role(uint8(Standing.unwrap(self) >> 232));
    }

    function tombstoned(Standing self) internal pure returns (bool) {
        return Standing.unwrap(self) & TOMBSTONED != 0;
    }

    function suspended(Standing self) internal pure returns (bool) {
        return Standing.unwrap(self) & SUSPENDED != 0;
    }

    /// @dev Registered, neither tombstoned nor suspended.
    function good(Standing self) internal pure returns (bool) {
        uint256 tail = Standing.unwrap(self) >> 232;
        return tail != 0 && tail <= type(uint8).max;
    }

    function withPreviousWeight(Standing self, uint256 weight, uint256 epoch) internal pure returns (Standing) {
        return Standing.wrap(((Standing.unwrap(self) >> WEIGHT_BITS) << WEIGHT_BITS) | (uint256(uint32(epoch)) << 96) | weight);
    }

    function mint(Standing self, uint256 shares) internal pure returns (Standing) {
        unchecked {
            return Standing.wrap(Standing.unwrap(self) + (shares << WEIGHT_BITS));
        }
    }

    function burn(Standing self, uint256 shares) internal pure returns (Standing) {
        unchecked {
            return Standing.wrap(Standing.unwrap(self) - (shares << WEIGHT_BITS));
        }
    }

    function withTombstone(Standing self) internal pure returns (Standing) {
        return Standing.wrap(Standing.unwrap(self) | TOMBSTONED);
    }

    function withSuspension(Standing self, bool on) internal pure returns (Standing) {
        uint256 word = Standing.unwrap(self);
        return Standing.wrap(on ? word | SUSPENDED : word & ~SUSPENDED);
    }
}

/// @title A node's bonded stake, in one word
library PoolSlot {
    function first(uint256 price_) internal pure returns (Pool) {
        return Pool.wrap(price_ << 208);
    }

    function bondedShares(Pool self) internal pure returns (uint256) {
        return uint104(Pool.unwrap(self));
    }

    /// @dev Those of the bonded shares that are the owner's.
    function ownShares(Pool self) internal pure returns (uint256) {
        return uint104(Pool.unwrap(self) >> 104);
    }

    function price(Pool self) internal pure returns (uint256) {
        return Pool.unwrap(self) >> 208;
    }

    /// @param own Part of `bonded` that is the owner's: all or nothing.
    function add(Pool self, uint256 bonded, uint256 own) internal pure returns (Pool) {
        unchecked {
            return Pool.wrap(Pool.unwrap(self) + bonded + (own << 104));
        }
    }

    function remove(Pool self, uint256 bonded, uint256 own) internal pure returns (Pool) {
        unchecked {
            return Pool.wrap(Pool.unwrap(self) - bonded - (own << 104));
        }
    }

    function withPrice(Pool self, uint256 price_) internal pure returns (Pool) {
        return Pool.wrap(uint208(Pool.unwrap(self)) | (price_ << 208));
    }
}

/// @title An account's part of a node, in one word
library PositionSlot {
    uint256 private constant NEXT_REQUEST = 1 << 232;

    /// @dev A delegator's bonded shares; of the owner, whose bonded ones are in the pool, the unbonding ones.
    function shares(Position self) internal pure returns (uint256) {
        return uint104(Position.unwrap(self));
    }

    /// @dev Claimable = bonded shares x rewardPerShare - rewardDebt; what is paid past the shares lowers it below zero.
    function rewardDebt(Position self) internal pure returns (int256) {
        return int128(uint128(Position.unwrap(self) >> 104));
    }

    function nextRequestId(Position self) internal pure returns (uint256) {
        return Position.unwrap(self) >> 232;
    }

    function addShares(Position self, uint256 amount) internal pure returns (Position) {
        unchecked {
            return Position.wrap(Position.unwrap(self) + amount);
        }
    }

    function removeShares(Position self, uint256 amount) internal pure returns (Position) {
        unchecked {
            return Position.wrap(Position.unwrap(self) - amount);
        }
    }

    function withRewardDebt(Position self, int256 debt) internal pure returns (Position) {
        uint256 mask = uint256(type(uint128).max) << 104;
        return Position.wrap((Position.unwrap(self) & ~mask) | (uint256(uint128(int128(debt))) << 104));
    }

    /// @dev An account can exhaust nobody's identifiers but its own.
    function withNextRequest(Position self) internal pure returns (Position) {
        return Position.wrap(Position.unwrap(self) + NEXT_REQUEST);
    }
}

/// @title The parameters that every change of a stake reads, in one word
library LimitsSlot {
    function unbondingPeriod(Limits self) internal pure returns (uint256) {
        return uint32(Limits.unwrap(self));
    }

    function maxDelegationRatio(Limits self) internal pure returns (uint256) {
        return uint8(Limits.unwrap(self) >> 32);
    }

    /// @dev In seconds.
    function rewardRelease(Limits self) internal pure returns (uint256) {
        return uint32(Limits.unwrap(self) >> 40);
    }

    /// @dev In the smallest unit of SEND.
    function minStake(Limits self, Role role) internal pure returns (uint256) {
        unchecked {
            return ((Limits.unwrap(self) >> (uint256(role) * 44 + 28)) & (2 ** 44 - 1)) * 1e12;
        }
    }

    function fromEpoch(Limits self) internal pure returns (uint256) {
        return Limits.unwrap(self) >> 208;
    }
}
