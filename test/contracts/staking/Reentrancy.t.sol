// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {SendToken} from "../../../contracts/token/SendToken.sol";
import {HookToken} from "./HookToken.sol";
import {StakingTest} from "./StakingTest.sol";

/// @dev SEND calls nobody back; were it replaced by a token that does, nothing could be taken twice.
contract ReentrancyTest is StakingTest {
    HookToken private hookToken;

    function setUp() public override {
        super.setUp();
        hookToken = HookToken(address(token));
        _register(Role.Edge, alice, EDGE_MIN);
        _stake(bob, alice, 1_000 ether);
        _unstake(bob, alice, 100 ether);
        _distribute(alice, 100 ether);
        _skip(UNBONDING);
    }

    function _deployToken() internal override returns (SendToken) {
        return new HookToken(address(this));
    }

    function test_noVerbThatMovesTokensIsReentered() public {
        bytes[5] memory calls = [
            abi.encodeCall(INodeStaking.stake, (alice, 1 ether)),
            abi.encodeCall(INodeStaking.claimRewards, (alice)),
            abi.encodeCall(INodeStaking.restakeRewards, (alice)),
            abi.encodeCall(INodeStaking.withdraw, (alice, _ids(0))),
            abi.encodeCall(INodeStaking.registerAndStake, (_registration(Role.Edge, bob), EDGE_MIN))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            uint256 snapshot = vm.snapshotState();
            hookToken.hook(bob, address(staking), calls[i]);
            _withdraw(bob, alice, 0);
            _requireRefused();
            hookToken.hook(bob, address(staking), calls[i]);
            _claim(bob, alice);
            _requireRefused();
            hookToken.hook(bob, address(staking), calls[i]);
            _stake(bob, alice, 1 ether);
            _requireRefused();
            hookToken.hook(payer, address(staking), calls[i]);
            _distribute(alice, 1 ether);
            _requireRefused();
            hookToken.hook(reporter, address(staking), calls[i]);
            _slash(alice, 100, reporter);
            _requireRefused();
            hookToken.hook(payer, address(staking), calls[i]);
            vm.prank(payer);
            staking.payFundOwed();
            _requireRefused();
            vm.revertToState(snapshot);
        }
    }

    /// @dev A reporter that the token will not pay saves no node.
    function test_unpayableReporterSavesNobody() public {
        hookToken.refuse(reporter);
        uint256 slashed = _slash(alice, 1_000, reporter);
        assertEq(staking.fundOwed(), slashed, "all is owed to the fund");
        assertEq(staking.nodeInfo(alice).sharePrice, 0.9e14, "slashed");
    }

    function _requireRefused() private view {
        bytes memory expected = abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        assertEq(hookToken.lastError(), expected, "reentered");
    }
}
