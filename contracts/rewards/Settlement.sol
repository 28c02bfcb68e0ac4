// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice What guardians sign for the epochs since the last final settlement.
/// @param epoch The last epoch covered; the signers are weighed at its end.
/// @param previous Digest of the last final settlement; 0 before the first.
/// @param earningsRoot Tree of (node owner, cumulative earnings); 0 when it is empty.
/// @param totalEarned In the epochs covered, in base units of SEND.
/// @param chargesRoot Tree of (payer, edge, cumulative charge), a leaf for every line opened by the end of `epoch`; 0 when it is empty.
/// @param totalCharged In the epochs covered, in base units of SEND.
struct Settlement {
    uint256 epoch;
    bytes32 previous;
    bytes32 earningsRoot;
    uint256 totalEarned;
    bytes32 chargesRoot;
    uint256 totalCharged;
}

/// @title The hashes of a settlement and of the leaves of its two trees
/// @notice The trees are OpenZeppelin's standard Merkle trees: a leaf is hashed twice, so that no inner node can be taken for one.
library SettlementHash {
    bytes32 internal constant TYPEHASH = keccak256(
        "Settlement(uint256 epoch,bytes32 previous,bytes32 earningsRoot,uint256 totalEarned,bytes32 chargesRoot,uint256 totalCharged)"
    );

    function structHash(Settlement calldata settlement) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPEHASH, settlement));
    }

    /// @param node The owner of the node.
    function earningsLeaf(address node, uint256 cumulative) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(node, cumulative))));
    }

    function chargesLeaf(address payer, address edge, uint256 cumulative) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(payer, edge, cumulative))));
    }
}
