// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EntryPause} from "../../../../contracts/governance/EntryPause.sol";
import {Parameter} from "../../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking} from "../../../../contracts/staking/INodeStaking.sol";
import {StakingActions} from "./StakingActions.sol";

/// @title What only other contracts, the council or governance do; donations; time
abstract contract AuthorityActions is StakingActions {
    function depositRewards(uint256 amount, uint256 wait) public afterWaiting(wait) {
        amount = pickAmount(amount, 200_000 ether);
        act(address(this), abi.encodeCall(INodeStaking.depositRewards, (amount)), 0);
        tokensIn += amount;
        undistributed += amount;
    }

    function distribute(uint256 who, uint256 amount, uint256 wait) public afterWaiting(wait) {
        address node = pickNode(who);
        amount = pickAmount(amount, 100_000 ether);
        bytes4 refusal = amount > undistributed ? INodeStaking.InsufficientRewards.selector : bytes4(0);
        act(address(this), abi.encodeCall(INodeStaking.distribute, (node, amount)), refusal);
        if (refusal == 0) modelDistribute(node, amount);
    }

    /// @notice What was slashed goes to the reward pool.
    function payFundOwed(uint256 wait) public afterWaiting(wait) {
        uint256 before = token.balanceOf(address(this));
        bytes memory result = act(address(this), abi.encodeCall(INodeStaking.payFundOwed, ()), 0);
        assertEq(abi.decode(result, (uint256)), owed, "all that was owed");
        assertEq(token.balanceOf(address(this)) - before, owed, "received");
        tokensOut += owed;
        owed = 0;
    }

    function slash(uint256 who, uint256 bps, uint256 reporter, uint256 wait) public afterWaiting(wait) {
        address node = pickNode(who);
        bps = bps % 16 == 0 ? bound(bps / 16, 0, 12_000) : bound(bps / 16, 1, 3_000);
        address to = reporter % 4 == 0 ? address(0) : pickAccount(reporter / 4);
        uint256 before = token.balanceOf(to);
        bytes memory result = act(address(this), abi.encodeCall(INodeStaking.slash, (node, bps, to)), 0);
        (uint256 slashed, uint256 toReporter) = modelSlash(node, bps, to != address(0));
        assertEq(abi.decode(result, (uint256)), slashed, "slashed");
        assertEq(token.balanceOf(to) - before, toReporter, "reporter's part");
    }

    /// @notice One of those that staking reads.
    function setParameter(uint256 which, uint256 newValue, uint256 wait) public afterWaiting(wait) {
        Parameter parameter = Parameter(bound(which, 0, uint256(Parameter.InactivityEpochs)));
        (uint256 min, uint256 max) = rangeOf(parameter);
        newValue = bound(newValue, min, max);
        if (parameter <= Parameter.MinStakeWatchDog) newValue -= newValue % 1e12;
        setParameter(config, parameter, newValue);
        succeeded[msg.sig]++;
    }

    function pauseEntries(uint256 duration, uint256 wait) public afterWaiting(wait) {
        uint256 until = staking.entriesPausedUntil();
        bool tooSoon = until != 0 && block.timestamp < until + 30 days;
        bytes4 refusal = tooSoon ? EntryPause.PauseTooSoon.selector : bytes4(0);
        act(address(this), abi.encodeCall(EntryPause.pauseEntries, (bound(duration, 1, 7 days))), refusal);
    }

    function unpauseEntries(uint256 wait) public afterWaiting(wait) {
        bytes4 refusal = isPaused() ? bytes4(0) : EntryPause.EntriesNotPaused.selector;
        act(address(this), abi.encodeCall(EntryPause.unpauseEntries, ()), refusal);
    }

    /// @notice Tokens sent without a call: nobody's.
    function donate(uint256 amount, uint256 wait) public afterWaiting(wait) {
        amount = pickAmount(amount, 1_000 ether);
        token.transfer(address(staking), amount);
        donated += amount;
        succeeded[msg.sig]++;
    }

    function letTimePass(uint256 duration) public {
        pass(bound(duration, 1 days, 20 days));
        succeeded[msg.sig]++;
    }

    function rangeOf(Parameter parameter) private view returns (uint256 min, uint256 max) {
        if (parameter == Parameter.MinStakeEdge) return (5_000 ether, 20_000 ether);
        if (parameter == Parameter.MinStakeGuardian) return (50_000 ether, 200_000 ether);
        if (parameter == Parameter.MinStakeWatchDog) return (500 ether, 2_000 ether);
        if (parameter == Parameter.UnbondingPeriod) return (9 days, 30 days);
        if (parameter == Parameter.RewardRelease) return (1, 30 days);
        if (parameter == Parameter.CommissionRiseDelay) return (1 days, 10 days);
        if (parameter == Parameter.InactivityEpochs) return (1, 5);
        return config.bounds(parameter);
    }
}
