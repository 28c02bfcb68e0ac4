// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {EpochClock} from "../../../contracts/governance/EpochClock.sol";
import {IParameterListener, IProtocolConfig, Parameter, ParameterGroup} from "../../../contracts/governance/IProtocolConfig.sol";
import {ParameterCopy} from "../../../contracts/governance/ParameterCopy.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {ConfigTest} from "../support/ConfigTest.sol";

/// A copy and nothing else, with its insides to be seen.
contract Copy is ParameterCopy {
    constructor(IProtocolConfig config_, ParameterGroup group) ParameterCopy(config_, group) {}

    function parametersOf(uint256 epoch) external view returns (uint256) {
        return uint208(_parametersOf(epoch));
    }

    function heldFrom(uint256 epoch) external view returns (uint256) {
        return _parametersOf(epoch) >> 208;
    }

    function currentEpoch() external view returns (uint256) {
        return _currentEpoch();
    }

    function epochStart(uint256 epoch) external view returns (uint256) {
        return _epochStart(epoch);
    }
}

/// The copy is what the configuration says, of this epoch and the one before, whenever and however often parameters change.
contract ParameterCopyTest is ConfigTest {
    AccessManager private manager;
    ProtocolConfig private config;
    Copy private copy;

    function setUp() public {
        vm.warp(GENESIS);
        manager = new AccessManager(address(this));
        config = deployConfig(manager, realClock(), allParameters(), realValues());
        copy = listen(ParameterGroup.Work);
    }

    function test_RevertWhen_ThereIsNoConfiguration() public {
        address nobody = makeAddr("nobody");
        vm.expectRevert(abi.encodeWithSelector(EpochClock.InvalidConfig.selector, nobody));
        new Copy(IProtocolConfig(nobody), ParameterGroup.Work);
    }

    function test_FirstCopyIsMadeAtOnce() public {
        Copy late = new Copy(config, ParameterGroup.Conduct);
        assertEq(late.parametersOf(0), 0, "nothing yet");
        vm.expectEmit(address(late));
        emit IParameterListener.ParametersSynced(0);
        config.addListener(address(late));
        requireRight(late, ParameterGroup.Conduct);
        assertEq(address(late.config()), address(config), "source");
    }

    /// @dev Anybody may call it, and nobody can do harm by it.
    function test_SyncOfARightCopyChangesNothing() public {
        vm.warp(GENESIS + 5 days);
        vm.recordLogs();
        copy.syncParameters();
        assertEq(vm.getRecordedLogs().length, 0, "no event");
        assertEq(copy.heldFrom(5), 2, "what was copied in epoch 0");
        requireRight(copy, ParameterGroup.Work);
    }

    function test_ChangeIsInForceFromTheNextEpochsFirstSecond() public {
        vm.warp(GENESIS + 5 days);
        uint256 before = copy.parametersOf(5);
        vm.expectEmit(address(copy));
        emit IParameterListener.ParametersSynced(5);
        setParameter(config, Parameter.MinDeposit, 2 ether);
        vm.warp(GENESIS + 6 days - 1);
        assertEq(copy.parametersOf(copy.currentEpoch()), before, "last second");
        vm.warp(GENESIS + 6 days);
        assertNotEq(copy.parametersOf(copy.currentEpoch()), before, "first second");
        assertEq(copy.parametersOf(5), before, "the epoch before stays");
        requireRight(copy, ParameterGroup.Work);
    }

    function test_ChangesInConsecutiveEpochs() public {
        for (uint256 epoch = 3; epoch < 8; epoch++) {
            vm.warp(GENESIS + (epoch + 1) * 1 days - 1);
            setParameter(config, Parameter.MinDeposit, epoch * 1 ether);
            requireRight(copy, ParameterGroup.Work);
            vm.warp(GENESIS + (epoch + 1) * 1 days);
            requireRight(copy, ParameterGroup.Work);
        }
    }

    /// @dev Two groups at once, the own one and another, and one of them taken back within the epoch.
    function test_TwoGroupsChangeInOneEpoch() public {
        Copy settlement = listen(ParameterGroup.Settlement);
        vm.warp(GENESIS + 3 days);
        uint256 before = copy.parametersOf(3);
        Parameter[] memory parameters = new Parameter[](2);
        uint256[] memory values = new uint256[](2);
        (parameters[0], values[0]) = (Parameter.MinDeposit, 3 ether);
        (parameters[1], values[1]) = (Parameter.Cut, 900);
        config.setParameters(parameters, values);
        requireRightAlways(copy, ParameterGroup.Work);
        requireRightAlways(settlement, ParameterGroup.Settlement);
        setParameter(config, Parameter.MinDeposit, 1 ether);
        assertEq(copy.parametersOf(4), before, "taken back");
        requireRightAlways(copy, ParameterGroup.Work);
        requireRightAlways(settlement, ParameterGroup.Settlement);
    }

    function test_OtherGroupsDoNotTouchIt() public {
        vm.warp(GENESIS + 9 days);
        vm.recordLogs();
        setParameter(config, Parameter.Cut, 900);
        assertEq(vm.getRecordedLogs().length, 1, "the configuration's event alone");
        assertEq(copy.heldFrom(9), 2, "what was copied in epoch 0");
        requireRight(copy, ParameterGroup.Work);
    }

    /// @dev A copy that was not told for a while is right again after one call.
    function test_MissedChangesAreMadeUpFor() public {
        config.removeListener(address(copy));
        vm.warp(GENESIS + 4 days);
        setParameter(config, Parameter.MinDeposit, 2 ether);
        vm.warp(GENESIS + 5 days);
        setParameter(config, Parameter.MinDeposit, 3 ether);
        vm.warp(GENESIS + 6 days);
        copy.syncParameters();
        requireRight(copy, ParameterGroup.Work);
    }

    function test_BeforeGenesis() public {
        IProtocolConfig.Clock memory clock = realClock();
        clock.genesis = uint40(GENESIS + 10 days);
        config = deployConfig(manager, clock, allParameters(), realValues());
        copy = listen(ParameterGroup.Work);
        assertEq(copy.currentEpoch(), 0, "epoch 0 already");
        setParameter(config, Parameter.MinDeposit, 2 ether);
        assertEq(copy.parametersOf(0), config.packedAt(ParameterGroup.Work, 0), "at once");
        vm.warp(GENESIS + 10 days);
        assertEq(copy.currentEpoch(), 0, "genesis");
        setParameter(config, Parameter.MinDeposit, 3 ether);
        requireRight(copy, ParameterGroup.Work);
        assertNotEq(copy.parametersOf(0), copy.parametersOf(1), "from now on it waits");
        vm.warp(GENESIS + 11 days);
        requireRight(copy, ParameterGroup.Work);
    }

    function testFuzz_ClockIsTheConfigurations(uint256 time) public {
        vm.warp(bound(time, GENESIS, type(uint40).max));
        assertEq(copy.currentEpoch(), config.currentEpoch(), "epoch");
        assertEq(copy.epochStart(copy.currentEpoch()), config.epochStart(config.currentEpoch()), "start");
    }

    /// @dev Any changes at any times: right after each, and until the next.
    function testFuzz_CopyIsAlwaysRight(uint256 seed) public {
        Copy staking = listen(ParameterGroup.Staking);
        for (uint256 i = 0; i < 24; i++) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            uint256 wait = random % 4 == 0 ? 0 : (random >> 8) % (random % 4 == 1 ? 1 hours : 3 days);
            vm.warp(vm.getBlockTimestamp() + wait);
            requireRight(copy, ParameterGroup.Work);
            requireRight(staking, ParameterGroup.Staking);
            if (random % 3 == 0) setParameter(config, Parameter.MinDeposit, (1 + ((random >> 64) % 3)) * 1 ether);
            else if (random % 3 == 1) setParameter(config, Parameter.MaxDelegationRatio, (random >> 64) % 4);
            else setParameter(config, Parameter.Cut, 100 + ((random >> 64) % 4));
            requireRightAlways(copy, ParameterGroup.Work);
            requireRightAlways(staking, ParameterGroup.Staking);
        }
    }

    function listen(ParameterGroup group) private returns (Copy added) {
        added = new Copy(config, group);
        config.addListener(address(added));
    }

    /// @dev Of the present epoch and the one before.
    function requireRight(Copy copy_, ParameterGroup group) private view {
        uint256 epoch = copy_.currentEpoch();
        assertEq(copy_.parametersOf(epoch), config.packedAt(group, epoch), "this epoch");
        if (epoch != 0) assertEq(copy_.parametersOf(epoch - 1), config.packedAt(group, epoch - 1), "the epoch before");
    }

    /// @dev Of those, and of every later one.
    function requireRightAlways(Copy copy_, ParameterGroup group) private view {
        requireRight(copy_, group);
        uint256 epoch = copy_.currentEpoch();
        assertEq(copy_.parametersOf(epoch + 1), config.packedAt(group, epoch + 1), "the next");
        assertEq(copy_.parametersOf(epoch + 99), config.packedAt(group, epoch + 99), "a later one");
    }
}
