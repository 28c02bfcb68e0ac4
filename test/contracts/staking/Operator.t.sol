// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking, Role} from "../../../contracts/staking/INodeStaking.sol";
import {SignerWallet} from "./SignerWallet.sol";
import {StakingTest} from "./StakingTest.sol";

contract OperatorTest is StakingTest {
    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant CONSENT_TYPEHASH = keccak256("OperatorConsent(address owner,address operator)");

    address private hot;
    uint256 private hotKey;

    function setUp() public override {
        super.setUp();
        (hot, hotKey) = makeAddrAndKey("hot");
        _register(Role.Edge, alice, EDGE_MIN);
    }

    function test_digestIsThatOfEip712() public view {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256("SendingStaking"), keccak256("1"), block.chainid, address(staking))
        );
        bytes32 message = keccak256(abi.encode(CONSENT_TYPEHASH, alice, hot));
        assertEq(staking.operatorConsentDigest(alice, hot), keccak256(abi.encodePacked("\x19\x01", domain, message)));
    }

    function test_domainIsReadable() public view {
        (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifier,
            bytes32 salt,
            uint256[] memory extensions
        ) = staking.eip712Domain();
        assertEq(uint256(uint8(fields)), 0x0f, "name, version, chain, contract");
        assertEq(name, "SendingStaking", "name");
        assertEq(version, "1", "version");
        assertEq(chainId, block.chainid, "chain");
        assertEq(verifier, address(staking), "contract");
        assertEq(uint256(salt) + extensions.length, 0, "nothing else");
    }

    function test_registrationWithConsent() public {
        INodeStaking.Registration memory registration = _registration(Role.Edge, hot);
        registration.operatorConsent = _consent(bob, hot, hotKey);
        vm.prank(bob);
        staking.registerAndStake(registration, EDGE_MIN);
        assertEq(staking.nodeInfo(bob).operator, hot, "operator");
        assertEq(staking.nodeOf(hot), bob, "belongs to the node");
        assertEq(staking.nodeOf(bob), address(0), "the owner's own key does not");
    }

    function test_rotation() public {
        bytes memory consent = _consent(alice, hot, hotKey);
        vm.expectEmit(address(staking));
        emit INodeStaking.OperatorSet(alice, hot);
        vm.prank(alice);
        staking.setOperator(hot, consent);
        assertEq(staking.nodeInfo(alice).operator, hot, "operator");
        assertEq(staking.nodeOf(alice), alice, "the former one belongs to the node for ever");
        vm.prank(alice);
        staking.setOperator(alice, "");
        vm.prank(alice);
        staking.setOperator(hot, "");
        assertEq(staking.nodeInfo(alice).operator, hot, "a former own operator has consented already");
    }

    function test_consentOfAContract() public {
        SignerWallet wallet = new SignerWallet(hot);
        bytes memory signature = _sign(staking.operatorConsentDigest(alice, address(wallet)), hotKey);
        vm.prank(alice);
        staking.setOperator(address(wallet), signature);
        assertEq(staking.nodeInfo(alice).operator, address(wallet), "ERC-1271");
    }

    function test_refusesKeysOfOtherNodes() public {
        bytes memory consent = _consent(alice, hot, hotKey);
        vm.prank(alice);
        staking.setOperator(hot, consent);
        INodeStaking.Registration memory registration = _registration(Role.Edge, hot);
        registration.operatorConsent = _consent(bob, hot, hotKey);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.OperatorInUse.selector, hot, alice));
        vm.prank(bob);
        staking.registerAndStake(registration, EDGE_MIN);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.OperatorInUse.selector, alice, alice));
        _registerWith(bob, alice);
    }

    /// @dev An owner whose key is another node's operator may have a node, with another operator.
    function test_operatorOfAnotherNodeBecomesAnOwner() public {
        bytes memory consent = _consent(alice, hot, hotKey);
        vm.prank(alice);
        staking.setOperator(hot, consent);
        _fund(hot, EDGE_MIN);
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.OperatorInUse.selector, hot, alice));
        _registerWith(hot, hot);
        (address other, uint256 key) = makeAddrAndKey("other");
        INodeStaking.Registration memory registration = _registration(Role.Edge, other);
        registration.operatorConsent = _consent(hot, other, key);
        vm.prank(hot);
        staking.registerAndStake(registration, EDGE_MIN);
        assertEq(staking.nodeInfo(hot).operator, other, "its own operator");
        assertEq(staking.nodeOf(hot), alice, "still the other's");
    }

    function test_refusesWithoutConsent() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InvalidOperatorConsent.selector, alice, hot));
        vm.prank(alice);
        staking.setOperator(hot, "");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InvalidOperatorConsent.selector, bob, hot));
        _registerWith(bob, hot);
    }

    function test_refusesZero() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.ZeroAddress.selector));
        vm.prank(alice);
        staking.setOperator(address(0), "");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.ZeroAddress.selector));
        _registerWith(bob, address(0));
    }

    function test_refusesUnknownNodes() public {
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, bob));
        vm.prank(bob);
        staking.setOperator(bob, "");
    }

    /// @dev A consent is for one owner, one operator, one contract and one chain; with any bit changed it is none.
    function testFuzz_consentMutated(uint8 field, address other, uint256 bit, uint64 chain) public {
        vm.assume(other != alice && other != hot);
        bytes memory consent = _consent(alice, hot, hotKey);
        if (field % 4 == 0) consent = _consent(other, hot, hotKey);
        else if (field % 4 == 1) consent = _consent(alice, other, hotKey);
        else if (field % 4 == 2) consent[bit % 65] ^= bytes1(uint8(1 << ((bit >> 8) % 8)));
        else vm.chainId(bound(chain, 1, type(uint64).max) == block.chainid ? 1 : bound(chain, 1, type(uint64).max));
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InvalidOperatorConsent.selector, alice, hot));
        vm.prank(alice);
        staking.setOperator(hot, consent);
    }

    function test_endpoint() public {
        vm.expectEmit(address(staking));
        emit INodeStaking.EndpointSet(alice, "https://new.example.org");
        vm.prank(alice);
        staking.setEndpoint("https://new.example.org");
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.InvalidEndpoint.selector, 300, 256));
        vm.prank(alice);
        staking.setEndpoint(string(new bytes(300)));
        vm.expectRevert(abi.encodeWithSelector(INodeStaking.UnknownNode.selector, bob));
        vm.prank(bob);
        staking.setEndpoint("https://new.example.org");
    }

    function _registerWith(address owner, address operator) private {
        vm.prank(owner);
        staking.registerAndStake(_registration(Role.Edge, operator), EDGE_MIN);
    }

    function _consent(address owner, address operator, uint256 key) private view returns (bytes memory) {
        return _sign(staking.operatorConsentDigest(owner, operator), key);
    }

    function _sign(bytes32 digest, uint256 key) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }
}
