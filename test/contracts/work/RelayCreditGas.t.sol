// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// solhint-disable no-console
import {console} from "hardhat/console.sol";
import {Settlement, SettlementHash} from "../../../contracts/rewards/Settlement.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// @title Ceilings of whole transactions with credit, in steady state
/// @dev Two settlements are final and executed, another is pending; trees have 10,000 leaves. One measured call a test.
contract RelayCreditGasTest is SettlementTest {
    using StandardTree for bytes32[];

    uint256 private constant LEAVES = 10_000;

    uint256 private charged = 20 ether;
    bytes32[] private path;

    function setUp() public override {
        super.setUp();
        vm.startPrank(bob);
        credit.deposit(bob, alice, 100 ether);
        credit.deposit(bob, carol, 100 ether);
        credit.setSignerLimit(1_000);
        credit.requestWithdraw(alice, 30 ether);
        vm.stopPrank();
        bytes32[] memory tree = _tree();
        path = tree.proof(SettlementHash.chargesLeaf(bob, alice, charged));
        assertEq(path.length, 14, "a tree of 10,000 leaves");
        for (uint256 i = 0; i < 3; i++) {
            _work(EPOCH + i, 10 ether);
            Settlement memory settlement = _settlement(EPOCH + i);
            (settlement.totalCharged, settlement.chargesRoot) = (10 ether, tree.root());
            _submitInTime(settlement);
            if (i == 2) break;
            _skip(DELAY);
            pool.execute();
        }
    }

    /// hardhat-config: isolate = true
    function test_gasOfFirstDeposit() public {
        vm.prank(carol);
        credit.deposit(carol, alice, 50 ether);
        _report("deposit credit, new line", 90_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfTopUp() public {
        vm.prank(bob);
        credit.deposit(bob, alice, 50 ether);
        _report("deposit credit, top-up", 70_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfFiveDeposits() public {
        IRelayCredit.Deposit[] memory deposits = new IRelayCredit.Deposit[](5);
        for (uint256 i = 0; i < 5; i++) deposits[i] = IRelayCredit.Deposit(carol, vm.addr(1 + i), 50 ether);
        vm.prank(carol);
        credit.depositAll(deposits);
        _report("deposit credit, five new lines", 200_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfRequest() public {
        vm.prank(bob);
        credit.requestWithdraw(carol, 30 ether);
        _report("request credit back", 45_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfWithdrawal() public {
        vm.prank(bob);
        credit.withdraw(alice, charged, path);
        _report("withdraw credit", 83_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLimit() public {
        vm.prank(bob);
        credit.setSignerLimit(2_000);
        _report("limit signers", 45_000);
    }

    /// @dev Its shape has leaves of depth 13 and 14; the smallest are the deepest.
    function _tree() private returns (bytes32[] memory) {
        while (uint256(SettlementHash.chargesLeaf(bob, alice, charged)) >> 254 != 0) charged++;
        bytes32[] memory leaves = new bytes32[](LEAVES);
        leaves[0] = SettlementHash.chargesLeaf(bob, alice, charged);
        for (uint256 i = 1; i < LEAVES; i++) leaves[i] = keccak256(abi.encode(i));
        return leaves.build();
    }

    function _report(string memory verb, uint256 ceiling) private view {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        console.log("%s: %s of %s", verb, used, ceiling);
        assertLe(used, ceiling, verb);
    }
}
