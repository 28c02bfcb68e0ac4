// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {StrictSignature} from "../common/StrictSignature.sol";
import {TypedDataDomain} from "../common/TypedDataDomain.sol";
import {IDidRegistry} from "../identity/IDidRegistry.sol";
import {IWorkProofs} from "./IWorkProofs.sol";
import {MerkleSum, ProofStep, WorkLeaf} from "./MerkleSum.sol";
import {RelayReceipt} from "./RelayReceipt.sol";
import {WorkProofsStorage} from "./WorkProofsStorage.sol";
import {Commitment} from "./WorkSlots.sol";

/// @title What a leaf of a commitment must be
abstract contract WorkReceipts is WorkProofsStorage, TypedDataDomain {
    bytes32 private constant RELAY_DELEGATE = keccak256(abi.encode(bytes32("relay")));

    /// @notice Who knows the delegates of clients.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IDidRegistry public immutable registry;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IDidRegistry registry_) {
        if (address(registry_) == address(0)) revert ZeroAddress();
        registry = registry_;
    }

    /// @inheritdoc IWorkProofs
    function receiptDigest(address edge, address client, uint64 epoch, uint64 units) public view returns (bytes32) {
        return _hashTypedData(RelayReceipt.structHash(edge, client, epoch, units));
    }

    /// @inheritdoc IWorkProofs
    /// @dev What may sign once the epoch is over may do so for ever: a revocation ends a delegate the second before it, which is later than
    /// the epoch's start.
    function maySign(address client, address signer, uint256 epoch) public view returns (bool) {
        // Anybody may name the zero address, which unreadable signatures recover to. Nobody can name delegates of the zero address.
        if (signer == address(0)) return false;
        if (signer == client) return true;
        return registry.delegates(client, RELAY_DELEGATE, signer) >= _epochStart(Math.min(epoch, type(uint32).max));
    }

    /// @inheritdoc TypedDataDomain
    function _domainName() internal pure override returns (string memory) {
        return "SendingWork";
    }

    /// @dev `left` is the sum of what is to the left of the leaf, whose path must lead to what was committed.
    function _place(
        uint256 epoch,
        address edge,
        Commitment commitment,
        WorkLeaf calldata leaf,
        ProofStep[] calldata proof
    ) internal pure returns (uint64) {
        (bytes32 root, uint64 total, uint64 left) = MerkleSum.walk(leaf, proof);
        if (bytes21(root) != commitment.rootPrefix() || total != commitment.units()) revert ProofMismatch(epoch, edge);
        return left;
    }

    function _requireSignature(WorkLeaf calldata leaf, bytes calldata signature) internal pure {
        bytes32 actual = keccak256(signature);
        if (actual != leaf.signatureHash) revert SignatureMismatch(leaf.signatureHash, actual);
    }

    function _isReceipt(uint256 epoch, address edge, WorkLeaf calldata leaf, bytes calldata signature) internal view returns (bool) {
        address signer = StrictSignature.recover(receiptDigest(edge, leaf.client, uint64(epoch), leaf.units), signature);
        return signer == leaf.signer && maySign(leaf.client, signer, epoch);
    }
}
