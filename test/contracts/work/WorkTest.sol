// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkLeaf} from "../../../contracts/work/MerkleSum.sol";
import {ProtocolTest} from "../support/ProtocolTest.sol";
import {WorkTree} from "../support/WorkTree.sol";

/// @title Base of the tests of work proofs: an Edge with a delegator, a guardian, both with operators, and signed trees of any size
abstract contract WorkTest is ProtocolTest {
    using WorkTree for WorkTree.Node[][];

    /// @notice A whole commitment as its Edge knows it.
    struct Work {
        WorkLeaf[] leaves;
        bytes[] signatures;
        WorkTree.Node[][] rows;
        bytes32 root;
        uint64 units;
    }

    /// @dev In which everything is set up; it ends at `END`.
    uint256 internal constant EPOCH = 10;
    uint256 internal constant END = GENESIS + (EPOCH + 1) * 1 days;
    uint256 internal constant W1 = 2 hours;
    uint256 internal constant W2 = 4 hours;
    uint256 internal constant W3 = 8 hours;
    uint256 internal constant W4 = 12 hours;
    uint256 internal constant BOND = 50 ether;
    uint256 internal constant FEE = 953_674_316_406;
    bytes32 internal constant RELAY = "relay";

    /// @dev Operates alice's node, an Edge.
    address internal edgeOperator;
    /// @dev Operates grace's node, a Guardian.
    address internal guardianOperator;

    function setUp() public virtual override {
        super.setUp();
        edgeOperator = _registerOperated(Role.Edge, alice, 200_000 ether);
        guardianOperator = _registerOperated(Role.Guardian, grace, 200_000 ether);
        _stake(bob, alice, 50_000 ether);
        vm.prank(bob);
        token.approve(address(work), type(uint256).max);
        vm.prank(carol);
        token.approve(address(work), type(uint256).max);
    }

    function _registerOperated(Role role, address owner, uint256 amount) internal returns (address operator) {
        uint256 key;
        (operator, key) = _operatorOf(owner);
        INodeStaking.Registration memory registration = _registration(role, operator);
        registration.operatorConsent = _signature(key, staking.operatorConsentDigest(owner, operator));
        vm.prank(owner);
        staking.registerAndStake(registration, amount);
    }

    function _operatorOf(address owner) internal pure returns (address operator, uint256 key) {
        key = uint256(keccak256(abi.encode("operator", owner)));
        operator = vm.addr(key);
    }

    /// @notice Work of `EPOCH` for alice's node by `count` clients, every third of whom has a delegate sign.
    function _honestWork(uint256 count) internal returns (Work memory made) {
        uint256[] memory keys = _sortedKeys(count);
        made.leaves = new WorkLeaf[](count);
        made.signatures = new bytes[](count);
        for (uint256 i = 0; i < count; i++) {
            address client = vm.addr(keys[i]);
            uint64 units = uint64(1 + (keys[i] % 1_000));
            uint256 signerKey = i % 3 == 2 ? _delegateKey(client) : keys[i];
            if (signerKey != keys[i]) _addDelegate(client, vm.addr(signerKey), 100 days);
            (made.leaves[i], made.signatures[i]) = _receipt(client, signerKey, units);
        }
        _plant(made);
    }

    /// @notice Builds the tree again, after leaves were changed.
    function _plant(Work memory made) internal pure {
        made.rows = WorkTree.build(made.leaves);
        (made.root, made.units) = made.rows.root();
    }

    function _receipt(
        address client,
        uint256 signerKey,
        uint64 units
    ) internal view returns (WorkLeaf memory leaf, bytes memory signature) {
        signature = _signature(signerKey, work.receiptDigest(alice, client, uint64(EPOCH), units));
        leaf = WorkLeaf(client, vm.addr(signerKey), units, keccak256(signature));
    }

    function _signature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _delegateKey(address client) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode("delegate", client)));
    }

    function _addDelegate(address client, address delegate, uint256 validity) internal {
        vm.prank(client);
        registry.addDelegate(client, RELAY, delegate, validity);
    }

    /// @notice As alice's operator, in the first second in which it is possible.
    function _commit(Work memory made) internal {
        vm.warp(END);
        vm.prank(edgeOperator);
        work.commitWork(EPOCH, made.root, made.units);
    }

    /// @notice Honest work, committed, in the first second of challenges.
    function _committedWork(uint256 count) internal returns (Work memory made) {
        made = _honestWork(count);
        _commit(made);
        vm.warp(END + W1);
    }

    function _challenge(address challenger, uint64 unit) internal {
        vm.prank(challenger);
        work.challenge(EPOCH, alice, unit);
    }

    function _answerTo(Work memory made, uint64 unit) internal pure returns (IWorkProofs.Answer memory) {
        uint256 index = WorkTree.leafOf(made.leaves, unit);
        return IWorkProofs.Answer(unit, made.leaves[index], made.rows.proof(index), made.signatures[index]);
    }

    function _answer(Work memory made, uint64 unit) internal {
        work.answer(EPOCH, alice, _answerTo(made, unit));
    }

    function _info() internal view returns (IWorkProofs.CommitmentInfo memory) {
        return work.commitmentOf(EPOCH, alice);
    }

    function _state(uint64 unit) internal view returns (IWorkProofs.ChallengeState state) {
        (state, , ) = work.challengeOf(EPOCH, alice, unit);
    }

    function _value() internal view returns (uint256) {
        return work.workValue(EPOCH, EPOCH);
    }

    function _units(uint64 unit) internal pure returns (uint64[] memory units) {
        units = new uint64[](1);
        units[0] = unit;
    }

    /// @dev Keys of clients in the order of their addresses.
    function _sortedKeys(uint256 count) private pure returns (uint256[] memory keys) {
        keys = new uint256[](count);
        address[] memory clients = new address[](count);
        for (uint256 i = 0; i < count; i++) {
            uint256 key = uint256(keccak256(abi.encode("client", i)));
            address client = vm.addr(key);
            uint256 place = i;
            for (; place > 0 && clients[place - 1] > client; place--) {
                (keys[place], clients[place]) = (keys[place - 1], clients[place - 1]);
            }
            (keys[place], clients[place]) = (key, client);
        }
    }
}
