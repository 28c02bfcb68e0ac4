// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SendToken} from "../../../contracts/token/SendToken.sol";
import {Test} from "./Test.sol";

/// @title Base of tests that sign ERC-2612 permits
abstract contract TokenTest is Test {
    bytes32 internal constant PERMIT_TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    /// @notice A permit of the account of `privateKey` with its present nonce.
    function signPermit(
        SendToken token,
        uint256 privateKey,
        address spender,
        uint256 amount,
        uint256 deadline
    ) internal view returns (uint8 v, bytes32 r, bytes32 s) {
        address owner = vm.addr(privateKey);
        bytes32 message = keccak256(abi.encode(PERMIT_TYPEHASH, owner, spender, amount, token.nonces(owner), deadline));
        return vm.sign(privateKey, keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), message)));
    }
}
