// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {ConfigTest} from "../support/ConfigTest.sol";

/// Parameters: first values, changes at epoch boundaries, the past, bounds and what must hold between them.
contract ProtocolConfigParametersTest is ConfigTest {
    AccessManager private manager;
    ProtocolConfig private config;
    address private implementation;

    function setUp() public {
        vm.warp(GENESIS);
        manager = new AccessManager(address(this));
        implementation = address(new ProtocolConfig());
        config = deployConfig(implementation, manager, realClock(), allParameters(), realValues());
    }

    function test_FirstValuesAreInForceFromEpochZero() public view {
        uint256[] memory values = realValues();
        for (uint256 i = 0; i < values.length; i++) {
            assertEq(config.value(Parameter(i)), values[i], "value");
            assertEq(config.valueAt(Parameter(i), 0), values[i], "valueAt 0");
            assertEq(config.valueAt(Parameter(i), type(uint256).max), values[i], "valueAt the end");
        }
    }

    function test_InitializeEmitsEveryValue() public {
        uint256[] memory values = realValues();
        for (uint256 i = 0; i < values.length; i++) {
            vm.expectEmit();
            emit IProtocolConfig.ParameterSet(Parameter(i), values[i], 0);
        }
        deployConfig(implementation, manager, realClock(), allParameters(), values);
    }

    function test_StakingLimitsAreTheFiveParameters() public {
        vm.warp(GENESIS + 3 days);
        setParameter(config, Parameter.MaxDelegationRatio, 7);
        IProtocolConfig.StakingLimits memory before = config.stakingLimitsAt(3);
        assertEq(before.minStakeEdge, 10_000 ether, "edge");
        assertEq(before.minStakeGuardian, 100_000 ether, "guardian");
        assertEq(before.minStakeWatchDog, 1_000 ether, "watchdog");
        assertEq(before.maxDelegationRatio, 4, "ratio before");
        assertEq(before.unbondingPeriod, 14 days, "unbonding");
        assertEq(config.stakingLimitsAt(4).maxDelegationRatio, 7, "ratio after");
    }

    function test_RevertWhen_ParameterIsMissing() public {
        uint256 count = uint256(type(Parameter).max);
        Parameter[] memory parameters = new Parameter[](count);
        uint256[] memory values = new uint256[](count);
        uint256[] memory all = realValues();
        // All but ReporterShare.
        for (uint256 i = 0; i < count; i++) {
            parameters[i] = Parameter(i < uint256(Parameter.ReporterShare) ? i : i + 1);
            values[i] = all[uint256(parameters[i])];
        }
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.ParameterMissing.selector, Parameter.ReporterShare));
        deployConfig(implementation, manager, realClock(), parameters, values);
    }

    function test_RevertWhen_LengthsDiffer() public {
        uint256[] memory values = new uint256[](2);
        Parameter[] memory parameters = new Parameter[](1);
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.LengthMismatch.selector, 1, 2));
        config.setParameters(parameters, values);
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.LengthMismatch.selector, uint256(type(Parameter).max) + 1, 2));
        deployConfig(implementation, manager, realClock(), allParameters(), values);
    }

    function test_ChangeTakesEffectAtNextEpochsFirstSecond() public {
        vm.warp(GENESIS + 5 days);
        vm.expectEmit();
        emit IProtocolConfig.ParameterSet(Parameter.MaxCommission, 2_000, 6);
        setParameter(config, Parameter.MaxCommission, 2_000);
        assertEq(config.value(Parameter.MaxCommission), 3_000, "at once");
        assertEq(config.valueAt(Parameter.MaxCommission, 6), 2_000, "pending");
        vm.warp(GENESIS + 6 days - 1);
        assertEq(config.value(Parameter.MaxCommission), 3_000, "last second");
        vm.warp(GENESIS + 6 days);
        assertEq(config.value(Parameter.MaxCommission), 2_000, "first second");
        assertEq(config.valueAt(Parameter.MaxCommission, 5), 3_000, "the past stays");
    }

    function test_ChangeInTheLastSecondCountsFromTheNext() public {
        vm.warp(GENESIS + 1 days - 1);
        setParameter(config, Parameter.MaxCommission, 2_000);
        vm.warp(GENESIS + 1 days);
        assertEq(config.value(Parameter.MaxCommission), 2_000, "first change");
        setParameter(config, Parameter.MaxCommission, 1_000);
        assertEq(config.value(Parameter.MaxCommission), 2_000, "second waits a whole epoch");
        assertEq(config.valueAt(Parameter.MaxCommission, 2), 1_000, "second");
    }

    function test_ChangesOfOneEpochMerge() public {
        vm.warp(GENESIS + 2 days + 10);
        setParameter(config, Parameter.MaxCommission, 2_000);
        setParameter(config, Parameter.MaxCommissionStep, 100);
        vm.warp(GENESIS + 3 days - 1);
        setParameter(config, Parameter.MaxCommission, 1_500);
        assertEq(config.valueAt(Parameter.MaxCommission, 2), 3_000, "before");
        assertEq(config.valueAt(Parameter.MaxCommission, 3), 1_500, "the last wins");
        assertEq(config.valueAt(Parameter.MaxCommissionStep, 3), 100, "the other stays");
    }

    function test_ParameterNamedTwiceGetsLastValue() public {
        Parameter[] memory parameters = new Parameter[](2);
        uint256[] memory values = new uint256[](2);
        (parameters[0], values[0]) = (Parameter.MaxCommission, 1);
        (parameters[1], values[1]) = (Parameter.MaxCommission, 2);
        config.setParameters(parameters, values);
        assertEq(config.valueAt(Parameter.MaxCommission, 1), 2);
    }

    function test_BeforeGenesisChangesAreOfEpochZero() public {
        IProtocolConfig.Clock memory clock = realClock();
        clock.genesis = uint40(GENESIS + 10 days);
        config = deployConfig(implementation, manager, clock, allParameters(), realValues());
        assertEq(config.value(Parameter.MaxCommission), 3_000, "before");
        vm.expectEmit();
        emit IProtocolConfig.ParameterSet(Parameter.MaxCommission, 2_000, 0);
        setParameter(config, Parameter.MaxCommission, 2_000);
        assertEq(config.value(Parameter.MaxCommission), 2_000, "after");
        assertEq(config.valueAt(Parameter.MaxCommission, 0), 2_000, "epoch 0");
    }

    /// The past is exact: a plain list of changes, replayed, gives the same value for every epoch.
    function testFuzz_PastValuesAreExact(uint256 seed) public {
        uint256 epochs = 40;
        uint256[] memory expected = new uint256[](epochs + 2);
        uint256 current = 3_000;
        for (uint256 epoch = 0; epoch < epochs; epoch++) {
            expected[epoch] = current;
            uint256 changes = uint256(keccak256(abi.encode(seed, epoch))) % 3;
            for (uint256 i = 0; i < changes; i++) {
                uint256 random = uint256(keccak256(abi.encode(seed, epoch, i)));
                vm.warp(GENESIS + epoch * 1 days + ((1 days - 1) * i) / 2 + (i == 0 ? 0 : 1));
                current = (random >> 128) % 10_001;
                setParameter(config, Parameter.MaxCommission, current);
            }
        }
        expected[epochs] = current;
        expected[epochs + 1] = current;
        for (uint256 epoch = 0; epoch < expected.length; epoch++) {
            assertEq(config.valueAt(Parameter.MaxCommission, epoch), expected[epoch], "past value");
        }
    }

    function test_BoundsAreAccepted() public {
        for (uint256 i = 0; i <= uint256(type(Parameter).max); i++) {
            (uint256 min, uint256 max) = config.bounds(Parameter(i));
            assertLt(min, max, "bounds");
            if (Parameter(i) == Parameter.UnbondingPeriod) min = 9 days;
            if (Parameter(i) == Parameter.InactivityEpochs) max = 5;
            setParameter(config, Parameter(i), min);
            assertEq(config.valueAt(Parameter(i), 1), min, "min");
            setParameter(config, Parameter(i), max);
            assertEq(config.valueAt(Parameter(i), 1), max, "max");
        }
    }

    function test_BoundsFitTheirReaders() public view {
        for (Parameter p = Parameter.MinStakeEdge; p <= Parameter.MinStakeWatchDog; p = Parameter(uint256(p) + 1)) {
            (uint256 minStake, uint256 maxStake) = config.bounds(p);
            assertGt(minStake, 0, "a node needs a stake");
            assertLe(maxStake / 1 gwei, type(uint56).max, "NodeStaking keeps 56 bits of gwei");
        }
        (, uint256 max) = config.bounds(Parameter.MaxDelegationRatio);
        assertLe(max, 20, "ratio");
        (, max) = config.bounds(Parameter.UnbondingPeriod);
        assertLe(max, type(uint32).max, "unbonding");
        (, max) = config.bounds(Parameter.MaxCommission);
        assertLe(max, 10_000, "commission");
        (, max) = config.bounds(Parameter.ReporterShare);
        assertLe(max, 5_000, "who convicts himself must lose");
        (uint256 min, ) = config.bounds(Parameter.RewardRelease);
        assertGt(min, 0, "release");
        (min, ) = config.bounds(Parameter.CommissionRiseDelay);
        assertEq(min, 1 days, "a rise waits an epoch at least");
    }

    function testFuzz_RevertWhen_OutOfBounds(uint256 index, uint256 newValue) public {
        Parameter parameter = Parameter(bound(index, 0, uint256(type(Parameter).max)));
        (uint256 min, uint256 max) = config.bounds(parameter);
        if (newValue >= min && newValue <= max) newValue = min > 0 && newValue % 2 == 0 ? min - 1 : max + 1;
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.ParameterOutOfBounds.selector, parameter, newValue, min, max));
        setParameter(config, parameter, newValue);
    }

    function testFuzz_RevertWhen_MinStakeIsNotWholeGwei(uint256 index, uint256 newValue) public {
        Parameter parameter = Parameter(bound(index, 0, uint256(Parameter.MinStakeWatchDog)));
        newValue = bound(newValue, 1 ether, 10_000_000 ether - 1);
        if (newValue % 1 gwei == 0) newValue++;
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.NotWholeGwei.selector, parameter, newValue));
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

    function test_RefusedChangeLeavesNothing() public {
        Parameter[] memory parameters = new Parameter[](2);
        uint256[] memory values = new uint256[](2);
        (parameters[0], values[0]) = (Parameter.MaxCommission, 1);
        (parameters[1], values[1]) = (Parameter.UnbondingPeriod, 1 days);
        vm.expectPartialRevert(IProtocolConfig.UnbondingTooShort.selector);
        config.setParameters(parameters, values);
        assertEq(config.valueAt(Parameter.MaxCommission, 1), 3_000);
    }

    function testFuzz_RevertWhen_SetByAnybodyElse(address caller) public {
        vm.assume(caller != address(this));
        (Parameter[] memory parameters, uint256[] memory values) = single(Parameter.MaxCommission, 1);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        vm.prank(caller);
        config.setParameters(parameters, values);
    }

    function testFuzz_ViewsNeverRevert(uint8 index, uint256 epoch, uint256 time) public {
        Parameter parameter = Parameter(bound(index, 0, uint256(type(Parameter).max)));
        vm.warp(bound(time, 0, type(uint64).max));
        config.value(parameter);
        config.valueAt(parameter, epoch);
        config.stakingLimitsAt(epoch);
        config.bounds(parameter);
        config.clockParameters();
        config.maxSettlementDelay();
        config.epochStart(epoch >> 32);
        config.listeners();
    }
}
