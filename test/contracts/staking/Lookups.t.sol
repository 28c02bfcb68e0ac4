// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {NodeWeights} from "../../../contracts/staking/NodeWeights.sol";
import {StakingTest} from "./StakingTest.sol";

/// What other contracts ask of staking: whom a key acts for, and which guardians signed with which votes.
contract LookupsTest is StakingTest {
    address private key;
    uint256 private secret;

    function setUp() public override {
        super.setUp();
        (key, secret) = makeAddrAndKey("hot key");
        _register(Role.Edge, alice, EDGE_MIN);
        _register(Role.Guardian, grace, GUARDIAN_MIN);
    }

    function test_ownerControlsItsNode() public view {
        _requireControl(alice, alice, Role.Edge);
        _requireControl(grace, grace, Role.Guardian);
    }

    function test_operatorControlsItsNodeUntilReplaced() public {
        _giveKeyTo(grace);
        _requireControl(key, grace, Role.Guardian);
        _requireControl(grace, grace, Role.Guardian);
        vm.prank(grace);
        staking.setOperator(grace, "");
        assertEq(staking.nodeOf(key), grace, "its signatures stay attributable");
        _requireControl(key, address(0), Role.None);
    }

    /// @dev Who has a node of his own acts for that one, though his key was lent to another.
    function test_ownNodeComesFirst() public {
        _giveKeyTo(grace);
        token.transfer(key, WATCHDOG_MIN);
        vm.startPrank(key);
        token.approve(address(staking), WATCHDOG_MIN);
        (address second, uint256 secondSecret) = makeAddrAndKey("second key");
        INodeStaking.Registration memory registration = _registration(Role.WatchDog, second);
        registration.operatorConsent = _consent(secondSecret, key, second);
        staking.registerAndStake(registration, WATCHDOG_MIN);
        vm.stopPrank();
        _requireControl(key, key, Role.WatchDog);
        _requireControl(second, key, Role.WatchDog);
    }

    function test_othersControlNothing() public view {
        _requireControl(stranger, address(0), Role.None);
        _requireControl(address(0), address(0), Role.None);
    }

    function test_guardiansAtATime() public {
        _register(Role.Guardian, heidi, 2 * GUARDIAN_MIN);
        vm.warp(START + 100);
        _stake(grace, grace, 5 ether);
        _giveKeyTo(grace);
        vm.warp(START + 200);
        (address[] memory operators, uint256[] memory votes, uint256 total) = staking.guardiansAt(_four(), START + 99);
        _requireGuardian(operators, votes, 0, key, GUARDIAN_MIN);
        _requireGuardian(operators, votes, 1, heidi, 2 * GUARDIAN_MIN);
        _requireGuardian(operators, votes, 2, alice, 0);
        _requireGuardian(operators, votes, 3, address(0), 0);
        (, votes, total) = staking.guardiansAt(_four(), START + 100);
        assertEq(total, staking.getPastTotalSupply(START + 100), "total then");
        assertEq(votes[0], GUARDIAN_MIN + 5 ether, "after the change");
        (, votes, total) = staking.guardiansAt(_four(), START - 1);
        assertEq(total, 0, "total before");
        assertEq(votes[0], 0, "before it was one");
        (operators, votes, total) = staking.guardiansAt(new address[](0), START);
        assertEq(total, staking.getPastTotalSupply(START), "total of nobody in particular");
        assertEq(operators.length + votes.length, 0, "nobody");
    }

    function test_RevertWhen_TimeIsNotPast() public {
        bytes memory refusal = abi.encodeWithSelector(NodeWeights.ERC5805FutureLookup.selector, START, uint48(START));
        vm.expectRevert(refusal);
        staking.guardiansAt(new address[](1), START);
    }

    function _giveKeyTo(address node) private {
        bytes memory consent = _consent(secret, node, key);
        vm.prank(node);
        staking.setOperator(key, consent);
    }

    function _consent(uint256 signer, address owner, address operator) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(signer, staking.operatorConsentDigest(owner, operator));
        return abi.encodePacked(r, s, v);
    }

    function _four() private view returns (address[] memory guardians) {
        guardians = new address[](4);
        (guardians[0], guardians[1], guardians[2], guardians[3]) = (grace, heidi, alice, stranger);
    }

    function _requireControl(address key_, address node, Role role) private view {
        (address controlled, Role itsRole) = staking.controlledNode(key_);
        assertEq(controlled, node, "node");
        assertEq(uint256(itsRole), uint256(role), "role");
    }

    function _requireGuardian(
        address[] memory operators,
        uint256[] memory votes,
        uint256 index,
        address operator,
        uint256 itsVotes
    ) private pure {
        assertEq(operators[index], operator, "operator");
        assertEq(votes[index], itsVotes, "votes");
    }
}
