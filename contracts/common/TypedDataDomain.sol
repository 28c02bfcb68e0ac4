// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

/// @title The EIP-712 domain of a contract: a name of its own, version "1", the chain it runs on, and its address
/// @notice Made afresh at each use, so that it is the proxy's behind a proxy, and another one after a fork of the chain. No storage.
abstract contract TypedDataDomain is IERC5267 {
    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    string private constant DOMAIN_VERSION = "1";

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    bytes32 private immutable _domainNameHash;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _domainNameHash = keccak256(bytes(_domainName()));
    }

    /// @inheritdoc IERC5267
    function eip712Domain()
        external
        view
        returns (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        )
    {
        return (hex"0f", _domainName(), DOMAIN_VERSION, block.chainid, address(this), bytes32(0), new uint256[](0));
    }

    /// @dev A constant: it is read once at deployment, and whenever somebody asks for the domain.
    function _domainName() internal pure virtual returns (string memory);

    function _domainSeparator() internal view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPEHASH, _domainNameHash, keccak256(bytes(DOMAIN_VERSION)), block.chainid, address(this)));
    }

    /// @dev What is signed: the digest of a struct's hash in this domain.
    function _hashTypedData(bytes32 structHash) internal view returns (bytes32) {
        return MessageHashUtils.toTypedDataHash(_domainSeparator(), structHash);
    }
}
