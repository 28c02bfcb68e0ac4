// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title What RewardPool remembers
/// @dev Two records are enough: while one settlement is pending, the other is the last final one; the next overwrites the older.
abstract contract RewardPoolStorage {
    struct Record {
        bytes32 digest;
        bytes32 earningsRoot;
        bytes32 chargesRoot;
        /// Of this settlement and all before it. 104 bits are 20,000 times the supply, which goes round.
        uint104 charged;
        uint104 earned;
        uint40 finalAt;
    }

    /// @dev What most calls read, in one word.
    struct Head {
        /// Of the records, the one that was submitted last and not cancelled.
        uint8 newest;
        uint8 cancellations;
        /// When `newest` becomes or became final; 0 when it is final because its successor was cancelled, or there is none.
        uint40 finalAt;
        /// 1 + the epoch of each record; 0 when there is none.
        uint32 covered0;
        uint32 covered1;
        uint32 nextEpoch;
        /// Charges submitted and not yet collected.
        uint96 setAside;
        /// Bit i: the money of record i's settlement, and of all before it, was moved.
        uint8 executed;
    }

    /// @custom:storage-location erc7201:sending.storage.RewardPool
    struct PoolStorage {
        Record[2] records;
        Head head;
        /// What `contributed` was when each record was made; seldom does it change in between.
        uint128[2] contributions;
        /// All that came into the fund from outside.
        uint128 contributed;
        /// Earnings that were moved to staking.
        uint128 deposited;
        /// Gives the fund of the first epochs, and is forgotten then.
        address founder;
        uint96 endowment;
        mapping(address node => uint256) claimed;
        mapping(address guardian => mapping(uint256 epoch => bool)) equivocated;
    }

    // keccak256(abi.encode(uint256(keccak256("sending.storage.RewardPool")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant POOL_STORAGE = 0x1b2201992a6b6e17a862dadc3dc9dbf149339ce08c241b7bea9bb1f5e910a100;

    function _pool() internal pure returns (PoolStorage storage $) {
        assembly {
            $.slot := POOL_STORAGE
        }
    }
}
