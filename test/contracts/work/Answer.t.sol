// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkTest} from "./WorkTest.sol";

contract AnswerTest is WorkTest {
    address private helper = makeAddr("helper");

    /// @dev Any unit of an honest commitment of any size, by anybody.
    function testFuzz_AnyUnitCanBeAnswered(uint8 size, uint64 chosen) public {
        Work memory made = _committedWork(bound(size, 1, 40));
        uint64 unit = uint64(bound(chosen, 0, made.units - 1));
        _challenge(bob, unit);
        vm.expectEmit(address(work));
        emit IWorkProofs.Answered(EPOCH, alice, unit, helper, BOND);
        vm.prank(helper);
        _answer(made, unit);

        assertEq(token.balanceOf(helper), BOND, "won");
        assertEq(token.balanceOf(address(work)), 0, "held");
        assertEq(_value(), made.units * FEE, "value");
        _requireAnswered(unit);
        assertEq(_info().openChallenges, 0, "open");
        vm.warp(END + W4);
        assertFalse(_info().rejected, "stands");
    }

    /// @dev First and last unit of every leaf.
    function test_EdgesOfLeaves() public {
        Work memory made = _committedWork(9);
        uint64 left = 0;
        for (uint256 i = 0; i < made.leaves.length; i++) {
            uint64 last = left + made.leaves[i].units - 1;
            _challenge(bob, left);
            _answer(made, left);
            if (last != left) {
                _challenge(bob, last);
                _answer(made, last);
            }
            left = last + 1;
        }
        assertEq(left, made.units, "all");
        assertEq(_value(), made.units * FEE, "value");
    }

    /// @dev The value is out as long as one of them is open.
    /// hardhat-config: fuzz.runs = 128
    function testFuzz_AnyOrder(uint256 seed) public {
        Work memory made = _committedWork(12);
        uint64[8] memory units;
        for (uint64 i = 0; i < 8; i++) {
            units[i] = (made.units / 8) * i;
            _challenge(i % 2 == 0 ? bob : carol, units[i]);
        }
        for (uint256 left = 8; left > 0; left--) {
            assertEq(_value(), 0, "value");
            assertEq(_info().openChallenges, left, "open");
            assertEq(token.balanceOf(address(work)), left * BOND, "held");
            uint256 pick = (seed = uint256(keccak256(abi.encode(seed)))) % left;
            _answer(made, units[pick]);
            _requireAnswered(units[pick]);
            units[pick] = units[left - 1];
        }
        assertEq(_value(), made.units * FEE, "value");
        assertEq(token.balanceOf(address(work)), 0, "held");
        _challenge(bob, 1);
        assertEq(_value(), 0, "out again");
        _answer(made, 1);
        assertEq(_value(), made.units * FEE, "and back");
    }

    function test_AnswerAll() public {
        Work memory made = _committedWork(12);
        IWorkProofs.Answer[] memory answers = new IWorkProofs.Answer[](5);
        for (uint64 i = 0; i < 5; i++) {
            _challenge(bob, i * 300);
            answers[i] = _answerTo(made, i * 300);
        }
        for (uint64 i = 0; i < 5; i++) {
            vm.expectEmit(address(work));
            emit IWorkProofs.Answered(EPOCH, alice, i * 300, helper, BOND);
        }
        vm.prank(helper);
        work.answerAll(EPOCH, alice, answers);
        assertEq(token.balanceOf(helper), 5 * BOND, "won");
        assertEq(token.balanceOf(address(work)), 0, "held");
        assertEq(_value(), made.units * FEE, "value");
        for (uint64 i = 0; i < 5; i++) _requireAnswered(i * 300);
    }

    /// @dev So nobody stops a batch by answering one of its units first; nor is one paid twice.
    function test_AnswerAllPassesOverWhatIsAnswered() public {
        Work memory made = _committedWork(12);
        IWorkProofs.Answer[] memory answers = new IWorkProofs.Answer[](5);
        uint64[5] memory units = [uint64(7), 300, 7, 600, 900];
        for (uint256 i = 0; i < 5; i++) answers[i] = _answerTo(made, units[i]);
        _challenge(bob, 7);
        _challenge(bob, 300);
        _challenge(bob, 600);
        _challenge(bob, 800);
        _answer(made, 300);
        vm.prank(helper);
        work.answerAll(EPOCH, alice, answers);
        assertEq(token.balanceOf(helper), 2 * BOND, "7 and 600");
        assertEq(_info().openChallenges, 1, "800 is left");
        assertEq(_value(), 0, "value");
    }

    function test_RevertWhen_NothingToAnswer() public {
        Work memory made = _committedWork(4);
        _challenge(bob, 0);
        IWorkProofs.Answer[] memory answers = new IWorkProofs.Answer[](0);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NothingToAnswer.selector));
        work.answerAll(EPOCH, alice, answers);
        answers = new IWorkProofs.Answer[](1);
        answers[0] = _answerTo(made, 1);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NothingToAnswer.selector));
        work.answerAll(EPOCH, alice, answers);
    }

    /// @dev One wrong answer fails them all.
    function test_RevertWhen_OneOfAllIsWrong() public {
        Work memory made = _committedWork(4);
        IWorkProofs.Answer[] memory answers = new IWorkProofs.Answer[](2);
        _challenge(bob, 0);
        _challenge(bob, made.units - 1);
        answers[0] = _answerTo(made, 0);
        answers[1] = _answerTo(made, 0);
        answers[1].unit = made.units - 1;
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.UnitNotCovered.selector, made.units - 1, 0, made.leaves[0].units));
        work.answerAll(EPOCH, alice, answers);
    }

    function test_RevertWhen_ChallengeIsNotOpen() public {
        Work memory made = _committedWork(4);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ChallengeNotOpen.selector, EPOCH, alice, 0));
        _answer(made, 0);
        _challenge(bob, 0);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ChallengeNotOpen.selector, EPOCH, alice, 1));
        _answer(made, 1);
        _answer(made, 0);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ChallengeNotOpen.selector, EPOCH, alice, 0));
        _answer(made, 0);
    }

    function test_RevertWhen_NothingWasCommitted() public {
        Work memory made = _honestWork(2);
        vm.warp(END + W1);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NoCommitment.selector, EPOCH, alice));
        _answer(made, 0);
    }

    function test_WindowToTheSecond() public {
        Work memory made = _committedWork(4);
        _challenge(bob, 0);
        _challenge(bob, 1);
        vm.warp(END + W1 - 1);
        _expectClosed();
        _answer(made, 0);
        vm.warp(END + W4 - 1);
        assertFalse(_info().rejected, "not yet");
        _answer(made, 0);
        vm.warp(END + W4);
        assertTrue(_info().rejected, "by the clock alone");
        _expectClosed();
        _answer(made, 1);
        IWorkProofs.Answer[] memory answers = new IWorkProofs.Answer[](1);
        answers[0] = _answerTo(made, 1);
        _expectClosed();
        work.answerAll(EPOCH, alice, answers);
    }

    /// @dev A change of the bond for the next epoch pays nobody more, or less.
    function test_BondIsOfTheEpoch() public {
        vm.prank(admin);
        setParameter(config, Parameter.ChallengeBond, 80 ether);
        Work memory made = _committedWork(4);
        _challenge(bob, 0);
        vm.prank(admin);
        setParameter(config, Parameter.ChallengeBond, 90 ether);
        vm.prank(helper);
        _answer(made, 0);
        assertEq(token.balanceOf(helper), BOND, "won");
        assertEq(_value(), made.units * FEE, "value");
    }

    function _requireAnswered(uint64 unit) private view {
        (IWorkProofs.ChallengeState state, address challenger, uint256 bond) = work.challengeOf(EPOCH, alice, unit);
        assertTrue(state == IWorkProofs.ChallengeState.Answered, "answered");
        assertEq(challenger, address(0), "nobody");
        assertEq(bond, 0, "nothing");
    }

    function _expectClosed() private {
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, EPOCH, END + W1, END + W4));
    }
}
