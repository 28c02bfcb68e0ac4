// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {ConfigTest} from "../support/ConfigTest.sol";

/// The clock: what the initializer accepts, and how times become epochs.
contract ProtocolConfigClockTest is ConfigTest {
    AccessManager private manager;
    ProtocolConfig private config;
    /// Created beforehand, so that `expectRevert` sees the proxy's constructor and nothing else.
    address private implementation;

    function setUp() public {
        vm.warp(GENESIS);
        manager = new AccessManager(address(this));
        implementation = address(new ProtocolConfig());
        config = deploy(realClock());
    }

    function test_ClockIsAsGiven() public view {
        IProtocolConfig.Clock memory clock = config.clockParameters();
        assertEq(abi.encode(clock), abi.encode(realClock()));
        assertEq(config.genesis(), GENESIS, "genesis");
        assertEq(config.epochDuration(), 1 days, "epochDuration");
        assertEq(config.maxSettlementDelay(), 7 days, "maxSettlementDelay");
        assertEq(config.authority(), address(manager), "authority");
    }

    function test_GenesisOfZeroIsDeploymentTime() public {
        vm.warp(GENESIS + 12345);
        IProtocolConfig.Clock memory clock = realClock();
        clock.genesis = 0;
        config = deploy(clock);
        assertEq(config.genesis(), GENESIS + 12345, "genesis");
        assertEq(config.currentEpoch(), 0, "epoch");
    }

    function test_DevnetClockIsValid() public {
        config = deployConfig(implementation, manager, devnetClock(), allParameters(), devnetValues());
        assertEq(config.maxSettlementDelay(), 300);
    }

    function test_EpochChangesAtItsFirstSecond() public {
        vm.warp(GENESIS + 1 days - 1);
        assertEq(config.currentEpoch(), 0, "last second");
        vm.warp(GENESIS + 1 days);
        assertEq(config.currentEpoch(), 1, "first second");
    }

    function testFuzz_EpochAtInvertsEpochStart(uint256 epoch, uint256 offset) public view {
        epoch = bound(epoch, 0, type(uint64).max);
        offset = bound(offset, 0, 1 days - 1);
        uint256 start = config.epochStart(epoch);
        assertEq(start, GENESIS + epoch * 1 days, "start");
        assertEq(config.epochAt(start + offset), epoch, "epoch");
    }

    function testFuzz_RevertWhen_BeforeGenesis(uint256 timestamp) public {
        timestamp = bound(timestamp, 0, GENESIS - 1);
        bytes memory expected = abi.encodeWithSelector(IProtocolConfig.BeforeGenesis.selector, timestamp, GENESIS);
        vm.expectRevert(expected);
        config.epochAt(timestamp);
        vm.warp(timestamp);
        vm.expectRevert(expected);
        config.currentEpoch();
    }

    function testFuzz_RevertWhen_ClockIsInvalid(uint256 what, uint32 amount) public {
        IProtocolConfig.Clock memory clock = realClock();
        what = bound(what, 0, 8);
        if (what == 0) clock.w1 = 0;
        if (what == 1) clock.w2 = clock.w1 - uint32(bound(amount, 0, clock.w1));
        if (what == 2) clock.w3 = clock.w2 - uint32(bound(amount, 0, clock.w2));
        if (what == 3) clock.w4 = clock.w3 - uint32(bound(amount, 0, clock.w3));
        if (what == 4) clock.epochDuration = clock.w4 - uint32(bound(amount, 1, clock.w4));
        if (what == 5) clock.settlementDelay = clock.epochDuration + uint32(bound(amount, 0, 1 days));
        if (what == 6) clock.maxLag = uint16(bound(amount, 0, 2));
        if (what == 8) clock.maxLag = uint16(bound(amount, 31, type(uint16).max));
        if (what == 7) clock.genesis = uint40(block.timestamp + 366 days + bound(amount, 1, 1 days));
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.InvalidClock.selector));
        deploy(clock);
    }

    /// Every inequality of the clock at its first invalid value.
    function test_RevertWhen_ClockIsJustInvalid() public {
        for (uint256 what = 0; what < 9; what++) {
            IProtocolConfig.Clock memory clock = tightestClock();
            if (what == 0) clock.w1 = 0;
            if (what == 1) clock.w1 = clock.w2;
            if (what == 2) clock.w2 = clock.w3;
            if (what == 3) clock.w3 = clock.w4;
            if (what == 4) clock.w4 = clock.epochDuration + 1;
            if (what == 5) clock.settlementDelay = clock.epochDuration;
            if (what == 6) clock.maxLag = 2;
            if (what == 7) clock.maxLag = 31;
            if (what == 8) clock.genesis++;
            vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.InvalidClock.selector));
            deploy(clock);
        }
    }

    /// Every inequality of the clock at its last valid value.
    function test_ClockAtItsLimits() public {
        IProtocolConfig.Clock memory clock = tightestClock();
        uint256[] memory values = devnetValues();
        values[uint256(Parameter.InactivityEpochs)] = 1;
        config = deployConfig(implementation, manager, clock, allParameters(), values);
        assertEq(config.maxSettlementDelay(), 16, "maxSettlementDelay");
        clock.maxLag = 30;
        config = deployConfig(implementation, manager, clock, allParameters(), values);
        assertEq(config.maxSettlementDelay(), 124, "the longest lag");
    }

    function test_RevertWhen_InitializedTwice() public {
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        config.initialize(address(manager), realClock(), allParameters(), realValues());
    }

    function test_RevertWhen_ImplementationIsInitialized() public {
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        ProtocolConfig(implementation).initialize(address(manager), realClock(), allParameters(), realValues());
    }

    function test_StorageIsNamespaced() public view {
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("sending.storage.ProtocolConfig")) - 1)) & ~bytes32(uint256(0xff));
        assertEq(uint256(vm.load(address(config), slot)) & type(uint40).max, GENESIS, "clock's slot");
        assertEq(vm.load(address(config), 0), 0, "slot 0");
    }

    function deploy(IProtocolConfig.Clock memory clock) private returns (ProtocolConfig) {
        return deployConfig(implementation, manager, clock, allParameters(), realValues());
    }

    function tightestClock() private view returns (IProtocolConfig.Clock memory) {
        return
            IProtocolConfig.Clock({
                genesis: uint40(block.timestamp + 366 days),
                epochDuration: 4,
                w1: 1,
                w2: 2,
                w3: 3,
                w4: 4,
                settlementDelay: 3,
                maxLag: 3
            });
    }
}
