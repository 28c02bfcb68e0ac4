// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {MerkleSum, WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {WorkTree} from "../support/WorkTree.sol";
import {WorkTest} from "../work/WorkTest.sol";
import {Wealth} from "./Wealth.sol";

/// Attacks of an Edge on its own commitment: units that nobody signed, that nobody can see, or that count twice.
contract ForgeryTest is WorkTest {
    using WorkTree for WorkTree.Node[][];
    using Wealth for NodeStaking;

    uint256 private constant STAKE = 200_000 ether;
    /// @dev A tenth of the stake is slashed, and a tenth of what the owner loses is the reporter's.
    uint256 private constant LOSS = STAKE / 10;
    uint256 private constant SHARE = LOSS / 10;
    /// @dev Units that one auditor draws, by which `ProtocolConfig` bounds a commitment.
    uint256 private constant DRAWS = 64;

    uint256 private edgeBefore;
    uint256 private auditorBefore;

    function setUp() public override {
        super.setUp();
        edgeBefore = staking.wealth(alice, alice);
        auditorBefore = token.balanceOf(carol);
    }

    function test_oneInAHundredUnitsForged() public {
        forgeryDoesNotPay(1);
    }

    function test_oneInTwentyUnitsForged() public {
        forgeryDoesNotPay(5);
    }

    function test_everySecondUnitForged() public {
        forgeryDoesNotPay(50);
    }

    /// @dev Whoever asks for a unit of the leaf gets no answer, valid or not.
    function test_leafWithheld() public {
        Work memory made = _committedWork(7);
        uint64 withheld = made.leaves[0].units + made.leaves[1].units;
        _challenge(carol, withheld);
        assertEq(_value(), 0, "not to be paid for meanwhile");
        _requireConviction(withheld);
    }

    /// @dev A right half that claims a thousand units more than its leaves have: no path through it leads to the total.
    function test_unitsHiddenUnderAnInconsistentSum() public {
        Work memory made = _honestWork(4);
        made.rows[1][1].sum += 1_000;
        made.rows[2][0] = WorkTree.parent(made.rows[1][0], made.rows[1][1]);
        (made.root, made.units) = made.rows.root();
        _commit(made);
        vm.warp(END + W1);
        uint64 hidden = made.rows[1][0].sum;
        _challenge(carol, hidden);
        IWorkProofs.Answer memory best = _answerTo(made, hidden);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.ProofMismatch.selector, EPOCH, alice));
        work.answer(EPOCH, alice, best);
        _requireConviction(hidden);
    }

    /// @dev Two leaves of nearly 2^64 units each, whose sum wraps around to what is committed.
    function test_sumsThatOverflow() public {
        Work memory made = _honestWork(2);
        made.leaves[0].units = type(uint64).max;
        made.leaves[1].units = 101;
        (bytes32 left, bytes32 right) = (WorkTree.hashLeaf(made.leaves[0]), WorkTree.hashLeaf(made.leaves[1]));
        made.root = keccak256(abi.encodePacked(left, made.leaves[0].units, right, made.leaves[1].units));
        made.units = 100;
        _commit(made);
        vm.warp(END + W1);
        _challenge(carol, 0);
        made.rows = new WorkTree.Node[][](2);
        made.rows[0] = new WorkTree.Node[](2);
        (made.rows[0][0], made.rows[0][1]) = (WorkTree.Node(left, made.leaves[0].units), WorkTree.Node(right, made.leaves[1].units));
        IWorkProofs.Answer memory best = _answerTo(made, 0);
        vm.expectRevert(abi.encodeWithSelector(MerkleSum.SumOverflow.selector));
        work.answer(EPOCH, alice, best);
        _requireConviction(0);
    }

    function test_receiptTwiceInATree() public {
        Work memory made = _honestWork(4);
        (made.leaves[2], made.signatures[2]) = (made.leaves[1], made.signatures[1]);
        _plant(made);
        _commit(made);
        vm.warp(END + W1);
        vm.prank(carol);
        work.proveDisorder(EPOCH, alice, made.leaves[1], made.rows.proof(1), made.leaves[2], made.rows.proof(2));
        _requireConvicted();
    }

    /// @dev heidi's Edge, in the same hand, commits what was signed for alice's.
    function test_receiptInTwoEdgesTrees() public {
        _register(Role.Edge, heidi, STAKE);
        vm.warp(START + 1 days);
        Work memory made = _honestWork(4);
        _commitFor(made, heidi, EPOCH);
        edgeBefore = staking.wealth(heidi, heidi);
        vm.prank(carol);
        work.proveInvalid(EPOCH, heidi, made.leaves[0], made.rows.proof(0), made.signatures[0]);
        assertEq(staking.wealth(heidi, heidi), edgeBefore - LOSS, "the Edge");
        assertEq(token.balanceOf(carol), auditorBefore + SHARE, "the auditor");
        assertEq(work.workValue(EPOCH, EPOCH), 0, "nothing to be paid for");
    }

    function test_receiptInTwoEpochs() public {
        Work memory made = _committedWork(4);
        _commitFor(made, alice, EPOCH + 1);
        vm.prank(carol);
        work.proveInvalid(EPOCH + 1, alice, made.leaves[0], made.rows.proof(0), made.signatures[0]);
        assertEq(staking.wealth(alice, alice), edgeBefore - LOSS, "the Edge");
        assertEq(token.balanceOf(carol), auditorBefore + SHARE, "the auditor");
        assertEq(work.workValue(EPOCH + 1, EPOCH + 1), 0, "nothing to be paid for");
        assertGt(work.workValue(EPOCH, EPOCH), 0, "the receipts count where they belong");
    }

    /// @dev Once a challenge has come, the Edge would rather have committed something else.
    function test_commitmentReplacedAfterTheFirstWindow() public {
        Work memory made = _honestWork(4);
        made.leaves[3].units += 1_000;
        _plant(made);
        _commit(made);
        vm.warp(END + W1);
        uint64 forged = made.units - 1;
        _challenge(carol, forged);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.OutsideWindow.selector, EPOCH, END, END + W1));
        vm.prank(alice);
        work.commitWork(EPOCH, keccak256("something else"), 1);
        _requireConviction(forged);
    }

    /// @dev A commitment at the Edge's capacity, of whose units `percent` are signed by the Edge itself in a stranger's name. What one
    /// conviction costs is measured; what the forgery would bring in is at most the fee of its units; and an auditor who draws units
    /// blindly, again and again, leaves it a loss.
    function forgeryDoesNotPay(uint256 percent) private {
        Work memory made = _honestWork(1);
        uint64 capacity = uint64((250_000 * 104_857));
        uint64 forged = uint64((capacity * percent) / 100);
        (, uint256 edgeKey) = _operatorOf(alice);
        WorkLeaf memory honest = made.leaves[0];
        honest.units = capacity - forged;
        (WorkLeaf memory invented, bytes memory signature) = _receipt(address(type(uint160).max), edgeKey, forged);
        (made.leaves, made.signatures) = (new WorkLeaf[](2), new bytes[](2));
        (made.leaves[0], made.leaves[1], made.signatures[1]) = (honest, invented, signature);
        _plant(made);
        _commit(made);
        vm.warp(END + W1);
        uint64 caught = _requireForgeryLosesOnAverage(capacity, forged);
        _challenge(carol, caught);
        IWorkProofs.Answer memory best = _answerTo(made, caught);
        vm.expectRevert(abi.encodeWithSelector(IWorkProofs.InvalidReceipt.selector, invented.client, invented.signer));
        work.answer(EPOCH, alice, best);
        _requireConviction(caught);
    }

    /// @return caught A forged unit that was drawn.
    function _requireForgeryLosesOnAverage(uint64 capacity, uint64 forged) private pure returns (uint64 caught) {
        uint256 audits = 200;
        uint256 hits = 0;
        for (uint256 audit = 0; audit < audits; audit++) {
            for (uint256 draw = 0; draw < DRAWS; draw++) {
                uint64 unit = uint64(uint256(keccak256(abi.encode("audit", audit, draw))) % capacity);
                if (unit < capacity - forged) continue;
                caught = unit;
                hits++;
                break;
            }
        }
        assertGt(hits * LOSS, (audits - hits) * forged * FEE, "what forging brings in, over what it costs");
    }

    function _requireConviction(uint64 unit) private {
        vm.warp(END + W4);
        work.convict(EPOCH, alice, unit);
        _requireConvicted();
    }

    function _requireConvicted() private view {
        assertEq(staking.wealth(alice, alice), edgeBefore - LOSS, "the Edge");
        assertEq(token.balanceOf(carol), auditorBefore + SHARE, "the auditor, his bond returned");
        assertEq(_value(), 0, "nothing to be paid for");
        assertTrue(_info().rejected, "rejected");
    }

    function _commitFor(Work memory made, address edge, uint256 epoch) private {
        vm.warp(config.epochStart(epoch + 1));
        vm.prank(edge);
        work.commitWork(epoch, made.root, made.units);
        vm.warp(config.epochStart(epoch + 1) + W1);
    }
}
