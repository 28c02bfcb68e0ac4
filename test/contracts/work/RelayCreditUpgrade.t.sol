// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC1967} from "@openzeppelin/contracts/interfaces/IERC1967.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProtocolConfig} from "../../../contracts/governance/IProtocolConfig.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {RelayCredit} from "../../../contracts/work/RelayCredit.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// A later version with state of its own.
contract RelayCreditV2 is RelayCredit {
    /// @custom:storage-location erc7201:sending.storage.RelayCreditV2
    struct AddedStorage {
        uint256 added;
    }

    constructor(IERC20 token_, IProtocolConfig config_) RelayCredit(token_, config_) {}

    function initializeV2(uint256 value) external reinitializer(2) {
        _added().added = value;
    }

    function added() external view returns (uint256) {
        return _added().added;
    }

    function _added() private pure returns (AddedStorage storage $) {
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("sending.storage.RelayCreditV2")) - 1)) & ~bytes32(uint256(0xff));
        assembly {
            $.slot := slot
        }
    }
}

contract RelayCreditUpgradeTest is SettlementTest {
    using StandardTree for bytes32[];

    address private v2;

    function setUp() public override {
        super.setUp();
        v2 = address(new RelayCreditV2(token, config));
    }

    function test_keepsEverything() public {
        vm.startPrank(bob);
        credit.deposit(bob, alice, 100 ether);
        credit.deposit(carol, alice, 10 ether);
        credit.requestWithdraw(alice, 70 ether);
        credit.setSignerLimit(5);
        vm.stopPrank();
        _work(EPOCH, 40 ether);
        Settlement memory settlement = _settlement(EPOCH);
        (settlement.totalCharged, settlement.chargesRoot) = (40 ether, _charges(bob, alice, 40 ether).root());
        _settle(settlement);
        bytes memory before = _getters();
        vm.expectEmit(address(credit));
        emit IERC1967.Upgraded(v2);
        vm.prank(admin);
        credit.upgradeToAndCall(v2, abi.encodeCall(RelayCreditV2.initializeV2, (77)));
        assertEq(_getters(), before, "getters");
        assertEq(RelayCreditV2(address(credit)).added(), 77, "the new part");
        bytes32[] memory proof = _chargesProof(bob, alice, 40 ether);
        vm.prank(bob);
        assertEq(credit.withdraw(alice, 40 ether, proof), 60 ether, "goes on");
        pool.execute();
        assertEq(credit.creditHeld(), 10 ether, "carol's");
    }

    function test_RevertWhen_InitializedAgain() public {
        bytes memory refusal = abi.encodeWithSelector(Initializable.InvalidInitialization.selector);
        vm.prank(admin);
        credit.upgradeToAndCall(v2, abi.encodeCall(RelayCreditV2.initializeV2, (77)));
        vm.expectRevert(refusal);
        RelayCreditV2(address(credit)).initializeV2(78);
        vm.expectRevert(refusal);
        credit.initialize(address(this));
        vm.expectRevert(refusal);
        RelayCredit(v2).initialize(address(this));
    }

    function testFuzz_RevertWhen_UpgradedByAnybodyElse(address caller) public {
        vm.assume(caller != admin);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        vm.prank(caller);
        credit.upgradeToAndCall(v2, "");
    }

    function test_RevertWhen_UpgradedWithoutProxy() public {
        vm.expectRevert(abi.encodeWithSelector(UUPSUpgradeable.UUPSUnauthorizedCallContext.selector));
        RelayCredit(v2).upgradeToAndCall(v2, "");
    }

    function _getters() private view returns (bytes memory result) {
        result = abi.encode(credit.creditHeld(), credit.rewardPool(), credit.entriesPausedUntil(), credit.authority());
        address[3] memory payers = [bob, carol, heidi];
        for (uint256 i = 0; i < 3; i++) {
            result = abi.encode(result, credit.lineOf(payers[i], alice), credit.lineOf(payers[i], carol));
            for (uint256 epoch = 0; epoch < 20; epoch++) result = abi.encode(result, credit.signerLimitAt(payers[i], epoch));
        }
    }
}
