// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @title A contract account that answers a question about a signature as it was told to
contract OddWallet is IERC1271 {
    enum Mood {
        OtherValue,
        /// The right four bytes, then others.
        MoreThanTheValue,
        /// The right four bytes and nothing else: less than a word.
        LessThanAWord,
        Nothing,
        Revert,
        /// Reverts with the right value as its data.
        RevertWithTheValue,
        BurnGas,
        InvalidOpcode,
        /// The right value at the head of half a megabyte.
        HugeReturn,
        HugeRevert
    }

    Mood private immutable _mood;

    constructor(Mood mood) {
        _mood = mood;
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        Mood mood = _mood;
        uint256 value = uint256(bytes32(IERC1271.isValidSignature.selector));
        if (mood == Mood.OtherValue) return 0xffffffff;
        if (mood == Mood.Nothing) answer(0, 0);
        if (mood == Mood.LessThanAWord) answer(value, 4);
        if (mood == Mood.MoreThanTheValue) answer(value | 1, 32);
        if (mood == Mood.HugeReturn) answer(value, 500_000);
        if (mood == Mood.RevertWithTheValue) refuse(value, 32);
        if (mood == Mood.HugeRevert) refuse(value, 500_000);
        if (mood == Mood.InvalidOpcode) burnAll();
        // solhint-disable-next-line no-empty-blocks
        while (mood == Mood.BurnGas) {}
        // solhint-disable-next-line gas-custom-errors, reason-string
        revert();
    }

    function answer(uint256 word, uint256 length) private pure {
        assembly ("memory-safe") {
            mstore(0, word)
            return(0, length)
        }
    }

    function refuse(uint256 word, uint256 length) private pure {
        assembly ("memory-safe") {
            mstore(0, word)
            revert(0, length)
        }
    }

    function burnAll() private pure {
        assembly ("memory-safe") {
            invalid()
        }
    }
}
