// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

/// What nodes can earn at most: against a model that knows every epoch's rates from its own notes.
contract BudgetTest is SettlementTest {
    struct Rates {
        uint256 emission;
        uint256 edge;
        uint256 guardian;
        uint256 watchDog;
        uint256 cut;
    }

    mapping(uint256 epoch => Rates) private rates;

    function setUp() public override {
        super.setUp();
        rates[EPOCH] = Rates(950, 5_000, 4_000, 1_000, 1_000);
    }

    function test_firstSettlementOfAll() public {
        Settlement memory settlement = _settlement(EPOCH);
        // 400,000,000 SEND x 950 / 10^6 = 380,000 an epoch, for the seven that can be covered.
        _expectLimit(settlement, 7 * 380_000 ether);
    }

    function test_oneEpoch() public {
        _settle(_settlement(EPOCH));
        _expectLimit(_settlement(EPOCH + 1), 380_000 ether);
    }

    function test_chargesLessTheCutAreOnTop() public {
        _settle(_settlement(EPOCH));
        _workAndCredit(EPOCH + 1, 1_000 ether + 7);
        Settlement memory settlement = _settlement(EPOCH + 1);
        settlement.totalCharged = 1_000 ether + 7;
        // 90 % of the 7 are 6.
        _expectLimit(settlement, 380_000 ether + 900 ether + 6);
    }

    /// @dev What is earned of the emission is missing from the next fund; what is kept of fees is added to it.
    function test_fundFollowsSettlements() public {
        _workAndCredit(EPOCH, 1_000 ether);
        Settlement memory settlement = _settlement(EPOCH);
        (settlement.totalCharged, settlement.totalEarned) = (1_000 ether, 100_000 ether);
        _settle(settlement);
        uint256 fund = ENDOWMENT + 1_000 ether - 100_000 ether;
        assertEq(pool.lastFinal().fund, fund, "fund");
        uint256 emission = (fund * 950) / 1e6;
        _expectLimit(_settlement(EPOCH + 1), emission);
    }

    /// @dev A cancelled settlement leaves the fund as the last final one fixed it.
    function test_cancelledOnesDoNotCount() public {
        _settle(_settlement(EPOCH));
        Settlement memory settlement = _settlement(EPOCH + 1);
        settlement.totalEarned = 300_000 ether;
        _submitInTime(settlement);
        _cancelPending();
        assertEq(pool.lastFinal().fund, ENDOWMENT, "fund");
        _expectLimit(_settlement(EPOCH + 2), 2 * 380_000 ether);
    }

    /// @dev What comes in while a settlement is signed counts from the next one on.
    function test_donationsCountFromTheNextSettlementOn() public {
        _settle(_settlement(EPOCH));
        token.approve(address(pool), 100_000_000 ether);
        pool.fund(100_000_000 ether);
        Settlement memory settlement = _settlement(EPOCH + 1);
        _expectLimit(settlement, 380_000 ether);
        _skip(DELAY);
        // All 380,000 were earned.
        assertEq(pool.lastFinal().fund, ENDOWMENT + 100_000_000 ether - 380_000 ether, "fund");
        _expectLimit(_settlement(EPOCH + 2), ((ENDOWMENT + 100_000_000 ether - 380_000 ether) * 950) / 1e6);
    }

    /// @dev Tokens that were sent without a call are nobody's, and no part of any budget.
    function test_strayTokensDoNotCount() public {
        token.transfer(address(pool), 50_000_000 ether);
        _settle(_settlement(EPOCH));
        assertEq(pool.lastFinal().fund, ENDOWMENT, "fund");
        _expectLimit(_settlement(EPOCH + 1), 380_000 ether);
    }

    /// @dev Rates that changed every day, and a settlement that covers one to seven of them: each with its own.
    function testFuzz_everyEpochHasItsOwnRates(uint256 seed, uint256 covered, uint256 charged) public {
        covered = bound(covered, 1, MAX_LAG + 1);
        _settle(_settlement(EPOCH));
        for (uint256 epoch = EPOCH + 2; epoch <= EPOCH + covered; epoch++) {
            seed = uint256(keccak256(abi.encode(seed)));
            vm.warp(config.epochStart(epoch) - 1);
            rates[epoch] = _set(seed);
        }
        rates[EPOCH + 1] = rates[EPOCH];
        // And once more, for an epoch that is not covered.
        vm.warp(config.epochStart(EPOCH + covered + 1));
        _set(seed);

        Settlement memory settlement = _settlement(EPOCH + covered);
        settlement.totalCharged = charged % 199_000 ether;
        if (settlement.totalCharged >= 1 ether) _workAndCredit(EPOCH + covered, settlement.totalCharged);
        else settlement.totalCharged = 0;
        _expectLimit(settlement, _limit(EPOCH + 1, EPOCH + covered, pool.lastFinal().fund, settlement.totalCharged));
    }

    /// @dev At the highest rates that governance may set, with everything earned that can be, the fund never runs dry.
    function testFuzz_neverRunsDry(uint256 seed) public {
        Rates memory highest = Rates((1e6 - 1) / (MAX_LAG + 1), 4_000, 4_000, 2_000, 100);
        _setAll(highest);
        _settle(_settlement(EPOCH));
        uint256 epoch = EPOCH;
        for (uint256 i = 0; i < 8; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 first = epoch + 1;
            epoch += 1 + (seed % (MAX_LAG + 1));
            for (uint256 j = first; j <= epoch; j++) rates[j] = highest;
            uint256 fund = pool.lastFinal().fund;
            Settlement memory settlement = _settlement(epoch);
            settlement.totalEarned = _limit(first, epoch, fund, 0);
            _settle(settlement);
            assertGt(pool.lastFinal().fund, 0, "something is left");
            assertLe(settlement.totalEarned, fund, "of what was there");
            if (seed % 2 == 0) pool.execute();
            assertGe(token.balanceOf(address(pool)), pool.lastFinal().fund, "it is here");
        }
    }

    /// @dev That exactly `limit` can be earned. Leaves the settlement submitted.
    function _expectLimit(Settlement memory settlement, uint256 limit) private {
        _warpAfter(settlement.epoch, W4);
        settlement.totalEarned = limit + 1;
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.EarningsExceedBudget.selector, limit + 1, limit));
        settlement.totalEarned = type(uint256).max;
        _expectRefusal(settlement, abi.encodeWithSelector(IRewardPool.EarningsExceedBudget.selector, type(uint256).max, limit));
        settlement.totalEarned = limit;
        _submit(settlement);
    }

    function _limit(uint256 first, uint256 last, uint256 fund, uint256 charged) private view returns (uint256 limit) {
        uint256 cut = 10_000;
        for (uint256 epoch = first; epoch <= last; epoch++) {
            Rates memory r = rates[epoch];
            uint256 emission = (fund * r.emission) / 1_000_000;
            limit += (emission * r.edge) / 10_000;
            limit += (emission * r.guardian) / 10_000;
            limit += (emission * r.watchDog) / 10_000;
            if (r.cut < cut) cut = r.cut;
        }
        limit += (charged * (10_000 - cut)) / 10_000;
    }

    function _set(uint256 seed) private returns (Rates memory r) {
        r.emission = seed % ((1e6 - 1) / (MAX_LAG + 1) + 1);
        r.edge = (seed >> 32) % 10_001;
        r.guardian = (seed >> 64) % (10_001 - r.edge);
        r.watchDog = (seed >> 96) % (10_001 - r.edge - r.guardian);
        r.cut = 100 + ((seed >> 128) % 4_901);
        _setAll(r);
    }

    function _setAll(Rates memory r) private {
        Parameter[] memory parameters = new Parameter[](5);
        uint256[] memory values = new uint256[](5);
        (parameters[0], values[0]) = (Parameter.EmissionRate, r.emission);
        (parameters[1], values[1]) = (Parameter.EdgePart, r.edge);
        (parameters[2], values[2]) = (Parameter.GuardianPart, r.guardian);
        (parameters[3], values[3]) = (Parameter.WatchDogPart, r.watchDog);
        (parameters[4], values[4]) = (Parameter.Cut, r.cut);
        vm.prank(admin);
        config.setParameters(parameters, values);
    }
}
