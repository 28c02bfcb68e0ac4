// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {PermitSignature} from "../../../contracts/common/Permit.sol";
import {EntryPause} from "../../../contracts/governance/EntryPause.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// How credit comes in, and how the signers of a payer are limited.
contract RelayCreditDepositTest is SettlementTest {
    using StandardTree for bytes32[];

    function test_opensALine() public {
        uint256 before = token.balanceOf(bob);
        vm.expectEmit(address(credit));
        emit IRelayCredit.Deposited(bob, alice, bob, 5 ether, 5 ether, EPOCH);
        _deposit(bob, bob, 5 ether);
        assertEq(token.balanceOf(bob), before - 5 ether, "paid");
        assertEq(token.balanceOf(address(credit)), 5 ether, "received");
        assertEq(credit.creditHeld(), 5 ether, "held");
        _requireLine(bob, 5 ether, 0, 0, EPOCH);
        _requireLine(carol, 0, 0, 0, 0);
    }

    /// @dev Anybody may add to anybody's line, which stays as old as it is.
    function test_topsUpAnothersLine() public {
        _deposit(bob, bob, 5 ether);
        _skip(3 * DAY);
        vm.expectEmit(address(credit));
        emit IRelayCredit.Deposited(bob, alice, carol, 2 ether, 7 ether, EPOCH);
        _deposit(carol, bob, 2 ether);
        _requireLine(bob, 7 ether, 0, 0, EPOCH);
    }

    /// @dev The line of an epoch's last second is a day older than that of the next one's first.
    function test_openedInTheEpochOfTheBlock() public {
        vm.warp(config.epochStart(EPOCH + 1) - 1);
        _deposit(bob, bob, 5 ether);
        vm.warp(config.epochStart(EPOCH + 1));
        _deposit(carol, carol, 5 ether);
        _requireLine(bob, 5 ether, 0, 0, EPOCH);
        _requireLine(carol, 5 ether, 0, 0, EPOCH + 1);
    }

    /// @dev Before genesis it is epoch 0.
    function test_depositsBeforeGenesis() public {
        vm.warp(GENESIS - 1 days);
        _deposit(bob, bob, 5 ether);
        _requireLine(bob, 5 ether, 0, 0, 0);
        vm.prank(bob);
        credit.requestWithdraw(alice, 5 ether);
        _requireLine(bob, 5 ether, 5 ether, 0, 0);
    }

    function test_RevertWhen_DepositIsSmall() public {
        bytes memory refusal = abi.encodeWithSelector(IRelayCredit.BelowMinimumDeposit.selector, 1 ether - 1, 1 ether);
        vm.expectRevert(refusal);
        _deposit(bob, bob, 1 ether - 1);
        _deposit(bob, bob, 1 ether);
        vm.expectRevert(refusal);
        _deposit(bob, bob, 1 ether - 1);
        _govern(Parameter.MinDeposit, 3 ether);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.BelowMinimumDeposit.selector, 3 ether - 1, 3 ether));
        _deposit(bob, bob, 3 ether - 1);
        _deposit(bob, bob, 3 ether);
    }

    function test_RevertWhen_SomebodyIsZero() public {
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.ZeroAddress.selector));
        credit.deposit(address(0), alice, 5 ether);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.ZeroAddress.selector));
        credit.deposit(bob, address(0), 5 ether);
        vm.stopPrank();
    }

    function test_RevertWhen_ItIsNotAllowed() public {
        bytes memory refusal = abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(credit), 0, 5 ether);
        vm.expectRevert(refusal);
        _deposit(grace, grace, 5 ether);
    }

    function test_RevertWhen_TheAmountIsAbsurd() public {
        vm.startPrank(bob);
        vm.expectPartialRevert(bytes4(keccak256("SafeCastOverflowedUintDowncast(uint8,uint256)")));
        credit.deposit(bob, alice, 1 << 96);
        vm.expectRevert();
        credit.deposit(bob, alice, type(uint256).max);
        vm.stopPrank();
    }

    function test_depositsToSeveralLinesAtOnce() public {
        IRelayCredit.Deposit[] memory deposits = _three();
        vm.expectEmit(address(credit));
        emit IRelayCredit.Deposited(bob, alice, bob, 1 ether, 1 ether, EPOCH);
        vm.expectEmit(address(credit));
        emit IRelayCredit.Deposited(carol, alice, bob, 2 ether, 2 ether, EPOCH);
        vm.expectEmit(address(credit));
        emit IRelayCredit.Deposited(bob, alice, bob, 4 ether, 5 ether, EPOCH);
        vm.prank(bob);
        credit.depositAll(deposits);
        _requireLine(bob, 5 ether, 0, 0, EPOCH);
        _requireLine(carol, 2 ether, 0, 0, EPOCH);
        assertEq(credit.creditHeld(), 7 ether, "held");
        assertEq(token.balanceOf(bob), FUNDS - 7 ether, "paid by one");
    }

    function test_RevertWhen_OneOfSeveralIsWrong() public {
        IRelayCredit.Deposit[] memory deposits = _three();
        deposits[2].amount = 1 ether - 1;
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.BelowMinimumDeposit.selector, 1 ether - 1, 1 ether));
        credit.depositAll(deposits);
        deposits[2] = IRelayCredit.Deposit(bob, address(0), 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.ZeroAddress.selector));
        credit.depositAll(deposits);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.ZeroAmount.selector));
        credit.depositAll(new IRelayCredit.Deposit[](0));
        vm.stopPrank();
    }

    function test_depositsWithPermit() public {
        (address payer_, PermitSignature memory permit) = _permit(7 ether);
        vm.prank(payer_);
        credit.depositAllWithPermit(_three(), permit);
        assertEq(credit.creditHeld(), 7 ether, "held");
        assertEq(token.allowance(payer_, address(credit)), 0, "used up");
    }

    /// @dev Somebody who uses a permit first does no harm.
    function test_depositsWithAPermitThatWasUsed() public {
        (address payer_, PermitSignature memory permit) = _permit(7 ether);
        vm.prank(stranger);
        token.permit(payer_, address(credit), 7 ether, permit.deadline, permit.v, permit.r, permit.s);
        vm.prank(payer_);
        credit.depositAllWithPermit(_three(), permit);
        assertEq(credit.creditHeld(), 7 ether, "held");
    }

    function test_RevertWhen_PermitIsForAnotherSum() public {
        (address payer_, PermitSignature memory permit) = _permit(7 ether + 1);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(credit), 0, 7 ether));
        vm.prank(payer_);
        credit.depositAllWithPermit(_three(), permit);
    }

    function test_RevertWhen_NoPermittedDepositIsGiven() public {
        (address payer_, PermitSignature memory permit) = _permit(0);
        vm.expectRevert(abi.encodeWithSelector(IRelayCredit.ZeroAmount.selector));
        vm.prank(payer_);
        credit.depositAllWithPermit(new IRelayCredit.Deposit[](0), permit);
    }

    /// @dev A pause stops what comes in; what goes out, and who may sign, it does not touch.
    function test_pauseStopsEntriesOnly() public {
        _deposit(bob, bob, 5 ether);
        (, PermitSignature memory permit) = _permit(7 ether);
        vm.prank(council);
        credit.pauseEntries(7 days);
        bytes memory refusal = abi.encodeWithSelector(EntryPause.EntriesArePaused.selector, vm.getBlockTimestamp() + 7 days);
        vm.startPrank(bob);
        vm.expectRevert(refusal);
        credit.deposit(bob, alice, 1 ether);
        vm.expectRevert(refusal);
        credit.depositAll(_three());
        vm.expectRevert(refusal);
        credit.depositAllWithPermit(_three(), permit);
        credit.requestWithdraw(alice, 5 ether);
        credit.setSignerLimit(3);
        vm.stopPrank();
        uint256 snapshot = vm.snapshotState();
        vm.prank(council);
        credit.unpauseEntries();
        _deposit(bob, bob, 1 ether);
        vm.revertToState(snapshot);
        _skip(7 days - 1);
        vm.expectRevert(refusal);
        _deposit(bob, bob, 1 ether);
        _skip(1);
        _deposit(bob, bob, 1 ether);
    }

    /// @dev Settled, collected and withdrawn while the pause lasts.
    function test_withdrawsWhilePaused() public {
        _workAndCredit(EPOCH, 100 ether);
        vm.prank(bob);
        credit.requestWithdraw(alice, type(uint256).max);
        vm.prank(council);
        credit.pauseEntries(7 days);
        Settlement memory settlement = _settlement(EPOCH + 1);
        (settlement.totalCharged, settlement.chargesRoot) = (60 ether, _charges(bob, alice, 60 ether).root());
        _settle(settlement);
        pool.execute();
        bytes32[] memory proof = _chargesProof(bob, alice, 60 ether);
        vm.prank(bob);
        assertEq(credit.withdraw(alice, 60 ether, proof), 40 ether, "withdrawn");
    }

    function test_limitsSigners() public {
        assertEq(credit.signerLimitAt(bob, EPOCH + 100), type(uint64).max, "none");
        vm.expectEmit(address(credit));
        emit IRelayCredit.SignerLimitSet(bob, 100, EPOCH + 1);
        _limit(100);
        _requireLimits(type(uint64).max, 100, 100);
        _limit(0);
        _requireLimits(type(uint64).max, 0, 0);
        vm.warp(config.epochStart(EPOCH + 1) - 1);
        _limit(7);
        _requireLimits(type(uint64).max, 7, 7);
        vm.warp(config.epochStart(EPOCH + 1));
        _limit(9);
        assertEq(credit.signerLimitAt(bob, EPOCH + 1), 7, "this epoch");
        assertEq(credit.signerLimitAt(bob, EPOCH + 2), 9, "the next");
        _skip(5 * DAY);
        _limit(type(uint64).max);
        assertEq(credit.signerLimitAt(bob, EPOCH + 5), 9, "the one before");
        assertEq(credit.signerLimitAt(bob, EPOCH + 6), 9, "this one");
        assertEq(credit.signerLimitAt(bob, EPOCH + 7), type(uint64).max, "no limit any more");
        assertEq(credit.signerLimitAt(carol, EPOCH + 7), type(uint64).max, "others have none");
    }

    /// @dev What the last setting of an epoch says is in force from the next one on, and never in its own.
    function testFuzz_limitsAgainstAPlainList(uint64[8] memory units, uint8[8] memory gaps) public {
        uint64[] memory plain = new uint64[](EPOCH + 40);
        uint256 epoch = EPOCH;
        for (uint256 i = 0; i < plain.length; i++) plain[i] = type(uint64).max;
        for (uint256 i = 0; i < units.length; i++) {
            epoch += gaps[i] % 4;
            vm.warp(config.epochStart(epoch) + gaps[i]);
            _limit(units[i]);
            for (uint256 j = epoch + 1; j < plain.length; j++) plain[j] = units[i];
            for (uint256 j = epoch; j < plain.length; j++) assertEq(credit.signerLimitAt(bob, j), plain[j], "limit");
        }
    }

    function _limit(uint64 units) private {
        vm.prank(bob);
        credit.setSignerLimit(units);
    }

    function _requireLimits(uint64 now_, uint64 next, uint64 later) private view {
        assertEq(credit.signerLimitAt(bob, EPOCH), now_, "now");
        assertEq(credit.signerLimitAt(bob, EPOCH + 1), next, "next");
        assertEq(credit.signerLimitAt(bob, EPOCH + 50), later, "later");
    }

    function _deposit(address from, address payer_, uint256 amount) private {
        vm.prank(from);
        credit.deposit(payer_, alice, amount);
    }

    function _three() private view returns (IRelayCredit.Deposit[] memory deposits) {
        deposits = new IRelayCredit.Deposit[](3);
        deposits[0] = IRelayCredit.Deposit(bob, alice, 1 ether);
        deposits[1] = IRelayCredit.Deposit(carol, alice, 2 ether);
        deposits[2] = IRelayCredit.Deposit(bob, alice, 4 ether);
    }

    function _permit(uint256 sum) private returns (address owner, PermitSignature memory permit) {
        uint256 key;
        (owner, key) = makeAddrAndKey("permitting");
        token.transfer(owner, 10 ether);
        permit.deadline = vm.getBlockTimestamp() + 100 days;
        (permit.v, permit.r, permit.s) = signPermit(token, key, address(credit), sum, permit.deadline);
    }

    function _requireLine(address payer_, uint256 balance, uint256 requested, uint256 requestEpoch, uint256 openedEpoch) private view {
        IRelayCredit.CreditLine memory line = credit.lineOf(payer_, alice);
        assertEq(line.balance, balance, "balance");
        assertEq(line.requested, requested, "requested");
        assertEq(line.requestEpoch, requestEpoch, "request epoch");
        assertEq(line.openedEpoch, openedEpoch, "opened");
    }
}
