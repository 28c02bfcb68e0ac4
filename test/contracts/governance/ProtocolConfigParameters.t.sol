// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IProtocolConfig, Parameter, ParameterGroup} from "../../../contracts/governance/IProtocolConfig.sol";
import {ParameterLayout} from "../../../contracts/governance/ParameterLayout.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {ConfigTest} from "../support/ConfigTest.sol";

/// Parameters: first values, changes at epoch boundaries, the past.
contract ProtocolConfigParametersTest is ConfigTest {
    using ParameterLayout for ParameterLayout.Field;

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

    function test_GroupsWordIsVersionedToo() public {
        vm.warp(GENESIS + 3 days);
        uint256 before = config.packedAt(ParameterGroup.Staking, 3);
        uint256 work = config.packedAt(ParameterGroup.Work, 3);
        setParameter(config, Parameter.MaxDelegationRatio, 7);
        assertEq(config.packedAt(ParameterGroup.Staking, 3), before, "this epoch");
        ParameterLayout.Field memory field = ParameterLayout.fieldOf(Parameter.MaxDelegationRatio);
        assertEq(config.packedAt(ParameterGroup.Staking, 4), field.write(before, 7), "the next");
        assertEq(config.packedAt(ParameterGroup.Staking, type(uint256).max), field.write(before, 7), "and on");
        assertEq(config.packedAt(ParameterGroup.Work, 4), work, "the other groups");
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
        for (uint256 i = 0; i <= uint256(type(ParameterGroup).max); i++) config.packedAt(ParameterGroup(i), epoch);
        config.bounds(parameter);
        config.clockParameters();
        config.maxSettlementDelay();
        config.epochStart(epoch >> 32);
        config.listeners();
    }
}
