// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {EntryPause} from "../../../contracts/governance/EntryPause.sol";
import {DidRegistry} from "../../../contracts/identity/DidRegistry.sol";
import {RewardPool} from "../../../contracts/rewards/RewardPool.sol";
import {RelayCredit} from "../../../contracts/work/RelayCredit.sol";
import {WorkProofs} from "../../../contracts/work/WorkProofs.sol";
import {StakingTest} from "../staking/StakingTest.sol";

/// @title Base of tests of the whole protocol: all contracts deployed and wired as on a real network, but for the governor
/// @dev This contract holds the rest of the supply, out of which it endows the pool. `admin` governs, `council` pauses and cancels.
abstract contract ProtocolTest is StakingTest {
    uint256 internal constant ENDOWMENT = 400_000_000 ether;

    DidRegistry internal registry;
    RelayCredit internal credit;
    WorkProofs internal work;
    RewardPool internal pool;

    function setUp() public virtual override {
        super.setUp();
        registry = new DidRegistry();
        bytes memory start = abi.encodeCall(RelayCredit.initialize, (address(manager)));
        credit = RelayCredit(address(new ERC1967Proxy(address(new RelayCredit(token, config)), start)));
        start = abi.encodeCall(WorkProofs.initialize, (address(manager)));
        work = WorkProofs(address(new ERC1967Proxy(address(new WorkProofs(token, staking, registry, config)), start)));
        start = abi.encodeCall(RewardPool.initialize, (address(manager), address(this), ENDOWMENT));
        pool = RewardPool(address(new ERC1967Proxy(address(new RewardPool(token, staking, credit, work, config)), start)));
        _wire();
        token.approve(address(pool), ENDOWMENT);
        pool.endow();
    }

    /// @notice Seconds from the end of `epoch` on.
    function _warpAfter(uint256 epoch, uint256 secondsAfter) internal {
        vm.warp(config.epochStart(epoch + 1) + secondsAfter);
    }

    function _wire() private {
        vm.startPrank(admin);
        config.addListener(address(credit));
        config.addListener(address(work));
        config.addListener(address(pool));
        staking.setRewardPool(address(pool));
        credit.setRewardPool(address(pool));
        staking.setWorkProofs(address(work));
        manager.setTargetFunctionRole(address(credit), _selectors(EntryPause.pauseEntries.selector, EntryPause.unpauseEntries.selector), 3);
        manager.setTargetFunctionRole(address(pool), _selectors(RewardPool.cancelSettlement.selector), 3);
        vm.stopPrank();
    }

    function _selectors(bytes4 first) private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](1);
        selectors[0] = first;
    }

    function _selectors(bytes4 first, bytes4 second) private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](2);
        (selectors[0], selectors[1]) = (first, second);
    }
}
