// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

/// A guardian that signed two settlements of one epoch.
contract EquivocationTest is SettlementTest {
    uint256 private constant SLASHED = (GUARDIAN_STAKE * 3) / 10;

    address private guardian;
    Settlement private a;
    Settlement private b;

    function setUp() public override {
        super.setUp();
        guardian = guardians[1];
        a = _settlement(EPOCH);
        b = _settlement(EPOCH);
        b.earningsRoot = keccak256("another");
    }

    function test_slashes() public {
        bytes memory signatureA = _signed(a);
        bytes memory signatureB = _signed(b);
        vm.expectEmit(address(pool));
        emit IRewardPool.EquivocationProven(guardian, EPOCH, reporter, SLASHED);
        vm.prank(reporter);
        pool.proveEquivocation(guardian, a, signatureA, b, signatureB);
        assertEq(staking.getVotes(guardian), GUARDIAN_STAKE - SLASHED, "slashed");
        assertEq(token.balanceOf(reporter), SLASHED / 10, "a tenth of what the owner lost");
        assertEq(staking.fundOwed(), SLASHED - SLASHED / 10, "the rest is owed to the fund");
    }

    function test_oncePerEpoch() public {
        _prove(a, b);
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.AlreadyProven.selector, guardian, EPOCH);
        _expect(refusal, a, b);
        _expect(refusal, b, a);
        Settlement memory c = _settlement(EPOCH);
        c.totalEarned = 7;
        _expect(refusal, a, c);
        // Another epoch is another offence, another guardian another offender.
        (a.epoch, b.epoch) = (EPOCH + 1, EPOCH + 1);
        _prove(a, b);
        assertEq(staking.getVotes(guardian), (GUARDIAN_STAKE * 49) / 100, "slashed twice");
        guardian = guardians[2];
        _prove(a, b);
    }

    function test_RevertWhen_ThereIsNoEquivocation() public {
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.NoEquivocation.selector);
        _expect(refusal, a, a);
        b.epoch = EPOCH + 1;
        _expect(refusal, a, b);
    }

    /// @dev Any difference is one.
    function testFuzz_anyFieldMakesTheDifference(uint256 field, uint256 change) public {
        field = bound(field, 0, 4);
        change = bound(change, 1, type(uint256).max);
        b = a;
        if (field == 0) b.previous ^= bytes32(change);
        if (field == 1) b.earningsRoot ^= bytes32(change);
        if (field == 2) b.totalEarned ^= change;
        if (field == 3) b.chargesRoot ^= bytes32(change);
        if (field == 4) b.totalCharged ^= change;
        _prove(a, b);
        assertEq(staking.getVotes(guardian), GUARDIAN_STAKE - SLASHED, "slashed");
    }

    /// @dev A settlement that was submitted is as good as one that was not; so is one of an epoch that nobody ever sees.
    function test_anyEpoch() public {
        _warpAfter(EPOCH, W4);
        _submit(a);
        _prove(a, b);
        (a.epoch, b.epoch) = (type(uint256).max, type(uint256).max);
        guardian = guardians[0];
        _prove(a, b);
        assertEq(staking.getVotes(guardian), GUARDIAN_STAKE - SLASHED, "slashed");
    }

    /// @dev The part is that of the epoch signed for.
    function test_partOfTheEpoch() public {
        vm.prank(admin);
        setParameter(config, Parameter.EquivocationSlash, 5_000);
        vm.warp(config.epochStart(EPOCH + 2));
        _prove(a, b);
        assertEq(staking.getVotes(guardian), GUARDIAN_STAKE - SLASHED, "of epoch 10");
        guardian = guardians[2];
        (a.epoch, b.epoch) = (EPOCH + 1, EPOCH + 1);
        _prove(a, b);
        assertEq(staking.getVotes(guardian), GUARDIAN_STAKE / 2, "of epoch 11");
    }

    /// @dev Keys stay their guardian's: one before the rotation, one after it.
    function test_formerOperators() public {
        bytes memory signatureA = _signed(a);
        (address fresh, uint256 key) = makeAddrAndKey("fresh operator");
        bytes memory consent = _signature(key, staking.operatorConsentDigest(guardian, fresh));
        vm.prank(guardian);
        staking.setOperator(fresh, consent);
        bytes memory signatureB = _signature(key, pool.settlementDigest(b));
        pool.proveEquivocation(guardian, a, signatureA, b, signatureB);
        assertEq(staking.getVotes(guardian), GUARDIAN_STAKE - SLASHED, "slashed");
    }

    function test_RevertWhen_AnotherSigned() public {
        bytes memory signatureA = _signed(a);
        bytes memory signatureB = _signature(_keyOf(guardians[2]), pool.settlementDigest(b));
        address other = vm.addr(_keyOf(guardians[2]));
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.NotSignedBy.selector, guardian, other);
        vm.expectRevert(refusal);
        pool.proveEquivocation(guardian, a, signatureA, b, signatureB);
        vm.expectRevert(refusal);
        pool.proveEquivocation(guardian, b, signatureB, a, signatureA);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NotSignedBy.selector, guardian, address(0)));
        pool.proveEquivocation(guardian, a, signatureA, b, "");
        signatureB = _signature(_keyOf(guardian), keccak256("something else"));
        vm.expectPartialRevert(IRewardPool.NotSignedBy.selector);
        pool.proveEquivocation(guardian, a, signatureA, b, signatureB);
    }

    /// @dev An Edge's operator, or nobody's key, is no guardian's.
    function test_RevertWhen_AccusedIsNoGuardian() public {
        (address lone, uint256 key) = makeAddrAndKey("lone");
        bytes memory signatureA = _signature(key, pool.settlementDigest(a));
        bytes memory signatureB = _signature(key, pool.settlementDigest(b));
        address[3] memory accused = [address(0), lone, alice];
        for (uint256 i = 0; i < accused.length; i++) {
            vm.expectRevert(abi.encodeWithSelector(IRewardPool.NotSignedBy.selector, accused[i], lone));
            pool.proveEquivocation(accused[i], a, signatureA, b, signatureB);
        }
        uint256 alicesKey = uint256(keccak256("alice"));
        signatureA = _signature(alicesKey, pool.settlementDigest(a));
        signatureB = _signature(alicesKey, pool.settlementDigest(b));
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NotSignedBy.selector, alice, alice));
        pool.proveEquivocation(alice, a, signatureA, b, signatureB);
    }

    /// @dev The twin of a signature is none, so that nobody makes two of one.
    function test_RevertWhen_SignatureIsMalleated() public {
        bytes memory signatureA = _signed(a);
        bytes memory signatureB = _signed(b);
        assembly {
            let s := mload(add(signatureB, 64))
            mstore(add(signatureB, 64), sub(0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141, s))
            let v := byte(0, mload(add(signatureB, 96)))
            mstore8(add(signatureB, 96), sub(55, v))
        }
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.NotSignedBy.selector, guardian, address(0)));
        pool.proveEquivocation(guardian, a, signatureA, b, signatureB);
    }

    /// @dev What leaves is slashed like what stays.
    function test_reachesWhatIsUnbonding() public {
        _unstake(guardian, guardian, type(uint256).max);
        _prove(a, b);
        assertEq(staking.unstakeRequest(guardian, guardian, 0).amount, GUARDIAN_STAKE - SLASHED, "slashed");
    }

    function _prove(Settlement memory first, Settlement memory second) private {
        pool.proveEquivocation(guardian, first, _signed(first), second, _signed(second));
    }

    function _expect(bytes memory refusal, Settlement memory first, Settlement memory second) private {
        bytes memory signatureA = _signed(first);
        bytes memory signatureB = _signed(second);
        vm.expectRevert(refusal);
        pool.proveEquivocation(guardian, first, signatureA, second, signatureB);
    }

    function _signed(Settlement memory settlement) private view returns (bytes memory) {
        return _signature(_keyOf(guardian), pool.settlementDigest(settlement));
    }
}
