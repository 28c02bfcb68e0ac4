// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Change, ChangeKind, IDidRegistry} from "../../../../contracts/identity/IDidRegistry.sol";
import {SignerWallet} from "../../staking/SignerWallet.sol";
import {DidHistory} from "./DidHistory.sol";

/// @title Identities whose owners, three keys and a wallet, change them in every way there is, and others who try to
/// @notice An action either succeeds or is refused with the error that the model foretells; anything else reverts, which fails the campaign.
contract DidCampaign is DidHistory {
    /// @dev No time of the campaign is so long ago that this would not pass the end of time.
    uint256 private constant TOO_LONG = type(uint256).max - START + 1;

    /// @dev What was signed and used, for whom.
    struct Used {
        address identity;
        bytes call;
    }

    mapping(bytes4 action => uint256) public succeeded;
    mapping(bytes4 action => uint256) public refused;

    address[5] private _identities;
    mapping(address account => uint256) private _keys;
    mapping(address identity => Document) private _model;
    mapping(address identity => bool) private _legacyOff;
    mapping(address owner => uint256) private _nonces;
    Used[] private _used;

    /// @dev Several actions may share a block, and blocks a second.
    modifier afterWaiting(uint256 duration) {
        if (duration % 3 != 0) vm.roll(block.number + 1);
        if (duration % 3 == 2) wait((duration / 3) % 20 days);
        _;
    }

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < 3; i++) {
            (address account, uint256 key) = makeAddrAndKey(string.concat("account ", vm.toString(i)));
            (accounts[i], _identities[i], _keys[account]) = (account, account, key);
        }
        SignerWallet wallet = new SignerWallet(accounts[0]);
        (accounts[3], _keys[address(wallet)]) = (address(wallet), _keys[accounts[0]]);
        for (uint256 i = 3; i < 5; i++) {
            (address account, uint256 key) = makeAddrAndKey(string.concat("identity ", vm.toString(i)));
            (_identities[i], _keys[account]) = (account, key);
        }
        for (uint256 i = 0; i < 5; i++) _model[_identities[i]].owner = _identities[i];
        identity = _identities[0];
    }

    /// @notice Does `count` actions that hang on `seed` alone.
    function play(uint256 seed, uint256 count) external {
        bytes4[] memory all = actions();
        for (uint256 i = 0; i < count; i++) {
            bytes32[4] memory random;
            for (uint256 j = 0; j < random.length; j++) random[j] = keccak256(abi.encode(seed, i, j));
            bytes memory input = abi.encodePacked(all[uint256(random[0]) % all.length], random[1], random[2], random[3]);
            // solhint-disable-next-line avoid-low-level-calls
            (bool success, bytes memory result) = address(this).call(input);
            if (success) continue;
            assembly ("memory-safe") {
                revert(add(result, 32), mload(result))
            }
        }
    }

    function actions() public pure returns (bytes4[] memory selectors) {
        bytes4[8] memory all = [
            this.callFunction.selector,
            this.callFunction.selector,
            this.callBatch.selector,
            this.sendSigned.selector,
            this.sendLegacySigned.selector,
            this.sendUsedAgain.selector,
            this.callAsStranger.selector,
            this.forge.selector
        ];
        selectors = new bytes4[](all.length);
        for (uint256 i = 0; i < all.length; i++) selectors[i] = all[i];
    }

    function callFunction(uint256 who, uint256 seed, uint256 duration) public afterWaiting(duration) {
        address owner = pickIdentity(who);
        Change[] memory changes = pickChanges(seed, 1);
        act(owner, directCall(changes[0]), changes, refusalOf(owner, changes));
    }

    function callBatch(uint256 who, uint256 seed, uint256 duration) public afterWaiting(duration) {
        address owner = pickIdentity(who);
        Change[] memory changes = pickChanges(seed, seed % 6);
        act(owner, abi.encodeCall(IDidRegistry.applyChanges, (identity, changes)), changes, refusalOf(owner, changes));
    }

    function sendSigned(uint256 who, uint256 seed, uint256 duration) public afterWaiting(duration) {
        address owner = pickIdentity(who);
        if (owner == address(0)) return;
        Change[] memory changes = pickChanges(seed, seed % 4);
        uint256 deadline = block.timestamp + ((seed >> 8) % 100);
        bytes memory call = signedCall(changes, deadline, signChanges(_keys[owner], changes, deadline));
        sendOnce(owner, call, changes, refusalOf(owner, changes));
    }

    function sendLegacySigned(uint256 who, uint256 seed, uint256 duration) public afterWaiting(duration) {
        address owner = pickIdentity(who);
        Change[] memory changes = pickChanges(seed, 1);
        if (changes[0].kind == ChangeKind.DisableLegacySignatures || changes[0].kind == ChangeKind.Deactivate)
            changes[0].kind = ChangeKind.AddDelegate;
        bytes4 refusal = refusalOf(owner, changes);
        if (owner == accounts[3]) refusal = IDidRegistry.InvalidSignature.selector;
        if (owner != address(0) && _legacyOff[identity]) refusal = IDidRegistry.LegacySignaturesOff.selector;
        sendOnce(owner, legacyCall(changes[0], _keys[owner == address(0) ? identity : owner]), changes, refusal);
    }

    /// @notice Signatures that did their work do no other.
    function sendUsedAgain(uint256 which, uint256 duration) public afterWaiting(duration) {
        if (_used.length == 0) return;
        Used storage used = _used[which % _used.length];
        (bool success, bytes memory result) = attempt(sponsor, used.call);
        assertFalse(success, "used twice");
        bytes4 reason = bytes4(result);
        assertTrue(
            reason == IDidRegistry.InvalidSignature.selector ||
                reason == IDidRegistry.SignatureExpired.selector ||
                reason == IDidRegistry.IdentityDeactivated.selector ||
                reason == IDidRegistry.LegacySignaturesOff.selector,
            "refused with another error"
        );
    }

    function callAsStranger(uint256 who, uint256 seed, uint256 duration) public afterWaiting(duration) {
        address owner = pickIdentity(who);
        address stranger = seed % 2 == 0 ? mallory : accounts[(seed >> 1) % 4];
        if (stranger == owner) stranger = mallory;
        Change[] memory changes = pickChanges(seed >> 8, 1);
        bytes4 refusal = owner == address(0) ? IDidRegistry.IdentityDeactivated.selector : IDidRegistry.NotIdentityOwner.selector;
        act(stranger, directCall(changes[0]), changes, refusal);
        act(stranger, abi.encodeCall(IDidRegistry.applyChanges, (identity, changes)), changes, refusal);
    }

    /// @notice Signed by somebody else, in either way.
    function forge(uint256 who, uint256 seed, uint256 duration) public afterWaiting(duration) {
        address owner = pickIdentity(who);
        if (owner == address(0)) return;
        Change[] memory changes = pickChanges(seed, 1);
        bytes memory signature = signChanges(malloryKey, changes, DEADLINE + 10_000 days);
        act(sponsor, signedCall(changes, DEADLINE + 10_000 days, signature), changes, IDidRegistry.InvalidSignature.selector);
        bool isOff = _legacyOff[identity];
        bytes4 refusal = isOff ? IDidRegistry.LegacySignaturesOff.selector : IDidRegistry.InvalidSignature.selector;
        act(sponsor, legacyCall(changes[0], malloryKey), changes, refusal);
    }

    /// @notice Views, model and what the logs alone say of every identity are the same.
    function checkAll() external view {
        for (uint256 i = 0; i < 5; i++) check(_identities[i]);
        assertEq(registry.nonce(accounts[3]), _nonces[accounts[3]], "the wallet's nonce");
    }

    /// @notice The same of the identity that was acted on last.
    function checkTouched() external view {
        check(identity);
    }

    function check(address subject) private view {
        Document memory document = replay(subject);
        checkModel(_model[subject], document);
        checkViews(subject, document);
        assertEq(registry.nonce(subject), _nonces[subject], "nonce");
    }

    function checkModel(Document memory model, Document memory document) private pure {
        assertEq(document.owner, model.owner, "logs give another owner than the model");
        assertEq(document.deactivatedAt, model.deactivatedAt, "logs give another deactivation than the model");
        assertEq(document.changes, model.changes, "logs give another number of changes than the model");
        for (uint256 i = 0; i < 8; i++) {
            assertEq(document.delegates[i], model.delegates[i], "logs give another delegate than the model");
            assertEq(document.attributes[i], model.attributes[i], "logs give another attribute than the model");
        }
    }

    function checkViews(address subject, Document memory document) private view {
        assertEq(registry.identityOwner(subject), document.owner, "owner");
        assertEq(registry.deactivatedAt(subject), document.deactivatedAt, "deactivated");
        assertEq(registry.legacySignaturesDisabled(subject), _legacyOff[subject], "legacy signatures");
        address named = registry.owners(subject);
        assertTrue(named == document.owner || (named == address(0) && document.owner == subject), "named owner");
        for (uint256 i = 0; i < 8; i++) {
            (bytes32 name, address delegate) = (names[i / 4], accounts[i % 4]);
            uint256 validTo = document.delegates[i];
            assertEq(registry.delegates(subject, typeHash(name), delegate), validTo, "delegate");
            bool isValid = registry.validDelegate(subject, name, delegate);
            assertEq(isValid, validTo > block.timestamp, "valid delegate");
            assertTrue(!isValid || document.owner != address(0), "a delegate of nobody");
        }
    }

    function sendOnce(address owner, bytes memory call, Change[] memory changes, bytes4 refusal) private {
        act(sponsor, call, changes, refusal);
        if (refusal != 0) return;
        _nonces[owner]++;
        _used.push(Used(identity, call));
    }

    /// @dev Makes the changes, in registry and model, or is refused with `refusal` when that is not 0.
    function act(address sender, bytes memory call, Change[] memory changes, bytes4 refusal) private {
        (bool success, bytes memory result) = attempt(sender, call);
        assertEq(bytes32(bytes4(result)), bytes32(refusal), "refused, or not, with another error");
        assertEq(success, refusal == 0, "outcome");
        if (!success) return;
        Document memory document = _model[identity];
        for (uint256 i = 0; i < changes.length; i++) applyChange(document, changes[i]);
        _model[identity] = document;
    }

    function attempt(address sender, bytes memory call) private returns (bool success, bytes memory result) {
        vm.recordLogs();
        vm.prank(sender);
        // solhint-disable-next-line avoid-low-level-calls
        (success, result) = address(registry).call(call);
        if (success) {
            keepLogs();
            succeeded[msg.sig]++;
        } else {
            refused[msg.sig]++;
        }
    }

    function applyChange(Document memory document, Change memory change) private {
        ChangeKind kind = change.kind;
        if (kind == ChangeKind.DisableLegacySignatures) {
            _legacyOff[identity] = true;
            return;
        }
        document.changes++;
        uint256 validTo;
        unchecked {
            validTo = block.timestamp + change.validity;
        }
        if (kind == ChangeKind.SetAttribute) document.attributes[attributeIndex(change.name, change.value)] = validTo;
        else if (kind == ChangeKind.RevokeAttribute) document.attributes[attributeIndex(change.name, change.value)] = 0;
        else if (kind == ChangeKind.AddDelegate) document.delegates[delegateIndex(change.name, change.account)] = validTo;
        else if (kind == ChangeKind.RevokeDelegate) {
            uint256 index = delegateIndex(change.name, change.account);
            if (document.delegates[index] >= block.timestamp) document.delegates[index] = block.timestamp - 1;
        } else {
            document.owner = kind == ChangeKind.ChangeOwner ? change.account : address(0);
            if (document.owner == address(0)) end(document, block.timestamp);
        }
    }

    /// @dev Why the changes are refused when their owner makes them, one after the other; 0 when they are not.
    function refusalOf(address owner, Change[] memory changes) private view returns (bytes4) {
        bool isOff = _legacyOff[identity];
        address current = owner;
        for (uint256 i = 0; i < changes.length; i++) {
            if (current == address(0)) return IDidRegistry.IdentityDeactivated.selector;
            if (current != owner) return IDidRegistry.NotIdentityOwner.selector;
            ChangeKind kind = changes[i].kind;
            bool hasValidity = kind == ChangeKind.SetAttribute || kind == ChangeKind.AddDelegate;
            if (hasValidity && changes[i].validity == TOO_LONG) return IDidRegistry.ValidityTooLong.selector;
            if (kind == ChangeKind.DisableLegacySignatures && isOff) return IDidRegistry.LegacySignaturesOff.selector;
            if (kind == ChangeKind.DisableLegacySignatures) isOff = true;
            if (kind == ChangeKind.ChangeOwner) current = changes[i].account;
            if (kind == ChangeKind.Deactivate) current = address(0);
        }
        if (owner == address(0)) return IDidRegistry.IdentityDeactivated.selector;
        return changes.length == 0 ? IDidRegistry.NoChanges.selector : bytes4(0);
    }

    /// @dev Who owns the identity that is acted on from now on.
    function pickIdentity(uint256 seed) private returns (address owner) {
        identity = _identities[seed % 5];
        return _model[identity].owner;
    }

    /// @dev Mostly what lets life go on.
    function pickChanges(uint256 seed, uint256 count) private view returns (Change[] memory changes) {
        changes = new Change[](count);
        for (uint256 i = 0; i < count; i++) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            uint256 kind = random % 60;
            changes[i].kind =
                kind < 40
                    ? ChangeKind(kind % 4)
                    : kind < 56
                        ? ChangeKind.ChangeOwner
                        : kind < 59
                            ? ChangeKind.DisableLegacySignatures
                            : ChangeKind.Deactivate;
            changes[i].name = names[(random >> 8) % 2];
            changes[i].account = accounts[(random >> 16) % 4];
            changes[i].value = values[(random >> 24) % 4];
            changes[i].validity = (random >> 32) % 32 == 0 ? TOO_LONG : (random >> 40) % 30 days;
        }
    }
}
