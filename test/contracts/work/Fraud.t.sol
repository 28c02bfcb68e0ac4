// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {MerkleSum, ProofStep, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {WorkTree} from "../support/WorkTree.sol";
import {WorkTest} from "./WorkTest.sol";

contract FraudTest is WorkTest {
    using WorkTree for WorkTree.Node[][];

    uint256 private constant SLASHED = 25_000 ether;
    uint256 private constant REWARD = 2_000 ether;

    /// @dev Any leaf of any commitment whose signature was forged.
    function testFuzz_ForgedSignature(uint8 size, uint8 which, uint8 place, uint8 mask) public {
        Work memory made = _honestWork(bound(size, 1, 20));
        uint256 index = which % made.leaves.length;
        made.signatures[index][place % 65] ^= bytes1(mask == 0 ? 1 : mask);
        made.leaves[index].signatureHash = keccak256(made.signatures[index]);
        _commitPlanted(made);
        vm.expectCall(address(staking), abi.encodeCall(INodeStaking.slash, (alice, 1_000, carol)), 1);
        vm.expectEmit(address(work));
        emit IWorkProofs.Convicted(EPOCH, alice, carol, SLASHED);
        _proveInvalid(made, index);
        _requireConvicted();
    }

    function test_ReporterIsPaid() public {
        uint256 before = token.balanceOf(carol);
        Work memory made = _withBad("none");
        _proveInvalid(made, 1);
        assertEq(token.balanceOf(carol) - before, REWARD, "reward");
        assertEq(staking.fundOwed(), SLASHED - REWARD, "the rest");
    }

    function test_InflatedUnits() public {
        Work memory made = _honestWork(4);
        made.leaves[2].units += 1;
        _commitPlanted(made);
        _proveInvalid(made, 2);
        _requireConvicted();
    }

    function test_SignerWhoMayNot() public {
        Work memory made = _honestWork(4);
        (made.leaves[0], made.signatures[0]) = _receipt(made.leaves[0].client, 0xbad, 10);
        _commitPlanted(made);
        _proveInvalid(made, 0);
        _requireConvicted();
    }

    function test_SignatureTooShort() public {
        _proveInvalid(_withBad(hex"00"), 1);
        _requireConvicted();
    }

    function test_NoSignature() public {
        _proveInvalid(_withBad(""), 1);
        _requireConvicted();
    }

    /// @dev Of such a leaf nobody needs the signature, which the Edge may well hide.
    function test_LeafWithoutUnits() public {
        Work memory made = _honestWork(4);
        made.leaves[2].units = 0;
        made.signatures[2] = "whatever";
        _commitPlanted(made);
        _proveInvalid(made, 2);
        _requireConvicted();
    }

    function test_ValueLeavesOnce() public {
        Work memory made = _withBad("none");
        address operator = _registerOperated(Role.Edge, heidi, 200_000 ether);
        assertEq(_value(), made.units * FEE, "in");
        _challenge(bob, 0);
        assertEq(_value(), 0, "out by the challenge");
        _proveInvalid(made, 1);
        assertEq(_value(), 0, "still");
        vm.warp(END + 1 days);
        vm.prank(operator);
        work.commitWork(EPOCH + 1, keccak256("root"), 10);
        assertEq(work.workValue(EPOCH, EPOCH + 1), 10 * FEE, "another epoch");
    }

    function test_ValueOfOthersStays() public {
        vm.warp(END - 1);
        address operator = _registerOperated(Role.Edge, heidi, 200_000 ether);
        vm.warp(END);
        vm.prank(operator);
        work.commitWork(EPOCH, keccak256("root"), 10);
        Work memory made = _withBad("none");
        _proveInvalid(made, 1);
        assertEq(_value(), 10 * FEE, "another Edge");
        assertFalse(work.commitmentOf(EPOCH, heidi).rejected, "another Edge");
    }

    /// @dev An honest leaf proves nothing, whichever it is.
    function testFuzz_RevertWhen_LeafIsValid(uint8 size, uint8 which) public {
        Work memory made = _committedWork(bound(size, 1, 20));
        uint256 index = which % made.leaves.length;
        WorkLeaf memory leaf = made.leaves[index];
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ReceiptIsValid.selector, leaf.client, leaf.signer));
        _proveInvalid(made, index);
    }

    /// @dev Nor does an honest leaf with another signature than it commits to.
    function testFuzz_RevertWhen_SignatureIsAnother(uint8 which, bytes calldata other) public {
        Work memory made = _committedWork(6);
        uint256 index = which % 6;
        bytes32 expected = made.leaves[index].signatureHash;
        vm.assume(keccak256(other) != expected);
        made.signatures[index] = other;
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.SignatureMismatch.selector, expected, keccak256(other)));
        _proveInvalid(made, index);
    }

    /// @dev Nor one that is not in the tree: an invented, a doctored, or a displaced one.
    function testFuzz_RevertWhen_LeafIsNotInTheTree(uint8 which, uint256 bit) public {
        Work memory made = _committedWork(6);
        WorkLeaf memory leaf = made.leaves[which % 6];
        bytes memory mismatch = abi.encodeWithSelector(IWorkProofs.ProofMismatch.selector, EPOCH, alice);
        ProofStep[] memory path = made.rows.proof(which % 6);
        vm.expectRevert(mismatch);
        work.proveInvalid(EPOCH, alice, made.leaves[((which % 6) + 1) % 6], path, "");
        leaf.signatureHash ^= bytes32(1 << (bit % 256));
        vm.expectRevert(mismatch);
        work.proveInvalid(EPOCH, alice, leaf, path, "");
    }

    /// @dev The padding beside the last leaf, an inner node, or the row's empty end, are no leaves without units.
    function test_RevertWhen_PaddingIsShownAsALeaf() public {
        Work memory made = _committedWork(3);
        ProofStep[] memory path = made.rows.proof(2);
        path[0] = ProofStep(WorkTree.hashLeaf(made.leaves[2]), made.leaves[2].units, true);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ProofMismatch.selector, EPOCH, alice));
        work.proveInvalid(EPOCH, alice, WorkLeaf(address(0), address(0), 0, 0), path, "");
    }

    function test_RevertWhen_NothingWasCommitted() public {
        Work memory made = _honestWork(3);
        vm.warp(END + W1);
        bytes memory none = abi.encodeWithSelector(IWorkProofs.NoCommitment.selector, EPOCH, alice);
        vm.expectRevert(none);
        _proveInvalid(made, 0);
        vm.expectRevert(none);
        _proveDisorder(made, 0, 1);
    }

    function test_WindowToTheSecond() public {
        Work memory made = _withBad("none");
        made.leaves[0] = made.leaves[2];
        bytes memory closed = abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, EPOCH, END + W1, END + W4);
        uint256[2] memory outside = [END + W1 - 1, END + W4];
        for (uint256 i = 0; i < 2; i++) {
            vm.warp(outside[i]);
            vm.expectRevert(closed);
            _proveInvalid(made, 1);
            vm.expectRevert(closed);
            _proveDisorder(made, 0, 1);
        }
        uint256[2] memory inside = [END + W1, END + W4 - 1];
        for (uint256 i = 0; i < 2; i++) {
            uint256 snapshot = vm.snapshotState();
            vm.warp(inside[i]);
            _proveInvalid(made, 1);
            _requireConvicted();
            vm.revertToState(snapshot);
        }
    }

    function test_RevertWhen_ConvictedAlready() public {
        Work memory made = _withBad("none");
        _proveInvalid(made, 1);
        bytes memory convicted = abi.encodeWithSelector(IWorkProofs.AlreadyConvicted.selector, EPOCH, alice);
        vm.expectRevert(convicted);
        _proveInvalid(made, 1);
        vm.expectRevert(convicted);
        _proveDisorder(made, 0, 1);
    }

    /// @dev Any two leaves that are not in order, wherever they are and however far apart.
    function testFuzz_Disorder(uint8 size, uint8 left, uint8 right) public {
        Work memory made = _honestWork(bound(size, 2, 20));
        uint256 first = bound(left, 0, made.leaves.length - 2);
        uint256 second = bound(right, first + 1, made.leaves.length - 1);
        (made.leaves[first], made.leaves[second]) = (made.leaves[second], made.leaves[first]);
        _commitPlanted(made);
        vm.expectEmit(address(work));
        emit IWorkProofs.Convicted(EPOCH, alice, carol, SLASHED);
        _proveDisorder(made, first, second);
        _requireConvicted();
    }

    /// @dev The same receipt twice, or two receipts of one signer for one client.
    function testFuzz_EqualKeys(uint8 left, uint8 right, bool copied) public {
        Work memory made = _honestWork(12);
        uint256 first = bound(left, 0, 10);
        uint256 second = bound(right, first + 1, 11);
        made.leaves[second] = made.leaves[first];
        if (!copied) made.leaves[second] = WorkLeaf(made.leaves[first].client, made.leaves[first].signer, 5, keccak256("another"));
        _commitPlanted(made);
        _proveDisorder(made, first, second);
        _requireConvicted();
    }

    function test_SignersOfOneClientOutOfOrder() public {
        Work memory made = _honestWork(2);
        made.leaves[0] = WorkLeaf(made.leaves[1].client, address(0x2), 5, 0);
        made.leaves[1].signer = address(0x1);
        _commitPlanted(made);
        _proveDisorder(made, 0, 1);
        _requireConvicted();
    }

    /// @dev No two leaves of an honest commitment, shown in either order, nor one of them twice.
    function testFuzz_RevertWhen_InOrder(uint8 size, uint8 left, uint8 right) public {
        Work memory made = _committedWork(bound(size, 1, 20));
        uint256 count = made.leaves.length;
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.LeavesInOrder.selector));
        _proveDisorder(made, left % count, right % count);
    }

    /// @dev Nor paths of an honest commitment with their leaves exchanged.
    function test_RevertWhen_LeafIsNotWhereItIsShown() public {
        Work memory made = _committedWork(6);
        bytes memory mismatch = abi.encodeWithSelector(IWorkProofs.ProofMismatch.selector, EPOCH, alice);
        (WorkLeaf memory a, WorkLeaf memory b) = (made.leaves[1], made.leaves[4]);
        (ProofStep[] memory pathOfA, ProofStep[] memory pathOfB) = (made.rows.proof(1), made.rows.proof(4));
        vm.expectRevert(mismatch);
        work.proveDisorder(EPOCH, alice, b, pathOfA, a, pathOfB);
        vm.expectRevert(mismatch);
        work.proveDisorder(EPOCH, alice, a, pathOfA, a, pathOfB);
        pathOfA[0].isLeft = !pathOfA[0].isLeft;
        vm.expectRevert(mismatch);
        work.proveDisorder(EPOCH, alice, b, pathOfB, a, pathOfA);
        for (uint256 i = 0; i < 41; i++) pathOfB = _longer(pathOfB);
        vm.expectRevert(abi.encodeWithSelector(MerkleSum.ProofTooDeep.selector, 44, 40));
        work.proveDisorder(EPOCH, alice, b, pathOfB, a, pathOfA);
    }

    function _withBad(bytes memory signature) private returns (Work memory made) {
        made = _honestWork(4);
        made.signatures[1] = signature;
        made.leaves[1].signatureHash = keccak256(signature);
        _commitPlanted(made);
    }

    function _commitPlanted(Work memory made) private {
        _plant(made);
        _commit(made);
        vm.warp(END + W1);
    }

    function _proveInvalid(Work memory made, uint256 index) private {
        ProofStep[] memory path = made.rows.proof(index);
        vm.prank(carol);
        work.proveInvalid(EPOCH, alice, made.leaves[index], path, made.signatures[index]);
    }

    function _proveDisorder(Work memory made, uint256 first, uint256 second) private {
        (ProofStep[] memory left, ProofStep[] memory right) = (made.rows.proof(first), made.rows.proof(second));
        vm.prank(carol);
        work.proveDisorder(EPOCH, alice, made.leaves[first], left, made.leaves[second], right);
    }

    function _requireConvicted() private view {
        IWorkProofs.CommitmentInfo memory info = _info();
        assertTrue(info.convicted && info.rejected, "convicted");
        assertEq(_value(), 0, "value");
    }

    function _longer(ProofStep[] memory steps) private pure returns (ProofStep[] memory more) {
        more = new ProofStep[](steps.length + 1);
        for (uint256 i = 0; i < steps.length; i++) more[i] = steps[i];
    }
}
