// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {Settlement} from "../../../contracts/rewards/Settlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";

/// Whose signatures count, and how many are enough.
contract QuorumTest is SettlementTest {
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    Settlement private settlement;

    function setUp() public override {
        super.setUp();
        vm.prank(admin);
        setParameter(config, Parameter.MinSigners, 3);
        _warpAfter(EPOCH + 1, W4);
        settlement = _settlement(EPOCH + 1);
    }

    function test_twoThirdsAreEnough() public {
        // 4 x 300,000 of 1,500,000 are 80 %; after this, 3 x 300,000 of 1,350,000 exactly two thirds.
        vm.warp(config.epochStart(EPOCH + 2));
        _unstake(guardians[4], guardians[4], 150_000 ether);
        _warpAfter(EPOCH + 2, W4);
        settlement.epoch = EPOCH + 2;
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 3);
        pool.submitSettlement(settlement, owners, signatures);
        assertEq(pool.pending().epoch, EPOCH + 2, "submitted");
    }

    function test_RevertWhen_OneTokenIsMissing() public {
        vm.warp(config.epochStart(EPOCH + 2));
        _unstake(guardians[4], guardians[4], 150_000 ether - 1);
        uint256 total = staking.getVotes(guardians[4]) + 4 * GUARDIAN_STAKE;
        assertGt(total, 1_350_000 ether, "a little more than three halves of 900,000");
        _warpAfter(EPOCH + 2, W4);
        settlement.epoch = EPOCH + 2;
        _expect(abi.encodeWithSelector(IRewardPool.QuorumNotReached.selector, 900_000 ether, total), 0, 3);
    }

    function testFuzz_quorumByAnySubset(uint256 members, uint256[5] memory stakes) public {
        uint256 total = 0;
        uint256 signed = 0;
        uint256 count = 0;
        for (uint256 i = 0; i < GUARDIANS; i++) {
            stakes[i] = bound(stakes[i], 1, 2_000_000 ether);
            token.transfer(guardians[i], stakes[i]);
            _stake(guardians[i], guardians[i], stakes[i]);
            uint256 weight = staking.getVotes(guardians[i]);
            total += weight;
            if ((members >> i) & 1 == 0) continue;
            (signed, count) = (signed + weight, count + 1);
        }
        settlement.epoch = EPOCH + 2;
        _warpAfter(EPOCH + 2, W4);
        address[] memory owners = new address[](count);
        bytes[] memory signatures = new bytes[](count);
        bytes32 digest = pool.settlementDigest(settlement);
        for (uint256 i = GUARDIANS; i > 0; i--) {
            if ((members >> (i - 1)) & 1 == 0) continue;
            owners[--count] = guardians[i - 1];
            signatures[count] = _signature(_keyOf(guardians[i - 1]), digest);
        }
        if (owners.length < 3) vm.expectRevert(abi.encodeWithSelector(IRewardPool.TooFewSigners.selector, owners.length, 3));
        else if (signed * 3 < total * 2) vm.expectRevert(abi.encodeWithSelector(IRewardPool.QuorumNotReached.selector, signed, total));
        pool.submitSettlement(settlement, owners, signatures);
    }

    function test_RevertWhen_TooFewSign() public {
        _expect(abi.encodeWithSelector(IRewardPool.TooFewSigners.selector, 2, 3), 0, 2);
        _expect(abi.encodeWithSelector(IRewardPool.TooFewSigners.selector, 0, 3), 0, 0);
    }

    function test_RevertWhen_ListsDiffer() public {
        (address[] memory owners, ) = _sign(settlement, 0, 4);
        (, bytes[] memory signatures) = _sign(settlement, 0, 5);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.LengthMismatch.selector, 4, 5));
        pool.submitSettlement(settlement, owners, signatures);
    }

    function test_RevertWhen_OneSignsTwice() public {
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 5);
        (owners[1], signatures[1]) = (owners[0], signatures[0]);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.GuardiansNotAscending.selector, owners[0], owners[0]));
        pool.submitSettlement(settlement, owners, signatures);
    }

    function test_RevertWhen_GuardiansAreUnordered() public {
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 5);
        (owners[1], owners[2], signatures[1], signatures[2]) = (owners[2], owners[1], signatures[2], signatures[1]);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.GuardiansNotAscending.selector, owners[1], owners[2]));
        pool.submitSettlement(settlement, owners, signatures);
    }

    function test_RevertWhen_SignerIsNoGuardian() public {
        address[3] memory others = [alice, stranger, vm.addr(_keyOf(guardians[0]))];
        for (uint256 i = 0; i < others.length; i++) {
            (address[] memory owners, bytes[] memory signatures) = _oneInsteadOf(others[i]);
            vm.expectRevert(abi.encodeWithSelector(IRewardPool.GuardianWithoutWeight.selector, others[i]));
            pool.submitSettlement(settlement, owners, signatures);
        }
        (address[] memory zeros, bytes[] memory none) = _sign(settlement, 0, 3);
        zeros[0] = address(0);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.GuardiansNotAscending.selector, address(0), address(0)));
        pool.submitSettlement(settlement, zeros, none);
    }

    /// @dev Whoever registers in the epoch's last second counts; in the next one's first, not.
    function test_weightIsThatBeforeTheEpochsEnd() public {
        settlement.epoch = EPOCH + 2;
        uint256 end = config.epochStart(EPOCH + 3);
        address late = vm.addr(uint256(keccak256("late")));
        vm.warp(end - 1);
        uint256 snapshot = vm.snapshotState();
        _registerGuardian(late, GUARDIAN_STAKE);
        vm.warp(end + W4);
        (address[] memory owners, bytes[] memory signatures) = _oneInsteadOf(late);
        pool.submitSettlement(settlement, owners, signatures);
        vm.revertToState(snapshot);

        vm.warp(end);
        _registerGuardian(late, GUARDIAN_STAKE);
        vm.warp(end + W4);
        (owners, signatures) = _oneInsteadOf(late);
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.GuardianWithoutWeight.selector, late));
        pool.submitSettlement(settlement, owners, signatures);
    }

    /// @dev What happens to guardians after the epoch's end does not change who may sign for it.
    function test_guardiansThatLeftOrWereSlashedSince() public {
        _unstake(guardians[0], guardians[0], type(uint256).max);
        _slash(guardians[1], 10_000, address(0));
        _slash(guardians[2], 5_000, address(0));
        assertEq(staking.getVotes(guardians[0]) + staking.getVotes(guardians[1]), 0, "no votes now");
        _submit(settlement);
        assertEq(pool.pending().epoch, EPOCH + 1, "submitted");
    }

    function test_RevertWhen_TooLittleIsStaked() public {
        vm.prank(admin);
        setParameter(config, Parameter.MinTotalGuardianStake, 1_500_000 ether + 1e12);
        settlement.epoch = EPOCH + 3;
        _warpAfter(EPOCH + 3, W4);
        bytes memory refusal = abi.encodeWithSelector(IRewardPool.TooLittleGuardianStake.selector, 1_500_000 ether, 1_500_000 ether + 1e12);
        _expect(refusal, 0, 5);
    }

    function test_exactlyTheLeastStake() public {
        vm.prank(admin);
        setParameter(config, Parameter.MinTotalGuardianStake, 1_500_000 ether);
        settlement.epoch = EPOCH + 3;
        _warpAfter(EPOCH + 3, W4);
        _submit(settlement);
        assertEq(pool.pending().epoch, EPOCH + 3, "submitted");
    }

    /// @dev The key in force at submission signs; the former one does not any more, the owner never did.
    function test_operatorInForceSigns() public {
        address guardian = guardians[0];
        (address fresh, uint256 key) = makeAddrAndKey("fresh operator");
        bytes memory consent = _signature(key, staking.operatorConsentDigest(guardian, fresh));
        vm.prank(guardian);
        staking.setOperator(fresh, consent);
        _expect(abi.encodeWithSelector(IRewardPool.InvalidSignature.selector, guardian), 0, 5);
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 5);
        signatures[0] = _signature(key, pool.settlementDigest(settlement));
        pool.submitSettlement(settlement, owners, signatures);
    }

    function test_RevertWhen_OwnerSigns() public {
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 5);
        for (uint256 i = 0; i < GUARDIANS; i++) {
            uint256 key = uint256(keccak256(abi.encode("guardian", i)));
            if (vm.addr(key) == owners[2]) signatures[2] = _signature(key, pool.settlementDigest(settlement));
        }
        _expectInvalid(owners, signatures, 2);
    }

    function test_RevertWhen_SignatureIsOdd() public {
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 5);
        bytes memory good = signatures[4];
        (bytes32 r, bytes32 s, uint8 v) = _split(good);
        bytes[8] memory odd = [
            bytes(""),
            abi.encodePacked(r, s),
            abi.encodePacked(good, bytes1(0)),
            abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27)),
            abi.encodePacked(r, s, v - 27),
            abi.encodePacked(r, s, v == 27 ? uint8(28) : uint8(27)),
            abi.encodePacked(r, bytes32(uint256(s) | ((uint256(v) - 27) << 255))),
            abi.encodePacked(bytes32(0), bytes32(0), uint8(27))
        ];
        for (uint256 i = 0; i < odd.length; i++) {
            signatures[4] = odd[i];
            _expectInvalid(owners, signatures, 4);
        }
        signatures[4] = signatures[3];
        _expectInvalid(owners, signatures, 4);
        signatures[4] = good;
        pool.submitSettlement(settlement, owners, signatures);
    }

    function testFuzz_RevertWhen_AnyFieldDiffers(uint256 field, uint256 change) public {
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 5);
        change = bound(change, 1, type(uint256).max);
        // Epoch and predecessor are looked at before signatures are.
        field = bound(field, 0, 3);
        if (field == 0) settlement.earningsRoot ^= bytes32(change);
        if (field == 1) settlement.totalEarned ^= change;
        if (field == 2) settlement.chargesRoot ^= bytes32(change);
        if (field == 3) settlement.totalCharged ^= change;
        _expectInvalid(owners, signatures, 0);
    }

    function test_RevertWhen_SignedForAnotherChainOrContract() public {
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, 0, 5);
        uint256 chain = block.chainid;
        vm.chainId(chain + 1);
        _expectInvalid(owners, signatures, 0);
        vm.chainId(chain);
        bytes32 separator = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("SendingRewards"),
                keccak256("1"),
                chain,
                address(credit)
            )
        );
        bytes32 hash = keccak256(
            abi.encode(
                keccak256(
                    "Settlement(uint256 epoch,bytes32 previous,bytes32 earningsRoot,uint256 totalEarned,bytes32 chargesRoot,uint256 totalCharged)"
                ),
                settlement
            )
        );
        bytes memory good = signatures[0];
        signatures[0] = _signature(_keyOf(owners[0]), keccak256(abi.encodePacked(hex"1901", separator, hash)));
        _expectInvalid(owners, signatures, 0);
        signatures[0] = good;
        pool.submitSettlement(settlement, owners, signatures);
    }

    /// @dev A guardian that votes with all there is, alone: the number of signers holds it back.
    function test_whaleNeedsOthers() public {
        address whale = guardians[0];
        token.transfer(whale, 50_000_000 ether);
        _stake(whale, whale, 50_000_000 ether);
        settlement.epoch = EPOCH + 2;
        _warpAfter(EPOCH + 2, W4);
        _expect(abi.encodeWithSelector(IRewardPool.TooFewSigners.selector, 1, 3), 0, 1);
    }

    function _oneInsteadOf(address other) private view returns (address[] memory owners, bytes[] memory signatures) {
        (owners, signatures) = _sign(settlement, 0, 5);
        uint256 at = 0;
        // In the place of the first above it, so that the order stays.
        while (at < 4 && owners[at] < other) at++;
        owners[at] = other;
        signatures[at] = _signature(_keyOf(other), pool.settlementDigest(settlement));
    }

    function _expect(bytes memory refusal, uint256 from, uint256 to) private {
        (address[] memory owners, bytes[] memory signatures) = _sign(settlement, from, to);
        vm.expectRevert(refusal);
        pool.submitSettlement(settlement, owners, signatures);
    }

    function _expectInvalid(address[] memory owners, bytes[] memory signatures, uint256 index) private {
        vm.expectRevert(abi.encodeWithSelector(IRewardPool.InvalidSignature.selector, owners[index]));
        pool.submitSettlement(settlement, owners, signatures);
    }

    function _split(bytes memory signature) private pure returns (bytes32 r, bytes32 s, uint8 v) {
        assembly {
            r := mload(add(signature, 32))
            s := mload(add(signature, 64))
            v := byte(0, mload(add(signature, 96)))
        }
    }
}
