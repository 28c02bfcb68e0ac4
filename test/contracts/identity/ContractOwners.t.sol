// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {Change, IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {SignerWallet} from "../staking/SignerWallet.sol";
import {DidTest} from "./DidTest.sol";
import {OddWallet} from "./OddWallet.sol";

/// @title Owners that are contracts sign by ERC-1271, and can at worst spoil their own call
contract ContractOwnersTest is DidTest {
    SignerWallet private wallet;
    Change[] private changes;

    function setUp() public override {
        super.setUp();
        wallet = new SignerWallet(alice);
        changes.push(addDelegateChange(RELAY, device, 1 days));
    }

    function test_walletSigns() public {
        give(address(wallet));
        bytes memory signature = signChanges(aliceKey, changes, DEADLINE);
        vm.expectEmit(address(registry));
        emit IDidRegistry.DIDDelegateChanged(identity, RELAY, device, START + 1 days, block.number);
        accept(signedCall(changes, DEADLINE, signature));
        assertEq(registry.nonce(address(wallet)), 1, "the wallet's nonce");
        assertEq(registry.nonce(alice), 0, "not its signer's");
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
    }

    function test_walletRefuses() public {
        give(address(wallet));
        bytes memory signature = signChanges(malloryKey, changes, DEADLINE);
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
    }

    function test_walletCalls() public {
        give(address(wallet));
        vm.prank(address(wallet));
        registry.applyChanges(identity, changes);
        assertTrue(registry.validDelegate(identity, RELAY, device), "granted");
    }

    function test_walletIsAskedForTheDigestWithTheSignatureAsItCame() public {
        give(address(wallet));
        bytes memory signature = hex"0123456789";
        bytes32 digest = registry.changesDigest(identity, changes, DEADLINE);
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        vm.mockCall(address(wallet), question, abi.encode(IERC1271.isValidSignature.selector));
        accept(signedCall(changes, DEADLINE, signature));
        assertTrue(registry.validDelegate(identity, RELAY, device), "whatever the wallet accepts");
    }

    /// @notice Wallets do not sign in the way of ERC-1056, which knows keys alone.
    function test_walletHasNoLegacySignatures() public {
        give(address(wallet));
        assertRefuses(sponsor, legacyCall(changes[0], aliceKey), invalidSignature());
    }

    /// @notice The same key signs for an owner and for the wallet that owns after him, and both have the same nonce: still, a signature is
    /// one owner's.
    function test_signatureDoesNotPassToAWalletOfTheSameKey() public {
        give(alice);
        Change[] memory toWallet = one(changeOwnerChange(address(wallet)));
        bytes memory signature = signChanges(aliceKey, changes, DEADLINE);
        accept(signedCall(toWallet, DEADLINE, signChanges(aliceKey, toWallet, DEADLINE)));
        assertEq(registry.nonce(alice), 1, "what was signed first was for nonce 0");
        assertEq(registry.nonce(address(wallet)), 0, "which is the wallet's");
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());

        SignerWallet second = new SignerWallet(alice);
        signature = signChanges(aliceKey, changes, DEADLINE);
        vm.prank(address(wallet));
        registry.changeOwner(identity, address(second));
        assertRefuses(sponsor, signedCall(changes, DEADLINE, signature), invalidSignature());
    }

    /// @notice Code at a key's own account (EIP-7702) neither takes its signature away nor has to agree.
    function test_keyWithCode() public {
        vm.etch(identity, address(new OddWallet(OddWallet.Mood.Revert)).code);
        accept(signedCall(changes, DEADLINE, signChanges(identityKey, changes, DEADLINE)));
        assertTrue(registry.validDelegate(identity, RELAY, device), "signed by the key");
        accept(legacyCall(revokeDelegateChange(RELAY, device), identityKey));
        assertFalse(registry.validDelegate(identity, RELAY, device), "in both ways");
    }

    function test_ownerWithoutCodeAndKey() public {
        give(makeAddr("nobody has this key"));
        assertRefuses(sponsor, signedCall(changes, DEADLINE, ""), invalidSignature());
        // The precompile that copies its input answers with a selector, though not with that of ERC-1271.
        give(address(4));
        assertRefuses(sponsor, signedCall(changes, DEADLINE, hex"1626ba7e"), invalidSignature());
    }

    function test_garbage() public {
        assertUseless(OddWallet.Mood.OtherValue);
        assertUseless(OddWallet.Mood.MoreThanTheValue);
        assertUseless(OddWallet.Mood.LessThanAWord);
        assertUseless(OddWallet.Mood.Nothing);
    }

    function test_reverts() public {
        assertUseless(OddWallet.Mood.Revert);
        assertUseless(OddWallet.Mood.RevertWithTheValue);
    }

    function test_burnsGas() public {
        assertUseless(OddWallet.Mood.BurnGas);
        assertUseless(OddWallet.Mood.InvalidOpcode);
    }

    function test_hugeRevertData() public {
        uint256 used = assertUseless(OddWallet.Mood.HugeRevert);
        assertLt(used, 700_000, "what the wallet spent on it, no copy of it");
    }

    /// @notice An answer is read no further than its first word.
    function test_hugeReturnData() public {
        give(address(new OddWallet(OddWallet.Mood.HugeReturn)));
        uint256 before = gasleft();
        accept(signedCall(changes, DEADLINE, ""));
        assertLt(before - gasleft(), 800_000, "what the wallet spent on it, no copy of it");
        assertTrue(registry.validDelegate(identity, RELAY, device), "its first word is the right one");
    }

    /// @dev The call fails, whatever gas it had, and nothing else changes; the identity's owner still is, and other identities work on.
    function assertUseless(OddWallet.Mood mood) private returns (uint256 used) {
        address odd = address(new OddWallet(mood));
        give(odd);
        bytes32 before = fingerprint();
        uint256 gasBefore = gasleft();
        vm.prank(sponsor);
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory result) = address(registry).call{gas: 3_000_000}(signedCall(changes, DEADLINE, ""));
        used = gasBefore - gasleft();
        assertFalse(success, "refused");
        assertEq(result, invalidSignature(), "there is gas left to say why");
        assertEq(fingerprint(), before, "no trace");
        vm.prank(odd);
        registry.changeOwner(identity, identity);
    }

    function give(address owner) private {
        vm.prank(registry.identityOwner(identity));
        registry.changeOwner(identity, owner);
    }
}
