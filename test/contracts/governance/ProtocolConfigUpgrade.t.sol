// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC1967} from "@openzeppelin/contracts/interfaces/IERC1967.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {ConfigTest} from "../support/ConfigTest.sol";
import {ListenerSpy} from "../support/ListenerSpy.sol";

/// @custom:oz-upgrades-unsafe-allow constructor
contract ProtocolConfigV2 is ProtocolConfig {
    /// @custom:storage-location erc7201:sending.storage.ProtocolConfigV2
    struct AddedStorage {
        uint256 added;
    }

    function initializeV2(uint256 value_) external reinitializer(2) {
        _added().added = value_;
    }

    function added() external view returns (uint256) {
        return _added().added;
    }

    function _added() private pure returns (AddedStorage storage $) {
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("sending.storage.ProtocolConfigV2")) - 1)) & ~bytes32(uint256(0xff));
        assembly {
            $.slot := slot
        }
    }
}

contract ProtocolConfigUpgradeTest is ConfigTest {
    ProtocolConfig private config;
    address private v2;

    function setUp() public {
        vm.warp(GENESIS);
        config = deployConfig(new AccessManager(address(this)), realClock(), allParameters(), realValues());
        v2 = address(new ProtocolConfigV2());
    }

    function test_UpgradeKeepsEverything() public {
        config.addListener(address(new ListenerSpy(config)));
        vm.warp(GENESIS + 3 days);
        setParameter(config, Parameter.MaxCommission, 1_234);
        vm.warp(GENESIS + 5 days);
        setParameter(config, Parameter.MinStakeEdge, 5 ether);
        bytes memory before = allGetters();

        vm.expectEmit(address(config));
        emit IERC1967.Upgraded(v2);
        config.upgradeToAndCall(v2, abi.encodeCall(ProtocolConfigV2.initializeV2, (77)));

        assertEq(allGetters(), before, "getters");
        assertEq(ProtocolConfigV2(address(config)).added(), 77, "the new part");
        setParameter(config, Parameter.MaxCommission, 4_321);
        assertEq(config.valueAt(Parameter.MaxCommission, 6), 4_321, "still works");
    }

    function test_RevertWhen_ReinitializedTwice() public {
        config.upgradeToAndCall(v2, abi.encodeCall(ProtocolConfigV2.initializeV2, (77)));
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        ProtocolConfigV2(address(config)).initializeV2(78);
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        config.initialize(address(this), realClock(), allParameters(), realValues());
    }

    function testFuzz_RevertWhen_UpgradedByAnybodyElse(address caller) public {
        vm.assume(caller != address(this));
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        vm.prank(caller);
        config.upgradeToAndCall(v2, "");
    }

    function test_RevertWhen_UpgradedWithoutProxy() public {
        vm.expectRevert(abi.encodeWithSelector(UUPSUpgradeable.UUPSUnauthorizedCallContext.selector));
        ProtocolConfig(v2).upgradeToAndCall(v2, "");
    }

    function allGetters() private view returns (bytes memory result) {
        result = abi.encode(config.clockParameters(), config.listeners(), config.authority(), config.currentEpoch());
        for (uint256 i = 0; i <= uint256(type(Parameter).max); i++) {
            for (uint256 epoch = 0; epoch < 8; epoch++) result = abi.encode(result, config.valueAt(Parameter(i), epoch));
        }
    }
}
