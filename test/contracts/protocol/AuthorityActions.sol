// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EntryPause} from "../../../contracts/governance/EntryPause.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {SettlementActions} from "./SettlementActions.sol";

/// @title What governance and the council do, gifts, and time
abstract contract AuthorityActions is SettlementActions {
    /// @notice The next moment at which something begins or ends; then everybody honest who is not absent does his duty.
    function advance(uint256 seed) external {
        acted++;
        uint256 start = GENESIS + epochNow() * DAY;
        uint256 time = block.timestamp - start;
        if (time < W1) passTo(start + W1);
        else if (time < W2 && seed % 2 == 0) passTo(start + W2);
        else if (time < W3 && seed % 2 == 0) passTo(start + W3);
        else passTo(time < W4 ? start + W4 : start + DAY);
        if (roll(seed, 100) % 8 != 0) doDuties(seed);
        succeeded[msg.sig]++;
    }

    /// @notice Days in which nobody does anything.
    function letTimePass(uint256 duration) external {
        acted++;
        if (duration % 2 != 0) return;
        passTo(block.timestamp + bound(duration / 2, 1 days, 8 days));
        succeeded[msg.sig]++;
    }

    function setParameter(uint256 which, uint256 newValue, uint256 wait) external afterWaiting(wait) {
        Parameter parameter = Parameter(which % (uint256(type(Parameter).max) + 1));
        if (which % 2 == 0)
            parameter = [Parameter.Cut, Parameter.FeePerUnit, Parameter.SubsidyCap, Parameter.EmissionRate][(which / 2) % 4];
        (uint256 min, uint256 max) = rangeOf(parameter);
        newValue = bound(newValue, min, max);
        if (max > 1e17 && parameter != Parameter.FeePerUnit) newValue -= newValue % 1e12;
        setParameter(config, parameter, newValue);
        succeeded[msg.sig]++;
    }

    /// @notice Of staking or of credit. Exits do not notice.
    function pauseEntries(uint256 which, uint256 duration, uint256 wait) external afterWaiting(wait) {
        EntryPause paused = which % 2 == 0 ? EntryPause(address(staking)) : EntryPause(address(credit));
        uint256 until = paused.entriesPausedUntil();
        bytes4 refusal = until != 0 && block.timestamp < until + 30 days ? EntryPause.PauseTooSoon.selector : bytes4(0);
        act(address(paused), address(this), abi.encodeCall(EntryPause.pauseEntries, (bound(duration, 1, 3 days))), refusal);
    }

    function collectSlashed(uint256 wait) external afterWaiting(wait) {
        uint256 amount = staking.fundOwed();
        act(
            address(pool),
            stranger,
            abi.encodeCall(IRewardPool.collectSlashed, ()),
            amount == 0 ? IRewardPool.ZeroAmount.selector : bytes4(0)
        );
        contributed += amount;
        stakingOut += amount;
    }

    function fund(uint256 who, uint256 amount, uint256 wait) external afterWaiting(wait) {
        amount = bound(amount, 1, 1_000 ether);
        act(address(pool), pickHolder(who), abi.encodeCall(IRewardPool.fund, (amount)), 0);
        contributed += amount;
    }

    /// @notice Tokens sent without a call: nobody's.
    function donate(uint256 which, uint256 amount, uint256 wait) external afterWaiting(wait) {
        amount = bound(amount, 1, 1_000 ether);
        address[4] memory contracts = [address(staking), address(credit), address(work), address(pool)];
        vm.prank(stranger);
        token.transfer(contracts[which % 4], amount);
        donated[contracts[which % 4]] += amount;
        succeeded[msg.sig]++;
    }

    function doDuties(uint256 seed) internal override {
        onDuty = true;
        nodesDo(seed);
        onDuty = false;
    }

    function nodesDo(uint256 seed) private {
        uint256 epoch = epochNow();
        uint256 time = block.timestamp - GENESIS - epoch * DAY;
        for (uint256 i = 0; i < NODES; i++) if (roll(seed, i) % 8 != 0) restore(i);
        (bool exists, uint256 ended) = candidate();
        if (exists && turnRefusal(ended) == 0 && roll(seed, 9) % 2 == 0) {
            tryWrongly(ended, roll(seed, 8));
            submitHonestly(ended, EVERY_GUARDIAN & roll(seed, 7));
            if (turnRefusal(ended) == 0) submitHonestly(ended, EVERY_GUARDIAN);
        }
        if (epoch == 0 || time >= W2) return;
        for (uint256 i = 0; i < NODES; i++) {
            if (!isRegistered[i] || roll(seed, 10 + i) % 8 == 0) continue;
            uint256 how = roll(seed, 20 + i);
            if (i >= EDGES && time >= W1 && opinions[epoch - 1][i].committed && !opinions[epoch - 1][i].revealed) reveal(epoch - 1, i, how);
            if (time >= W1) continue;
            if (i >= EDGES) commitOpinion(epoch - 1, i, how);
            else if (i == BAD_EDGE) commitForged(epoch - 1, how);
            if (i == BAD_EDGE && how % 3 == 0) commitForged(epoch - 1, roll(how, 1));
            if (i < BAD_EDGE) commit(epoch - 1, i, honestLeaves(epoch - 1, i), 0, false);
        }
    }

    /// @dev Values of which any combination satisfies the configuration.
    function rangeOf(Parameter parameter) private pure returns (uint256 min, uint256 max) {
        if (parameter == Parameter.MinStakeEdge) return (8_000 ether, 12_000 ether);
        if (parameter == Parameter.MinStakeGuardian) return (90_000 ether, 110_000 ether);
        if (parameter == Parameter.MinStakeWatchDog) return (500 ether, 2_000 ether);
        if (parameter == Parameter.MaxDelegationRatio) return (1, 4);
        if (parameter == Parameter.UnbondingPeriod) return (6 days, 9 days);
        if (parameter == Parameter.RewardRelease) return (1, 5 days);
        if (parameter == Parameter.MaxCommission) return (1_000, 3_000);
        if (parameter == Parameter.MaxCommissionStep) return (100, 500);
        if (parameter == Parameter.CommissionRiseDelay) return (1 days, 7 days);
        if (parameter == Parameter.ReporterShare) return (0, 2_000);
        if (parameter == Parameter.InactivityEpochs) return (1, 2);
        if (parameter == Parameter.FeePerUnit) return (1e14, 2e15);
        if (parameter == Parameter.UnitsPerStakedToken) return (20, 100);
        if (parameter == Parameter.ChallengeBond) return (10 ether, 100 ether);
        if (parameter == Parameter.WorkSlash) return (500, 2_000);
        if (parameter == Parameter.MinDeposit) return (1e12, 2 ether);
        return settlementRange(parameter);
    }

    function settlementRange(Parameter parameter) private pure returns (uint256 min, uint256 max) {
        if (parameter == Parameter.Cut) return (100, 5_000);
        if (parameter == Parameter.SubsidyCap) return (0, 5_000);
        if (parameter == Parameter.EmissionRate) return (0, 5_000);
        if (parameter == Parameter.EdgePart) return (0, 5_000);
        if (parameter == Parameter.GuardianPart) return (0, 4_000);
        if (parameter == Parameter.WatchDogPart) return (0, 1_000);
        if (parameter == Parameter.GuardianYieldCap) return (0, 2_000);
        if (parameter == Parameter.EquivocationSlash) return (100, 4_000);
        if (parameter == Parameter.MinSigners) return (1, 3);
        return (200_000 ether, 350_000 ether);
    }
}
