// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC1967} from "@openzeppelin/contracts/interfaces/IERC1967.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProtocolConfig} from "../../../contracts/governance/IProtocolConfig.sol";
import {RewardPool} from "../../../contracts/rewards/RewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {INodeStaking} from "../../../contracts/staking/INodeStaking.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// A later version with state of its own.
contract RewardPoolV2 is RewardPool {
    /// @custom:storage-location erc7201:sending.storage.RewardPoolV2
    struct AddedStorage {
        uint256 added;
    }

    constructor(
        IERC20 token_,
        INodeStaking staking_,
        IRelayCredit credit_,
        IWorkProofs work_,
        IProtocolConfig config_
    ) RewardPool(token_, staking_, credit_, work_, config_) {}

    function initializeV2(uint256 value) external reinitializer(2) {
        _added().added = value;
    }

    function added() external view returns (uint256) {
        return _added().added;
    }

    function _added() private pure returns (AddedStorage storage $) {
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("sending.storage.RewardPoolV2")) - 1)) & ~bytes32(uint256(0xff));
        assembly {
            $.slot := slot
        }
    }
}

contract RewardPoolUpgradeTest is SettlementTest {
    using StandardTree for bytes32[];

    address private v2;

    function setUp() public override {
        super.setUp();
        v2 = address(new RewardPoolV2(token, staking, credit, work, config));
    }

    /// @dev In the middle of everything: a final settlement that is not executed, a claim behind it, another one pending.
    function test_keepsEverything() public {
        for (uint256 i = 0; i < 3; i++) {
            _workAndCredit(EPOCH + i, 50 ether);
            Settlement memory settlement = _settlement(EPOCH + i);
            (settlement.totalCharged, settlement.totalEarned) = (50 ether, 90 ether);
            settlement.earningsRoot = _earnings(alice, 90 ether * (i + 1)).root();
            settlement.chargesRoot = _charges(bob, alice, 50 ether * (i + 1)).root();
            _submitInTime(settlement);
            if (i == 2) break;
            _skip(DELAY);
            if (i == 0) pool.claim(alice, 90 ether, _earningsProof(alice, 90 ether));
        }
        bytes memory before = _getters();
        vm.expectEmit(address(pool));
        emit IERC1967.Upgraded(v2);
        vm.prank(admin);
        pool.upgradeToAndCall(v2, abi.encodeCall(RewardPoolV2.initializeV2, (77)));
        assertEq(_getters(), before, "getters");
        assertEq(RewardPoolV2(address(pool)).added(), 77, "the new part");
        _skip(DELAY);
        assertEq(pool.claim(alice, 270 ether, _earningsProof(alice, 270 ether)), 180 ether, "goes on");
        assertEq(credit.creditHeld(), 0, "all charges are collected");
    }

    function test_RevertWhen_InitializedAgain() public {
        bytes memory refusal = abi.encodeWithSelector(Initializable.InvalidInitialization.selector);
        vm.prank(admin);
        pool.upgradeToAndCall(v2, abi.encodeCall(RewardPoolV2.initializeV2, (77)));
        vm.expectRevert(refusal);
        RewardPoolV2(address(pool)).initializeV2(78);
        vm.expectRevert(refusal);
        pool.initialize(address(this), address(this), 1);
        vm.expectRevert(refusal);
        RewardPool(v2).initialize(address(this), address(this), 1);
    }

    function testFuzz_RevertWhen_UpgradedByAnybodyElse(address caller) public {
        vm.assume(caller != admin);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        vm.prank(caller);
        pool.upgradeToAndCall(v2, "");
    }

    function test_RevertWhen_UpgradedWithoutProxy() public {
        vm.expectRevert(abi.encodeWithSelector(UUPSUpgradeable.UUPSUnauthorizedCallContext.selector));
        RewardPool(v2).upgradeToAndCall(v2, "");
    }

    function _getters() private view returns (bytes memory result) {
        result = abi.encode(pool.lastFinal(), pool.pending(), pool.nextEpoch(), pool.cancellationsLeft(), pool.contributed());
        result = abi.encode(result, pool.claimedBy(alice), pool.authority(), pool.token(), pool.staking(), pool.credit(), pool.work());
        for (uint256 epoch = 0; epoch < 20; epoch++) {
            (bool closed, uint256 covered, bytes32 root, uint256 setAside) = pool.creditTerms(epoch);
            result = abi.encode(result, pool.isClosed(epoch), closed, covered, root, setAside);
        }
    }
}
