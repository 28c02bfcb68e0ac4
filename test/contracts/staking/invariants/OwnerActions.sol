// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking} from "../../../../contracts/staking/INodeStaking.sol";
import {StakingActions} from "./StakingActions.sol";

/// @title What owners do beside staking, and what anybody may do to nodes
abstract contract OwnerActions is StakingActions {
    /// @dev Few, so that owners meet keys that are taken.
    uint256 private constant OPERATOR_KEYS = 12;

    function setCommission(uint256 who, uint256 commission, uint256 wait) public afterWaiting(wait) {
        address node = pickNode(who);
        NodeModel storage n = nodes[node];
        uint256 current = commissionOf(node);
        uint256 step = config.value(Parameter.MaxCommissionStep);
        uint256 highest = config.value(Parameter.MaxCommission);
        if (highest > current + step) highest = current + step;
        if (highest < current) highest = current;
        commission = bound(commission, current < step ? 0 : current - step, highest);
        act(node, abi.encodeCall(INodeStaking.setCommission, (commission)), 0);

        n.commission = current;
        n.nextCommission = commission;
        n.nextCommissionAt = 0;
        if (commission > current) n.nextCommissionAt = block.timestamp + config.value(Parameter.CommissionRiseDelay);
        if (commission < current) n.nextCommissionAt = config.epochStart(config.currentEpoch() + 1);
    }

    function rotateOperator(uint256 who, uint256 key, uint256 wait) public afterWaiting(wait) {
        address node = pickNode(who);
        key = 1_000 + (key % OPERATOR_KEYS);
        address operator = vm.addr(key);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, staking.operatorConsentDigest(node, operator));
        bool taken = operatorOf[operator] != address(0) && operatorOf[operator] != node;
        bytes4 refusal = taken ? INodeStaking.OperatorInUse.selector : bytes4(0);
        act(node, abi.encodeCall(INodeStaking.setOperator, (operator, abi.encodePacked(r, s, v))), refusal);
        if (taken) return;
        operatorOf[operator] = node;
        nodes[node].operator = operator;
    }

    /// @notice Somebody takes another's key, without its consent.
    function stealOperator(uint256 who, uint256 key, uint256 wait) public afterWaiting(wait) {
        address node = pickNode(who);
        address operator = key % 2 == 0 ? pickAccount(key / 2) : vm.addr(1_000 + ((key / 2) % OPERATOR_KEYS));
        if (operator == node || operatorOf[operator] == node) return;
        bytes4 refusal =
            operatorOf[operator] == address(0) ? INodeStaking.InvalidOperatorConsent.selector : INodeStaking.OperatorInUse.selector;
        act(node, abi.encodeCall(INodeStaking.setOperator, (operator, "")), refusal);
    }

    function recordReveal(uint256 who, uint256 epoch, uint256 wait) public afterWaiting(wait) {
        address node = pickGuardian(who);
        NodeModel storage n = nodes[node];
        uint256 current = config.currentEpoch();
        epoch = bound(epoch, current - 5, current + 1);
        bytes4 refusal = epoch > current ? INodeStaking.FutureEpoch.selector : bytes4(0);
        act(address(this), abi.encodeCall(INodeStaking.recordReveal, (node, epoch)), refusal);
        if (refusal == 0 && epoch > n.lastSeen) n.lastSeen = epoch;
    }

    function suspend(uint256 who, uint256 by, uint256 wait) public afterWaiting(wait) {
        address node = pickGuardian(who);
        bytes4 refusal;
        if (nodes[node].suspended) refusal = INodeStaking.AlreadySuspended.selector;
        else if (!isAbsent(node)) refusal = INodeStaking.NotInactive.selector;
        act(pickAccount(by), abi.encodeCall(INodeStaking.suspend, (node)), refusal);
        if (refusal != 0) return;
        nodes[node].suspended = true;
        weigh(node);
    }

    function resume(uint256 who, uint256 by, uint256 wait) public afterWaiting(wait) {
        address node = pickGuardian(who);
        address caller =
            by % 4 == 0
                ? pickAccount(by / 4)
                : by % 2 == 0
                    ? node
                    : nodes[node].operator;
        bytes4 refusal;
        if (caller != node && caller != nodes[node].operator) refusal = INodeStaking.NotNodeOperator.selector;
        else if (!nodes[node].suspended) refusal = INodeStaking.NotSuspended.selector;
        act(caller, abi.encodeCall(INodeStaking.resume, (node)), refusal);
        if (refusal != 0) return;
        nodes[node].suspended = false;
        nodes[node].lastSeen = config.currentEpoch();
        weigh(node);
    }

    function updateWeight(uint256 who, uint256 by, uint256 wait) public afterWaiting(wait) {
        address node = pickNode(who);
        act(pickAccount(by), abi.encodeCall(INodeStaking.updateWeight, (node)), 0);
        weigh(node);
    }
}
