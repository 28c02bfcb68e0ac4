// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC1967} from "@openzeppelin/contracts/interfaces/IERC1967.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProtocolConfig} from "../../../contracts/governance/IProtocolConfig.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {Test} from "../support/Test.sol";
import {StakingCampaign} from "./invariants/StakingCampaign.sol";

/// A later version with state of its own.
contract NodeStakingV2 is NodeStaking {
    /// @custom:storage-location erc7201:sending.storage.NodeStakingV2
    struct AddedStorage {
        uint256 added;
    }

    constructor(IERC20 token_, IProtocolConfig config_) NodeStaking(token_, config_) {}

    function initializeV2(uint256 value) external reinitializer(2) {
        _added().added = value;
    }

    function added() external view returns (uint256) {
        return _added().added;
    }

    function _added() private pure returns (AddedStorage storage $) {
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("sending.storage.NodeStakingV2")) - 1)) & ~bytes32(uint256(0xff));
        assembly {
            $.slot := slot
        }
    }
}

/// A campaign that can be upgraded in between.
contract UpgradingCampaign is StakingCampaign {
    function upgrade(address implementation, bytes calldata call) external {
        staking.upgradeToAndCall(implementation, call);
    }

    /// All that can be read of the present.
    function allGetters() external view returns (bytes memory result) {
        result = abi.encode(staking.fundOwed(), staking.entriesPausedUntil(), staking.authority(), staking.token(), staking.config());
        result = abi.encode(result, staking.rewardPool(), staking.undistributedRewards());
        for (uint256 role = 0; role < 4; role++) result = abi.encode(result, staking.nodeCount(Role(role)));
        for (uint256 i = 0; i < roles.length; i++) {
            address node = accounts[i];
            result = abi.encode(result, staking.nodeInfo(node), staking.getVotes(node), staking.previousWeightOf(node));
            for (uint256 j = 0; j < accounts.length; j++) result = abi.encode(result, staking.positionInfo(node, accounts[j]));
        }
        for (uint256 i = 0; i < open.length; i++) {
            result = abi.encode(result, staking.unstakeRequest(open[i].node, open[i].account, open[i].id));
        }
        for (uint256 i = 0; i < times.length; i++) result = abi.encode(result, staking.getPastTotalSupply(times[i]));
    }
}

contract NodeStakingUpgradeTest is Test {
    UpgradingCampaign private campaign;
    NodeStaking private staking;
    address private v2;

    function setUp() public {
        campaign = new UpgradingCampaign();
        campaign.begin();
        staking = campaign.staking();
        v2 = address(new NodeStakingV2(campaign.token(), campaign.config()));
    }

    function test_UpgradeKeepsEverything() public {
        campaign.play("before", 300);
        campaign.checkAll();
        bytes memory before = campaign.allGetters();

        vm.expectEmit(address(staking));
        emit IERC1967.Upgraded(v2);
        campaign.upgrade(v2, abi.encodeCall(NodeStakingV2.initializeV2, (77)));

        assertEq(campaign.allGetters(), before, "getters");
        assertEq(NodeStakingV2(address(staking)).added(), 77, "the new part");
        campaign.play("after", 300);
        campaign.checkAll();
        campaign.everybodyLeaves();
        campaign.checkEmpty();
    }

    function test_RevertWhen_InitializedAgain() public {
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        staking.initialize(address(this));
        campaign.upgrade(v2, abi.encodeCall(NodeStakingV2.initializeV2, (77)));
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        NodeStakingV2(address(staking)).initializeV2(78);
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        staking.initialize(address(this));
    }

    function test_RevertWhen_ImplementationIsInitialized() public {
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        NodeStaking(v2).initialize(address(this));
    }

    function testFuzz_RevertWhen_UpgradedByAnybodyElse(address caller) public {
        vm.assume(caller != address(campaign));
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        vm.prank(caller);
        staking.upgradeToAndCall(v2, "");
    }

    function test_RevertWhen_NewImplementationIsNone() public {
        address none = address(campaign.token());
        vm.expectPartialRevert(IERC1967Errors.ERC1967InvalidImplementation.selector);
        campaign.upgrade(none, "");
    }

    function test_RevertWhen_UpgradedWithoutProxy() public {
        vm.expectRevert(abi.encodeWithSelector(UUPSUpgradeable.UUPSUnauthorizedCallContext.selector));
        NodeStaking(v2).upgradeToAndCall(v2, "");
    }
}

interface IERC1967Errors {
    error ERC1967InvalidImplementation(address implementation);
}
