// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// solhint-disable no-console
import {console} from "hardhat/console.sol";
import {PermitSignature} from "../../../contracts/common/Permit.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {StakingTest} from "./StakingTest.sol";

/// @title Ceilings of whole transactions, through the proxy, in steady state with a reward stream running
/// @dev What a receipt says: base cost and calldata counted, refunds taken off. One measured call a test, so that nothing it touches has
/// been touched before in the same transaction; everything else happens in `setUp`.
contract NodeStakingGasTest is StakingTest {
    /// @dev What checkpoints of a guardian's votes, its own and the total, may add.
    uint256 private constant CHECKPOINTS = 55_000;

    PermitSignature private _permitOfEdge;
    PermitSignature private _permitOfGuardian;

    function setUp() public override {
        super.setUp();
        _live(Role.Edge, alice);
        _live(Role.Guardian, grace);
        _permitOfEdge = _newcomer("new edge", EDGE_MIN);
        _permitOfGuardian = _newcomer("new guardian", GUARDIAN_MIN);
        vm.prank(carol);
        token.approve(address(staking), 5_000 ether);
        vm.prank(heidi);
        token.approve(address(staking), 5_000 ether);
        _deposit(1_000 ether);
        vm.warp(START + 60 days);
        assertGt(staking.nodeInfo(alice).unreleasedRewards, 0, "a stream is running");
        assertGt(staking.nodeInfo(grace).unreleasedRewards, 0, "a stream is running");
    }

    /// hardhat-config: isolate = true
    function test_gasOfRegistrationWithPermit() public {
        _register("new edge", Role.Edge, EDGE_MIN, _permitOfEdge);
        _report("register and stake with permit, Edge", 260_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfGuardianRegistrationWithPermit() public {
        _register("new guardian", Role.Guardian, GUARDIAN_MIN, _permitOfGuardian);
        _report("register and stake with permit, Guardian", 260_000 + CHECKPOINTS);
    }

    /// hardhat-config: isolate = true
    function test_gasOfAddedStake() public {
        _stake(alice, alice, 1_000 ether);
        _report("add stake, Edge", 85_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfGuardiansAddedStake() public {
        _stake(grace, grace, 1_000 ether);
        _report("add stake, Guardian", 85_000 + CHECKPOINTS);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDelegatingAgain() public {
        _stake(carol, alice, 1_000 ether);
        _report("delegate again, Edge", 90_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDelegatingToGuardianAgain() public {
        _stake(carol, grace, 1_000 ether);
        _report("delegate again, Guardian", 90_000 + CHECKPOINTS);
    }

    /// hardhat-config: isolate = true
    function test_gasOfRequest() public {
        _unstake(alice, alice, 1_000 ether);
        _report("request unstake, Edge", 80_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDelegatorsRequest() public {
        _unstake(bob, alice, 1_000 ether);
        _report("request unstake, Edge's delegator", 80_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfGuardiansRequest() public {
        _unstake(grace, grace, 1_000 ether);
        _report("request unstake, Guardian", 80_000 + CHECKPOINTS);
    }

    /// hardhat-config: isolate = true
    function test_gasOfGuardiansDelegatorsRequest() public {
        _unstake(bob, grace, 1_000 ether);
        _report("request unstake, Guardian's delegator", 80_000 + CHECKPOINTS);
    }

    /// hardhat-config: isolate = true
    function test_gasOfWithdrawal() public {
        _withdraw(alice, alice, 1);
        _report("withdraw, Edge", 60_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDelegatorsWithdrawal() public {
        _withdraw(bob, alice, 1);
        _report("withdraw, Edge's delegator", 60_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfGuardiansWithdrawal() public {
        _withdraw(grace, grace, 1);
        _report("withdraw, Guardian", 60_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfClaim() public {
        _claim(alice, alice);
        _report("claim rewards, Edge", 60_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDelegatorsClaim() public {
        _claim(bob, grace);
        _report("claim rewards, Guardian's delegator", 60_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfRestake() public {
        vm.prank(bob);
        staking.restakeRewards(alice);
        _report("restake rewards, Edge's delegator", 75_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfCancel() public {
        _cancel(bob, alice, 1);
        _report("cancel unstake, Edge's delegator", 70_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfDistribution() public {
        _pay(alice, 10 ether);
        _report("distribute, Edge", 56_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfSlash() public {
        _slash(alice, 1_000, reporter);
        _report("slash, Edge", 105_000);
    }

    /// hardhat-config: isolate = true
    function test_gasOfGuardiansSlash() public {
        _slash(grace, 1_000, reporter);
        _report("slash, Guardian", 105_000 + CHECKPOINTS);
    }

    /// hardhat-config: isolate = true
    function test_gasOfSuspension() public {
        staking.suspend(grace);
        _report("suspend, Guardian", 65_000 + CHECKPOINTS);
    }

    /// hardhat-config: isolate = true
    function test_gasOfNewCommission() public {
        vm.prank(alice);
        staking.setCommission(900);
        _report("set commission, Edge", 65_000);
    }

    /// @dev A node with delegators, each with a withdrawal behind him, a mature request open and rewards on their way.
    function _live(Role role, address owner) private {
        address[3] memory holders = [owner, bob, carol];
        vm.warp(START);
        _register(role, owner, 200_000 ether);
        for (uint256 i = 0; i < 3; ++i) {
            if (holders[i] != owner) _stake(holders[i], owner, 50_000 ether);
            _unstake(holders[i], owner, 100 ether);
        }
        _slash(owner, 100, reporter);
        vm.warp(START + 20 days);
        for (uint256 i = 0; i < 3; ++i) {
            _withdraw(holders[i], owner, 0);
            _unstake(holders[i], owner, 50 ether);
        }
        _distribute(owner, 1_000 ether);
        vm.warp(START + 21 days);
        for (uint256 i = 0; i < 3; ++i) _claim(holders[i], owner);
        vm.warp(START + 58 days);
        _distribute(owner, 1_000 ether);
    }

    function _newcomer(string memory name, uint256 amount) private returns (PermitSignature memory permit) {
        (address owner, uint256 key) = makeAddrAndKey(name);
        token.transfer(owner, amount + 1 ether);
        permit.deadline = START + 100 days;
        (permit.v, permit.r, permit.s) = signPermit(token, key, address(staking), amount, permit.deadline);
    }

    function _register(string memory name, Role role, uint256 amount, PermitSignature memory permit) private {
        address owner = makeAddr(name);
        INodeStaking.Registration memory registration = _registration(role, owner);
        registration.endpoint = "https://edge-0042.nodes.example.org:8443";
        vm.prank(owner);
        staking.registerAndStakeWithPermit(registration, amount, permit);
    }

    function _report(string memory verb, uint256 ceiling) private view {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        console.log("%s: %s of %s", verb, used, ceiling);
        assertLe(used, ceiling, verb);
    }
}
