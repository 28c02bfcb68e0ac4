// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC1967} from "@openzeppelin/contracts/interfaces/IERC1967.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IParameterListener, IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {EpochClock} from "../../../contracts/governance/EpochClock.sol";
import {IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {INodeStaking} from "../../../contracts/staking/INodeStaking.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {WorkProofs} from "../../../contracts/work/WorkProofs.sol";
import {WorkTest} from "./WorkTest.sol";

/// A later version with state of its own.
contract WorkProofsV2 is WorkProofs {
    /// @custom:storage-location erc7201:sending.storage.WorkProofsV2
    struct AddedStorage {
        uint256 added;
    }

    constructor(
        IERC20 token_,
        INodeStaking staking_,
        IDidRegistry registry_,
        IProtocolConfig config_
    ) WorkProofs(token_, staking_, registry_, config_) {}

    function initializeV2(uint256 value) external reinitializer(2) {
        _added().added = value;
    }

    function added() external view returns (uint256) {
        return _added().added;
    }

    function _added() private pure returns (AddedStorage storage $) {
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("sending.storage.WorkProofsV2")) - 1)) & ~bytes32(uint256(0xff));
        assembly {
            $.slot := slot
        }
    }
}

contract WorkProofsUpgradeTest is WorkTest {
    address private v2;

    function setUp() public override {
        super.setUp();
        v2 = address(new WorkProofsV2(token, staking, registry, config));
    }

    function test_Deployment() public view {
        assertEq(address(work.token()), address(token), "token");
        assertEq(address(work.staking()), address(staking), "staking");
        assertEq(address(work.registry()), address(registry), "registry");
        assertEq(address(work.config()), address(config), "config");
        assertEq(work.authority(), address(manager), "authority");
        (, string memory name, string memory version, uint256 chain, address verifier, , ) = work.eip712Domain();
        assertEq(name, "SendingWork", "name");
        assertEq(version, "1", "version");
        assertEq(chain, block.chainid, "chain");
        assertEq(verifier, address(work), "the proxy");
    }

    /// @dev In the middle of an epoch's disputes: an answered, an open and a refunded challenge, committed scores.
    function test_UpgradeKeepsEverything() public {
        Work memory made = _honestWork(7);
        bytes32 hash = keccak256(abi.encode(EPOCH, grace, bytes(""), bytes32(0)));
        vm.warp(END);
        vm.prank(grace);
        work.commitScores(EPOCH, hash);
        _commit(made);
        vm.warp(END + W1);
        for (uint64 unit = 0; unit < 4; unit++) _challenge(unit % 2 == 0 ? bob : carol, unit);
        _answer(made, 0);
        _answer(made, 1);
        bytes memory before = _getters();

        vm.expectEmit(address(work));
        emit IERC1967.Upgraded(v2);
        vm.prank(admin);
        work.upgradeToAndCall(v2, abi.encodeCall(WorkProofsV2.initializeV2, (77)));

        assertEq(_getters(), before, "getters");
        assertEq(WorkProofsV2(address(work)).added(), 77, "the new part");
        vm.prank(grace);
        work.revealScores(EPOCH, "", 0, "");
        _answer(made, 2);
        vm.warp(END + W4);
        work.refundBonds(EPOCH, alice, _units(3));
        assertEq(token.balanceOf(address(work)), 0, "held");
        work.convict(EPOCH, alice, 3);
        assertTrue(_info().convicted, "convicted");
    }

    function test_RevertWhen_InitializedAgain() public {
        bytes memory invalid = abi.encodeWithSelector(Initializable.InvalidInitialization.selector);
        vm.expectRevert(invalid);
        work.initialize(address(this));
        vm.expectRevert(invalid);
        WorkProofs(v2).initialize(address(this));
    }

    function testFuzz_RevertWhen_UpgradedByAnybodyElse(address caller) public {
        vm.assume(caller != admin);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        vm.prank(caller);
        work.upgradeToAndCall(v2, "");
    }

    function test_RevertWhen_UpgradedWithoutProxy() public {
        vm.expectRevert(abi.encodeWithSelector(UUPSUpgradeable.UUPSUnauthorizedCallContext.selector));
        WorkProofs(v2).upgradeToAndCall(v2, "");
    }

    function test_RevertWhen_DeployedWithNothing() public {
        bytes memory zero = abi.encodeWithSelector(IWorkProofs.ZeroAddress.selector);
        vm.expectRevert(zero);
        new WorkProofs(IERC20(address(0)), staking, registry, config);
        vm.expectRevert(zero);
        new WorkProofs(token, INodeStaking(address(0)), registry, config);
        vm.expectRevert(zero);
        new WorkProofs(token, staking, IDidRegistry(address(0)), config);
        vm.expectRevert(abi.encodeWithSelector(EpochClock.InvalidConfig.selector, address(0)));
        new WorkProofs(token, staking, registry, IProtocolConfig(address(0)));
        vm.expectRevert(zero);
        new ERC1967Proxy(v2, abi.encodeCall(WorkProofs.initialize, (address(0))));
    }

    /// @dev Everybody may bring the copy up to date; nothing changes when it is.
    function test_ParametersFollow() public {
        vm.prank(admin);
        config.removeListener(address(work));
        vm.prank(admin);
        setParameter(config, Parameter.ChallengeBond, 80 ether);
        vm.expectEmit(address(work));
        emit IParameterListener.ParametersSynced(EPOCH);
        vm.prank(stranger);
        work.syncParameters();
        vm.recordLogs();
        work.syncParameters();
        assertEq(vm.getRecordedLogs().length, 0, "nothing to do");

        vm.warp(END + 1 days);
        vm.prank(alice);
        work.commitWork(EPOCH + 1, keccak256("root"), 10);
        vm.warp(END + 1 days + W1);
        vm.prank(bob);
        work.challenge(EPOCH + 1, alice, 0);
        assertEq(token.balanceOf(address(work)), 80 ether, "the new bond");
    }

    function _getters() private view returns (bytes memory result) {
        result = abi.encode(work.commitmentOf(EPOCH, alice), work.workValue(0, EPOCH + 1), work.maySign(alice, alice, EPOCH));
        result = abi.encode(result, work.receiptDigest(alice, bob, uint64(EPOCH), 5), work.authority(), work.config());
        for (uint64 unit = 0; unit < 5; unit++) {
            (IWorkProofs.ChallengeState state, address challenger, uint256 bond) = work.challengeOf(EPOCH, alice, unit);
            result = abi.encode(result, state, challenger, bond);
        }
    }
}
