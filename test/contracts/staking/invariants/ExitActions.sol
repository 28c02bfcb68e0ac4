// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking} from "../../../../contracts/staking/INodeStaking.sol";
import {StakingActions} from "./StakingActions.sol";

/// @title What leaves: requests, withdrawals and claims, paused or not
abstract contract ExitActions is StakingActions {
    function requestUnstake(uint256 who, uint256 amount, uint256 wait) public afterWaiting(wait) {
        (address node, address account) = pickHolder(who);
        if (holdings[node][account].shares == 0) return;
        uint256 most = held(node, account);
        bool all = amount % 4 == 0 || most == 0;
        amount = pickAmount(amount / 4, most);
        if (amount % 64 == 63) {
            act(account, abi.encodeCall(INodeStaking.requestUnstake, (node, most + 1)), INodeStaking.InsufficientStake.selector);
            return;
        }
        requestTokens(node, account, all ? type(uint256).max : amount);
    }

    function withdraw(uint256 which, uint256 count, uint256 wait) public afterWaiting(wait) {
        uint256 index = findMature(which, address(0), address(0));
        if (index == open.length) return;
        (address node, address account) = (open[index].node, open[index].account);
        count = bound(count, 1, 3);
        uint256[] memory ids = new uint256[](count);
        uint256 amount = 0;
        uint256 found = 0;
        while (found < count && index < open.length) {
            ids[found++] = open[index].id;
            amount += modelWithdraw(index);
            index = findMature(which, node, account);
        }
        assembly {
            mstore(ids, found)
        }
        withdrawIds(node, account, ids, amount);
    }

    /// @notice Before its time, or for the second time.
    function withdrawWrongly(uint256 which, uint256 wait) public afterWaiting(wait) {
        if (closed.length != 0) {
            Request memory done = closed[which % closed.length];
            touched = done.node;
            act(done.account, abi.encodeCall(INodeStaking.withdraw, (done.node, one(done.id))), INodeStaking.UnknownRequest.selector);
            act(done.account, abi.encodeCall(INodeStaking.cancelUnstake, (done.node, done.id)), cancelRefusal(done.node));
        }
        if (open.length == 0) return;
        Request memory request = open[which % open.length];
        bool early = block.timestamp < request.availableAt;
        uint256[] memory ids = new uint256[](early ? 1 : 2);
        for (uint256 i = 0; i < ids.length; i++) ids[i] = request.id;
        bytes4 refusal = early ? INodeStaking.RequestNotMature.selector : INodeStaking.UnknownRequest.selector;
        act(request.account, abi.encodeCall(INodeStaking.withdraw, (request.node, ids)), refusal);
    }

    function claimRewards(uint256 who, uint256 wait) public afterWaiting(wait) {
        (address node, address account) = pickHolder(who / 2);
        // Who has no shares any more may still have rewards.
        if (who % 2 == 1) account = pickAccount(who / 2);
        claim(node, account);
    }

    /// @notice Everybody leaves with all that is his, whatever state things are in.
    function everybodyLeaves() public {
        for (uint256 i = 0; i < roles.length; i++) {
            for (uint256 j = 0; j < accounts.length; j++) {
                if (holdings[accounts[i]][accounts[j]].shares != 0) requestTokens(accounts[i], accounts[j], type(uint256).max);
            }
        }
        pass(31 days);
        while (open.length != 0) {
            Request memory request = open[open.length - 1];
            withdrawIds(request.node, request.account, one(request.id), modelWithdraw(open.length - 1));
        }
        for (uint256 i = 0; i < roles.length; i++) {
            for (uint256 j = 0; j < accounts.length; j++) claim(accounts[i], accounts[j]);
        }
    }

    function requestTokens(address node, address account, uint256 amount) private {
        uint256 id = abi.decode(act(account, abi.encodeCall(INodeStaking.requestUnstake, (node, amount)), 0), (uint256));
        assertEq(id, holdings[node][account].nextRequest, "request id");
        if (amount == type(uint256).max) amount = held(node, account);
        modelRequest(node, account, amount, id);
        INodeStaking.UnstakeRequest memory request = staking.unstakeRequest(node, account, id);
        assertEq(request.amount, amount, "a request is worth what was asked for");
        assertEq(request.availableAt, open[open.length - 1].availableAt, "time of the withdrawal");
    }

    function withdrawIds(address node, address account, uint256[] memory ids, uint256 amount) private {
        uint256 before = token.balanceOf(account);
        bytes memory result = act(account, abi.encodeCall(INodeStaking.withdraw, (node, ids)), 0);
        assertEq(abi.decode(result, (uint256)), amount, "withdrawn");
        assertEq(token.balanceOf(account) - before, amount, "received");
    }

    function claim(address node, address account) private {
        uint256 amount = staking.claimableRewards(node, account);
        uint256 before = token.balanceOf(account);
        bytes4 refusal = amount == 0 ? INodeStaking.NothingToClaim.selector : bytes4(0);
        bytes memory result = act(account, abi.encodeCall(INodeStaking.claimRewards, (node)), refusal);
        assertEq(token.balanceOf(account) - before, amount, "received");
        if (amount == 0) return;
        assertEq(abi.decode(result, (uint256)), amount, "claimed");
        tokensOut += amount;
        modelPay(node, account, amount);
    }

    function cancelRefusal(address node) private view returns (bytes4) {
        bytes4 refusal = entryRefusal(node);
        return refusal == 0 ? INodeStaking.UnknownRequest.selector : refusal;
    }

    /// @dev Index of an open request that may be withdrawn, of anybody or of the account at the node; `open.length` when there is none.
    function findMature(uint256 seed, address node, address account) private returns (uint256 index) {
        for (uint256 i = 0; i < open.length; i++) {
            index = ((seed % open.length) + i) % open.length;
            if (block.timestamp < open[index].availableAt) continue;
            if (node == address(0)) touched = open[index].node;
            if (node == address(0) || (open[index].node == node && open[index].account == account)) return index;
        }
        return open.length;
    }
}
