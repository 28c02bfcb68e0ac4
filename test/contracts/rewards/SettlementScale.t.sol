// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// solhint-disable no-console
import {console} from "hardhat/console.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Settlement, SettlementHash} from "../../../contracts/rewards/Settlement.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

/// What a transaction costs hangs on nothing that others, or time, can make larger: measured with one more of everything, with a hundred, and
/// with 10,000 payers and epochs. Proofs have the length of 10,000 leaves throughout.
contract SettlementScaleTest is SettlementTest {
    /// @dev Numbers with more bytes that are not zero cost more call data: 12 gas a byte.
    uint256 private constant TOLERANCE = 300;
    uint256 private constant DEPTH = 14;

    uint256 private nextPayer = 1;
    uint256 private cumulative;
    uint256 private charged;
    uint256 private clock;
    string[] private names;
    uint256[] private gas;

    function setUp() public override {
        super.setUp();
        vm.prank(bob);
        credit.deposit(bob, alice, 1_000 ether);
        clock = EPOCH;
    }

    /// hardhat-config: isolate = true
    function test_GasDoesNotGrow() public {
        _grow(1, 1, 1);
        _measureAll("settlement:");
        uint256 start = gas.length;
        _measureAll("1");
        uint256 count = gas.length - start;
        _grow(100, 100, 100);
        _measureAll("100");
        _grow(10_000, 100, 10_000);
        _measureAll("10,000");
        for (uint256 i = start; i < start + count; i++) {
            assertGt(gas[i], 21_000, string.concat("not measured: ", names[i]));
            assertLe(gas[i + count], gas[i] + TOLERANCE, names[i + count]);
            assertLe(gas[i + 2 * count], gas[i] + TOLERANCE, names[i + 2 * count]);
            console.log(string.concat(names[i - start], " at scale: %s %s %s"), gas[i], gas[i + count], gas[i + 2 * count]);
        }
    }

    function _measureAll(string memory when) private {
        // Two in a row before the one measured, so that both records were written lately.
        for (uint256 i = 0; i < 2; i++) _measured("", " settled before", address(this), _nextSettlement());
        vm.prank(bob);
        credit.requestWithdraw(alice, 3 ether);
        _measured(when, " submission by 5 guardians", address(this), _nextSettlement());
        _skip(DELAY);
        _measured(when, " execution", address(pool), abi.encodeCall(IRewardPool.execute, ()));
        bytes32 leaf = SettlementHash.earningsLeaf(alice, cumulative);
        assertEq(pool.lastFinal().earningsRoot, MerkleProof.processProof(_path(), leaf), "the root");
        _measured(when, " claim", address(pool), abi.encodeCall(IRewardPool.claim, (alice, cumulative, _path())));
        bytes memory call = abi.encodeCall(IRelayCredit.withdraw, (alice, charged, _path()));
        _measured(when, " withdrawal", address(credit), call);
        call = abi.encodeCall(IRelayCredit.deposit, (bob, alice, 2 ether));
        _measured(when, " top-up", address(credit), call);
        call = abi.encodeCall(IRelayCredit.deposit, (vm.addr(1_000_000 + nextPayer++), alice, 2 ether));
        _measured(when, " new line", address(credit), call);
        call = abi.encodeCall(IRelayCredit.requestWithdraw, (alice, 1 ether));
        _measured(when, " request", address(credit), call);
        call = abi.encodeCall(IRelayCredit.setSignerLimit, (5));
        _measured(when, " limit", address(credit), call);
    }

    /// @dev Makes time for the next epoch's settlement, with work in it, and returns the call that submits it.
    function _nextSettlement() private returns (bytes memory) {
        if (pool.pending().digest != 0) _skip(DELAY);
        clock++;
        _work(clock, 1 ether);
        (cumulative, charged) = (cumulative + 1 ether, charged + 1 ether);
        Settlement memory settlement = _settlement(clock);
        (settlement.totalCharged, settlement.totalEarned) = (1 ether, 1 ether);
        settlement.earningsRoot = MerkleProof.processProof(_path(), SettlementHash.earningsLeaf(alice, cumulative));
        settlement.chargesRoot = MerkleProof.processProof(_path(), SettlementHash.chargesLeaf(bob, alice, charged));
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, GUARDIANS);
        _warpAfter(clock, W4);
        return abi.encodeCall(IRewardPool.submitSettlement, (settlement, owners, signatures));
    }

    function _measured(string memory when, string memory what, address target, bytes memory call) private {
        if (target == address(this)) target = address(pool);
        vm.prank(bob);
        (bool success, ) = target.call(call);
        assertTrue(success, string.concat(when, what));
        if (bytes(when).length == 0) return;
        names.push(string.concat(when, what));
        gas.push(vm.lastCallGas().gasTotalUsed);
    }

    /// @dev Lines of other payers, nodes, and epochs that nobody settled.
    function _grow(uint256 lines, uint256 nodes, uint256 epochs) private {
        uint256 batch = lines > 500 ? 500 : lines;
        IRelayCredit.Deposit[] memory deposits = new IRelayCredit.Deposit[](batch);
        for (uint256 done = 0; done < lines; done += batch) {
            for (uint256 i = 0; i < batch; i++) deposits[i] = IRelayCredit.Deposit(address(uint160(1e9 + nextPayer++)), alice, 1 ether);
            credit.depositAll(deposits);
        }
        for (uint256 i = 0; i < nodes; i++) {
            address account = vm.addr(50_000 + nextPayer++);
            token.transfer(account, GUARDIAN_MIN);
            vm.startPrank(account);
            token.approve(address(staking), GUARDIAN_MIN);
            staking.registerAndStake(_registration(Role(1 + (i % 3)), account), GUARDIAN_MIN);
            vm.stopPrank();
            // So that the guardians of the test keep their two thirds.
            if (i % 3 == 1) _unstake(account, account, type(uint256).max);
            _skip(60);
        }
        clock += epochs;
        vm.warp(config.epochStart(clock));
    }

    function _path() private pure returns (bytes32[] memory path) {
        path = new bytes32[](DEPTH);
        for (uint256 i = 0; i < DEPTH; i++) path[i] = keccak256(abi.encode("sibling", i));
    }
}
