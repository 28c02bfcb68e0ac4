// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {EpochClock} from "../../../contracts/governance/EpochClock.sol";
import {IParameterListener, IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {RewardPool} from "../../../contracts/rewards/RewardPool.sol";
import {INodeStaking} from "../../../contracts/staking/INodeStaking.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

contract RewardPoolAccessTest is SettlementTest {
    function test_wiring() public view {
        assertEq(address(pool.token()), address(token), "token");
        assertEq(address(pool.staking()), address(staking), "staking");
        assertEq(address(pool.credit()), address(credit), "credit");
        assertEq(address(pool.work()), address(work), "work");
        assertEq(address(pool.config()), address(config), "config");
        assertEq(pool.authority(), address(manager), "authority");
        assertEq(pool.MAX_CANCELLATIONS(), 2, "cancellations");
        assertEq(token.allowance(address(pool), address(staking)), type(uint256).max, "staking takes earnings");
    }

    function test_restrictedToRoles() public {
        address implementation = address(new RewardPool(token, staking, credit, work, config));
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(refusal);
        pool.cancelSettlement(EPOCH);
        vm.expectRevert(refusal);
        pool.upgradeToAndCall(implementation, "");
        vm.stopPrank();
        vm.expectRevert(refusal);
        vm.prank(stranger);
        pool.setAuthority(stranger);
    }

    function test_initializesOnce() public {
        bytes memory refusal = abi.encodeWithSelector(Initializable.InvalidInitialization.selector);
        vm.expectRevert(refusal);
        pool.initialize(stranger, stranger, 1);
        RewardPool implementation = new RewardPool(token, staking, credit, work, config);
        vm.expectRevert(refusal);
        implementation.initialize(stranger, stranger, 1);
    }

    function test_refusesZeroAddresses() public {
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.ZeroAddress.selector);
        vm.expectRevert(refusal);
        new RewardPool(IERC20(address(0)), staking, credit, work, config);
        vm.expectRevert(refusal);
        new RewardPool(token, INodeStaking(address(0)), credit, work, config);
        vm.expectRevert(refusal);
        new RewardPool(token, staking, IRelayCredit(address(0)), work, config);
        vm.expectRevert(refusal);
        new RewardPool(token, staking, credit, IWorkProofs(address(0)), config);
        vm.expectRevert(abi.encodeWithSelector(EpochClock.InvalidConfig.selector, stranger));
        new RewardPool(token, staking, credit, work, IProtocolConfig(stranger));
        address implementation = address(new RewardPool(token, staking, credit, work, config));
        vm.expectRevert(refusal);
        new ERC1967Proxy(implementation, abi.encodeCall(RewardPool.initialize, (address(0), stranger, 1)));
        vm.expectRevert(refusal);
        new ERC1967Proxy(implementation, abi.encodeCall(RewardPool.initialize, (address(manager), address(0), 1)));
    }

    function test_namespaceIsThatOfErc7201() public {
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("sending.storage.RewardPool")) - 1)) & ~bytes32(uint256(0xff));
        _submitInTime(_settlement(EPOCH));
        bytes32 digest = pool.pending().digest;
        // The first settlement goes to record 1, which has four words.
        assertEq(vm.load(address(pool), bytes32(uint256(slot) + 4)), digest, "the digest, in its place");
    }

    /// @dev A settlement reads the rates of its epochs from a copy; of epochs that the copy does not reach, from the configuration.
    function test_copyIsKeptUpToDate() public {
        vm.warp(config.epochStart(EPOCH + 2));
        vm.expectEmit(address(pool));
        emit IParameterListener.ParametersSynced(EPOCH + 2);
        vm.prank(admin);
        setParameter(config, Parameter.MinSigners, 5);
        // Twice in the two epochs between the end of epoch 11 and its settlement.
        vm.warp(config.epochStart(EPOCH + 3));
        vm.prank(admin);
        setParameter(config, Parameter.MinSigners, 6);
        _warpAfter(EPOCH + 1, W4 + 13 hours);
        (address[] memory owners, bytes[] memory signatures) = _sign(_settlement(EPOCH + 1), 0, 4);
        pool.submitSettlement(_settlement(EPOCH + 1), owners, signatures);
        assertEq(pool.pending().epoch, EPOCH + 1, "four were enough in epoch 11");
        pool.syncParameters();
    }

    function test_viewsOfNobody() public view {
        assertEq(pool.claimedBy(stranger), 0, "claimed");
        assertEq(pool.contributed(), ENDOWMENT, "contributed");
    }
}
