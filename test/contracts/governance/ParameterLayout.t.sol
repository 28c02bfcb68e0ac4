// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Parameter, ParameterGroup} from "../../../contracts/governance/IProtocolConfig.sol";
import {ParameterLayout} from "../../../contracts/governance/ParameterLayout.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {Limits} from "../../../contracts/staking/Slots.sol";
import {ConfigTest} from "../support/ConfigTest.sol";

/// Every parameter has room of its own in its group's word, enough for its largest value.
contract ParameterLayoutTest is ConfigTest {
    using ParameterLayout for ParameterLayout.Field;

    uint256 private constant LAST = uint256(type(Parameter).max);
    /// What a checkpoint of the configuration holds.
    uint256 private constant WORD_BITS = 208;

    ProtocolConfig private config;

    function setUp() public {
        vm.warp(GENESIS);
        config = deployConfig(new AccessManager(address(this)), realClock(), allParameters(), realValues());
    }

    function test_FieldsDoNotOverlap() public pure {
        uint256[4] memory used;
        for (uint256 i = 0; i <= LAST; i++) {
            ParameterLayout.Field memory field = ParameterLayout.fieldOf(Parameter(i));
            uint256 mask = ((1 << field.width) - 1) << field.offset;
            assertEq(used[uint256(field.group)] & mask, 0, "somebody else's bits");
            assertLe(field.offset + field.width, WORD_BITS, "the word is full");
            used[uint256(field.group)] |= mask;
        }
    }

    function test_WidthsHoldTheLargestValues() public view {
        for (uint256 i = 0; i <= LAST; i++) {
            ParameterLayout.Field memory field = ParameterLayout.fieldOf(Parameter(i));
            (uint256 min, uint256 max) = config.bounds(Parameter(i));
            assertLt(max / field.unit, 1 << field.width, "max");
            assertEq(min % field.unit, 0, "min can be written");
            assertEq(max % field.unit, 0, "max can be written");
        }
    }

    /// @dev Over words of zeros and of ones: what was there before never shines through, and what is beside it stays.
    function testFuzz_WrittenIsRead(uint256 seed) public view {
        for (uint256 i = 0; i <= LAST; i++) {
            ParameterLayout.Field memory field = ParameterLayout.fieldOf(Parameter(i));
            (uint256 min, uint256 max) = config.bounds(Parameter(i));
            uint256 random = bound(uint256(keccak256(abi.encode(seed, i))), min, max);
            requireKept(field, 0, random - (random % field.unit));
            requireKept(field, type(uint208).max, random - (random % field.unit));
            requireKept(field, seed, min);
            requireKept(field, seed, max);
        }
    }

    /// @dev What staking's own reader of the word finds in it.
    function testFuzz_StakingReadsTheSame(uint256[6] memory random) public {
        uint256[] memory values = realValues();
        Parameter[6] memory read = [
            Parameter.MinStakeEdge,
            Parameter.MinStakeGuardian,
            Parameter.MinStakeWatchDog,
            Parameter.MaxDelegationRatio,
            Parameter.UnbondingPeriod,
            Parameter.RewardRelease
        ];
        for (uint256 i = 0; i < read.length; i++) {
            (uint256 min, uint256 max) = config.bounds(read[i]);
            if (read[i] == Parameter.UnbondingPeriod) min = 9 days;
            values[uint256(read[i])] = bound(random[i], min, max);
            if (i < 3) values[i] -= values[i] % 1e12;
        }
        config.setParameters(allParameters(), values);
        Limits limits = Limits.wrap(config.packedAt(ParameterGroup.Staking, 1));
        assertEq(limits.minStake(Role.Edge), values[0], "Edge");
        assertEq(limits.minStake(Role.Guardian), values[1], "Guardian");
        assertEq(limits.minStake(Role.WatchDog), values[2], "WatchDog");
        assertEq(limits.maxDelegationRatio(), values[uint256(Parameter.MaxDelegationRatio)], "ratio");
        assertEq(limits.unbondingPeriod(), values[uint256(Parameter.UnbondingPeriod)], "unbonding");
        assertEq(limits.rewardRelease(), values[uint256(Parameter.RewardRelease)], "release");
    }

    function requireKept(ParameterLayout.Field memory field, uint256 word, uint256 written) private pure {
        uint256 after_ = field.write(word, written);
        assertEq(field.read(after_), written, "read back");
        uint256 mask = ((1 << field.width) - 1) << field.offset;
        assertEq(after_ & ~mask, word & ~mask, "the rest");
    }
}
