// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

/// A network without a single guardian: nobody can settle, nobody's money is stuck.
contract FirstEpochTest is SettlementTest {
    function _guardianCount() internal pure override returns (uint256) {
        return 0;
    }

    /// @dev Two thirds of nothing are nothing, which is not enough.
    function test_settledByNobody() public {
        uint256 fund = token.balanceOf(address(pool));
        _workAndCredit(EPOCH, 50 ether);
        _warpAfter(EPOCH, W4);
        _expectRefusal(_settlement(EPOCH), abi.encodeWithSelector(IRewardPool.TooFewSigners.selector, 0, 4));
        assertEq(token.balanceOf(address(pool)), fund, "the fund");
    }

    /// @dev Four strangers with the least that a guardian needs are not enough at stake.
    function test_settledByFourStrangers() public {
        for (uint256 i = 0; i < 4; i++) {
            guardians.push(vm.addr(uint256(keccak256(abi.encode("stranger", i)))));
            for (uint256 j = i; j > 0 && guardians[j - 1] > guardians[j]; j--) {
                (guardians[j - 1], guardians[j]) = (guardians[j], guardians[j - 1]);
            }
        }
        for (uint256 i = 0; i < 4; i++) _registerGuardian(guardians[i], GUARDIAN_MIN);
        _warpAfter(EPOCH, W4);
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.TooLittleGuardianStake.selector, 400_000 ether, 1_000_000 ether);
        _expectRefusal(_settlement(EPOCH), refusal);
    }

    /// @dev What was worked lapses, and the payer has all that he deposited.
    function test_payerLeaves() public {
        _workAndCredit(EPOCH, 50 ether);
        vm.prank(bob);
        credit.requestWithdraw(alice, type(uint256).max);
        vm.warp(config.epochStart(EPOCH + 1 + MAX_LAG + 1) + W4 + DAY);
        vm.prank(bob);
        credit.withdraw(alice, 0, _none());
        assertEq(token.balanceOf(bob), FUNDS, "the payer");
    }
}
