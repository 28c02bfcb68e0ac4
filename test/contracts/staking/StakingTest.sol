// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {EntryPause} from "../../../contracts/governance/EntryPause.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {SendToken} from "../../../contracts/token/SendToken.sol";
import {ConfigTest} from "../support/ConfigTest.sol";

/// @title Base of the tests of staking: everything deployed as on a real network, and named accounts with SEND
abstract contract StakingTest is ConfigTest {
    uint256 internal constant START = GENESIS + 10 days;
    uint256 internal constant PRICE_ONE = 1e14;
    uint256 internal constant EDGE_MIN = 10_000 ether;
    uint256 internal constant GUARDIAN_MIN = 100_000 ether;
    uint256 internal constant WATCHDOG_MIN = 1_000 ether;
    uint256 internal constant UNBONDING = 14 days;
    uint256 internal constant RELEASE = 7 days;
    uint256 internal constant FUNDS = 10_000_000 ether;

    SendToken internal token;
    AccessManager internal manager;
    ProtocolConfig internal config;
    NodeStaking internal staking;

    address internal admin = makeAddr("admin");
    /// @dev The reward pool.
    address internal payer = makeAddr("payer");
    /// @dev Is to staking what the work proofs are: slashes and records reveals.
    address internal judge = makeAddr("judge");
    /// @dev May pause.
    address internal council = makeAddr("council");
    address internal reporter = makeAddr("reporter");
    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal grace = makeAddr("grace");
    address internal heidi = makeAddr("heidi");
    address internal stranger = makeAddr("stranger");

    function setUp() public virtual {
        vm.warp(START);
        token = _deployToken();
        manager = new AccessManager(admin);
        config = deployConfig(manager, realClock(), allParameters(), realValues());
        staking = NodeStaking(address(new ERC1967Proxy(address(new NodeStaking(token, config)), _initialization())));
        vm.startPrank(admin);
        config.addListener(address(staking));
        staking.setRewardPool(payer);
        staking.setWorkProofs(judge);
        vm.stopPrank();
        _grant(3, council, EntryPause.pauseEntries.selector);
        _grant(3, council, EntryPause.unpauseEntries.selector);
        address[6] memory accounts = [payer, alice, bob, carol, grace, heidi];
        for (uint256 i = 0; i < accounts.length; ++i) _fund(accounts[i], FUNDS);
    }

    function _deployToken() internal virtual returns (SendToken) {
        return new SendToken(address(this));
    }

    function _initialization() internal view returns (bytes memory) {
        return abi.encodeCall(NodeStaking.initialize, (address(manager)));
    }

    /// @dev Sets a parameter and waits until it is in force.
    function _govern(Parameter parameter, uint256 newValue) internal {
        vm.prank(admin);
        setParameter(config, parameter, newValue);
        vm.warp(config.epochStart(config.currentEpoch() + 1));
    }

    function _grant(uint64 role, address account, bytes4 selector) internal {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        vm.startPrank(admin);
        manager.setTargetFunctionRole(address(staking), selectors, role);
        manager.grantRole(role, account, 0);
        vm.stopPrank();
    }

    /// @dev SEND in hand, and an allowance that is never used up.
    function _fund(address account, uint256 amount) internal {
        token.transfer(account, amount);
        vm.prank(account);
        token.approve(address(staking), type(uint256).max);
    }

    function _registration(Role role, address operator) internal pure returns (INodeStaking.Registration memory) {
        return INodeStaking.Registration({role: role, operator: operator, commission: 500, endpoint: "", operatorConsent: ""});
    }

    function _register(Role role, address owner, uint256 amount) internal {
        vm.prank(owner);
        staking.registerAndStake(_registration(role, owner), amount);
    }

    function _stake(address account, address node, uint256 amount) internal {
        vm.prank(account);
        staking.stake(node, amount);
    }

    function _unstake(address account, address node, uint256 amount) internal returns (uint256 requestId) {
        vm.prank(account);
        return staking.requestUnstake(node, amount);
    }

    function _withdraw(address account, address node, uint256 requestId) internal returns (uint256) {
        uint256[] memory ids = _ids(requestId);
        vm.prank(account);
        return staking.withdraw(node, ids);
    }

    function _claim(address account, address node) internal returns (uint256) {
        vm.prank(account);
        return staking.claimRewards(node);
    }

    function _distribute(address node, uint256 amount) internal {
        _deposit(amount);
        _pay(node, amount);
    }

    function _deposit(uint256 amount) internal {
        vm.prank(payer);
        staking.depositRewards(amount);
    }

    /// @dev Out of what was deposited before.
    function _pay(address node, uint256 amount) internal {
        vm.prank(payer);
        staking.distribute(node, amount);
    }

    function _slash(address node, uint256 bps, address reporter_) internal returns (uint256) {
        vm.prank(staking.workProofs());
        return staking.slash(node, bps, reporter_);
    }

    function _cancel(address account, address node, uint256 requestId) internal {
        vm.prank(account);
        staking.cancelUnstake(node, requestId);
    }

    function _bonded(address node, address account) internal view returns (uint256) {
        return staking.positionInfo(node, account).bonded;
    }

    function _ids(uint256 id) internal pure returns (uint256[] memory ids) {
        ids = new uint256[](1);
        ids[0] = id;
    }

    function _skip(uint256 duration) internal {
        vm.warp(vm.getBlockTimestamp() + duration);
    }
}
