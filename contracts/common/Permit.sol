// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @notice An ERC-2612 permit of the caller for the called contract, over exactly the amount that the call takes.
struct PermitSignature {
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @title Use of a permit that somebody else may have used first
library Permit {
    /// @dev Then it has done its work: the allowance decides.
    function tryUse(IERC20 token, uint256 amount, PermitSignature calldata permit) internal {
        try
            IERC20Permit(address(token)).permit(msg.sender, address(this), amount, permit.deadline, permit.v, permit.r, permit.s)
        {} catch {}
    }
}
