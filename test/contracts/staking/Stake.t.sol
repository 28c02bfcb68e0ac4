// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {PermitSignature} from "../../../contracts/common/Permit.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

contract StakeTest is StakingTest {
    function setUp() public override {
        super.setUp();
        _register(Role.Edge, alice, EDGE_MIN);
    }

    function test_ownStake() public {
        vm.expectEmit(address(staking));
        emit INodeStaking.Staked(alice, alice, 5 ether, 5 ether, EDGE_MIN + 5 ether);
        _stake(alice, alice, 5 ether);
        assertEq(_bonded(alice, alice), EDGE_MIN + 5 ether, "position");
        assertEq(staking.nodeInfo(alice).ownBonded, EDGE_MIN + 5 ether, "own");
    }

    function test_delegatedStake() public {
        vm.expectEmit(address(staking));
        emit INodeStaking.Staked(alice, bob, 7 ether, 7 ether, EDGE_MIN + 7 ether);
        _stake(bob, alice, 7 ether);
        assertEq(_bonded(alice, bob), 7 ether, "position");
        assertEq(staking.nodeInfo(alice).ownBonded, EDGE_MIN, "own is untouched");
        assertEq(staking.nodeInfo(alice).bonded, EDGE_MIN + 7 ether, "node");
    }

    function test_permit() public {
        (address dave, uint256 key) = makeAddrAndKey("dave");
        token.transfer(dave, 10 ether);
        PermitSignature memory permit;
        permit.deadline = START + 1 hours;
        (permit.v, permit.r, permit.s) = signPermit(token, key, address(staking), 10 ether, permit.deadline);
        vm.prank(dave);
        staking.stakeWithPermit(alice, 10 ether, permit);
        assertEq(_bonded(alice, dave), 10 ether, "staked");
        permit.deadline = START - 1;
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(staking), 0, 1 ether));
        vm.prank(dave);
        staking.stakeWithPermit(alice, 1 ether, permit);
    }

    function test_refusesUnknownNode() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, bob));
        _stake(alice, bob, 1 ether);
    }

    function test_refusesZero() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.ZeroAmount.selector));
        _stake(alice, alice, 0);
    }

    function test_refusesMoreThanTheBalance() public {
        uint256 amount = FUNDS + 1;
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, bob, FUNDS, amount));
        _stake(bob, alice, amount);
    }

    function test_refusesDelegationAboveTheRatio() public {
        _stake(bob, alice, 4 * EDGE_MIN);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.DelegationLimitExceeded.selector, 4 * EDGE_MIN + 1, 4 * EDGE_MIN));
        _stake(carol, alice, 1);
        _stake(alice, alice, 1);
        _stake(carol, alice, 4);
        assertEq(staking.weightOf(alice), 5 * (EDGE_MIN + 1), "all counts");
    }

    function test_ratioMovesWithTheParameter() public {
        _stake(bob, alice, 4 * EDGE_MIN);
        _govern(Parameter.MaxDelegationRatio, 1);
        assertEq(staking.weightOf(alice), 2 * EDGE_MIN, "what is above does not count");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.DelegationLimitExceeded.selector, 4 * EDGE_MIN + 1, EDGE_MIN));
        _stake(carol, alice, 1);
        _stake(alice, alice, 1 ether);
    }

    /// @dev A donation buys nobody anything and takes nothing from anybody.
    function test_donationIsHarmless() public {
        token.transfer(address(staking), 1_000_000 ether);
        _stake(bob, alice, 3);
        assertEq(_bonded(alice, bob), 3, "shares are not diluted");
        assertEq(staking.nodeInfo(alice).bonded, EDGE_MIN + 3, "nothing was credited");
    }

    /// @dev In and out again at any price never pays more than it cost, and what is asked for is what is paid.
    function testFuzz_roundingFavoursThePool(uint256 bps, uint256 first, uint256 second, uint256 back) public {
        bps = bound(bps, 0, 9_899);
        _slash(alice, bps, address(0));
        _stake(alice, alice, 1_000_000 ether);
        first = bound(first, 1, 100_000 ether);
        second = bound(second, 1, 100_000 ether);
        _stake(bob, alice, first);
        _stake(carol, alice, second);
        uint256 bonded = _bonded(alice, bob);
        assertLe(bonded, first, "no more than was paid in");
        assertLe(first - bonded, 1, "one unit of rounding");
        assertLe(bonded + _bonded(alice, carol) + _bonded(alice, alice), staking.nodeInfo(alice).bonded, "the parts are covered");
        if (bonded == 0) return;
        back = bound(back, 1, bonded);
        uint256 requestId = _unstake(bob, alice, back);
        assertEq(staking.unstakeRequest(alice, bob, requestId).amount, back, "what was asked for");
        assertLe(_bonded(alice, bob) + back, bonded, "never more than there was");
        assertLe(
            staking.nodeInfo(alice).bonded + staking.nodeInfo(alice).unbonding + staking.fundOwed(),
            token.balanceOf(address(staking)),
            "solvent"
        );
    }
}
