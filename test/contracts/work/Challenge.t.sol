// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkTest} from "./WorkTest.sol";

contract ChallengeTest is WorkTest {
    function test_Challenge() public {
        Work memory made = _committedWork(5);
        uint256 before = token.balanceOf(bob);
        vm.expectEmit(address(work));
        emit IWorkProofs.Challenged(EPOCH, alice, 3, bob, BOND);
        _challenge(bob, 3);

        assertEq(before - token.balanceOf(bob), BOND, "paid");
        assertEq(token.balanceOf(address(work)), BOND, "held");
        assertEq(_value(), 0, "value");
        _requireOpen(3, bob);
        IWorkProofs.CommitmentInfo memory info = _info();
        assertEq(info.units, made.units, "units");
        assertEq(info.openChallenges, 1, "open");
        assertFalse(info.convicted || info.rejected, "not decided");
    }

    /// @dev Each unit is a challenge of its own, whoever makes it.
    function testFuzz_ManyUnits(uint64[6] calldata chosen) public {
        Work memory made = _committedWork(7);
        uint256 open = 0;
        for (uint256 i = 0; i < chosen.length; i++) {
            uint64 unit = uint64(bound(chosen[i], 0, made.units - 1));
            address challenger = i % 2 == 0 ? bob : carol;
            if (_state(unit) == IWorkProofs.ChallengeState.Open) {
                vm.expectRevert(abi.encodeWithSelector(IWorkProofs.AlreadyChallenged.selector, EPOCH, alice, unit));
                _challenge(challenger, unit);
                continue;
            }
            _challenge(challenger, unit);
            _requireOpen(unit, challenger);
            assertEq(_info().openChallenges, ++open, "open");
            assertEq(token.balanceOf(address(work)), open * BOND, "held");
            assertEq(_value(), 0, "value");
        }
    }

    function test_OneDisputedEdgeDoesNotTouchAnothers() public {
        _committedWork(5);
        uint256 value = _value();
        address operator = _registerOperated(Role.Edge, heidi, 200_000 ether);
        vm.warp(END + 1 days);
        vm.prank(operator);
        work.commitWork(EPOCH + 1, keccak256("other"), 10);
        vm.prank(alice);
        work.commitWork(EPOCH + 1, keccak256("root"), 20);
        vm.warp(END + 1 days + W1);
        vm.prank(bob);
        work.challenge(EPOCH + 1, alice, 0);
        assertEq(work.workValue(EPOCH + 1, EPOCH + 1), 10 * FEE, "the other's");
        assertEq(_value(), value, "the epoch before");
        assertEq(work.commitmentOf(EPOCH + 1, heidi).openChallenges, 0, "the other's");
        assertEq(_info().openChallenges, 0, "the epoch before");
    }

    function test_EdgeMayChallengeItself() public {
        _committedWork(2);
        vm.startPrank(alice);
        token.approve(address(work), BOND);
        work.challenge(EPOCH, alice, 0);
        vm.stopPrank();
        _requireOpen(0, alice);
    }

    function test_BondIsOfTheEpoch() public {
        vm.prank(admin);
        setParameter(config, Parameter.ChallengeBond, 80 ether);
        _committedWork(2);
        _challenge(bob, 0);
        assertEq(token.balanceOf(address(work)), BOND, "the epoch's, not that of now");
    }

    function test_WindowToTheSecond() public {
        Work memory made = _honestWork(5);
        _commit(made);
        vm.warp(END + W1 - 1);
        _expectClosed(EPOCH, END);
        _challenge(bob, 0);
        vm.warp(END + W1);
        _challenge(bob, 1);
        vm.warp(END + W3 - 1);
        _challenge(bob, 2);
        vm.warp(END + W3);
        _expectClosed(EPOCH, END);
        _challenge(bob, 3);
    }

    function test_RevertWhen_EpochIsAbsurd() public {
        _committedWork(2);
        _expectClosed(type(uint256).max, config.epochStart(uint256(type(uint32).max) + 1));
        vm.prank(bob);
        work.challenge(type(uint256).max, alice, 0);
    }

    function test_RevertWhen_UnitIsBeyondTheCommitment() public {
        Work memory made = _committedWork(3);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.UnitOutOfRange.selector, made.units, made.units));
        _challenge(bob, made.units);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.UnitOutOfRange.selector, type(uint64).max, made.units));
        _challenge(bob, type(uint64).max);
        _challenge(bob, made.units - 1);
    }

    function test_RevertWhen_NothingWasCommitted() public {
        vm.warp(END + W1);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NoCommitment.selector, EPOCH, alice));
        _challenge(bob, 0);
    }

    /// @dev That of the epoch before is not taken for one of this epoch.
    function test_RevertWhen_CommitmentIsOfAnotherEpoch() public {
        _committedWork(3);
        vm.warp(END + 1 days + W1);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NoCommitment.selector, EPOCH + 1, alice));
        vm.prank(bob);
        work.challenge(EPOCH + 1, alice, 0);
    }

    function test_RevertWhen_AnsweredAlready() public {
        Work memory made = _committedWork(3);
        uint64[2] memory units = [uint64(1), 2];
        for (uint256 i = 0; i < 2; i++) {
            _challenge(bob, units[i]);
            _challenge(bob, units[i] + 2);
            _answer(made, units[i]);
            vm.expectRevert(abi.encodeWithSelector(IWorkProofs.AlreadyChallenged.selector, EPOCH, alice, units[i]));
            _challenge(carol, units[i]);
        }
    }

    function test_RevertWhen_Convicted() public {
        Work memory made = _honestWork(3);
        made.leaves[0].signatureHash = keccak256("no signature");
        _plant(made);
        _commit(made);
        vm.warp(END + W1);
        IWorkProofs.Answer memory bad = _answerTo(made, 0);
        work.proveInvalid(EPOCH, alice, bad.leaf, bad.proof, "no signature");
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.AlreadyConvicted.selector, EPOCH, alice));
        _challenge(bob, 1);
    }

    function test_RevertWhen_BondIsNotAllowed() public {
        _committedWork(3);
        vm.startPrank(bob);
        token.approve(address(work), BOND - 1);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(work), BOND - 1, BOND));
        work.challenge(EPOCH, alice, 0);
        vm.stopPrank();
    }

    function _requireOpen(uint64 unit, address challenger) private view {
        (IWorkProofs.ChallengeState state, address by, uint256 bond) = work.challengeOf(EPOCH, alice, unit);
        assertTrue(state == IWorkProofs.ChallengeState.Open, "open");
        assertEq(by, challenger, "challenger");
        assertEq(bond, BOND, "bond");
    }

    function _expectClosed(uint256 epoch, uint256 end) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, epoch, end + W1, end + W3));
    }
}
