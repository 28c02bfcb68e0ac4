// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";

/// @title What an account has, all in all: what an attack is judged by
library Wealth {
    /// @notice Tokens in hand, bonded to `node`, on their way out of it (of its owner alone) and claimable from it, in base units of SEND.
    function wealth(NodeStaking staking, address account, address node) internal view returns (uint256 sum) {
        sum = IERC20(address(staking.token())).balanceOf(account) + staking.positionInfo(node, account).bonded;
        sum += staking.claimableRewards(node, account);
        if (account == node) sum += staking.nodeInfo(node).ownUnbonding;
    }
}
