// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {SendToken} from "../../../contracts/token/SendToken.sol";
import {TokenTest} from "../support/TokenTest.sol";

contract SendTokenTest is TokenTest {
    SendToken private token;
    address private treasury = makeAddr("treasury");
    address private spender = makeAddr("spender");
    address private alice;
    uint256 private aliceKey;

    function setUp() public {
        (alice, aliceKey) = makeAddrAndKey("alice");
        token = new SendToken(treasury);
        vm.warp(1_800_000_000);
    }

    function test_WholeSupplyGoesToTreasury() public view {
        assertEq(token.SUPPLY(), 1_000_000_000e18, "supply constant");
        assertEq(token.totalSupply(), token.SUPPLY(), "total supply");
        assertEq(token.balanceOf(treasury), token.SUPPLY(), "treasury");
    }

    function test_NameSymbolDecimals() public view {
        assertEq(token.name(), "SEND");
        assertEq(token.symbol(), "SEND");
        assertEq(token.decimals(), 18);
    }

    function test_DeploymentEmitsTransferFromZero() public {
        vm.expectEmit();
        emit IERC20.Transfer(address(0), treasury, 1_000_000_000e18);
        new SendToken(treasury);
    }

    function test_RevertWhen_TreasuryIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        new SendToken(address(0));
    }

    function test_NobodyCanMintBurnPauseOrUpgrade() public {
        string[6] memory signatures = [
            "mint(address,uint256)",
            "mint(uint256)",
            "burn(uint256)",
            "pause()",
            "upgradeToAndCall(address,bytes)",
            "transferOwnership(address)"
        ];
        for (uint256 i = 0; i < signatures.length; i++) {
            vm.prank(treasury);
            (bool accepted, ) = address(token).call(bytes.concat(abi.encodeWithSignature(signatures[i]), abi.encode(treasury, 1)));
            assertFalse(accepted, signatures[i]);
        }
        assertEq(token.totalSupply(), token.SUPPLY());
    }

    function testFuzz_TransferKeepsSupply(uint256 amount, address to) public {
        vm.assume(to != address(0) && to != treasury);
        amount = bound(amount, 0, token.SUPPLY());
        vm.expectEmit();
        emit IERC20.Transfer(treasury, to, amount);
        vm.prank(treasury);
        token.transfer(to, amount);
        assertEq(token.balanceOf(to), amount, "receiver");
        assertEq(token.balanceOf(treasury), token.SUPPLY() - amount, "sender");
    }

    function testFuzz_RevertWhen_TransferAboveBalance(uint256 balance, uint256 amount) public {
        balance = bound(balance, 0, token.SUPPLY());
        amount = bound(amount, balance + 1, type(uint256).max);
        vm.prank(treasury);
        token.transfer(alice, balance);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, balance, amount));
        vm.prank(alice);
        token.transfer(treasury, amount);
    }

    function test_DomainSeparator() public view {
        bytes32 expected = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("SEND"),
                keccak256("1"),
                block.chainid,
                address(token)
            )
        );
        assertEq(token.DOMAIN_SEPARATOR(), expected);
    }

    function testFuzz_Permit(uint256 key, uint256 amount, uint256 wait) public {
        key = bound(key, 1, type(uint128).max);
        address owner = vm.addr(key);
        uint256 deadline = block.timestamp + 1 hours;
        (uint8 v, bytes32 r, bytes32 s) = signPermit(token, key, spender, amount, deadline);
        vm.warp(block.timestamp + bound(wait, 0, 1 hours));
        vm.expectEmit();
        emit IERC20.Approval(owner, spender, amount);
        token.permit(owner, spender, amount, deadline, v, r, s);
        assertEq(token.allowance(owner, spender), amount, "allowance");
        assertEq(token.nonces(owner), 1, "nonce");
    }

    function test_RevertWhen_PermitIsReplayed() public {
        uint256 deadline = block.timestamp;
        (uint8 v, bytes32 r, bytes32 s) = signPermit(token, aliceKey, spender, 5, deadline);
        token.permit(alice, spender, 5, deadline, v, r, s);
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        token.permit(alice, spender, 5, deadline, v, r, s);
    }

    function test_RevertWhen_PermitIsExpired() public {
        uint256 deadline = block.timestamp - 1;
        (uint8 v, bytes32 r, bytes32 s) = signPermit(token, aliceKey, spender, 5, deadline);
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612ExpiredSignature.selector, deadline));
        token.permit(alice, spender, 5, deadline, v, r, s);
    }

    function test_RevertWhen_PermitIsSignedBySomebodyElse() public {
        (address mallory, uint256 malloryKey) = makeAddrAndKey("mallory");
        uint256 deadline = block.timestamp;
        bytes32 message = keccak256(abi.encode(PERMIT_TYPEHASH, alice, spender, 5, 0, deadline));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(malloryKey, keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), message)));
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612InvalidSigner.selector, mallory, alice));
        token.permit(alice, spender, 5, deadline, v, r, s);
    }

    function test_RevertWhen_PermitIsOfAnotherChain() public {
        uint256 deadline = block.timestamp;
        (uint8 v, bytes32 r, bytes32 s) = signPermit(token, aliceKey, spender, 5, deadline);
        vm.chainId(block.chainid + 1);
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        token.permit(alice, spender, 5, deadline, v, r, s);
    }

    /// Each signed field changed by itself.
    function testFuzz_RevertWhen_PermitFieldDiffers(uint8 field, uint256 amount, uint256 other) public {
        vm.assume(amount != other);
        uint256 deadline = block.timestamp + 10;
        (uint8 v, bytes32 r, bytes32 s) = signPermit(token, aliceKey, spender, amount, deadline);
        field = uint8(bound(field, 0, 3));
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        token.permit(
            field == 0 ? treasury : alice,
            field == 1 ? treasury : spender,
            field == 2 ? other : amount,
            field == 3 ? deadline + 1 : deadline,
            v,
            r,
            s
        );
    }
}
