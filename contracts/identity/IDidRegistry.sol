// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice What a change of a batch does; each is one of the registry's functions.
enum ChangeKind {
    SetAttribute,
    RevokeAttribute,
    AddDelegate,
    RevokeDelegate,
    DisableLegacySignatures,
    ChangeOwner,
    Deactivate
}

/// @notice One change of a batch. Fields that its kind does not name are ignored.
struct Change {
    ChangeKind kind;
    /// Attribute's name, or delegate's type.
    bytes32 name;
    /// Delegate, or new owner.
    address account;
    /// Attribute's value.
    bytes value;
    /// Seconds from now that the attribute or delegate is valid for.
    uint256 validity;
}

/// @title Registry of decentralized identifiers (`did:sdn`), compatible with ERC-1056
/// @notice Every address is an identity, at first its own owner; nothing has to be registered. Its DID document is made of the events
/// below alone: read `changed(identity)`, the block of its last change, take that block's events of the identity, go on at the smallest
/// `previousChange` that is below that block, and so on until there is none.
/// @dev Functions, events and getters of ERC-1056 have the original's names, selectors and topics. What differs on purpose:
/// a revocation counts in its own second and grants nothing, deactivation is final and ends every delegate, and a signature's `s` is low.
interface IDidRegistry {
    /// @notice `owner` is the identity's owner from now on; the zero address: deactivated for good, which ends all delegates and attributes.
    /// @param previousChange Block of the identity's change before this one, 0 for the first; here and below.
    event DIDOwnerChanged(address indexed identity, address owner, uint256 previousChange);
    /// @notice `delegate` is valid as `delegateType` until `validTo` (Unix seconds).
    event DIDDelegateChanged(address indexed identity, bytes32 delegateType, address delegate, uint256 validTo, uint256 previousChange);
    /// @notice The attribute `name` has `value` until `validTo` (Unix seconds); 0: it was revoked.
    event DIDAttributeChanged(address indexed identity, bytes32 name, bytes value, uint256 validTo, uint256 previousChange);
    /// @notice The `...Signed` functions of ERC-1056 refuse this identity from now on; not a part of its document.
    /// @dev Not indexed: resolvers take every log whose first topic is the identity for one of the three above.
    event LegacySignaturesDisabled(address identity);

    /// @notice `actor` is not the identity's owner (any more).
    error NotIdentityOwner(address identity, address actor);
    /// @notice The identity has no owner: it was deactivated, or is the zero address, which nobody can own.
    error IdentityDeactivated(address identity);
    /// @notice The signature is not `owner`'s over this change with its present nonce.
    error InvalidSignature(address identity, address owner);
    /// @notice The signature could be used until `deadline` (Unix seconds).
    error SignatureExpired(uint256 deadline);
    /// @notice The identity turned signatures without chain id and deadline off.
    error LegacySignaturesOff(address identity);
    /// @notice `validity` seconds from now are past the end of time.
    error ValidityTooLong(uint256 validity);
    error NoChanges();

    // ERC-1056

    /// @notice Who may change `identity`: itself until it names another; the zero address once deactivated.
    function identityOwner(address identity) external view returns (address);

    /// @notice The owner that was named by a change; zero when there is none, or deactivated.
    function owners(address identity) external view returns (address);

    /// @notice Until when (Unix seconds) `delegate` is, or was, a delegate of `identity`; 0 when never. Revocation lowers it to the second
    /// before, and so does deactivation for every delegate.
    /// @param delegateTypeHash `keccak256(abi.encode(bytes32 delegateType))`
    function delegates(address identity, bytes32 delegateTypeHash, address delegate) external view returns (uint256 validTo);

    /// @notice Block of the last change of the identity's document; 0 when there was none.
    function changed(address identity) external view returns (uint256);

    /// @notice Signatures of `owner` used so far, for whatever identity and of either kind: the next one has to carry this number.
    function nonce(address owner) external view returns (uint256);

    /// @notice Whether `delegate` is one of type `delegateType` now: its validity ends after this second.
    function validDelegate(address identity, bytes32 delegateType, address delegate) external view returns (bool);

    /// @notice Gives the identity to `newOwner`; to the zero address: deactivates it, see `deactivate`.
    function changeOwner(address identity, address newOwner) external;

    /// @notice Makes `delegate` one of type `delegateType` for `validity` seconds from now, whatever it was before.
    function addDelegate(address identity, bytes32 delegateType, address delegate, uint256 validity) external;

    /// @notice Ends the delegate a second ago; one that never was, or has expired, stays as it is.
    function revokeDelegate(address identity, bytes32 delegateType, address delegate) external;

    /// @notice Gives the attribute `name` the value `value` for `validity` seconds; emitted, not stored.
    function setAttribute(address identity, bytes32 name, bytes calldata value, uint256 validity) external;

    function revokeAttribute(address identity, bytes32 name, bytes calldata value) external;

    // ERC-1056, signed: `keccak256(0x19 00 registry nonce identity functionName arguments)`, packed, by the identity's owner. Such a
    // signature names neither chain nor deadline; use `applyChangesSigned`, and `disableLegacySignatures`, instead.

    function changeOwnerSigned(address identity, uint8 sigV, bytes32 sigR, bytes32 sigS, address newOwner) external;

    function addDelegateSigned(
        address identity,
        uint8 sigV,
        bytes32 sigR,
        bytes32 sigS,
        bytes32 delegateType,
        address delegate,
        uint256 validity
    ) external;

    function revokeDelegateSigned(
        address identity,
        uint8 sigV,
        bytes32 sigR,
        bytes32 sigS,
        bytes32 delegateType,
        address delegate
    ) external;

    function setAttributeSigned(
        address identity,
        uint8 sigV,
        bytes32 sigR,
        bytes32 sigS,
        bytes32 name,
        bytes calldata value,
        uint256 validity
    ) external;

    function revokeAttributeSigned(address identity, uint8 sigV, bytes32 sigR, bytes32 sigS, bytes32 name, bytes calldata value) external;

    // Added

    /// @notice Ends the identity for good: no owner, no delegate, no change ever again. Delegates end a second ago.
    function deactivate(address identity) external;

    /// @notice Makes the `...Signed` functions of ERC-1056 refuse this identity for good, under every later owner too.
    function disableLegacySignatures(address identity) external;

    /// @notice All of `changes` in their order or, when one is refused, none: the same as calling their functions one after the other.
    function applyChanges(address identity, Change[] calldata changes) external;

    /// @notice The same by anybody who has the owner's signature of `changesDigest(identity, changes, deadline)`; uses up the owner's nonce.
    /// @param deadline Last second (Unix) in which the signature can be used.
    /// @param signature r, s, v (65 bytes, low `s`), or whatever an owner that is a contract accepts by ERC-1271.
    function applyChangesSigned(address identity, Change[] calldata changes, uint256 deadline, bytes calldata signature) external;

    /// @notice What the identity's owner signs: EIP-712, domain `{name:"SendingDid", version:"1", chainId, verifyingContract}`,
    /// `Changes(address identity,address owner,Change[] changes,uint256 nonce,uint256 deadline)` with
    /// `Change(string kind,bytes32 name,address account,bytes value,uint256 validity)`; `owner` and its `nonce` as they are now, `kind`
    /// the function's name ("setAttribute", "revokeAttribute", "addDelegate", "revokeDelegate", "changeOwner", "disableLegacySignatures", "deactivate").
    function changesDigest(address identity, Change[] calldata changes, uint256 deadline) external view returns (bytes32);

    /// @notice When (Unix seconds) the identity was deactivated; 0 while it is not.
    function deactivatedAt(address identity) external view returns (uint256);

    /// @notice Whether the identity turned the `...Signed` functions of ERC-1056 off.
    function legacySignaturesDisabled(address identity) external view returns (bool);
}
