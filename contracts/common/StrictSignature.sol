// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Recovery of a signer from a signature that has one writing only
/// @notice Does what OpenZeppelin's `ECDSA.tryRecoverCalldata` does, without a reason for a refusal, for less gas: settlements carry many.
library StrictSignature {
    /// @dev Half the order of secp256k1: a signature with a larger `s` is the twin of another.
    uint256 private constant HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

    /// @return signer Who signed `digest`; 0 unless the signature is 65 bytes r, s, v with `v` 27 or 28 and `s` in the lower half of the order.
    function recover(bytes32 digest, bytes calldata signature) internal view returns (address signer) {
        if (signature.length != 65) return address(0);
        // The precompile leaves the answer 0 when there is no such signer.
        assembly ("memory-safe") {
            let input := mload(0x40)
            mstore(input, digest)
            mstore(add(input, 32), byte(0, calldataload(add(signature.offset, 64))))
            calldatacopy(add(input, 64), signature.offset, 64)
            if iszero(gt(mload(add(input, 96)), HALF_ORDER)) {
                mstore(0, 0)
                pop(staticcall(gas(), 1, input, 128, 0, 32))
                signer := mload(0)
            }
        }
    }
}
