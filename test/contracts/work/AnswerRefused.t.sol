// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {MerkleSum, ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {WorkTest} from "./WorkTest.sol";

/// What is no answer: another path, leaf, signature or signer than the commitment and the format ask for.
contract AnswerRefusedTest is WorkTest {
    /// @dev Whatever single thing is changed, the answer is refused.
    function testFuzz_RevertWhen_AnythingIsChanged(uint8 size, uint64 chosen, uint8 what, uint256 bit) public {
        Work memory made = _committedWork(bound(size, 2, 20));
        uint64 unit = uint64(bound(chosen, 0, made.units - 1));
        _challenge(bob, unit);
        IWorkProofs.Answer memory changed = _answerTo(made, unit);
        ProofStep memory step = changed.proof[bit % changed.proof.length];
        what = what % 9;
        if (what == 0) changed.leaf.client = address(uint160(changed.leaf.client) ^ uint160(1 << (bit % 160)));
        else if (what == 1) changed.leaf.signer = address(uint160(changed.leaf.signer) ^ uint160(1 << (bit % 160)));
        else if (what == 2) changed.leaf.units ^= uint64(1 << (bit % 64));
        else if (what == 3) changed.leaf.signatureHash ^= bytes32(1 << (bit % 256));
        else if (what == 4) step.hash ^= bytes32(1 << (bit % 256));
        else if (what == 5) step.sum ^= uint64(1 << (bit % 64));
        else if (what == 6) step.isLeft = !step.isLeft;
        else if (what == 7) changed.signature[bit % 65] ^= bytes1(uint8(1 << (bit % 8)));
        else changed.proof = _without(changed.proof, bit % changed.proof.length);
        vm.expectRevert();
        work.answer(EPOCH, alice, changed);
    }

    function test_RevertWhen_SignatureIsAnother() public {
        Work memory made = _committedWork(4);
        _challenge(bob, 0);
        IWorkProofs.Answer memory wrong = _answerTo(made, 0);
        bytes32 expected = wrong.leaf.signatureHash;
        wrong.signature = abi.encodePacked(wrong.signature, uint8(0));
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.SignatureMismatch.selector, expected, keccak256(wrong.signature)));
        work.answer(EPOCH, alice, wrong);
    }

    function test_RevertWhen_PathLeadsElsewhere() public {
        Work memory made = _committedWork(4);
        _challenge(bob, 0);
        bytes memory mismatch = abi.encodeWithSelector(IWorkProofs.ProofMismatch.selector, EPOCH, alice);
        IWorkProofs.Answer memory wrong = _answerTo(made, 0);
        wrong.proof[0].sum += 1;
        vm.expectRevert(mismatch);
        work.answer(EPOCH, alice, wrong);
        wrong = _answerTo(made, 0);
        wrong.proof[1].hash = 0;
        vm.expectRevert(mismatch);
        work.answer(EPOCH, alice, wrong);
        wrong = _answerTo(made, 0);
        wrong.proof = _longer(wrong.proof);
        vm.expectRevert(mismatch);
        work.answer(EPOCH, alice, wrong);
    }

    /// @dev The root alone does not do: the total is what the Edge claimed.
    function test_RevertWhen_TotalIsNotWhatWasCommitted() public {
        Work memory made = _honestWork(4);
        made.units += 1;
        _commit(made);
        vm.warp(END + W1);
        _challenge(bob, 0);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ProofMismatch.selector, EPOCH, alice));
        _answer(made, 0);
    }

    function test_RevertWhen_PathIsTooLong() public {
        Work memory made = _committedWork(2);
        _challenge(bob, 0);
        IWorkProofs.Answer memory wrong = _answerTo(made, 0);
        for (uint256 i = 0; i < 40; i++) wrong.proof = _longer(wrong.proof);
        vm.expectRevert(abi.encodeWithSelector(MerkleSum.ProofTooDeep.selector, 41, 40));
        work.answer(EPOCH, alice, wrong);
    }

    function test_RevertWhen_SumsOverflow() public {
        Work memory made = _committedWork(2);
        _challenge(bob, 0);
        IWorkProofs.Answer memory wrong = _answerTo(made, 0);
        wrong.proof[0].sum = type(uint64).max;
        vm.expectRevert(abi.encodeWithSelector(MerkleSum.SumOverflow.selector));
        work.answer(EPOCH, alice, wrong);
    }

    /// @dev Each leaf answers for its own units only.
    function testFuzz_RevertWhen_LeafIsAnothers(uint64 chosen, uint8 other) public {
        Work memory made = _committedWork(9);
        uint64 unit = uint64(bound(chosen, 0, made.units - 1));
        uint256 index = other % 9;
        uint64 left = 0;
        for (uint256 i = 0; i < index; i++) left += made.leaves[i].units;
        uint64 units = made.leaves[index].units;
        _challenge(bob, unit);
        IWorkProofs.Answer memory wrong = _answerTo(made, left);
        wrong.unit = unit;
        if (unit < left || unit >= left + units) {
            vm.expectRevert(abi.encodeWithSelector(IWorkProofs.UnitNotCovered.selector, unit, left, units));
        }
        work.answer(EPOCH, alice, wrong);
    }

    /// @dev The units right before and right behind a leaf's own.
    function test_RevertWhen_UnitIsANeighbours() public {
        Work memory made = _committedWork(5);
        (uint64 left, uint64 units) = (made.leaves[0].units, made.leaves[1].units);
        uint64[2] memory neighbours = [left - 1, left + units];
        for (uint256 i = 0; i < 2; i++) {
            _challenge(bob, neighbours[i]);
            IWorkProofs.Answer memory wrong = _answerTo(made, left);
            wrong.unit = neighbours[i];
            vm.expectRevert(abi.encodeWithSelector(IWorkProofs.UnitNotCovered.selector, neighbours[i], left, units));
            work.answer(EPOCH, alice, wrong);
        }
    }

    function test_RevertWhen_SignedByNobodyWhoMay() public {
        (address client, ) = makeAddrAndKey("client");
        (address signer, uint256 signerKey) = makeAddrAndKey("signer");
        (WorkLeaf memory leaf, bytes memory signature) = _receipt(client, signerKey, 10);
        _requireInvalid(leaf, signature);
        // The signature is good, but not that of the signer in the leaf.
        _addDelegate(client, signer, 100 days);
        leaf.signer = client;
        _requireInvalid(leaf, signature);
        leaf.signer = signer;
        _requireValid(leaf, signature);
    }

    function test_RevertWhen_ReceiptSaysSomethingElse() public {
        (address client, uint256 key) = makeAddrAndKey("client");
        bytes32[4] memory digests = [
            work.receiptDigest(heidi, client, uint64(EPOCH), 10),
            work.receiptDigest(alice, bob, uint64(EPOCH), 10),
            work.receiptDigest(alice, client, uint64(EPOCH + 1), 10),
            work.receiptDigest(alice, client, uint64(EPOCH), 9)
        ];
        for (uint256 i = 0; i < 4; i++) {
            bytes memory signature = _signature(key, digests[i]);
            _requireInvalid(WorkLeaf(client, client, 10, keccak256(signature)), signature);
        }
    }

    function test_RevertWhen_SignedForAnotherChain() public {
        (address client, uint256 key) = makeAddrAndKey("client");
        uint256 chain = block.chainid;
        vm.chainId(chain + 1);
        (WorkLeaf memory leaf, bytes memory signature) = _receipt(client, key, 10);
        vm.chainId(chain);
        _requireInvalid(leaf, signature);
    }

    function test_RevertWhen_SignatureIsNotCanonical() public {
        (address client, uint256 key) = makeAddrAndKey("client");
        (WorkLeaf memory leaf, bytes memory good) = _receipt(client, key, 10);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, work.receiptDigest(alice, client, uint64(EPOCH), 10));
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes[5] memory bad = [
            abi.encodePacked(r, bytes32(order - uint256(s)), uint8(v == 27 ? 28 : 27)),
            abi.encodePacked(r, s, v - 27),
            abi.encodePacked(r, s | bytes32(uint256(v - 27) << 255)),
            abi.encodePacked(good, uint8(0)),
            bytes("")
        ];
        for (uint256 i = 0; i < bad.length; i++) {
            leaf.signatureHash = keccak256(bad[i]);
            _requireInvalid(leaf, bad[i]);
        }
        leaf.signatureHash = keccak256(good);
        _requireValid(leaf, good);
    }

    /// @dev An unreadable signature recovers to the zero address, which is nobody.
    function test_RevertWhen_SignerOrClientIsNobody() public {
        _requireInvalid(WorkLeaf(address(0), address(0), 10, keccak256("none")), "none");
        (address signer, uint256 key) = makeAddrAndKey("signer");
        (WorkLeaf memory leaf, bytes memory signature) = _receipt(address(0), key, 10);
        assertEq(leaf.signer, signer, "signed");
        _requireInvalid(leaf, signature);
        _addDelegate(signer, address(0), 100 days);
        _requireInvalid(WorkLeaf(signer, address(0), 10, keccak256("none")), "none");
    }

    /// @dev A commitment of this leaf alone.
    function _single(WorkLeaf memory leaf, bytes memory signature) private returns (Work memory made) {
        made.leaves = new WorkLeaf[](1);
        made.signatures = new bytes[](1);
        (made.leaves[0], made.signatures[0]) = (leaf, signature);
        _plant(made);
        _commit(made);
        vm.warp(END + W1);
        _challenge(bob, 0);
    }

    function _requireInvalid(WorkLeaf memory leaf, bytes memory signature) private {
        uint256 snapshot = vm.snapshotState();
        Work memory made = _single(leaf, signature);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.InvalidReceipt.selector, leaf.client, leaf.signer));
        _answer(made, 0);
        vm.revertToState(snapshot);
    }

    function _requireValid(WorkLeaf memory leaf, bytes memory signature) private {
        uint256 snapshot = vm.snapshotState();
        _answer(_single(leaf, signature), 0);
        assertTrue(_state(0) == IWorkProofs.ChallengeState.Answered, "answered");
        vm.revertToState(snapshot);
    }

    function _without(ProofStep[] memory steps, uint256 index) private pure returns (ProofStep[] memory less) {
        less = new ProofStep[](steps.length - 1);
        for (uint256 i = 0; i < less.length; i++) less[i] = steps[i < index ? i : i + 1];
    }

    function _longer(ProofStep[] memory steps) private pure returns (ProofStep[] memory more) {
        more = new ProofStep[](steps.length + 1);
        for (uint256 i = 0; i < steps.length; i++) more[i] = steps[i];
    }
}
