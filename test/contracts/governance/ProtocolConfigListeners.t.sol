// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {ConfigTest} from "../support/ConfigTest.sol";
import {ListenerSpy} from "../support/ListenerSpy.sol";

contract ProtocolConfigListenersTest is ConfigTest {
    ProtocolConfig private config;
    address private stranger = makeAddr("stranger");

    function setUp() public {
        vm.warp(GENESIS);
        config = deployConfig(new AccessManager(address(this)), realClock(), allParameters(), realValues());
    }

    function test_ListenerIsToldWhenAddedAndAfterEachChange() public {
        ListenerSpy spy = new ListenerSpy(config);
        vm.expectEmit();
        emit IProtocolConfig.ListenerAdded(address(spy));
        config.addListener(address(spy));
        assertEq(spy.told(), 1, "when added");
        setParameter(config, Parameter.UnbondingPeriod, 20 days);
        assertEq(spy.told(), 2, "after a change");
        assertEq(spy.unbondingSeen(), 20 days, "the change can be read by then");
        assertEq(config.listeners().length, 1, "listeners");
        assertEq(config.listeners()[0], address(spy), "listener");
    }

    function test_RemovedListenerIsToldNothing() public {
        ListenerSpy first = new ListenerSpy(config);
        ListenerSpy second = new ListenerSpy(config);
        config.addListener(address(first));
        config.addListener(address(second));
        vm.expectEmit();
        emit IProtocolConfig.ListenerRemoved(address(first));
        config.removeListener(address(first));
        setParameter(config, Parameter.UnbondingPeriod, 20 days);
        assertEq(first.told(), 1, "removed");
        assertEq(second.told(), 2, "the other");
        assertEq(config.listeners().length, 1, "listeners");
    }

    function test_RevertWhen_ListenerIsKnown() public {
        ListenerSpy spy = new ListenerSpy(config);
        config.addListener(address(spy));
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.ListenerKnown.selector, address(spy)));
        config.addListener(address(spy));
    }

    function test_RevertWhen_ListenerIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.ListenerUnknown.selector, stranger));
        config.removeListener(stranger);
    }

    function test_RevertWhen_ListenerIsNoListener() public {
        vm.expectRevert();
        config.addListener(stranger);
        assertEq(config.listeners().length, 0);
    }

    function test_RevertWhen_TooManyListeners() public {
        for (uint256 i = 0; i < 8; i++) config.addListener(address(new ListenerSpy(config)));
        address ninth = address(new ListenerSpy(config));
        vm.expectRevert(abi.encodeWithSelector(IProtocolConfig.TooManyListeners.selector, 8));
        config.addListener(ninth);
    }

    function test_RevertWhen_CallerIsNobody() public {
        bytes memory expected = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(expected);
        config.addListener(stranger);
        vm.expectRevert(expected);
        config.removeListener(stranger);
    }
}
