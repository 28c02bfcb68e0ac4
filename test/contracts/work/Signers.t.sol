// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {WorkTest} from "./WorkTest.sol";

/// Who may sign for whom: whoever was a delegate at the second in which the epoch starts, or later.
contract SignersTest is WorkTest {
    uint256 private constant BEGIN = END - 1 days;
    address private client = makeAddr("client");
    address private signer = makeAddr("signer");

    function test_ClientSignsForItself() public {
        assertTrue(_may(), "itself");
        vm.prank(client);
        registry.changeOwner(client, bob);
        assertTrue(_may(), "whoever owns its identity");
        vm.prank(bob);
        registry.deactivate(client);
        assertTrue(_may(), "deactivated");
    }

    function _may() private view returns (bool) {
        return work.maySign(client, client, EPOCH) && work.maySign(client, client, 0) && work.maySign(client, client, type(uint256).max);
    }

    function test_NobodyElse() public {
        assertFalse(work.maySign(client, signer, EPOCH), "no delegate");
        vm.startPrank(client);
        registry.addDelegate(client, "veriKey", signer, 100 days);
        registry.addDelegate(client, "Relay", signer, 100 days);
        assertFalse(work.maySign(client, signer, EPOCH), "of another type");
        registry.addDelegate(client, RELAY, bob, 100 days);
        assertFalse(work.maySign(client, signer, EPOCH), "another delegate");
        vm.stopPrank();
        vm.prank(signer);
        registry.addDelegate(signer, RELAY, client, 100 days);
        assertFalse(work.maySign(client, signer, EPOCH), "the other way round");
        assertTrue(work.maySign(signer, client, EPOCH), "this way");
    }

    function testFuzz_NobodySignsForNobody(address anyone, uint256 epoch) public {
        assertFalse(work.maySign(address(0), anyone, epoch), "for nobody");
        assertFalse(work.maySign(address(0), address(0), epoch), "nobody for nobody");
        vm.assume(anyone != address(0));
        _addDelegate(anyone, address(0), 100 days);
        assertFalse(work.maySign(anyone, address(0), epoch), "by nobody, though named");
    }

    /// @dev Valid until the second that the epoch starts in, or one less.
    function test_ExpiryToTheSecond() public {
        vm.warp(BEGIN - 100);
        _addDelegate(client, signer, 99);
        assertFalse(work.maySign(client, signer, EPOCH), "expires the second before");
        assertTrue(work.maySign(client, signer, EPOCH - 1), "the epoch before");
        _addDelegate(client, signer, 100);
        assertTrue(work.maySign(client, signer, EPOCH), "expires in that second");
        assertFalse(work.maySign(client, signer, EPOCH + 1), "the next epoch");
    }

    function test_RevocationToTheSecond() public {
        for (uint256 way = 0; way < 2; way++) {
            for (uint256 late = 0; late < 3; late++) {
                uint256 snapshot = vm.snapshotState();
                vm.warp(BEGIN - 100);
                _addDelegate(client, signer, 100 days);
                vm.warp(BEGIN + late - 1);
                _end(way == 0);
                assertEq(work.maySign(client, signer, EPOCH), late == 2, "a second after the start, it is too late for this epoch");
                assertTrue(work.maySign(client, signer, EPOCH - 1), "the epoch before");
                assertFalse(work.maySign(client, signer, EPOCH + 1), "the next epoch");
                vm.revertToState(snapshot);
            }
        }
    }

    /// @dev Whatever the client does once the epoch is over, who could sign for it still could: an Edge that commits in good faith is safe.
    function testFuzz_NothingLaterTakesTheRightAway(
        uint32 granted,
        uint32 validity,
        uint8[6] calldata acts,
        uint32[6] calldata waits
    ) public {
        vm.warp(BEGIN - bound(granted, 1, 2 days));
        _addDelegate(client, signer, bound(validity, 0, 4 days));
        vm.warp(END);
        bool could = work.maySign(client, signer, EPOCH);
        for (uint256 i = 0; i < acts.length; i++) {
            uint256 act = acts[i] % 4;
            if (registry.identityOwner(client) == address(0)) act = 3;
            if (act < 2) _end(act == 0);
            if (act == 2) _addDelegate(client, signer, waits[i] % 2 == 0 ? 0 : waits[i]);
            bool can = work.maySign(client, signer, EPOCH);
            assertTrue(can || !could, "lost");
            could = can;
            vm.warp(vm.getBlockTimestamp() + (waits[i] % 3 == 0 ? 0 : waits[i] % 10 days));
        }
    }

    function testFuzz_AnyEpochIsAnswered(uint256 epoch, uint256 validity) public {
        _addDelegate(client, signer, bound(validity, 0, type(uint32).max));
        uint256 validTo = registry.delegates(client, keccak256(abi.encode(RELAY)), signer);
        bool expected = epoch < type(uint32).max && validTo >= GENESIS + epoch * 1 days;
        assertEq(work.maySign(client, signer, epoch), expected, "at the start of the epoch");
    }

    function _end(bool revoked) private {
        vm.prank(client);
        if (revoked) registry.revokeDelegate(client, RELAY, signer);
        else registry.deactivate(client);
    }
}
