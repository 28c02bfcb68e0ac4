// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {Test} from "../support/Test.sol";
import {PlainDomain, RewardsDomain, WorkDomain} from "./Domains.sol";

contract TypedDataDomainTest is Test {
    PlainDomain private implementation;
    PlainDomain private proxy;

    function setUp() public {
        implementation = new WorkDomain();
        proxy = PlainDomain(address(new ERC1967Proxy(address(implementation), abi.encodeCall(PlainDomain.separator, ()))));
    }

    function test_domainIsReadable() public view {
        (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        ) = proxy.eip712Domain();
        assertEq(bytes32(fields), bytes32(hex"0f"));
        assertEq(name, "SendingWork");
        assertEq(version, "1");
        assertEq(chainId, block.chainid);
        assertEq(verifyingContract, address(proxy));
        assertEq(salt, bytes32(0));
        assertEq(extensions.length, 0);
    }

    function test_domainIsTheProxysAndFollowsTheChain() public {
        assertEq(proxy.separator(), _separator("SendingWork", block.chainid, address(proxy)));
        assertEq(implementation.separator(), _separator("SendingWork", block.chainid, address(implementation)));
        RewardsDomain other = new RewardsDomain();
        assertEq(other.separator(), _separator("SendingRewards", block.chainid, address(other)));
        vm.chainId(777);
        assertEq(proxy.separator(), _separator("SendingWork", 777, address(proxy)));
    }

    function testFuzz_digest(bytes32 structHash) public view {
        bytes32 domain = _separator("SendingWork", block.chainid, address(proxy));
        assertEq(proxy.hashTypedData(structHash), keccak256(abi.encodePacked(hex"1901", domain, structHash)));
    }

    function _separator(string memory name, uint256 chainId, address verifyingContract) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                    keccak256(bytes(name)),
                    keccak256("1"),
                    chainId,
                    verifyingContract
                )
            );
    }
}
