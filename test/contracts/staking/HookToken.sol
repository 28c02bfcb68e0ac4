// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SendToken} from "../../../contracts/token/SendToken.sol";

/// @title A token that lets the sender or recipient of a transfer act in the middle of it, and may refuse to pay somebody
contract HookToken is SendToken {
    address private hooked;
    address private target;
    bytes private call;
    address public unpayable;
    bytes public lastError;

    error Refused(address account);

    constructor(address treasury) SendToken(treasury) {}

    function hook(address account, address target_, bytes calldata call_) external {
        (hooked, target, call) = (account, target_, call_);
    }

    function refuse(address account) external {
        unpayable = account;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (to == unpayable && to != address(0)) revert Refused(to);
        super._update(from, to, value);
        if (hooked == address(0) || (from != hooked && to != hooked)) return;
        hooked = address(0);
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, bytes memory answer) = target.call(call);
        lastError = done ? bytes("") : answer;
    }
}
