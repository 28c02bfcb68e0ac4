// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ProtocolConfig} from "../../../../contracts/governance/ProtocolConfig.sol";
import {INodeStaking, Role} from "../../../../contracts/staking/INodeStaking.sol";
import {NodeStaking} from "../../../../contracts/staking/NodeStaking.sol";
import {SendToken} from "../../../../contracts/token/SendToken.sol";
import {ConfigTest} from "../../support/ConfigTest.sol";

/// @title A network of its own: contracts behind their proxies with the values of a real network, and this contract as admin and reward pool
abstract contract StakingWorld is ConfigTest {
    uint256 internal constant FUNDS = 50_000_000 ether;

    SendToken public token;
    AccessManager public manager;
    ProtocolConfig public config;
    NodeStaking public staking;

    function deployWorld() internal {
        vm.warp(GENESIS + 100 days);
        token = new SendToken(address(this));
        manager = new AccessManager(address(this));
        config = deployConfig(manager, realClock(), allParameters(), realValues());
        bytes memory call = abi.encodeCall(NodeStaking.initialize, (address(manager)));
        staking = NodeStaking(address(new ERC1967Proxy(address(new NodeStaking(token, config)), call)));
        config.addListener(address(staking));
        staking.setRewardPool(address(this));
        staking.setWorkProofs(address(this));
        token.approve(address(staking), type(uint256).max);
    }

    /// @notice An account with SEND in hand that lets staking take it.
    function fundedAccount(string memory name) internal returns (address account) {
        account = makeAddr(name);
        token.transfer(account, FUNDS);
        vm.prank(account);
        token.approve(address(staking), type(uint256).max);
    }

    function registration(Role role, address owner, uint16 commission) internal pure returns (INodeStaking.Registration memory) {
        return INodeStaking.Registration(role, owner, commission, "", "");
    }

    function one(uint256 id) internal pure returns (uint256[] memory ids) {
        ids = new uint256[](1);
        ids[0] = id;
    }
}
