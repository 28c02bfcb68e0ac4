// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {ProtocolActions} from "./ProtocolActions.sol";

/// @title What owners and delegators do with their stake
/// @notice Only what other contracts depend on, or change; staking's own campaign knows every base unit.
abstract contract StakeActions is ProtocolActions {
    struct Request {
        uint256 node;
        address account;
        uint256 id;
        uint256 availableAt;
    }

    mapping(uint256 node => bool) internal isRegistered;
    Request[] internal open;
    mapping(uint256 node => mapping(address account => uint256)) internal stakedBy;
    mapping(uint256 node => mapping(address account => uint256)) internal withdrawnBy;

    function register(uint256 which, uint256 amount, uint256 wait) external afterWaiting(wait) {
        for (uint256 i = 0; i < NODES; i++) {
            uint256 node = ((which % NODES) + i) % NODES;
            if (!isRegistered[node]) return registerNode(node, amount);
        }
    }

    function stake(uint256 which, uint256 who, uint256 amount, uint256 wait) external afterWaiting(wait) {
        uint256 node = pickNode(which);
        address account = who % 3 == 0 ? nodes[node] : delegators[who % 2];
        stakeMore(node, account, bound(amount, 1, 30_000 ether));
    }

    function requestUnstake(uint256 which, uint256 who, uint256 amount, uint256 wait) external afterWaiting(wait) {
        uint256 node = pickNode(which);
        address account = who % 3 == 0 ? nodes[node] : delegators[who % 2];
        uint256 bonded = staking.positionInfo(nodes[node], account).bonded;
        if (bonded == 0) return;
        if (amount % 16 == 0) unstake(node, account, type(uint256).max);
        else unstake(node, account, bound(amount, 1, account == nodes[node] && bonded > 8 ? bonded / 8 : bonded));
    }

    function cancelUnstake(uint256 which, uint256 wait) external afterWaiting(wait) {
        if (open.length == 0) return;
        Request memory request = open[which % open.length];
        INodeStaking.NodeInfo memory info = staking.nodeInfo(nodes[request.node]);
        bytes4 refusal = entryRefusal(staking.entriesPausedUntil());
        if (refusal == 0 && info.tombstoned) refusal = INodeStaking.NodeTombstoned.selector;
        if (refusal == 0 && request.account != nodes[request.node]) {
            uint256 amount = staking.unstakeRequest(nodes[request.node], request.account, request.id).amount;
            (uint256 after_, uint256 limit) = (
                info.bonded - info.ownBonded + amount,
                info.ownBonded * config.value(Parameter.MaxDelegationRatio)
            );
            if (after_ > limit && after_ < limit + 10) return;
            if (after_ > limit) refusal = INodeStaking.DelegationLimitExceeded.selector;
        }
        act(address(staking), request.account, abi.encodeCall(INodeStaking.cancelUnstake, (nodes[request.node], request.id)), refusal);
        if (refusal == 0) forget(which % open.length);
    }

    /// @notice In time, before its time, and for the second time.
    function withdrawStake(uint256 which, uint256 wait) external afterWaiting(wait) {
        if (open.length == 0) return;
        uint256 index = which % open.length;
        for (uint256 i = 0; i < open.length && which % 4 != 0 && block.timestamp < open[index].availableAt; i++)
            index = (index + 1) % open.length;
        if (which % 8 == 1 && block.timestamp < open[index].availableAt) passTo(open[index].availableAt - ((which / 8) % 2));
        takeOut(index);
    }

    function claimRewards(uint256 which, uint256 who, uint256 wait) external afterWaiting(wait) {
        uint256 node = pickNode(which);
        address account = who % 3 == 0 ? nodes[node] : delegators[who % 2];
        for (uint256 i = 0; i < NODES && who % 4 != 0 && staking.claimableRewards(nodes[node], account) == 0; i++)
            (node, account) = (pickNode(node + 1), i % 2 == 0 ? nodes[pickNode(node + 1)] : delegators[who % 2]);
        takeRewards(node, account);
    }

    function restakeRewards(uint256 which, uint256 wait) external afterWaiting(wait) {
        uint256 node = pickNode(which);
        for (uint256 i = 0; i < NODES && which % 4 != 0 && staking.claimableRewards(nodes[node], nodes[node]) == 0; i++)
            node = pickNode(node + 1);
        uint256 amount = staking.claimableRewards(nodes[node], nodes[node]);
        bytes4 refusal = entryRefusal(staking.entriesPausedUntil());
        if (refusal == 0 && staking.nodeInfo(nodes[node]).tombstoned) refusal = INodeStaking.NodeTombstoned.selector;
        if (refusal == 0 && amount == 0) refusal = INodeStaking.NothingToClaim.selector;
        act(address(staking), nodes[node], abi.encodeCall(INodeStaking.restakeRewards, (nodes[node])), refusal);
        if (refusal == 0) stakedBy[node][nodes[node]] += amount;
    }

    function rotateOperator(uint256 which, uint256 wait) external afterWaiting(wait) {
        uint256 node = pickNode(which);
        address next = operators[node][1 - operatorIn[node]];
        bytes memory consent = sign(next, staking.operatorConsentDigest(nodes[node], next));
        act(address(staking), nodes[node], abi.encodeCall(INodeStaking.setOperator, (next, consent)), 0);
        operatorIn[node] = 1 - operatorIn[node];
    }

    function suspend(uint256 which, uint256 wait) external afterWaiting(wait) {
        uint256 node = EDGES + (which % GUARDIANS);
        if (!isRegistered[node]) return;
        INodeStaking.NodeInfo memory info = staking.nodeInfo(nodes[node]);
        uint256 windows = block.timestamp < GENESIS + W2 ? 0 : (block.timestamp - GENESIS - W2) / DAY;
        bytes4 refusal;
        if (info.suspended) refusal = INodeStaking.AlreadySuspended.selector;
        else if (windows <= info.lastSeenEpoch + config.value(Parameter.InactivityEpochs)) refusal = INodeStaking.NotInactive.selector;
        act(address(staking), stranger, abi.encodeCall(INodeStaking.suspend, (nodes[node])), refusal);
    }

    /// @notice Honest owners see to it that their nodes are active.
    function restore(uint256 node) internal {
        INodeStaking.NodeInfo memory info = staking.nodeInfo(nodes[node]);
        if (!isRegistered[node] || info.active || info.tombstoned) return;
        if (info.suspended) act(address(staking), operatorOf(node), abi.encodeCall(INodeStaking.resume, (nodes[node])), 0);
        uint256 minimum = config.value(node < EDGES ? Parameter.MinStakeEdge : Parameter.MinStakeGuardian);
        if (info.ownBonded >= minimum || block.timestamp < staking.entriesPausedUntil()) return;
        stakeMore(node, nodes[node], 2 * minimum - info.ownBonded);
    }

    function registerNode(uint256 node, uint256 amount) internal {
        uint256 minimum = config.value(node < EDGES ? Parameter.MinStakeEdge : Parameter.MinStakeGuardian);
        amount = bound(amount, minimum, 3 * minimum);
        bytes memory consent = sign(operators[node][0], staking.operatorConsentDigest(nodes[node], operators[node][0]));
        INodeStaking.Registration memory registration = INodeStaking.Registration(roleOf(node), operators[node][0], 500, "", consent);
        bytes4 refusal = entryRefusal(staking.entriesPausedUntil());
        act(address(staking), nodes[node], abi.encodeCall(INodeStaking.registerAndStake, (registration, amount)), refusal);
        if (refusal != 0) return;
        isRegistered[node] = true;
        if (node < EDGES) edgeIndex[node] = staking.nodeCount(Role.Edge);
        stakingIn += amount;
        stakedBy[node][nodes[node]] += amount;
    }

    function unstake(uint256 node, address account, uint256 amount) internal {
        bytes memory result = act(address(staking), account, abi.encodeCall(INodeStaking.requestUnstake, (nodes[node], amount)), 0);
        uint256 availableAt = block.timestamp + config.value(Parameter.UnbondingPeriod);
        open.push(Request(node, account, abi.decode(result, (uint256)), availableAt));
    }

    function takeOut(uint256 index) internal {
        Request memory request = open[index];
        address node = nodes[request.node];
        uint256[] memory ids = new uint256[](1);
        ids[0] = request.id;
        bytes memory call = abi.encodeCall(INodeStaking.withdraw, (node, ids));
        if (block.timestamp < request.availableAt) {
            act(address(staking), request.account, call, INodeStaking.RequestNotMature.selector);
            return;
        }
        uint256 amount = staking.unstakeRequest(node, request.account, request.id).amount;
        uint256 before = token.balanceOf(request.account);
        act(address(staking), request.account, call, 0);
        assertEq(token.balanceOf(request.account) - before, amount, "withdrawn stake");
        stakingOut += amount;
        withdrawnBy[request.node][request.account] += amount;
        forget(index);
        act(address(staking), request.account, call, INodeStaking.UnknownRequest.selector);
    }

    function takeRewards(uint256 node, address account) internal {
        uint256 amount = staking.claimableRewards(nodes[node], account);
        bytes4 refusal = amount == 0 ? INodeStaking.NothingToClaim.selector : bytes4(0);
        uint256 before = token.balanceOf(account);
        act(address(staking), account, abi.encodeCall(INodeStaking.claimRewards, (nodes[node])), refusal);
        assertEq(token.balanceOf(account) - before, amount, "claimed rewards");
        stakingOut += amount;
    }

    function pickNode(uint256 seed) internal view returns (uint256 node) {
        node = seed % NODES;
        while (!isRegistered[node]) node = (node + 1) % NODES;
    }

    function stakeMore(uint256 node, address account, uint256 amount) internal {
        INodeStaking.NodeInfo memory info = staking.nodeInfo(nodes[node]);
        bytes4 refusal = entryRefusal(staking.entriesPausedUntil());
        if (refusal == 0 && info.tombstoned) refusal = INodeStaking.NodeTombstoned.selector;
        if (refusal == 0 && account != nodes[node]) {
            (uint256 after_, uint256 limit) = (
                info.bonded - info.ownBonded + amount,
                info.ownBonded * config.value(Parameter.MaxDelegationRatio)
            );
            if (after_ > limit && after_ < limit + 10) return;
            if (after_ > limit) refusal = INodeStaking.DelegationLimitExceeded.selector;
        }
        act(address(staking), account, abi.encodeCall(INodeStaking.stake, (nodes[node], amount)), refusal);
        if (refusal != 0) return;
        stakingIn += amount;
        stakedBy[node][account] += amount;
    }

    function forget(uint256 index) private {
        open[index] = open[open.length - 1];
        open.pop();
    }
}
