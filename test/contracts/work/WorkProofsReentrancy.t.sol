// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SendToken} from "../../../contracts/token/SendToken.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {HookToken} from "../staking/HookToken.sol";
import {WorkTest} from "./WorkTest.sol";

/// @dev SEND calls nobody back; were it replaced by a token that does, no bond could be taken twice.
contract WorkProofsReentrancyTest is WorkTest {
    HookToken private hookToken;
    bytes[] private calls;

    function _deployToken() internal override returns (SendToken) {
        return new HookToken(address(this));
    }

    function test_NoVerbThatMovesTokensIsReentered() public {
        hookToken = HookToken(address(token));
        Work memory made = _honestWork(6);
        made.leaves[5].signatureHash = keccak256("none");
        made.signatures[5] = "none";
        _plant(made);
        _commit(made);
        vm.warp(END + W1);
        IWorkProofs.Answer memory bad = _answerTo(made, made.units - 1);
        IWorkProofs.Answer[] memory answers = new IWorkProofs.Answer[](1);
        answers[0] = _answerTo(made, 0);
        calls.push(abi.encodeCall(IWorkProofs.challenge, (EPOCH, alice, 9)));
        calls.push(abi.encodeCall(IWorkProofs.answer, (EPOCH, alice, answers[0])));
        calls.push(abi.encodeCall(IWorkProofs.answerAll, (EPOCH, alice, answers)));
        calls.push(abi.encodeCall(IWorkProofs.convict, (EPOCH, alice, 0)));
        calls.push(abi.encodeCall(IWorkProofs.refundBonds, (EPOCH, alice, _units(0))));
        calls.push(abi.encodeCall(IWorkProofs.proveInvalid, (EPOCH, alice, bad.leaf, bad.proof, bad.signature)));
        calls.push(abi.encodeCall(IWorkProofs.proveDisorder, (EPOCH, alice, bad.leaf, bad.proof, bad.leaf, bad.proof)));
        for (uint256 i = 0; i < calls.length; i++) {
            uint256 snapshot = vm.snapshotState();
            _play(i, answers, bad);
            vm.revertToState(snapshot);
        }
    }

    function _play(uint256 inner, IWorkProofs.Answer[] memory answers, IWorkProofs.Answer memory bad) private {
        answers[0].unit = 0;
        for (uint64 unit = 0; unit < 3; unit++) _act(inner, abi.encodeCall(IWorkProofs.challenge, (EPOCH, alice, unit)));
        _act(inner, abi.encodeCall(IWorkProofs.answer, (EPOCH, alice, answers[0])));
        _act(inner, abi.encodeCall(IWorkProofs.challenge, (EPOCH, alice, 4)));
        answers[0].unit = 4;
        _act(inner, abi.encodeCall(IWorkProofs.answerAll, (EPOCH, alice, answers)));
        uint256 snapshot = vm.snapshotState();
        _act(inner, abi.encodeCall(IWorkProofs.proveInvalid, (EPOCH, alice, bad.leaf, bad.proof, bad.signature)));
        vm.revertToState(snapshot);
        vm.warp(END + W4);
        _act(inner, abi.encodeCall(IWorkProofs.refundBonds, (EPOCH, alice, _units(1))));
        _act(inner, abi.encodeCall(IWorkProofs.convict, (EPOCH, alice, 2)));
    }

    /// @dev Bob acts, is paid, and tries the other call in the middle of it.
    function _act(uint256 inner, bytes memory call) private {
        hookToken.hook(bob, address(work), calls[inner]);
        vm.prank(bob);
        (bool done, ) = address(work).call(call);
        assertTrue(done, "done");
        bytes memory expected = abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        assertEq(hookToken.lastError(), expected, "reentered");
    }
}
