// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EntryPause} from "../../../contracts/governance/EntryPause.sol";
import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {INodeStaking} from "../../../contracts/staking/INodeStaking.sol";
import {SettlementModel} from "./SettlementModel.sol";

/// @title What all actions of the campaign share: who acts, when, how it must end, and what tokens it moved
/// @notice An action either succeeds or is refused with the error that the model foretells; anything else reverts, which fails the campaign.
abstract contract ProtocolActions is SettlementModel {
    mapping(bytes4 action => uint256) public succeeded;
    mapping(bytes4 action => uint256) public refused;
    /// @dev Calls of duties, which are part of many actions, are counted under 0.
    bool internal onDuty;
    /// @notice Number of actions so far.
    uint256 public acted;

    /// @dev Tokens that came to staking and left it, by calls.
    uint256 internal stakingIn;
    uint256 internal stakingOut;
    mapping(address account => uint256) internal donated;

    /// @dev Every action may come at once or a while after the one before it.
    modifier afterWaiting(uint256 wait) {
        acted++;
        uint256 kind = wait % 8;
        if (kind > 5) passTo(block.timestamp + (kind == 6 ? 1 : bound(wait / 8, 1, 1 hours)));
        _;
    }

    /// @notice Does it, or is refused with `refusal` when that is not 0.
    function act(address target, address caller, bytes memory call, bytes4 refusal) internal returns (bytes memory result) {
        bool success;
        vm.prank(caller);
        (success, result) = target.call(call);
        bytes4 action = onDuty ? bytes4(0) : msg.sig;
        if (success) succeeded[action]++;
        else refused[action]++;
        if (refusal == 0 && !success) {
            assembly {
                revert(add(result, 32), mload(result))
            }
        }
        if (refusal != 0) {
            assertFalse(success, "should have been refused");
            assertEq(bytes32(bytes4(result)), bytes32(refusal), "refused with another error");
        }
    }

    /// @notice Does what slashes a node, and checks who lost and got what: bonded and unbonding stake alike.
    function actSlashing(address target, address caller, bytes memory call, uint256 node, uint256 bps, address reporter) internal {
        INodeStaking.NodeInfo memory info = staking.nodeInfo(nodes[node]);
        uint256 owed = staking.fundOwed();
        uint256 held = token.balanceOf(address(staking));
        act(target, caller, call, 0);
        uint256 toReporter = held - token.balanceOf(address(staking));
        stakingOut += toReporter;

        uint256 share = config.value(Parameter.ReporterShare);
        INodeStaking.NodeInfo memory left = staking.nodeInfo(nodes[node]);
        assertNear(left.bonded, (info.bonded * (10_000 - bps)) / 10_000, "bonded after a slash");
        assertNear(left.unbonding, (info.unbonding * (10_000 - bps)) / 10_000, "unbonding after a slash");
        assertNear(staking.fundOwed() - owed + toReporter, ((info.bonded + info.unbonding) * bps) / 10_000, "all that was slashed");
        uint256 ownLoss = ((info.ownBonded + info.ownUnbonding) * bps) / 10_000;
        assertNear(toReporter, reporter == address(0) ? 0 : (ownLoss * share) / 10_000, "reporter's part");
    }

    function entryRefusal(uint256 until) internal view returns (bytes4) {
        return block.timestamp < until ? EntryPause.EntriesArePaused.selector : bytes4(0);
    }

    /// @notice Another random number out of the same seed.
    function roll(uint256 seed, uint256 salt) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, salt)));
    }

    function pickHolder(uint256 seed) internal view returns (address) {
        return holders[seed % (holders.length - 1)];
    }

    /// @dev A share's price has 14 digits.
    function assertNear(uint256 left, uint256 right, string memory message) private pure {
        assertApproxEqAbs(left, right, 1e12, message);
    }
}
