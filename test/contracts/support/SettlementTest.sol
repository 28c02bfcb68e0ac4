// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement, SettlementHash} from "../../../contracts/rewards/Settlement.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {ProtocolTest} from "./ProtocolTest.sol";
import {StandardTree} from "./StandardTree.sol";

/// @title Base of tests that settle: five guardians with equal stake, an Edge that can work a lot, payers with credit
abstract contract SettlementTest is ProtocolTest {
    using StandardTree for bytes32[];

    /// @dev In which everything is set up, and which most tests settle.
    uint256 internal constant EPOCH = 10;
    uint256 internal constant DAY = 1 days;
    uint256 internal constant W4 = 12 hours;
    uint256 internal constant DELAY = 12 hours;
    uint256 internal constant MAX_LAG = 6;
    uint256 internal constant GUARDIANS = 5;
    uint256 internal constant GUARDIAN_STAKE = 300_000 ether;
    uint256 internal constant FEE = 953_674_316_406;

    /// @dev Owners, ascending.
    address[] internal guardians;

    function setUp() public virtual override {
        super.setUp();
        for (uint256 i = 0; i < _guardianCount(); i++) guardians.push(vm.addr(uint256(keccak256(abi.encode("guardian", i)))));
        for (uint256 i = 1; i < guardians.length; i++) {
            for (uint256 j = i; j > 0 && guardians[j - 1] > guardians[j]; j--) {
                (guardians[j - 1], guardians[j]) = (guardians[j], guardians[j - 1]);
            }
        }
        for (uint256 i = 0; i < guardians.length; i++) _registerGuardian(guardians[i], GUARDIAN_STAKE);
        _register(Role.Edge, alice, 2_000_000 ether);
        address[3] memory payers = [bob, carol, address(this)];
        for (uint256 i = 0; i < payers.length; i++) {
            vm.prank(payers[i]);
            token.approve(address(credit), type(uint256).max);
        }
    }

    function _guardianCount() internal view virtual returns (uint256) {
        return GUARDIANS;
    }

    function _registerGuardian(address owner, uint256 amount) internal {
        _fund(owner, amount);
        INodeStaking.Registration memory registration = _registration(Role.Guardian, vm.addr(_keyOf(owner)));
        registration.operatorConsent = _signature(_keyOf(owner), staking.operatorConsentDigest(owner, registration.operator));
        vm.prank(owner);
        staking.registerAndStake(registration, amount);
    }

    /// @notice Key of the guardian's operator.
    function _keyOf(address guardian) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode("operator", guardian)));
    }

    function _signature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    /// @notice Opens or tops up a line and, in the first second after `epoch`, commits work of at least `value`.
    function _workAndCredit(uint256 epoch, uint256 value) internal {
        vm.prank(bob);
        credit.deposit(bob, alice, value);
        _work(epoch, value);
    }

    function _work(uint256 epoch, uint256 value) internal {
        _warpAfter(epoch, 0);
        vm.prank(alice);
        work.commitWork(epoch, keccak256("leaves"), uint64((value + FEE - 1) / FEE));
    }

    /// @notice An empty settlement of `epoch` after the last final one.
    function _settlement(uint256 epoch) internal view returns (Settlement memory settlement) {
        settlement.epoch = epoch;
        settlement.previous = pool.lastFinal().digest;
    }

    /// @notice Signatures of the guardians from number `from` up to `to`.
    function _sign(
        Settlement memory settlement,
        uint256 from,
        uint256 to
    ) internal view returns (address[] memory owners, bytes[] memory signatures) {
        bytes32 digest = pool.settlementDigest(settlement);
        owners = new address[](to - from);
        signatures = new bytes[](to - from);
        for (uint256 i = from; i < to; i++) {
            owners[i - from] = guardians[i];
            signatures[i - from] = _signature(_keyOf(guardians[i]), digest);
        }
    }

    function _submit(Settlement memory settlement) internal {
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, guardians.length);
        pool.submitSettlement(settlement, owners, signatures);
    }

    function _expectRefusal(Settlement memory settlement, bytes memory refusal) internal {
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, guardians.length);
        vm.expectRevert(refusal);
        pool.submitSettlement(settlement, owners, signatures);
    }

    /// @notice Submits in the first second of the epoch's window.
    function _submitInTime(Settlement memory settlement) internal {
        _warpAfter(settlement.epoch, W4);
        _submit(settlement);
    }

    /// @notice Submits in the first second of the epoch's window and waits until it is final.
    function _settle(Settlement memory settlement) internal {
        _submitInTime(settlement);
        _skip(DELAY);
    }

    function _cancelPending() internal {
        uint256 epoch = pool.pending().epoch;
        vm.prank(council);
        pool.cancelSettlement(epoch);
    }

    /// @notice The tree of one node's earnings and of others that fill it up.
    function _earnings(address node, uint256 cumulative) internal pure returns (bytes32[] memory tree) {
        bytes32[] memory leaves = new bytes32[](5);
        leaves[0] = SettlementHash.earningsLeaf(node, cumulative);
        for (uint256 i = 1; i < leaves.length; i++) leaves[i] = SettlementHash.earningsLeaf(vm.addr(i), i);
        return leaves.build();
    }

    function _earningsProof(address node, uint256 cumulative) internal pure returns (bytes32[] memory) {
        return _earnings(node, cumulative).proof(SettlementHash.earningsLeaf(node, cumulative));
    }

    /// @notice The tree of one line's charge and of others that fill it up.
    function _charges(address payer_, address edge, uint256 cumulative) internal pure returns (bytes32[] memory tree) {
        bytes32[] memory leaves = new bytes32[](5);
        leaves[0] = SettlementHash.chargesLeaf(payer_, edge, cumulative);
        for (uint256 i = 1; i < leaves.length; i++) leaves[i] = SettlementHash.chargesLeaf(vm.addr(i), edge, i);
        return leaves.build();
    }

    function _chargesProof(address payer_, address edge, uint256 cumulative) internal pure returns (bytes32[] memory) {
        return _charges(payer_, edge, cumulative).proof(SettlementHash.chargesLeaf(payer_, edge, cumulative));
    }

    function _none() internal pure returns (bytes32[] memory) {
        return new bytes32[](0);
    }

    function _require(IRewardPool.SettlementInfo memory info, Settlement memory settlement) internal view {
        assertEq(info.epoch, settlement.epoch, "epoch");
        assertEq(info.digest, pool.settlementDigest(settlement), "digest");
        assertEq(info.earningsRoot, settlement.earningsRoot, "earnings root");
        assertEq(info.chargesRoot, settlement.chargesRoot, "charges root");
    }
}
