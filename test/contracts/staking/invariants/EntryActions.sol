// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EntryPause} from "../../../../contracts/governance/EntryPause.sol";
import {Parameter} from "../../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../../contracts/staking/INodeStaking.sol";
import {StakingActions} from "./StakingActions.sol";

/// @title What enters: registrations, own and delegated stake, rewards staked again, requests taken back
abstract contract EntryActions is StakingActions {
    function register(uint256 who, uint256 amount, uint256 commission, uint256 wait) public afterWaiting(wait) {
        address owner = accounts[who % roles.length];
        for (uint256 i = 0; i < roles.length && nodes[owner].role != Role.None; i++)
            owner = accounts[((who % roles.length) + i) % roles.length];
        Role role = roles[indexOf(owner)];
        uint256 minimum = minStake(role);
        commission = bound(commission, 0, config.value(Parameter.MaxCommission));
        amount = amount % 8 == 0 ? minimum - 1 : bound(amount, minimum, 20 * minimum);

        bytes4 refusal;
        if (isPaused()) refusal = EntryPause.EntriesArePaused.selector;
        else if (nodes[owner].role != Role.None) refusal = INodeStaking.AlreadyRegistered.selector;
        else if (amount < minimum) refusal = INodeStaking.BelowMinimumStake.selector;
        else if (operatorOf[owner] != address(0)) refusal = INodeStaking.OperatorInUse.selector;
        act(owner, abi.encodeCall(INodeStaking.registerAndStake, (registration(role, owner, uint16(commission)), amount)), refusal);
        if (refusal == 0) enroll(owner, role, commission, amount);
    }

    function stakeOwn(uint256 who, uint256 amount, uint256 wait) public afterWaiting(wait) {
        address node = pickNode(who);
        stake(node, node, pickAmount(amount, 1_000_000 ether), entryRefusal(node));
    }

    function delegateStake(uint256 who, uint256 where, uint256 amount, uint256 wait) public afterWaiting(wait) {
        address node = pickNode(where);
        address account = pickAccount(who);
        if (account == node) account = accounts[roles.length];
        bytes4 refusal = entryRefusal(node);
        uint256 limit = held(node, node) * config.value(Parameter.MaxDelegationRatio);
        uint256 delegated = ((nodes[node].bonded - holdings[node][node].shares) * nodes[node].price) / ONE;
        uint256 room = delegated < limit ? limit - delegated : 0;
        if (room == 0 || amount % 16 == 15) {
            amount = room + 2;
            if (refusal == 0 && amount <= token.balanceOf(account)) refusal = INodeStaking.DelegationLimitExceeded.selector;
        } else {
            amount = pickAmount(amount, room < 1_000_000 ether ? room : 1_000_000 ether);
        }
        if (amount <= token.balanceOf(account)) stake(node, account, amount, refusal);
    }

    function cancelUnstake(uint256 which, uint256 wait) public afterWaiting(wait) {
        if (open.length == 0) return;
        Request memory request = open[which % open.length];
        touched = request.node;
        bytes4 refusal = entryRefusal(request.node);
        if (refusal == 0 && request.account != request.node && !hasRoom(request.node, request.shares))
            refusal = INodeStaking.DelegationLimitExceeded.selector;
        act(request.account, abi.encodeCall(INodeStaking.cancelUnstake, (request.node, request.id)), refusal);
        if (refusal == 0) modelCancel(which % open.length);
    }

    function restakeRewards(uint256 who, uint256 wait) public afterWaiting(wait) {
        (address node, address account) = pickHolder(who);
        if (holdings[node][account].shares == 0) return;
        uint256 amount = staking.claimableRewards(node, account);
        bytes4 refusal = entryRefusal(node);
        if (refusal == 0 && amount == 0) refusal = INodeStaking.NothingToClaim.selector;
        if (refusal == 0 && account != node && !hasRoom(node, (amount * ONE) / nodes[node].price))
            refusal = INodeStaking.DelegationLimitExceeded.selector;
        bytes memory result = act(account, abi.encodeCall(INodeStaking.restakeRewards, (node)), refusal);
        if (refusal != 0) return;
        assertEq(abi.decode(result, (uint256)), amount, "restaked");
        modelPay(node, account, amount);
        modelStake(node, account, amount);
    }

    function enroll(address owner, Role role, uint256 commission, uint256 amount) internal {
        touched = owner;
        NodeModel storage n = nodes[owner];
        n.role = role;
        n.operator = owner;
        operatorOf[owner] = owner;
        n.commission = commission;
        n.price = ONE;
        if (role == Role.Guardian) n.lastSeen = config.currentEpoch();
        tokensIn += amount;
        modelStake(owner, owner, amount);
    }

    function stake(address node, address account, uint256 amount, bytes4 refusal) private {
        act(account, abi.encodeCall(INodeStaking.stake, (node, amount)), refusal);
        if (refusal != 0) return;
        tokensIn += amount;
        modelStake(node, account, amount);
    }
}
