// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Settlement, SettlementHash} from "../../../contracts/rewards/Settlement.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// Deposits, requests, withdrawals and settlements in any order, against a model of plain numbers whose guardians charge as the protocol says.
contract RelayCreditModelTest is SettlementTest {
    using StandardTree for bytes32[];

    /// @dev What the model knows of a payer's line at alice's node.
    struct Plain {
        uint256 deposited;
        uint256 paidOut;
        uint256 charged;
        uint256 requested;
        uint256 requestEpoch;
        uint256 opened;
        bool open;
    }

    address[3] private payers;
    Plain[3] private lines;
    /// @dev Deposited by each payer before the end of an epoch.
    mapping(uint256 payer => mapping(uint256 epoch => uint256)) private depositedBy;
    uint256 private settled;

    function setUp() public override {
        super.setUp();
        payers = [bob, carol, heidi];
        vm.prank(heidi);
        token.approve(address(credit), type(uint256).max);
        settled = EPOCH - 1;
    }

    function testFuzz_linesFollowTheModel(uint256 seed) public {
        uint256 epoch = EPOCH + 1;
        for (; epoch <= EPOCH + 10; epoch++) {
            _workBefore(epoch);
            for (uint256 step = 0; step < 4; step++) {
                seed = uint256(keccak256(abi.encode(seed)));
                _act(seed, epoch);
            }
            seed = uint256(keccak256(abi.encode(seed)));
            // Most epochs are settled, some only with a later one; never so late that one lapses.
            if (seed % 3 != 0 || epoch - 1 - settled >= MAX_LAG) _settleAll(epoch - 1, seed);
            for (uint256 i = 0; i < 3; i++) depositedBy[i][epoch] = lines[i].deposited;
            _requireAll();
        }
        _everybodyLeaves(epoch);
    }

    /// @dev As much as can be worked in the epoch before; then it is the morning of this one.
    function _workBefore(uint256 epoch) private {
        _work(epoch - 1, 199_000 ether);
        vm.warp(config.epochStart(epoch) + 6 hours);
    }

    function _act(uint256 seed, uint256 epoch) private {
        uint256 who = seed % 3;
        uint256 kind = (seed >> 8) % 3;
        uint256 amount = 1 ether + ((seed >> 16) % 100 ether);
        if (kind == 0) {
            vm.prank(payers[(seed >> 200) % 3]);
            credit.deposit(payers[who], alice, amount);
            if (!lines[who].open) (lines[who].open, lines[who].opened) = (true, epoch);
            lines[who].deposited += amount;
        } else if (kind == 1) {
            uint256 free = lines[who].deposited - lines[who].paidOut - lines[who].requested;
            if (free == 0) return;
            amount = 1 + (amount % free);
            vm.prank(payers[who]);
            credit.requestWithdraw(alice, amount);
            lines[who].requested += amount;
            lines[who].requestEpoch = epoch;
        } else if (lines[who].requested != 0) {
            _withdraw(who);
        }
    }

    function _withdraw(uint256 who) private {
        Plain storage line = lines[who];
        bool final_ = settled != EPOCH - 1;
        bytes32[] memory proof = final_ && line.opened <= settled ? _tree().proof(_leaf(who)) : _none();
        if (line.requestEpoch > settled) {
            vm.expectRevert(abi.encodeWithSelector(IRelayCredit.EpochNotClosed.selector, line.requestEpoch));
            vm.prank(payers[who]);
            credit.withdraw(alice, line.charged, proof);
            return;
        }
        uint256 left = line.deposited - line.paidOut - line.charged;
        uint256 expected = line.requested < left ? line.requested : left;
        uint256 before = token.balanceOf(payers[who]);
        vm.prank(payers[who]);
        assertEq(credit.withdraw(alice, line.charged, proof), expected, "paid");
        assertEq(token.balanceOf(payers[who]), before + expected, "received");
        line.paidOut += expected;
        (line.requested, line.requestEpoch) = (0, 0);
    }

    /// @dev Charges every line a part of what the epochs after the last settlement could use of it.
    function _settleAll(uint256 epoch, uint256 seed) private {
        uint256 total = 0;
        for (uint256 covered = settled + 1; covered <= epoch; covered++) {
            for (uint256 i = 0; i < 3; i++) {
                Plain storage line = lines[i];
                uint256 spent = line.charged + line.paidOut;
                if (line.requested != 0 && line.requestEpoch < covered) spent += line.requested;
                uint256 available = depositedBy[i][covered] > spent ? depositedBy[i][covered] - spent : 0;
                // All of it, often.
                uint256 charge = (seed >> (32 + i)) % 2 == 0 ? available : (available * ((seed >> 64) % 101)) / 100;
                line.charged += charge;
                total += charge;
            }
        }
        settled = epoch;
        Settlement memory settlement = _settlement(epoch);
        (settlement.totalCharged, settlement.chargesRoot) = (total, _tree().root());
        _settle(settlement);
        if (seed % 2 == 0) pool.execute();
    }

    /// @dev Once everything is settled, nobody is owed anything but what was charged.
    function _everybodyLeaves(uint256 epoch) private {
        _workBefore(epoch);
        for (uint256 i = 0; i < 3; i++) {
            uint256 free = lines[i].deposited - lines[i].paidOut - lines[i].requested;
            depositedBy[i][epoch] = lines[i].deposited;
            if (free == 0) continue;
            vm.prank(payers[i]);
            credit.requestWithdraw(alice, type(uint256).max);
            lines[i].requested += free;
            lines[i].requestEpoch = epoch;
        }
        _settleAll(epoch - 1, 1);
        _workBefore(epoch + 1);
        _settleAll(epoch, 2);
        for (uint256 i = 0; i < 3; i++) if (lines[i].requested != 0) _withdraw(i);
        _requireAll();
        assertEq(credit.creditHeld(), 0, "nothing is left");
    }

    function _requireAll() private view {
        uint256 held = 0;
        for (uint256 i = 0; i < 3; i++) {
            Plain storage plain = lines[i];
            IRelayCredit.CreditLine memory line = credit.lineOf(payers[i], alice);
            assertEq(line.balance, plain.deposited - plain.paidOut, "balance");
            assertEq(line.requested, plain.requested, "requested");
            assertEq(line.requestEpoch, plain.requestEpoch, "request epoch");
            assertEq(line.openedEpoch, plain.opened, "opened");
            assertLe(plain.charged + plain.paidOut, plain.deposited, "never overdrawn");
            held += line.balance;
        }
        (, , , uint256 setAside) = pool.creditTerms(0);
        uint256 charged = pool.lastFinal().cumulativeCharged;
        assertEq(credit.creditHeld(), held - (charged - setAside), "held");
        assertEq(token.balanceOf(address(credit)), credit.creditHeld(), "covered");
    }

    /// @dev A leaf for every line opened by the end of the last epoch settled.
    function _tree() private view returns (bytes32[] memory) {
        uint256 count = 0;
        for (uint256 i = 0; i < 3; i++) if (lines[i].open && lines[i].opened <= settled) count++;
        bytes32[] memory leaves = new bytes32[](count);
        for (uint256 i = 0; i < 3; i++) if (lines[i].open && lines[i].opened <= settled) leaves[--count] = _leaf(i);
        return leaves.build();
    }

    function _leaf(uint256 who) private view returns (bytes32) {
        return SettlementHash.chargesLeaf(payers[who], alice, lines[who].charged);
    }
}
