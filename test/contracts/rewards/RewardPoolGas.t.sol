// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// solhint-disable no-console
import {console} from "hardhat/console.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {Settlement, SettlementHash} from "../../../contracts/rewards/Settlement.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// @title Ceilings of whole transactions of settling and claiming, in steady state
/// @dev Two settlements are final before the one measured, so that both records were written; guardians have a history of stakes; trees
/// have 10,000 leaves. One measured call a test.
contract RewardPoolGasTest is SettlementTest {
    using StandardTree for bytes32[];

    uint256 private constant NEXT = EPOCH + 3;
    uint256 private constant LEAVES = 10_000;

    /// @dev Of alice, who has claimed `claimed` of it.
    uint256 private earned = 200 ether;
    uint256 private claimed = 100 ether;
    bytes32[] private path;
    bytes32[] private carolsPath;
    Settlement private settlement;

    function setUp() public override {
        super.setUp();
        vm.prank(admin);
        setParameter(config, Parameter.MinSigners, 3);
        // The first three have more than two thirds.
        for (uint256 i = 0; i < guardians.length; i++) token.transfer(guardians[i], 3_000_000 ether);
        _stakeAll();
        vm.prank(bob);
        credit.deposit(bob, alice, 10_000 ether);

        _register(Role.Edge, carol, EDGE_MIN);
        bytes32[] memory tree = _tree();
        for (uint256 epoch = EPOCH; epoch < NEXT; epoch++) {
            _prepare(epoch, epoch == EPOCH ? _earnings(alice, claimed).root() : tree.root(), 300 ether);
            if (epoch == NEXT - 1) break;
            (address[] memory signers, bytes[] memory signed) = _sign(settlement, 0, guardians.length);
            pool.submitSettlement(settlement, signers, signed);
            _skip(1 hours);
            _stakeAll();
            _skip(DELAY);
            if (epoch == EPOCH) pool.claim(alice, claimed, _earningsProof(alice, claimed));
        }
        path = tree.proof(SettlementHash.earningsLeaf(alice, earned));
        carolsPath = tree.proof(SettlementHash.earningsLeaf(carol, earned));
        assertEq(path.length, 14, "a tree of 10,000 leaves");
        assertEq(carolsPath.length, 14, "a tree of 10,000 leaves");
    }

    function _guardianCount() internal pure override returns (uint256) {
        return 11;
    }

    /// hardhat-config: isolate = true
    function test_gasOfSettlementBy3() public {
        (address[] memory signers, bytes[] memory signed) = _sign(settlement, 0, 3);
        pool.submitSettlement(settlement, signers, signed);
        _report("submit settlement, 3 signers", 150_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfSettlementBy11() public {
        (address[] memory signers, bytes[] memory signed) = _sign(settlement, 0, 11);
        pool.submitSettlement(settlement, signers, signed);
        _report("submit settlement, 11 signers", 240_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfSettlementOf7Epochs() public {
        _skip(4 * DAY);
        _prepare(NEXT + 3, settlement.earningsRoot, 300 ether);
        (address[] memory signers, bytes[] memory signed) = _sign(settlement, 0, 3);
        pool.submitSettlement(settlement, signers, signed);
        _report("submit settlement of 7 epochs, 3 signers", 190_000);
    }

    /// @dev Every guardian's stake changed ten times since the epoch's end.
    /// hardhat-config: isolate = true
    function test_gasOfSettlementAfterStakeChanges() public {
        for (uint256 i = 0; i < 30; i++) {
            _skip(60);
            _stake(guardians[i % 3], guardians[i % 3], 1 ether);
        }
        (address[] memory signers, bytes[] memory signed) = _sign(settlement, 0, 3);
        pool.submitSettlement(settlement, signers, signed);
        _report("submit settlement after 30 changes of guardian stake, 3 signers", 200_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfCancellation() public {
        (address[] memory signers, bytes[] memory signed) = _sign(settlement, 0, 3);
        pool.submitSettlement(settlement, signers, signed);
        vm.prank(council);
        pool.cancelSettlement(NEXT - 1);
        _report("cancel settlement", 60_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfExecution() public {
        pool.execute();
        _report("execute settlement", 120_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfFirstClaim() public {
        pool.execute();
        pool.claim(carol, earned, carolsPath);
        _report("claim into staking, first", 119_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfLaterClaim() public {
        pool.execute();
        pool.claim(alice, earned, path);
        _report("claim into staking, later", 85_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfExecutingClaim() public {
        pool.claim(alice, earned, path);
        _report("claim into staking, later, which executes", 170_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfEquivocation() public {
        Settlement memory other = settlement;
        other.earningsRoot = keccak256("another");
        (, bytes[] memory signedA) = _sign(settlement, 0, 1);
        (, bytes[] memory signedB) = _sign(other, 0, 1);
        vm.prank(stranger);
        pool.proveEquivocation(guardians[0], settlement, signedA[0], other, signedB[0]);
        _report("prove equivocation, with slash", 270_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDonation() public {
        token.approve(address(pool), 2 ether);
        pool.fund(1 ether);
        _report("fund", 65_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfCollectingSlashed() public {
        _slash(guardians[5], 100, address(0));
        pool.collectSlashed();
        _report("collect slashed", 75_000);
    }

    function _stakeAll() private {
        for (uint256 i = 0; i < guardians.length; i++) _stake(guardians[i], guardians[i], i < 3 ? 900_000 ether : 1 ether);
    }

    function _prepare(uint256 epoch, bytes32 root, uint256 value) private {
        _work(epoch, value);
        _warpAfter(epoch, W4);
        settlement = _settlement(epoch);
        (settlement.earningsRoot, settlement.totalEarned) = (root, value);
        (settlement.chargesRoot, settlement.totalCharged) = (keccak256(abi.encode(epoch)), value);
    }

    /// @dev Its shape has leaves of depth 13 and 14; the smallest are the deepest.
    function _tree() private returns (bytes32[] memory) {
        while (_isShallow(alice) || _isShallow(carol)) earned++;
        bytes32[] memory leaves = new bytes32[](LEAVES);
        leaves[0] = SettlementHash.earningsLeaf(alice, earned);
        leaves[1] = SettlementHash.earningsLeaf(carol, earned);
        for (uint256 i = 2; i < LEAVES; i++) leaves[i] = keccak256(abi.encode(i));
        return leaves.build();
    }

    function _isShallow(address node) private view returns (bool) {
        return uint256(SettlementHash.earningsLeaf(node, earned)) >> 254 != 0;
    }

    function _report(string memory verb, uint256 ceiling) private view {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        console.log("%s: %s of %s", verb, used, ceiling);
        assertLe(used, ceiling, verb);
    }
}
