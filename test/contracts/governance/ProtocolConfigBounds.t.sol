// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {ConfigTest} from "../support/ConfigTest.sol";

/// What values governance may choose, each by itself and all together.
contract ProtocolConfigBoundsTest is ConfigTest {
    /// Whole SEND.
    uint256 private constant SUPPLY = 1_000_000_000;

    AccessManager private manager;
    ProtocolConfig private config;
    address private implementation;

    function setUp() public {
        vm.warp(GENESIS);
        manager = new AccessManager(address(this));
        implementation = address(new ProtocolConfig());
        config = deployConfig(implementation, manager, realClock(), allParameters(), realValues());
    }

    /// The bounds themselves are accepted, but for those that the inequalities below cut off sooner.
    function test_BoundsAreAccepted() public {
        setParameter(config, Parameter.EdgePart, 0);
        setParameter(config, Parameter.GuardianPart, 0);
        setParameter(config, Parameter.WatchDogPart, 0);
        for (uint256 i = 0; i <= uint256(type(Parameter).max); i++) {
            Parameter parameter = Parameter(i);
            (uint256 min, uint256 max) = config.bounds(parameter);
            assertLt(min, max, "bounds");
            if (parameter == Parameter.UnbondingPeriod) min = 9 days;
            if (parameter == Parameter.InactivityEpochs) max = 5;
            if (parameter == Parameter.EmissionRate) max = 142_857;
            // Either factor reaches its bound when the other is small.
            if (parameter == Parameter.FeePerUnit) setParameter(config, Parameter.UnitsPerStakedToken, 1);
            if (parameter == Parameter.UnitsPerStakedToken) setParameter(config, Parameter.FeePerUnit, 1);
            uint256 snapshot = vm.snapshotState();
            setParameter(config, parameter, min);
            assertEq(config.valueAt(parameter, 1), min, "min");
            setParameter(config, parameter, max);
            assertEq(config.valueAt(parameter, 1), max, "max");
            assertTrue(vm.revertToState(snapshot), "no snapshot");
        }
    }

    function test_BoundsKeepPromises() public view {
        (uint256 min, uint256 max) = config.bounds(Parameter.MinStakeEdge);
        assertGt(min, 0, "a node needs a stake");
        (, max) = config.bounds(Parameter.ReporterShare);
        assertLe(max, 5_000, "who convicts himself must lose");
        (min, max) = config.bounds(Parameter.Cut);
        assertGt(min, 0, "traffic with oneself costs something");
        assertLt(max, 10_000, "and something reaches the Edge");
        (, max) = config.bounds(Parameter.SubsidyCap);
        assertLe(max, 5_000, "a subsidy is at most half the cut");
        (min, ) = config.bounds(Parameter.WorkSlash);
        assertGt(min, 0, "unproven work costs something");
        (min, ) = config.bounds(Parameter.EquivocationSlash);
        assertGt(min, 0, "two settlements cost something");
        (min, ) = config.bounds(Parameter.MinSigners);
        assertGt(min, 0, "nobody settles nothing");
        (min, ) = config.bounds(Parameter.RewardRelease);
        assertGt(min, 0, "release");
        (min, ) = config.bounds(Parameter.CommissionRiseDelay);
        assertEq(min, 1 days, "a rise waits an epoch at least");
        (, max) = config.bounds(Parameter.UnitsPerStakedToken);
        assertLt(max * SUPPLY, 2 ** 56, "a commitment's units are kept in 56 bits");
    }

    function testFuzz_RevertWhen_OutOfBounds(uint256 index, uint256 newValue) public {
        Parameter parameter = Parameter(bound(index, 0, uint256(type(Parameter).max)));
        (uint256 min, uint256 max) = config.bounds(parameter);
        if (newValue >= min && newValue <= max) newValue = min > 0 && newValue % 2 == 0 ? min - 1 : max + 1;
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.ParameterOutOfBounds.selector, parameter, newValue, min, max));
        setParameter(config, parameter, newValue);
    }

    function test_RevertWhen_JustOutOfBounds() public {
        for (uint256 i = 0; i <= uint256(type(Parameter).max); i++) {
            Parameter parameter = Parameter(i);
            (uint256 min, uint256 max) = config.bounds(parameter);
            vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.ParameterOutOfBounds.selector, parameter, max + 1, min, max));
            setParameter(config, parameter, max + 1);
            if (min == 0) continue;
            vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.ParameterOutOfBounds.selector, parameter, min - 1, min, max));
            setParameter(config, parameter, min - 1);
        }
    }

    function testFuzz_RevertWhen_AmountIsNoMultipleOfItsUnit(uint256 index, uint256 newValue) public {
        Parameter[6] memory amounts = [
            Parameter.MinStakeEdge,
            Parameter.MinStakeGuardian,
            Parameter.MinStakeWatchDog,
            Parameter.ChallengeBond,
            Parameter.MinDeposit,
            Parameter.MinTotalGuardianStake
        ];
        Parameter parameter = amounts[bound(index, 0, amounts.length - 1)];
        (uint256 min, uint256 max) = config.bounds(parameter);
        newValue = bound(newValue, min, max - 1);
        if (newValue % 1e12 == 0) newValue++;
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.NotMultipleOf.selector, parameter, newValue, 1e12));
        setParameter(config, parameter, newValue);
    }

    function test_RevertWhen_OutOfBoundsAtDeployment() public {
        uint256[] memory values = realValues();
        values[uint256(Parameter.MaxDelegationRatio)] = 21;
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.ParameterOutOfBounds.selector, Parameter.MaxDelegationRatio, 21, 0, 20));
        deployConfig(implementation, manager, realClock(), allParameters(), values);
    }

    /// unbonding >= maxSettlementDelay (7 d) + W4 (12 h) + D (12 h) + epochDuration (1 d)
    function test_RevertWhen_UnbondingIsTooShort() public {
        bytes memory expected = abi.encodeWithSelector(IProtocolConfig.UnbondingTooShort.selector, 9 days - 1, 9 days);
        vm.expectRevert(expected);
        setParameter(config, Parameter.UnbondingPeriod, 9 days - 1);

        uint256[] memory values = realValues();
        values[uint256(Parameter.UnbondingPeriod)] = 9 days - 1;
        vm.expectRevert(expected);
        deployConfig(implementation, manager, realClock(), allParameters(), values);
    }

    /// (inactivityEpochs + 1) x epochDuration (1 d) + W4 < maxSettlementDelay (7 d): equal is too long, so W4 of a whole epoch is too.
    function test_RevertWhen_InactivityIsTooLong() public {
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.InactivityTooLong.selector, 7.5 days, 7 days));
        setParameter(config, Parameter.InactivityEpochs, 6);

        IProtocolConfig.Clock memory clock = realClock();
        clock.w4 = 1 days;
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.InactivityTooLong.selector, 7 days, 7 days));
        deployConfig(implementation, manager, clock, allParameters(), realValues());

        clock.w4 = 1 days - 1;
        config = deployConfig(implementation, manager, clock, allParameters(), realValues());
        assertEq(config.value(Parameter.InactivityEpochs), 5, "one second less");
    }

    /// (maxLag + 1) x emissionRate < 10^6
    function test_RevertWhen_EmissionIsTooHigh() public {
        setParameter(config, Parameter.EmissionRate, 142_857);
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.EmissionTooHigh.selector, 142_858, 142_857));
        setParameter(config, Parameter.EmissionRate, 142_858);

        // A divisor of 10^6: equal is too high.
        IProtocolConfig.Clock memory clock = realClock();
        clock.maxLag = 7;
        uint256[] memory values = realValues();
        values[uint256(Parameter.EmissionRate)] = 125_000;
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.EmissionTooHigh.selector, 125_000, 124_999));
        deployConfig(implementation, manager, clock, allParameters(), values);
        values[uint256(Parameter.EmissionRate)] = 124_999;
        config = deployConfig(implementation, manager, clock, allParameters(), values);
        assertEq(config.value(Parameter.EmissionRate), 124_999, "one less");
    }

    /// Edge, Guardian and WatchDog part together at most 10,000: the defaults are exactly that.
    function test_RevertWhen_PartsAreTooLarge() public {
        for (uint256 i = uint256(Parameter.EdgePart); i <= uint256(Parameter.WatchDogPart); i++) {
            uint256 part = config.value(Parameter(i));
            vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.PartsTooLarge.selector, 10_001, 10_000));
            setParameter(config, Parameter(i), part + 1);
        }
        setParameter(config, Parameter.EdgePart, 4_000);
        setParameter(config, Parameter.GuardianPart, 5_000);
        assertEq(config.valueAt(Parameter.GuardianPart, 1), 5_000, "moved");
    }

    /// unitsPerStakedToken x feePerUnit <= 64 x slash x (1 - reporterShare) / (1 + maxDelegationRatio), in fractions of a token:
    /// 64 x 0.1 x 0.9 / 5 = 1.152. Each of the five may break it.
    function test_RevertWhen_ForgeryPays() public {
        setParameter(config, Parameter.UnitsPerStakedToken, 1_000_000);
        setParameter(config, Parameter.FeePerUnit, 1.152e12);
        _refuse(Parameter.FeePerUnit, 1.152e12 + 1, 1.152e18 + 1e6, 1.152e18);
        _refuse(Parameter.UnitsPerStakedToken, 1_000_001, 1.152e18 + 1.152e12, 1.152e18);
        _refuse(Parameter.WorkSlash, 999, 1.152e18, 1.150848e18);
        _refuse(Parameter.ReporterShare, 1_001, 1.152e18, 1.151872e18);
        _refuse(Parameter.MaxDelegationRatio, 5, 1.152e18, 0.96e18);
    }

    function testFuzz_ForgeryNeverPays(uint256[5] memory random) public {
        Parameter[5] memory parameters = [
            Parameter.MaxDelegationRatio,
            Parameter.ReporterShare,
            Parameter.WorkSlash,
            Parameter.UnitsPerStakedToken,
            Parameter.FeePerUnit
        ];
        uint256[] memory values = realValues();
        for (uint256 i = 0; i < parameters.length; i++) {
            (uint256 min, uint256 max) = config.bounds(parameters[i]);
            values[uint256(parameters[i])] = bound(random[i], min, random[i] % 2 == 0 ? max : max / 1e6 + min);
        }
        uint256 fees = values[uint256(Parameter.UnitsPerStakedToken)] * values[uint256(Parameter.FeePerUnit)];
        uint256 lost = values[uint256(Parameter.WorkSlash)] * (10_000 - values[uint256(Parameter.ReporterShare)]) * 64;
        // Multiplied out, so that no division decides.
        bool pays = fees * 1e8 * (1 + values[uint256(Parameter.MaxDelegationRatio)]) > lost * 1 ether;
        if (pays) vm.expectPartialRevert(IProtocolConfig.ForgeryPays.selector);
        config.setParameters(allParameters(), values);
    }

    function _refuse(Parameter parameter, uint256 newValue, uint256 fees, uint256 limit) private {
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.ForgeryPays.selector, fees, limit));
        setParameter(config, parameter, newValue);
    }
}
