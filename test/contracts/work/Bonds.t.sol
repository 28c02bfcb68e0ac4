// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkTest} from "./WorkTest.sol";

/// Two Edges, one honest, one with a receipt that nobody signed; challengers and answerers at random. After every call the bonds add up.
contract BondsTest is WorkTest {
    uint64 private constant RANGE = 40;

    uint256 private seed;
    /// @dev Of alice's and of heidi's commitment, as it should be.
    mapping(address edge => mapping(uint64 unit => IWorkProofs.ChallengeState)) private states;
    mapping(address edge => mapping(uint64 unit => address)) private challengers;
    mapping(address edge => uint256) private unanswered;
    mapping(address edge => bool) private convicted;
    uint256 private open;

    /// hardhat-config: fuzz.runs = 64
    function testFuzz_BondsAddUp(uint256 start) public {
        seed = start;
        address operator = _registerOperated(Role.Edge, heidi, 200_000 ether);
        Work memory honest = _honestWork(5);
        Work memory forged = _honestWork(5);
        for (uint256 i = 0; i < 5; i++) forged.leaves[i].signatureHash = keccak256("none");
        for (uint256 i = 0; i < 5; i++) forged.signatures[i] = "none";
        _plant(forged);
        _commit(honest);
        vm.prank(operator);
        work.commitWork(EPOCH, forged.root, forged.units);
        vm.warp(END + W1);
        for (uint256 i = 0; i < 25; i++) {
            if (_random(3) == 0) _tryAnswer(honest, forged);
            else _tryChallenge();
            _check(honest.units, forged.units);
        }
        if (_random(2) == 0) {
            for (uint64 unit = 0; unit < RANGE; unit++) _tryAnswerOf(honest, unit);
            _check(honest.units, forged.units);
            assertEq(unanswered[alice], 0, "all answered");
        }
        vm.warp(END + W4);
        for (uint256 i = 0; i < 25; i++) {
            if (_random(2) == 0) _tryRefund();
            else _tryConvict();
            _check(honest.units, forged.units);
        }
        _finish(honest.units, forged.units);
    }

    function _tryChallenge() private {
        (address edge, uint64 unit) = (_edge(), uint64(_random(RANGE)));
        address by = _random(2) == 0 ? bob : carol;
        bool known = states[edge][unit] != IWorkProofs.ChallengeState.None;
        if (known) vm.expectRevert(abi.encodeWithSelector(IWorkProofs.AlreadyChallenged.selector, EPOCH, edge, unit));
        vm.prank(by);
        work.challenge(EPOCH, edge, unit);
        if (known) return;
        (states[edge][unit], challengers[edge][unit]) = (IWorkProofs.ChallengeState.Open, by);
        unanswered[edge]++;
        open++;
    }

    function _tryAnswer(Work memory honest, Work memory forged) private {
        uint64 unit = uint64(_random(RANGE));
        if (_random(4) != 0) return _tryAnswerOf(honest, unit);
        IWorkProofs.Answer memory lie = _answerTo(forged, unit);
        bytes4 expected =
            states[heidi][unit] == IWorkProofs.ChallengeState.Open
                ? IWorkProofs.InvalidReceipt.selector
                : IWorkProofs.ChallengeNotOpen.selector;
        vm.expectPartialRevert(expected);
        work.answer(EPOCH, heidi, lie);
    }

    function _tryAnswerOf(Work memory honest, uint64 unit) private {
        IWorkProofs.Answer memory truth = _answerTo(honest, unit);
        bool isOpen = states[alice][unit] == IWorkProofs.ChallengeState.Open;
        if (!isOpen) vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ChallengeNotOpen.selector, EPOCH, alice, unit));
        work.answer(EPOCH, alice, truth);
        if (!isOpen) return;
        states[alice][unit] = IWorkProofs.ChallengeState.Answered;
        unanswered[alice]--;
        open--;
    }

    function _tryRefund() private {
        (address edge, uint64 unit) = (_edge(), uint64(_random(RANGE)));
        bool isOpen = states[edge][unit] == IWorkProofs.ChallengeState.Open;
        if (!isOpen) vm.expectRevert(abi.encodeWithSelector(IWorkProofs.NothingToRefund.selector));
        work.refundBonds(EPOCH, edge, _units(unit));
        if (!isOpen) return;
        states[edge][unit] = IWorkProofs.ChallengeState.Refunded;
        open--;
    }

    function _tryConvict() private {
        (address edge, uint64 unit) = (_edge(), uint64(_random(RANGE)));
        IWorkProofs.ChallengeState state = states[edge][unit];
        bool unproven = state == IWorkProofs.ChallengeState.Open || state == IWorkProofs.ChallengeState.Refunded;
        if (convicted[edge]) vm.expectRevert(abi.encodeWithSelector(IWorkProofs.AlreadyConvicted.selector, EPOCH, edge));
        else if (!unproven) vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ChallengeNotOpen.selector, EPOCH, edge, unit));
        work.convict(EPOCH, edge, unit);
        if (convicted[edge] || !unproven) return;
        convicted[edge] = true;
        if (state == IWorkProofs.ChallengeState.Open) open--;
        states[edge][unit] = IWorkProofs.ChallengeState.Refunded;
    }

    function _check(uint64 honestUnits, uint64 forgedUnits) private view {
        assertEq(token.balanceOf(address(work)), open * BOND, "bonds");
        uint256 units = 0;
        for (uint256 i = 0; i < 2; i++) {
            address edge = i == 0 ? alice : heidi;
            IWorkProofs.CommitmentInfo memory info = work.commitmentOf(EPOCH, edge);
            assertEq(info.openChallenges, unanswered[edge], "unanswered");
            assertEq(info.convicted, convicted[edge], "convicted");
            bool over = block.timestamp >= END + W4;
            assertEq(info.rejected, over && unanswered[edge] != 0, "rejected");
            if (unanswered[edge] == 0) units += i == 0 ? honestUnits : forgedUnits;
        }
        assertEq(_value(), units * FEE, "value");
    }

    /// @dev Every bond finds its way: the contract keeps nothing, and every unit is where it should be.
    function _finish(uint64 honestUnits, uint64 forgedUnits) private {
        for (uint256 i = 0; i < 2; i++) {
            address edge = i == 0 ? alice : heidi;
            for (uint64 unit = 0; unit < RANGE; unit++) {
                (IWorkProofs.ChallengeState state, address by, uint256 bond) = work.challengeOf(EPOCH, edge, unit);
                assertEq(uint256(state), uint256(states[edge][unit]), "state");
                if (state != IWorkProofs.ChallengeState.Open) continue;
                assertEq(by, challengers[edge][unit], "challenger");
                uint256 before = token.balanceOf(by);
                work.refundBonds(EPOCH, edge, _units(unit));
                assertEq(token.balanceOf(by) - before, bond, "bond");
                states[edge][unit] = IWorkProofs.ChallengeState.Refunded;
                open--;
            }
        }
        _check(honestUnits, forgedUnits);
        assertEq(token.balanceOf(address(work)), 0, "nothing is left");
    }

    function _edge() private returns (address) {
        return _random(2) == 0 ? alice : heidi;
    }

    function _random(uint256 below) private returns (uint256) {
        seed = uint256(keccak256(abi.encode(seed)));
        return seed % below;
    }
}
