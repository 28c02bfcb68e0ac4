// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title What a client signs for the work its Edge has done: a running total, EIP-712 in the domain of the work proofs
/// @notice Of two receipts of one (edge, client, signer, epoch) the one with more units replaces the other.
library RelayReceipt {
    bytes32 internal constant TYPEHASH = keccak256("RelayReceipt(address edge,address client,uint64 epoch,uint64 units)");

    /// @param edge The owner of the Edge's node.
    /// @param client The payer.
    /// @param units Relayed in the epoch so far; 1 unit is 1 KiB, rounded up for each envelope.
    function structHash(address edge, address client, uint64 epoch, uint64 units) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPEHASH, edge, client, epoch, units));
    }
}
