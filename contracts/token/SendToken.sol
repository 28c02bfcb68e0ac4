// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title SEND, the network's token
/// @notice ERC-20 with ERC-2612 permit, 18 decimals and a fixed supply of 1,000,000,000 tokens; nobody can mint, pause or upgrade it.
contract SendToken is ERC20, ERC20Permit {
    /// @notice The whole supply, in the smallest unit (10^-18 SEND).
    uint256 public constant SUPPLY = 1_000_000_000 ether;

    /// @param treasury Receives the whole supply.
    constructor(address treasury) ERC20("SEND", "SEND") ERC20Permit("SEND") {
        _mint(treasury, SUPPLY);
    }
}
